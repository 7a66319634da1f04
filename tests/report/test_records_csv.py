"""Records as a spreadsheet table: complete, readable anywhere, harmless."""

import csv
import io

import pytest

from burden_desktop.report.records_csv import records_csv

from .invented_month import record


def read(held: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(held.decode("utf-8-sig"), newline="")))


def test_table_holds_every_record_with_its_fields() -> None:
    rows = read(records_csv([record(0), record(1, "meeting", late=True, headcount=0)]))
    assert [row["number"] for row in rows] == ["收2026-0001", "会2026-0002"]
    assert rows[0]["received_on"] == "2026-03-01"
    assert rows[0]["level"] == "county"
    assert rows[1]["late"] == "true"
    assert rows[1]["headcount"] == "0"


def test_table_begins_with_the_mark_that_spreadsheets_need() -> None:
    assert records_csv([]).startswith(b"\xef\xbb\xbfnumber,kind,late,level,family,")


@pytest.mark.parametrize("title", ["=1+1", "+cmd", "-2", "@sum", "＝1", " =1"])
def test_formula_is_neutralised(title: str) -> None:
    told = read(records_csv([record(0, title=title)]))[0]["title"]
    assert told.startswith("'")
    assert told[1:] == title.strip()
