"""Writes a drawn register as the file its name and ``how`` ask for: .xlsx, .xls, .ods, text or HTML."""

import csv
import io
import zipfile
from datetime import date, datetime, time
from html import escape
from pathlib import Path

import xlsxwriter
import xlwt

from .drawn import Formula, Register, Table

_MOMENTS = ((datetime, "yyyy-mm-dd hh:mm"), (date, "yyyy-mm-dd"), (time, "hh:mm"))


def write(register: Register, folder: Path) -> Path:
    """The register as a file in ``folder``."""
    path = folder / register.file
    shape = str(register.how.get("shape", path.suffix.removeprefix(".")))
    if shape == "xlsx":
        _xlsx(register, path)
    elif shape == "xls":
        _xls(register, path)
    elif shape == "ods":
        _ods(register, path)
    else:
        text = _html(register.tables[0]) if shape == "html" else _text(register, shape)
        path.write_bytes(text.encode(str(register.how.get("encoding", "utf-8"))))
    return path


def _format_of(cell: object) -> str | None:
    return next((form for kind, form in _MOMENTS if isinstance(cell, kind)), None)


def _swallowed(table: Table, row: int, column: int) -> bool:
    return any(
        top <= row <= bottom and left <= column <= right and (row, column) != (top, left)
        for top, left, bottom, right in table.merged
    )


def _xlsx(register: Register, path: Path) -> None:
    options = {"date_1904": bool(register.how.get("date_1904"))}
    with xlsxwriter.Workbook(path, options) as book:
        forms = {form: book.add_format({"num_format": form}) for _, form in _MOMENTS}
        for table in register.tables:
            sheet = book.add_worksheet(table.name)
            for top, left, bottom, right in table.merged:
                sheet.merge_range(top - 1, left - 1, bottom - 1, right - 1, "")
            for row, line in enumerate(table.lines):
                for column, cell in enumerate(line.cells):
                    if cell in (None, "") or _swallowed(table, row + 1, column + 1):
                        continue
                    if isinstance(cell, Formula):
                        sheet.write_formula(row, column, cell.text, None, "" if cell.cached is None else cell.cached)
                    elif isinstance(cell, str):
                        sheet.write_string(row, column, cell)
                    else:
                        form = _format_of(cell)
                        sheet.write(row, column, cell, forms[form] if form else None)
                if line.hidden:
                    sheet.set_row(row, None, None, {"hidden": True})
            if table.hidden:
                sheet.hide()


def _xls(register: Register, path: Path) -> None:
    book = xlwt.Workbook(encoding="utf-8")
    for table in register.tables:
        sheet = book.add_sheet(table.name, cell_overwrite_ok=True)
        corners = {(top, left): (bottom, right) for top, left, bottom, right in table.merged}
        for row, line in enumerate(table.lines):
            for column, cell in enumerate(line.cells):
                if _swallowed(table, row + 1, column + 1):
                    continue
                form = _format_of(cell)
                style = xlwt.easyxf(num_format_str=form) if form else xlwt.Style.default_style
                end = corners.get((row + 1, column + 1))
                if end:
                    sheet.write_merge(row, end[0] - 1, column, end[1] - 1, cell, style)
                elif cell not in (None, ""):
                    sheet.write(row, column, cell, style)
    book.save(str(path))


def _ods(register: Register, path: Path) -> None:
    sheets = "".join(
        f'<table:table table:name="{escape(table.name)}">{_ods_rows(table)}</table:table>' for table in register.tables
    )
    names = "".join(
        f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"' for short in ("office", "table", "text")
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as box:
        box.writestr("mimetype", kind, zipfile.ZIP_STORED)
        box.writestr(
            "META-INF/manifest.xml",
            '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
            '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>',
        )
        box.writestr(
            "content.xml",
            f'<?xml version="1.0" encoding="UTF-8"?><office:document-content{names} office:version="1.2"><office:body>'
            f"<office:spreadsheet>{sheets}</office:spreadsheet></office:body></office:document-content>",
        )


def _ods_rows(table: Table) -> str:
    corners = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in table.merged}
    width = max((len(line.cells) for line in table.lines), default=0)
    rows = []
    for row, line in enumerate(table.lines, start=1):
        cells = []
        for column in range(1, width + 1):
            cell = line.cells[column - 1] if column <= len(line.cells) else ""
            span = corners.get((row, column))
            extra = f' table:number-rows-spanned="{span[0]}" table:number-columns-spanned="{span[1]}"' if span else ""
            name = "covered-table-cell" if _swallowed(table, row, column) else "table-cell"
            cells.append(_ods_cell(name, extra, "" if name[0] == "c" else cell))
        rows.append(f"<table:table-row>{''.join(cells)}</table:table-row>")
    return "".join(rows)


def _ods_cell(name: str, extra: str, cell: object) -> str:
    if cell in (None, ""):
        return f"<table:{name}{extra}/>"
    if isinstance(cell, time):
        kind = f' office:value-type="time" office:time-value="PT{cell.hour:02}H{cell.minute:02}M00S"'
    elif isinstance(cell, date):
        kind = f' office:value-type="date" office:date-value="{cell.isoformat()}"'
    elif isinstance(cell, int | float):
        kind = f' office:value-type="float" office:value="{cell}"'
    else:
        kind = ' office:value-type="string"'
    lines = "".join(f"<text:p>{escape(part)}</text:p>" for part in str(cell).split("\n"))
    return f"<table:{name}{kind}{extra}>{lines}</table:{name}>"


def _html(table: Table) -> str:
    rows = "".join(
        "<tr>" + "".join(f"<td>{escape(str(cell)).replace(chr(10), '<br>')}</td>" for cell in line.cells) + "</tr>\r\n"
        for line in table.lines
    )
    return (
        '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head>'
        '<meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head>'
        f'<body><table border="1">{rows}</table></body></html>'
    )


def _text(register: Register, shape: str) -> str:
    out = io.StringIO(newline="")
    mark = {"tab": "\t", "pipe": "|", "txt": "\t"}.get(shape, ",")
    rows = csv.writer(out, delimiter=mark, lineterminator="\r\n")
    for line in register.tables[0].lines:
        rows.writerow(["" if cell is None else str(cell) for cell in line.cells])
    return out.getvalue()
