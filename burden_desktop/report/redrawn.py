"""A month's pages drawn again from what its payload tells, mark by mark, to be held against the pages of a file."""

from collections.abc import Sequence
from dataclasses import dataclass

from .. import paths
from ..domain.handed_in.payload import Issue
from ..domain.months.summary import MonthSummary
from ..domain.record import Record
from .faces import Faces
from .pen import PlainPen
from .render import lay_out
from .rewritten import faces_read
from .sheet import Sheets


@dataclass(frozen=True, slots=True)
class Redrawn:
    """`pages` are (width, height, marks in the order of drawing, letters plain); `box` on page `signed_page` is where
    the signature goes: left, bottom, right, top in points."""

    pages: tuple[tuple[float, float, tuple[str, ...]], ...]
    signed_page: int
    box: tuple[float, float, float, float]


def redrawn(
    summary: MonthSummary, records: Sequence[Record], issue: Issue, *, content_hash: str, sealed: bool
) -> Redrawn:
    """The final pages; `sealed` where they bear the picture of a seal."""
    fonts = paths.resources() / "fonts"
    sheets = Sheets(Faces(fonts, faces_read(fonts)), PlainPen())
    page, box = lay_out(sheets, summary, records, issue, draft=False, content_hash=content_hash, sealed=sealed)
    pages = ((page.width, page.height, marks) for page, marks in zip(sheets.pages, sheets.marks(), strict=True))
    return Redrawn(tuple(pages), page, box)
