"""An empty register for colleagues: the headings that `import` knows, choices to pick from, and how to fill it in."""

from io import BytesIO
from typing import Any, Final

import xlsxwriter

from ..domain.field import Field, FieldType
from ..domain.kind import Kind

_ROWS: Final = 500  # rows that offer their choices
_LEFT_OUT: Final = ("genre", "counted", "scope", "minutes", "characters", "convener_level", "nature", "escort", "notice")
_WIDTHS: Final = {FieldType.TEXT: 28, FieldType.LONG_TEXT: 28, FieldType.ORGAN: 22}
_ADVICE: Final = (
    "填写说明",
    "1. 每行登记一项，带*的栏目必须填写。",
    "2. 日期写成 2026-03-05、2026.3.5 或 3月5日都可以；时间写成 14:30。",
    "3. 涉密文件不得登记。",
    "4. 不要改动表头。填好后发回，可直接导入。",
)


def template_fields(kind: Kind) -> tuple[Field, ...]:
    """What a colleague is asked for: all but what the point decides or the program derives."""
    return tuple(field for field in kind.fields if field.required or field.name not in _LEFT_OUT)


def template_xlsx(kind: Kind) -> bytes:
    """A workbook of two sheets: the table, and how to fill it in."""
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    sheet = book.add_worksheet(f"{kind.label}登记表")
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "vcenter"})
    plain = book.add_format({"num_format": "@", "text_wrap": True})
    for column, field in enumerate(template_fields(kind)):
        sheet.write_string(0, column, field.label + ("*" if field.required else ""), head)
        sheet.set_column(column, column, _WIDTHS.get(field.type, 14), plain if field.type is not FieldType.COUNT else None)
        _offer_choices(sheet, column, field)
    sheet.set_row(0, 30)
    sheet.freeze_panes(1, 0)
    advice = book.add_worksheet("填写说明")
    advice.set_column(0, 0, 70)
    for row, line in enumerate(_ADVICE):
        advice.write_string(row, 0, line)
    book.close()
    return stream.getvalue()


def _offer_choices(sheet: Any, column: int, field: Field) -> None:
    if field.type is FieldType.CHOICE:
        sheet.data_validation(
            1, column, _ROWS, column, {"validate": "list", "source": list(field.choices), "error_type": "information"}
        )
