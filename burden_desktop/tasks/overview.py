"""The commission's overview, gathered from its ledger."""

from dataclasses import replace
from datetime import date
from typing import Any

from ..domain.handed_in.overview import STATES, Overview, Row, arranged
from ..domain.months.month import Month
from ..store.ledger import Ledger
from .points import need_commission


def overview(ledger: Ledger, today: date, months: int) -> Overview:
    """The last `months` months up to the one before this, and behind them any of which a report was received before it was
    over. A month is due from the report day of the month after it.

    Raises NotACommission."""
    need_commission(ledger)
    last = Month.of(today).previous
    shown = tuple(last.plus(-step) for step in reversed(range(months)))
    due = last if today.day > ledger.point.report_day else last.previous
    files = ledger.receiving.accepted(str(shown[0]))
    running = tuple(sorted({month for one in files if (month := Month.parse(one.month)) > last}))
    names: dict[str, str] = {}
    first: dict[str, Month] = {}
    for one in ledger.receiving.enrolled():  # the month before the enrolment is the first that is expected
        names[one.code] = one.name
        first.setdefault(one.code, Month.parse(one.enrolled_at[:7]).previous)
    seen = arranged([(code, names[code], first[code]) for code in sorted(names)], (*shown, *running), files, due)
    believed = {one.code for one in ledger.receiving.enrolled() if not one.suspended_at}
    return replace(seen, running=running, rows=tuple(replace(row, suspended=row.code not in believed) for row in seen.rows))


def row_json(seen: Overview, row: Row) -> dict[str, Any]:
    """One line of the `overview` command's answer."""
    return {
        "code": row.code,
        "name": row.name,
        "suspended": row.suspended,
        "months": {
            str(cell.month): {"state": cell.state, "revision": cell.revision or None, "files": [one.sha256 for one in cell.files]}
            for cell in row.cells
        },
    }


__all__ = ["STATES", "overview", "row_json"]
