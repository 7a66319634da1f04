"""Who has handed in and who has not: points by months, as a commission sees them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ..months.month import Month
from ..texts import Sentence, label, say
from .receiving import Received

HANDED_IN, WITH_NOTICE, MISSING, NOT_DUE, BEFORE = "handed-in", "with-notice", "missing", "not-due", "before"
STATES: Final = {
    HANDED_IN: label("已报"),
    WITH_NOTICE: label("已报，有提示"),
    MISSING: label("未报"),
    NOT_DUE: label("未到期"),
    BEFORE: label("登记前"),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """One month of one point: its state, and every accepted file in order of receipt."""

    month: Month
    state: str
    files: tuple[Received, ...] = ()

    @property
    def revision(self) -> int:
        return max((one.revision for one in self.files), default=0)

    def replaced(self, one: Received) -> Sentence | None:
        """What to say of a file that a later revision replaces."""
        return say("已由第{revision}版替换。", revision=self.revision) if one.revision < self.revision else None


@dataclass(frozen=True, slots=True)
class Row:
    """`suspended`: none of the point's certificates is believed any more."""

    code: str
    name: str
    cells: tuple[Cell, ...]
    suspended: bool = False


@dataclass(frozen=True, slots=True)
class Overview:
    """`running` are those of `months` that are not over: they are shown only because somebody handed in early."""

    months: tuple[Month, ...]
    rows: tuple[Row, ...]
    running: tuple[Month, ...] = ()

    @property
    def last(self) -> Month:
        """The last month that is over."""
        return [month for month in self.months if month not in self.running][-1]

    def count(self, month: Month, *states: str) -> int:
        """How many points are in one of `states` in `month`."""
        place = self.months.index(month)
        return sum(row.cells[place].state in states for row in self.rows)


def arranged(
    points: Sequence[tuple[str, str, Month]], months: tuple[Month, ...], files: Sequence[Received], due: Month
) -> Overview:
    """`points` are (code, name, first month expected); months after `due` are not yet to be handed in."""
    by_place: dict[tuple[str, str], list[Received]] = {}
    for one in files:
        by_place.setdefault((one.code, one.month), []).append(one)

    def cell(code: str, month: Month, first: Month) -> Cell:
        held = tuple(by_place.get((code, str(month)), ()))
        if not held:
            return Cell(month, BEFORE if month < first else MISSING if month <= due else NOT_DUE)
        return Cell(month, WITH_NOTICE if any(one.notices for one in held) else HANDED_IN, held)

    return Overview(months, tuple(
        Row(code, name, tuple(cell(code, month, first) for month in months)) for code, name, first in points
    ))
