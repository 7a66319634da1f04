"""Workbooks (.xlsx, .xls, .ods) as grids: values with their types, merged cells, hidden sheets."""

from io import BytesIO
from typing import Final

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from ...domain.errors.reading import TooManyRows, UnreadableFile
from ...domain.texts import say
from .ods_span import ods_spans
from .sheet import Sheet

MAX_ROWS: Final = 60_000
MAX_CELLS: Final = 4_000_000


def workbook_sheets(content: bytes, name: str) -> tuple[Sheet, ...]:
    """Every sheet of cells of the file called `name`, whatever its ending says. Raises UnreadableFile for an encrypted
    or broken book."""
    sheets = []
    spans = ods_spans(content) if content.startswith(b"PK") else {}
    try:
        with CalamineWorkbook.from_filelike(BytesIO(content)) as book:
            for about in book.sheets_metadata:
                if about.typ != SheetTypeEnum.WorkSheet:
                    continue
                sheet = book.get_sheet_by_name(about.name)
                bottom, right = sheet.end or (0, 0)
                if bottom >= MAX_ROWS or (bottom + 1) * (right + 1) > MAX_CELLS:
                    raise TooManyRows(file=name, rows=bottom + 1, limit=MAX_ROWS)
                rows = tuple(map(tuple, sheet.to_python(skip_empty_area=False)))
                hidden = about.visible != SheetVisibleEnum.Visible
                sheets.append(Sheet(about.name, rows, hidden, tuple(sheet.merged_cell_ranges or spans.get(about.name, ()))))
    except CalamineError as error:
        told = str(error).lower()
        secret = "password" in told or "encrypt" in told
        raise UnreadableFile(file=name, detail=say("文件加了密码") if secret else say("不是完好的表格文件")) from error
    return tuple(sheets)
