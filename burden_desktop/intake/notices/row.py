"""One line copied from an office system's list or typed as in a register: what stands beside title and number is told apart.

Only tokens of a known shape are taken (a state, a date with its hour, a label with its value, a body's name); all else stays.
"""

import re
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Final

from .form import field_named
from .organ import lead_organs, organ_line

_STATE: Final = re.compile(r"收文|来文|待办|已办|在办|待阅|已阅|未读|已读|阅件|办件|阅办|办理中|特急|加急|急件|平急|平件|普通|一般|重要|公开|内部|\d{1,5}[.、]?|\d{1,2}[.\-/]\d{1,2}|收\d{1,4}(?:-\d+)?号?")
_TAGS: Final = re.compile(r"^(?:\s*[【\[][^】\]]{1,6}[】\]])+")
_STAMP: Final = re.compile(r"(?<![\d〔])20\d\d[-./年]\d{1,2}[-./月]\d{1,2}日?(?:\s+\d{1,2}:\d\d(?::\d\d)?)?(?=\s|$)|(?<=\s)\d{1,2}[-./]\d{1,2}\s+\d{1,2}:\d\d(?=\s|$)")
_PAIR: Final = re.compile(r"(?:(?<=\s)|^)([\u4e00-\u9fff]{2,8})[:：]\s*(\S+(?:\s\d{1,2}:\d\d)?)")
_DUE: Final = re.compile(r"\s[（(]?(?:请于|于|限)?(\d{1,2})[.月](\d{1,2})日?\s*(?:下班)?(?:之前|以前|前)(?:(?:报送?|交|反馈)(?:名单|回执|材料|报表|情况|表)?|办结?|完成|回复)?[)）]?$")


@dataclass(frozen=True, slots=True)
class Row:
    """`words` is what is left: title, number and what could not be told."""

    words: str
    organs: tuple[str, ...]
    labelled: dict[str, str] = field(default_factory=dict)


def without_due(line: str) -> tuple[str, str | None]:
    """The line without a last `3.25前报`, and its day as 3月25日."""
    due = _DUE.search(line)
    return (line[: due.start()], f"{due[1]}月{due[2]}日") if due else (line, None)


def row_of(line: str) -> Row:
    """The line without states, stamps, labels and a body that stands alone between blanks."""
    labelled: dict[str, str] = {}
    words = _TAGS.sub("", line).strip()
    for found in _PAIR.finditer(words):
        name = field_named(found[1])
        if name and not name.startswith("_"):
            labelled.setdefault(name, found[2])
    words = _PAIR.sub(lambda found: " " if field_named(found[1]) else found[0], words)
    words, due = without_due(words)
    if due:
        labelled.setdefault("deadline", due)
    cells = _STAMP.sub(" ", words).split()
    organs: tuple[str, ...] = ()
    left: list[str] = []
    beside = False
    for cell, behind in zip_longest(cells, cells[1:], fillvalue=""):
        if len(cells) > 1 and _STATE.fullmatch(cell):
            continue
        named = organ_line(cell) if (beside or (not organs and behind)) and not lead_organs(behind) else ()  # before a body in a title it issues jointly
        beside = bool(named)
        organs += named
        left += [] if named else [cell]
    return Row(" ".join(left), organs, labelled)
