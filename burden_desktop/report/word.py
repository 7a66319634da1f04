"""Blocks as a Word file, for those who must paste the report elsewhere. It is a copy: the signed file is the PDF."""

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from .blocks import Banded, Block, Grid, Heading, Prose, as_grid

_SERIF: Final = ("Times New Roman", "宋体")
_SANS: Final = ("Arial", "黑体")
"""Latin and Chinese: the fonts of every Chinese office computer; ours are not installed there."""
_ALIGN: Final = {0: WD_ALIGN_PARAGRAPH.LEFT, 0.5: WD_ALIGN_PARAGRAPH.CENTER, 1: WD_ALIGN_PARAGRAPH.RIGHT}
_TYPE_AREA: Final = 156
_SHORT: Final = 14
"""Rows of a table that is kept on one page."""
_SIDES: Final = 45  # twentieths of a point left and right of a cell's words


def word_file(title: str, under: Sequence[str], blocks: Sequence[Block], *, made_at: datetime) -> bytes:
    """The blocks under a centred title; charts become tables. Control characters, which Word refuses, are left out."""
    document: Any = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin, section.top_margin, section.bottom_margin = Mm(28), Mm(26), Mm(37), Mm(35)
    document.core_properties.title = title
    document.core_properties.language = "zh-CN"
    document.core_properties.created = document.core_properties.modified = made_at.replace(tzinfo=None)
    _line(document, title, 22, _SANS, bold=True, align=WD_ALIGN_PARAGRAPH.CENTER)
    for line in under:
        _line(document, line, 12, _SERIF, align=WD_ALIGN_PARAGRAPH.CENTER)
    for block in blocks:
        _block(document, block)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _block(document: Any, block: Block) -> None:
    if isinstance(block, Heading):
        heading = document.add_heading(level=block.level)
        told = f"{block.text}　{block.beside}" if block.beside else block.text
        _write(heading, told, 15 if block.level == 1 else 12, _SANS, bold=True)
        heading.runs[0].font.color.rgb = RGBColor(0, 0, 0)  # the template's headings are blue
        heading.paragraph_format.keep_with_next = True
    elif isinstance(block, Prose):
        size = 12 if block.small else 14
        paragraph = _line(document, block.text, size, _SERIF, bold=block.bold)
        paragraph.paragraph_format.first_line_indent = Pt(size * 2)
        paragraph.paragraph_format.widow_control = True
    elif isinstance(block, Grid):
        _table(document, block)
    elif isinstance(block, Banded):
        _banded(document, block)
    else:
        grid = as_grid(block)
        caption = _line(document, grid.title, 10, _SANS, bold=True)
        caption.paragraph_format.space_after, caption.paragraph_format.keep_with_next = Pt(2), True
        _table(document, grid)


def _line(document: Any, text: str, size: float, face: tuple[str, str], *, bold: bool = False, align: Any = None) -> Any:
    paragraph = document.add_paragraph()
    if align is not None:
        paragraph.alignment = align
    _write(paragraph, text, size, face, bold=bold)
    return paragraph


def _write(paragraph: Any, text: str, size: float, face: tuple[str, str], *, bold: bool = False) -> None:
    run = paragraph.add_run("".join(letter for letter in text if letter >= " " or letter in "\n\t"))
    latin, chinese = face
    run.font.size, run.font.name, run.font.bold = Pt(size), latin, bold
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), chinese)


def _table(document: Any, grid: Grid) -> Any:
    table = document.add_table(rows=1, cols=len(grid.columns), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    _narrow_sides(table)
    shares = sum(column.share for column in grid.columns)
    for cell, column in zip(table.rows[0].cells, grid.columns, strict=True):
        _cell(cell, column.label, grid.size, bold=True, align=WD_ALIGN_PARAGRAPH.CENTER)
    _repeat(table.rows[0])
    for row in grid.rows:
        added = table.add_row()
        _whole(added)
        for cell, value, column in zip(added.cells, row, grid.columns, strict=True):
            _cell(cell, value, grid.size, align=_ALIGN[column.align])
    if len(grid.rows) <= _SHORT:
        for row in table.rows[:-1]:
            for cell in row.cells:
                cell.paragraphs[0].paragraph_format.keep_with_next = True
    for place, column in enumerate(grid.columns):
        table.columns[place].width = Mm(_TYPE_AREA * column.share / shares)
    _line(document, "", 5, _SANS).paragraph_format.space_after = Pt(4)
    return table


def _narrow_sides(table: Any) -> None:
    """Words begin near the rule, so that figures have room in narrow columns."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), str(_SIDES))
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    look = table._tbl.tblPr.find(qn("w:tblLook"))
    look.addprevious(margins)


def _banded(document: Any, block: Banded) -> None:
    """A table in which every band has a row of its own over all columns, kept with the next."""
    rows: list[tuple[str, ...]] = []
    across: dict[int, bool] = {}  # row → whether it is a head
    for band in block.bands:
        across[len(rows)] = True
        rows.append((f"{band.name}\n{band.note}" if band.note else band.name,))
        rows.extend(band.rows)
        if band.rest:
            across[len(rows)] = False
            rows.append((band.rest,))
    blank = ("",) * len(block.columns)
    table = _table(document, Grid(block.title, block.columns, tuple((*row, *blank)[: len(block.columns)] for row in rows), size=block.size))
    for place, is_head in across.items():
        cells = table.rows[place + 1].cells
        merged = cells[0].merge(cells[-1])
        merged.text = ""
        _cell(merged, rows[place][0], block.size, bold=is_head, align=WD_ALIGN_PARAGRAPH.LEFT)
        merged.paragraphs[0].paragraph_format.keep_with_next = is_head


def _cell(cell: Any, text: str, size: float, *, bold: bool = False, align: Any) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.alignment = align
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(1)
    _write(paragraph, text, size, _SANS, bold=bold)


def _repeat(row: Any) -> None:
    """The heading row stands on every page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _whole(row: Any) -> None:
    """A row is not broken over pages."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


