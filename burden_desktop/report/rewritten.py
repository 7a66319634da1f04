"""A month's pages written again from what its payload tells, to the byte, to be held against the pages of a file.

Quicker than drawing them plainly (`redrawn`), and stricter; but the codes of letters are the PDF writer's own, so another
version of it may write the same pages otherwise.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from .. import paths
from ..domain.handed_in.payload import Issue
from ..domain.months.summary import MonthSummary
from ..domain.record import Record
from .faces import Faces
from .pen import CodePen
from .render import lay_out
from .sheet import Sheets

_BEFORE, _AFTER = "1 0 0 1 0 0 cm \n", "\n \n"
"""How the writer of the pages begins and ends each."""


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """Size in points, and the whole of its drawing."""

    width: float
    height: float
    content: bytes


@dataclass(frozen=True, slots=True)
class Rewritten:
    """`letters`: what the pages call a font → its own name, and the letter of each code; `described`: a font's own name
    → its measures. `bookmarks`: (title, level, page
    from 0). `box` on page `signed_page` is where the signature goes: left, bottom, right, top in points."""

    pages: tuple[WrittenPage, ...]
    letters: Mapping[str, tuple[str, tuple[str, ...]]]
    described: Mapping[str, Mapping[str, Any]]
    bookmarks: tuple[tuple[str, int, int], ...]
    signed_page: int
    box: tuple[float, float, float, float]


def rewritten(
    summary: MonthSummary, records: Sequence[Record], issue: Issue, *, content_hash: str, sealed: bool
) -> Rewritten:
    """The final pages; `sealed` where they bear the picture of a seal."""
    pen = CodePen()
    sheets = Sheets(Faces(paths.resources() / "fonts", faces_read(paths.resources() / "fonts")), pen)
    page, box = lay_out(sheets, summary, records, issue, draft=False, content_hash=content_hash, sealed=sealed)
    return Rewritten(
        pages=tuple(
            WrittenPage(page.width, page.height, (_BEFORE + "\n".join(marks) + _AFTER).encode("ascii"))
            for page, marks in zip(sheets.pages, sheets.marks(), strict=True)
        ),
        letters=pen.letters(),
        described=pen.described(),
        bookmarks=tuple((*bookmark, place) for place, page in enumerate(sheets.pages) for bookmark in page.bookmarks),
        signed_page=page,
        box=box,
    )


@lru_cache(maxsize=1)
def faces_read(fonts: Path) -> Faces:
    """Kept as long as the process, which judges many files: reading them takes longer than drawing a month."""
    return Faces(fonts)
