"""What leaves as a register comes back as it was, whatever stands in it; an empty register comes back filled in."""

from collections.abc import Mapping
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import load_workbook

from burden_desktop.domain.errors.family import BurdenError
from burden_desktop.domain.field import Field, FieldType
from burden_desktop.domain.kind import Kind
from burden_desktop.domain.kinds import KINDS
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.reading.draft import PassedRow
from burden_desktop.domain.record import Record
from burden_desktop.intake.registers.register import read_register
from burden_desktop.report.register import register_csv, register_xlsx
from burden_desktop.report.register_template import template_fields, template_xlsx
from burden_desktop.report.rejected import rejected_xlsx

TODAY = date(2026, 4, 2)
ODD = ("同上", "〃", "—", "合计", "=1+1", "'=1", "''+2", "@某", "-1", "2026.3.5", "甲,乙\"丙\"", "两行\n字", "１２", "𫖯", "'")
WORDS = st.one_of(st.sampled_from(ODD), st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Co", "Cn"]), min_size=1, max_size=12))


def _written(field: Field) -> st.SearchStrategy[object]:
    if field.type is FieldType.DATE:
        return st.dates(date(2020, 1, 1), date(2030, 1, 1)).map(date.isoformat)
    if field.type is FieldType.TIME:
        return st.times().map(lambda moment: f"{moment:%H:%M}")
    if field.type is FieldType.COUNT:
        return st.integers(0, 500)
    if field.type is FieldType.CHOICE:
        return st.sampled_from(field.choices)
    if field.type is FieldType.FLAGS:
        return st.lists(st.sampled_from(field.choices), unique=True, max_size=3).map("、".join)
    return WORDS


def _records(kind: Kind) -> st.SearchStrategy[tuple[Record, ...]]:
    def valid(written: Mapping[str, object]) -> Record | None:
        try:
            values = kind.validate({name: value for name, value in written.items() if value is not None})
        except BurdenError:
            return None
        return Record(1, kind.name, f"{kind.mark}2026-0001", Month(2026, 3), False, None, None, values, "", "")

    fields = {field.name: _written(field) if field.required else st.none() | _written(field) for field in kind.fields}
    one = st.fixed_dictionaries(fields).map(valid).filter(lambda record: record is not None)
    return st.lists(one, min_size=1, max_size=3).map(tuple)  # type: ignore[arg-type]


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_record_comes_back_as_it_left(kind: Kind, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"{kind.label}{suffix}"
    writer = {".xlsx": register_xlsx, ".csv": register_csv}[suffix]

    @settings(max_examples=25, suppress_health_check=list(HealthCheck))
    @given(records=_records(kind))
    def round_trip(records: tuple[Record, ...]) -> None:
        path.write_bytes(writer(kind, records))
        reading = read_register(path, kind=None, today=TODAY)
        assert reading.rejected == ()
        assert [kind.validate(row.values) for row in reading.rows] == [record.values for record in records]

    round_trip()


@pytest.mark.parametrize("note", ["甲\t乙\t丙\t丁", "甲；乙；丙", "一|二|三|四", "第一行\t\t\n第二行\t\t"])
def test_marks_inside_a_cell_separate_nothing(note: str, tmp_path: Path) -> None:
    kind = next(kind for kind in KINDS if kind.name == "document")
    values = kind.validate({"received_on": "2026-03-02", "organ": "县财政局", "title": "关于预算的通知", "note": note})
    path = tmp_path / "收文.csv"
    path.write_bytes(register_csv(kind, (Record(1, "document", "收2026-0001", Month(2026, 3), False, None, None, values, "", ""),)))
    (row,) = read_register(path, kind=None, today=TODAY).rows
    assert row.values["note"] == values["note"]


def test_no_cell_of_the_text_file_acts_as_a_formula() -> None:
    kind = KINDS[0]
    values = kind.validate({"received_on": "2026-03-05", "organ": "县委办", "title": "=1+1", "note": "＋附件"})
    record = Record(1, kind.name, "收2026-0001", Month(2026, 3), False, None, None, values, "", "")
    written = register_csv(kind, (record,))
    assert written.startswith(b"\xef\xbb\xbf")
    assert ",'=1+1," in written.decode() and ",'＋附件" in written.decode()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_an_empty_register_names_every_heading_that_import_knows(kind: Kind, tmp_path: Path) -> None:
    path = tmp_path / "空表.xlsx"
    path.write_bytes(template_xlsx(kind))
    reading = read_register(path, kind=None, today=TODAY)
    (mapping,) = reading.mapping.values()
    assert list(mapping.values()) == [field.name for field in template_fields(kind)]
    assert set(reading.kinds.values()) == {kind.name}
    assert (reading.rows, reading.rejected) == ((), ())


def test_rejected_rows_are_saved_with_where_and_why_and_can_be_imported_once_mended() -> None:
    cells = (("收文日期", "2月30日"), ("来文单位", "=县委办"), ("标题", "关于某事的通知"))
    written = rejected_xlsx([(PassedRow("3月", 7, "bad_date", cells, "document"), "日期缺少或不对。"), (PassedRow("3月", 8, "classified"), "带有密级。")])
    book = load_workbook(BytesIO(written))
    first = book.get_sheet_by_index(0).to_python()
    assert first[0][3:] == ["收文日期", "来文单位", "标题"]
    assert first[1] == ["3月", "7", "日期缺少或不对。", "2月30日", "=县委办", "关于某事的通知"]
    assert book.get_sheet_by_index(1).to_python()[1] == ["3月", "8", "带有密级。"]
