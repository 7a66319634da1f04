"""Last year's monthly figures of a point without history, by hand or from a table (手工录入)."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from ..domain.errors.past_figures import FiguresKnown, MonthNotPast
from ..domain.kinds import KINDS
from ..domain.months.month import Month
from ..domain.months.past_figures import PastFigure, read_past_figures
from ..domain.texts import Sentence, say
from ..store.ledger import Ledger
from .by_hand import has_records

_LIMIT: Final = 16 << 20


def keep_past_figures(ledger: Ledger, figures: Sequence[PastFigure]) -> int:
    """Keep them all or none; how many. Raises FiguresKnown for a month of which the ledger
    holds records of that kind, MonthNotPast for one that is not over."""
    kinds, present = {kind.name: kind for kind in KINDS}, Month.of(ledger.today())
    for figure in figures:
        if figure.month >= present:
            raise MonthNotPast(month=figure.month.label)
        if has_records(ledger, kinds[figure.kind], figure.month):
            raise FiguresKnown(month=figure.month.label)
    ledger.past_figures.set_many(figures)
    return len(figures)


def signed_without(ledger: Ledger, figures: Sequence[PastFigure]) -> Sentence | None:
    """What to tell where figures are bases of months that are closed: their reports were signed without them."""
    closed = [sealed.month for sealed in ledger.months.all() if not sealed.open_for_correction]
    months = {month for figure in figures for month in closed if _is_base(figure.month, month)}
    if not months:
        return None
    return say(
        "{months}已封存，签署的月报不会改变；要用上这些数字，请先更正重报。", months="、".join(month.label for month in sorted(months))
    )


def _is_base(figure: Month, of: Month) -> bool:
    """Whether a report of month `of` compares itself with that month, alone or in a year to date."""
    return figure == of.previous or of.january <= figure < of or of.same_month_last_year.january <= figure <= of.same_month_last_year


def read_past_file(path: Path) -> tuple[PastFigure, ...]:
    """The figures of a .xlsx, .xls or .ods file, first sheet. Raises CannotRead, UnreadableFile, UnreadableFigures."""
    from ..intake.files.bounded_file import read_bounded
    from ..intake.registers.workbook import workbook_sheets  # readers of files are heavy at start-up

    sheets = workbook_sheets(read_bounded(path, _LIMIT), path.name)
    return read_past_figures(sheets[0].rows if sheets else (), KINDS)
