"""Workbooks (.xlsx, .xls, .ods) as grids: values with their types, merged cells, hidden sheets."""

from io import BytesIO

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from ..domain.errors.reading import UnreadableFile
from .ods_span import ods_spans
from .sheet import Sheet


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
                rows = tuple(tuple(row) for row in sheet.to_python(skip_empty_area=False))
                hidden = about.visible != SheetVisibleEnum.Visible
                sheets.append(Sheet(about.name, rows, hidden, tuple(sheet.merged_cell_ranges or spans.get(about.name, ()))))
    except CalamineError as error:
        told = str(error).lower()
        secret = "password" in told or "encrypt" in told
        raise UnreadableFile(file=name, detail="文件加了密码" if secret else "不是完好的表格文件") from error
    return tuple(sheets)
