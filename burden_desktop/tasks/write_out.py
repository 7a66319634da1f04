"""The one rule for every file that is written where somebody named the place: what may be replaced, and what never is."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from ..domain.errors.files import LedgersOwnFolder, NeverReplaced, StandsThere, UnknownFileType
from ..domain.errors.ledger import CannotWrite
from ..domain.texts import Sentence
from ..regular import is_folder, read_regular
from .make_folder import refuse_file_as_folder
from .over import Over
from .standing import SIGNED, UNMARKED, in_ledgers_folder, marked, never_replaced, stands, written_earlier
from .write_file import write_file
from .written_here import remember

_PACKAGES: Final = (".xlsx", ".docx", ".zip")


def place_meant(target: Path, types: Sequence[str], *, name: str) -> Path:
    """The file that somebody means who names a folder, for `name` in it, or a file without its ending."""
    if is_folder(target):
        return target / f"{name}{types[0]}"
    nameable = not target.suffix and (target.is_file() or not stands(target))  # a device is none that lacks an ending
    return target.with_name(target.name + types[0]) if nameable else target


def write_out(target: Path, content: bytes, types: Sequence[str], *, over: Over = Over.EARLIER, private: bool = False) -> None:
    """`content` at `target`, whose name must end as one of `types`. Raises what `refuse_place` raises; then nothing was
    written."""
    if target.suffix.lower() in _PACKAGES:
        content = marked(content)
    if not refuse_place(target, types, over=over, content=content):
        write_file(target, content, private=private)
    if target.suffix.lower() in UNMARKED:
        remember(target, content)


def refuse_place(target: Path, types: Sequence[str], *, over: Over = Over.EARLIER, content: bytes | None = None) -> bool:
    """Whether exactly `content` stands at `target` already. Raises UnknownFileType, LedgersOwnFolder, NeverReplaced,
    StandsThere, NotAFolder, CannotWrite."""
    if target.suffix.lower() not in types:
        raise UnknownFileType(suffix=target.suffix, known="、".join(types))
    try:
        return _refuse(target, over, content)
    except OSError as trouble:
        raise CannotWrite(path=target, detail=trouble.strerror) from trouble


def _refuse(target: Path, over: Over, content: bytes | None) -> bool:
    if in_ledgers_folder(target):
        raise LedgersOwnFolder(path=target)
    refuse_file_as_folder(target.parent)
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
