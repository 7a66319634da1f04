"""The text of a .docx in reading order: paragraphs, and tables row by row."""

from pathlib import Path
from zipfile import BadZipFile

import docx
from docx.opc.exceptions import OpcError
from docx.table import Table

from ..domain.errors.reading import UnreadableFile


def docx_text(path: Path) -> str:
    """Raises UnreadableFile when the document is broken."""
    try:
        document = docx.Document(str(path))
        lines: list[str] = []
        for section in document.sections:
            lines += [line.text for line in section.header.paragraphs if line.text.strip()]
        for block in document.iter_inner_content():
            if isinstance(block, Table):
                lines += ["\t".join(dict.fromkeys(cell.text for cell in row.cells)) for row in block.rows]
            else:
                lines.append(block.text)
    except (OpcError, BadZipFile, KeyError, ValueError, SyntaxError) as error:
        raise UnreadableFile(file=path.name, detail="文件已损坏") from error
    return "\n".join(lines)
