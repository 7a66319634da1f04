"""The one rule for every file that is written where somebody named the place: what may be replaced, and what never is."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from ..domain.errors.files import LedgersOwnFolder, NeverReplaced, StandsThere, UnknownFileType
from ..domain.errors.ledger import CannotWrite
from ..domain.texts import Sentence
from ..regular import read_regular
from .over import Over
from .standing import SIGNED, in_ledgers_folder, marked, never_replaced, stands, written_earlier
from .write_file import write_file

_PACKAGES: Final = (".xlsx", ".docx")


def write_out(target: Path, content: bytes, types: Sequence[str], *, over: Over = Over.EARLIER, private: bool = False) -> None:
    """`content` at `target`, whose name must end as one of `types`. Raises what `refuse_place` raises; then nothing was
    written."""
    if target.suffix.lower() in _PACKAGES:
        content = marked(content)
    if not refuse_place(target, types, over=over, content=content):
        write_file(target, content, private=private)


def refuse_place(target: Path, types: Sequence[str], *, over: Over = Over.EARLIER, content: bytes | None = None) -> bool:
    """Whether exactly `content` stands at `target` already. Raises UnknownFileType, LedgersOwnFolder, NeverReplaced,
    StandsThere, CannotWrite."""
    if target.suffix.lower() not in types:
        raise UnknownFileType(suffix=target.suffix, known="、".join(types))
    try:
        return _refuse(target, over, content)
    except OSError as trouble:
        raise CannotWrite(path=target, detail=trouble.strerror or type(trouble).__name__) from trouble


def _refuse(target: Path, over: Over, content: bytes | None) -> bool:
    if in_ledgers_folder(target):
        raise LedgersOwnFolder(path=target)
    if not stands(target):
        return False
    what = never_replaced(target)
    same = content is not None and what in ("", SIGNED) and target.is_file() and target.stat().st_size == len(content) and read_regular(target) == content
    if what and not same:
        raise NeverReplaced(path=target, what=Sentence(what))
    if same:
        return True
    if over is Over.ASKED or (over is Over.EARLIER and target.is_file() and written_earlier(target)):
        return False
    raise StandsThere(path=target)
