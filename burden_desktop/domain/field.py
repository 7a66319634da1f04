"""One column of a kind: what it is called, what may stand in it, where it shows."""

from enum import StrEnum
from typing import Final, NamedTuple

from .texts import label

MAX_TEXT: Final = 1_000
MAX_LONG_TEXT: Final = 200_000
MAX_COUNT: Final = 10_000_000


class FieldType(StrEnum):
    """The eight ways to write a value. More are not added: a special screen is written by hand."""

    TEXT = "text"  # one line, at most MAX_TEXT characters
    LONG_TEXT = "long_text"  # several lines
    DATE = "date"  # ISO date, "2026-03-05"
    TIME = "time"  # "14:30" on the record's own day, or "2026-03-05T14:30"
    COUNT = "count"  # whole number from 0
    CHOICE = "choice"  # one of `choices`
    FLAGS = "flags"  # several of `choices`, joined by 、 in their declared order
    ORGAN = "organ"  # issuing bodies by name, joined by 、; the first leads


class Field(NamedTuple):
    """The declaration of a field. `aliases` are headings of existing registers that mean it.

    `follow_up` marks what happens after a record's month (handling, minutes, feedback): it may still be
    written when that month is closed, and is told in the month in which it happens.
    """

    name: str
    label: str
    type: FieldType = FieldType.TEXT
    required: bool = False
    choices: tuple[str, ...] = ()
    default: str | None = None
    aliases: tuple[str, ...] = ()
    in_list: bool = False
    in_appendix: bool = False
    follow_up: bool = False


YES: Final = label("是")
NO: Final = label("否")
UNCLEAR: Final = label("不清楚")
YES_NO: Final = (YES, NO)
YES_NO_UNCLEAR: Final = (YES, NO, UNCLEAR)
