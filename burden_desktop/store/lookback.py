"""What stood before a month, as far as its rules look back: the cost follows the month and its last weeks."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from ..domain.kinds import KINDS
from ..domain.months.earlier import Earlier
from .door import day_at, month_at
from .rows import records_of
from .statements import Statements

if TYPE_CHECKING:
    from ..domain.kind import Kind
    from ..domain.months.month import Month
    from ..domain.record import Record
    from .book import Book

_EARLIER: Final = "SELECT r.number, r.{dated_by}, coalesce(o.name, r.organ), r.title FROM {name} r LEFT JOIN organ o ON o.id = r.organ_id"

_RECEIPTS: Final = (
    "SELECT f.family, r.number, r.{dated_by}, coalesce(o.name, r.organ), r.title FROM"
    " (SELECT DISTINCT family FROM {name} WHERE booked_in = ? AND family IS NOT NULL AND withdrawn_at IS NULL) f"
    " CROSS JOIN {name} r ON r.family = f.family AND r.booked_in < ? AND r.withdrawn_at IS NULL"
    " LEFT JOIN organ o ON o.id = r.organ_id ORDER BY r.{dated_by}, r.id"
)


class Lookback:
    def __init__(self, book: Book) -> None:
        self._book = book

    def recent(self, kind: Kind, month: Month, days: int) -> tuple[Earlier, ...]:
        """Records dated in the `days` before the month begins, and booked before it; oldest first."""
        first = month.first_day
        sql = (
            f"{_EARLIER} WHERE r.withdrawn_at IS NULL AND r.{{dated_by}} >= ? AND r.{{dated_by}} < ? AND r.booked_in < ?"
            " ORDER BY r.{dated_by}, r.id"
        ).format(name=kind.name, dated_by=kind.dated_by)
        return self._told(sql, ((first - timedelta(days=days)).isoformat(), first.isoformat(), str(month)))

    def receipts(self, kind: Kind, month: Month) -> dict[str, tuple[Earlier, ...]]:
        """For each family that has a receipt in the month: its receipts booked before, oldest first."""
        sql = _RECEIPTS.format(name=kind.name, dated_by=kind.dated_by)
        found: dict[str, tuple[Earlier, ...]] = {}
        for family, number, on, organ, title in self._book.rows(sql, (str(month), str(month))):
            found[family] = (*found.get(family, ()), Earlier(number, day_at(number, on), organ, title))
        return found

    def comprehensive(self, meeting: Kind, month: Month) -> tuple[Earlier, ...]:
        """综合 meetings of the same year before the month."""
        sql = (
            f"{_EARLIER} WHERE r.nature = '综合' AND r.withdrawn_at IS NULL AND r.{{dated_by}} >= ? AND r.{{dated_by}} < ?"
            " ORDER BY r.{dated_by}, r.id"
        ).format(name=meeting.name, dated_by=meeting.dated_by)
        return self._told(sql, (month.january.first_day.isoformat(), month.first_day.isoformat()))

    def not_counted(self, kind: Kind, first: Month, last: Month) -> int:
        """Receipts of the period that are marked as outside the reduction count (纳入精简统计: 否)."""
        sql = (
            f"SELECT count(*) FROM {kind.name} WHERE booked_in BETWEEN ? AND ? AND late = 0 AND counted = '否'"  # noqa: S608
            " AND withdrawn_at IS NULL"
        )
        return int(self._book.rows(sql, (str(first), str(last)))[0][0])

    def booked_later(self, month: Month) -> tuple[tuple[str, str], ...]:
        """Records found late (补登) that count in a month after `month`: (number, month as ISO text), by number."""
        kinds = [kind for kind in KINDS if kind.stock is None]
        told = " UNION ALL ".join(
            f"SELECT number, booked_in FROM {kind.name} WHERE booked_in > ? AND late = 1 AND withdrawn_at IS NULL"  # noqa: S608 - declared names
            for kind in kinds
        )
        return tuple((number, str(month_at(f"{number} booked_in", later))) for number, later in self._book.rows(f"{told} ORDER BY number", (str(month),) * len(kinds)))

    def planned(self, plaque: Kind, month: Month) -> tuple[Record, ...]:
        """Plaques that were recorded by the month's end and are still to hang (拟挂)."""
        sql = Statements(plaque)
        rows = self._book.rows(
            f"{sql.read} AND r.status = '拟挂' AND r.stands_since <= ?{sql.order(newest_first=False)}",
            (month.last_day.isoformat(),),
        )
        return records_of(plaque, rows)

    def _told(self, sql: str, places: tuple[str, ...]) -> tuple[Earlier, ...]:
        return tuple(
            Earlier(number, day_at(number, on), organ, title) for number, on, organ, title in self._book.rows(sql, places)
        )
