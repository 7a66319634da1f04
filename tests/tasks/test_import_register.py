"""A register comes in as a whole, or not at all."""

from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from burden_desktop.domain.errors.months import SealedMonth
from burden_desktop.domain.kinds import KINDS
from burden_desktop.domain.month import Month
from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks.import_register import preview, store_rows

from ..conftest import StandingClock
from ..records import POINT

SHEETS = {
    "收文": (("收文日期", "来文单位", "标题"), ("2026-03-05", "甲局", "关于某事的通知")),
    "参会": (("开会日期", "召集单位", "会议名称"), ("2026-02-05", "甲局", "某次会议")),
}


def test_a_row_of_a_sealed_month_keeps_the_other_sheets_out_too(tmp_path: Path, clock: StandingClock) -> None:
    with xlsxwriter.Workbook(tmp_path / "登记.xlsx") as book:
        for name, rows in SHEETS.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    reading = preview(tmp_path / "登记.xlsx", None, date(2026, 4, 2))
    assert [row.kind for row in reading.rows] == ["document", "meeting"]
    with Ledger.create(tmp_path / "a.db", POINT, clock=clock) as ledger:
        head = ledger.history.head()
        ledger.months.seal(Month(2026, 2), revision=1, file_name="f.pdf", sha256="0" * 64, expected_head=head)
        with pytest.raises(SealedMonth):
            store_rows(ledger, reading)
        assert [ledger.records.count(kind) for kind in KINDS] == [0, 0, 0]
        assert ledger.check().ok
        ledger.months.reopen(Month(2026, 2), "漏记")
        stored, as_stored = store_rows(ledger, reading)
        assert len(stored) == len(as_stored.rows) == 2
