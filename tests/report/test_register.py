"""A register taken out stays what it was: text as text, numbers as numbers."""

from io import BytesIO

from python_calamine import load_workbook

from burden_desktop.domain.kinds.document import DOCUMENT
from burden_desktop.domain.reading.own_register import NUMBER_HEADING
from burden_desktop.report.register import register_xlsx

from ..records import paper


def test_headings_are_the_labels_and_a_formula_stays_text() -> None:
    written = register_xlsx(DOCUMENT, (paper(1, title="=HYPERLINK(0)", copies=3, minutes=0), paper(2)))
    rows = load_workbook(BytesIO(written)).get_sheet_by_index(0).to_python()
    assert rows[0] == [NUMBER_HEADING, *(field.label for field in DOCUMENT.fields)]
    first = dict(zip(rows[0], rows[1], strict=True))
    assert first["标题"] == "=HYPERLINK(0)"
    assert (first["份数"], first["办理用时（分钟）"]) == (3.0, 0.0)
    assert dict(zip(rows[0], rows[2], strict=True))["份数"] == ""


def test_an_empty_register_keeps_its_headings() -> None:
    rows = load_workbook(BytesIO(register_xlsx(DOCUMENT, ()))).get_sheet_by_index(0).to_python()
    assert len(rows) == 1
