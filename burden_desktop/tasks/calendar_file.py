"""The text of a calendar file: one day a line, as `analysis.workdays` reads it."""

from pathlib import Path
from typing import Final

from ..domain.errors.ledger import CannotRead
from ..domain.texts import say
from ..regular import read_regular

_LARGEST: Final = 1_000_000


def read_calendar_file(path: Path) -> str:
    """Raises CannotRead, also for what is no UTF-8."""
    try:
        return read_regular(path, _LARGEST).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as trouble:
        raise CannotRead(path=path, detail=trouble.strerror if isinstance(trouble, OSError) else say("不是UTF-8文字")) from trouble
