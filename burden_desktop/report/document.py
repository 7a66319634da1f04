"""A report of blocks that is not signed: title, lines under it, blocks, as PDF/A-3u. Same input, same bytes."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from .. import paths
from .archive import archive
from .blocks import Block
from .drawing import draw
from .faces import Faces, Style
from .lines import Breaker
from .pen import PdfPen
from .sheet import Sheets


def document_pdf(
    title: str,
    under: Sequence[str],
    blocks: Sequence[Block],
    author: str,
    made_at: datetime,
    attachments: Mapping[str, bytes] | None = None,
) -> bytes:
    """The PDF; `under` are lines centred under the title."""
    faces = Faces(paths.resources() / "fonts")
    pen = PdfPen(faces)
    sheets = Sheets(faces, pen)
    sheets.new_page(wide=False)
    sheets.bookmark(title)
    middle = (sheets.x + sheets.right) / 2
    sheets.text(middle, sheets.y - 20, title, Style.BOLD, 20, align=0.5)
    sheets.y -= 30
    for line in (part for told in under for part in Breaker(faces, Style.SERIF, 11.5).lines(told, sheets.width)):
        sheets.text(middle, sheets.y - 12, line, Style.SERIF, 11.5, align=0.5)
        sheets.y -= 17
    sheets.line(sheets.x, sheets.y - 3, sheets.right, sheets.y - 3, weight=1.2)
    sheets.y -= 8
    draw(sheets, blocks)
    return archive(
        sheets.finish(pen, draft=False),
        title=f"{author}{title}（{under[0]}）" if under else title,
        author=author,
        made_at=made_at,
        attachments=attachments or {},
        colours=paths.resources() / "color" / "sRGB.icc",
    )
