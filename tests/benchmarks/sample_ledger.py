"""Fills a new ledger with invented records. usage: sample_ledger.py LEDGER COUNT FIRST_MONTH MONTHS [ROWS.xlsx]

Run as a process of its own, so that its memory is not counted among what is measured.
"""

import sys
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from burden_desktop.domain.kinds import kind_named
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.point import Point
from burden_desktop.store.ledger import Ledger

FILLED = KINDS = tuple(kind_named(name) for name in ("document", "meeting", "inspection"))
BODIES = ("云岭县农业农村局", "云岭县应急管理局", "松江市卫生健康委员会", "云岭县委办公室", "青石镇人民政府", "松江市教育局")
MATTERS = ("春耕备耕", "防汛抗旱", "安全生产", "疫苗接种", "乡村道路养护", "困难群众走访", "义务教育保障", "森林防火")


def _month(first: str, step: int) -> str:
    year, month = map(int, first.split("-"))
    months = year * 12 + month - 1 + step
    return f"{months // 12}-{months % 12 + 1:02}"


def row(kind: str, index: int, month: str) -> dict[str, object]:
    """One record as written; every number gives another text."""
    day = f"{month}-{index % 28 + 1:02}"
    body, matter = BODIES[index % len(BODIES)], MATTERS[index % len(MATTERS)]
    if kind == "document":
        title = f"关于进一步做好{matter}有关工作的通知（第{index}号）"
        return {"received_on": day, "organ": body, "title": title, "doc_no": f"云农发〔2026〕{index}号",
                "issued_on": day, "minutes": index % 90}
    if kind == "meeting":
        return {"held_on": day, "organ": body, "title": f"{matter}工作部署会（第{index}次）", "starts_at": "09:00",
                "ends_at": "10:30", "format": "现场", "headcount": index % 9 + 1}
    return {"starts_on": day, "organ": body, "title": f"{matter}督查（第{index}组）", "visitors": index % 7 + 1}


def main() -> None:
    path, count, first, months = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3], int(sys.argv[4])
    rows = [(FILLED[index % len(FILLED)], index) for index in range(count)]
    path.parent.mkdir(parents=True, exist_ok=True)
    point = Point(name="青石镇", code="QSZ-01")
    with Ledger.create(path, point, clock=lambda: datetime(2026, 4, 1, 8, tzinfo=UTC)) as ledger:
        for kind in FILLED:
            values = (
                kind.validate(row(kind.name, index, _month(first, index * months // count)))
                for of_kind, index in rows
                if of_kind is kind
            )
            while batch := list(islice(values, 5000)):
                ledger.records.add_many(kind, batch)
        if len(sys.argv) > 5:
            write_sheet(Path(sys.argv[5]), ledger, Month.parse(first))


def write_sheet(path: Path, ledger: Ledger, month: Month) -> None:
    """The month's records as people keep them: one sheet a kind, the appendix's columns."""
    import xlsxwriter

    book = xlsxwriter.Workbook(str(path), {"default_format_properties": {"font_name": "Noto Serif SC", "font_size": 9}})
    for kind in KINDS:
        sheet = book.add_worksheet(kind.label)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.write_row(0, 0, [field.label for field in kind.appendix_fields])
        for line, record in enumerate(ledger.records.in_month(kind, month), start=1):
            sheet.write_row(line, 0, [record.values[field.name] for field in kind.appendix_fields])
    book.close()


if __name__ == "__main__":
    main()
