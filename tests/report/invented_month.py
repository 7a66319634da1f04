"""Invented months for the report's tests."""

from collections import Counter
from collections.abc import Sequence

from burden_desktop.domain.bodies.organ import guess_level
from burden_desktop.domain.handed_in.payload import Issue, appendix_row
from burden_desktop.domain.handed_in.submission import recount
from burden_desktop.domain.kinds import KINDS, kind_named
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.months.stock import Span
from burden_desktop.domain.months.summary import KindFigures, MonthSummary
from burden_desktop.domain.point import Point
from burden_desktop.domain.record import Record

ISSUE = Issue(1, "2026-04-05T09:30:00+08:00")
MAKER = Point("青禾县石桥镇基层减负监测点", "QH-SQ-01", reporter="编报员", approver="审核员")
BODIES = ("青禾县教育局", "江源市民政局", "云岭省农业农村厅", "国务院办公厅", "石桥镇人民政府", "某单位")

def record(place: int, kind_name: str = "document", *, late: bool = False, **written: object) -> Record:
    """A record of March 2026 with its own number."""
    kind = kind_named(kind_name)
    values: dict[str, object] = {
        kind.dated_by: f"2026-03-{place % 28 + 1:02d}",
        "organ": BODIES[place % len(BODIES)],
        kind.titled_by: f"关于做好第{place}项工作的通知",
    }
    for field in kind.fields:
        if field.required:
            values.setdefault(field.name, field.choices[0] if field.choices else "某项")
    held = kind.validate(values | written)
    number = f"{kind.mark}2026-{place + 1:04d}"
    level = guess_level(str(held["organ"]))
    span = Span(str(held[kind.dated_by]), None) if kind.stock else None
    return Record(place, kind.name, number, Month(2026, 3), late, None, level, held, "", "", span)

def summary_of(records: Sequence[Record], *, previous: int | None = 10, last_year: int | None = None) -> MonthSummary:
    """The month's figures, counted from the records themselves."""
    kinds, levels, organs = {}, {}, {}
    for kind in KINDS:
        rows = [appendix_row(kind, held) for held in records if held.kind == kind.name]
        things, receipts, by_level, by_organ = recount(rows, kind.name)
        late = sum(row["late"] for row in rows)
        kinds[kind.name] = KindFigures(things, previous, last_year, things, last_year, receipts, 90 * things, late)
        levels[kind.name] = by_level
        organs[kind.name] = tuple(Counter(by_organ).most_common())
    return MonthSummary(MAKER, Month(2026, 3), kinds, levels, organs)

