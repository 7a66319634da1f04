"""The paper: pages that take text, lines and boxes in points from the lower left corner, and become a PDF.

Pages are kept until the last one is known, so that each footer can say how many there are.
"""

from dataclasses import dataclass, field
from typing import Final

from reportlab.lib.pagesizes import A4

from ..domain.texts import label
from .faces import Faces, Style, visible
from .pen import PdfPen, Pen

MM: Final = 72 / 25.4
BODY: Final = (28 * MM, 24 * MM, 26 * MM, 25 * MM)  # left, bottom, right, top: as wide as a 公文, and taller
WIDE_BODY: Final = (14 * MM, 17 * MM, 14 * MM, 18 * MM)
DRAFT: Final = label("草稿")


@dataclass(slots=True)
class Page:
    """A page in the making: content operators, and the bookmarks that point at it."""

    width: float
    height: float
    operators: list[str] = field(default_factory=list)
    bookmarks: list[tuple[str, int]] = field(default_factory=list)


class Sheets:
    """The pages of one report. `x`, `y`, `right`, `bottom` bound what may still be drawn on the current page."""

    def __init__(self, faces: Faces, pen: Pen) -> None:
        self.faces = faces
        self.pages: list[Page] = []
        self._pen = pen
        self._drawn: dict[tuple[str, Style, float], str] = {}
        self.x = self.y = self.right = self.bottom = 0.0
        self.wide = False

    @property
    def page(self) -> Page:
        return self.pages[-1]

    @property
    def width(self) -> float:
        return self.right - self.x

    @property
    def page_height(self) -> float:
        """Points from the top of a page like this one to its foot."""
        _, bottom, _, top = WIDE_BODY if self.wide else BODY
        return self.page.height - bottom - top

    def new_page(self, *, wide: bool | None = None) -> None:
        """Begin a page; `wide` turns it to landscape, None keeps the way of the page before."""
        self.wide = self.wide if wide is None else wide
        width, height = (A4[1], A4[0]) if self.wide else A4
        left, bottom, right, top = WIDE_BODY if self.wide else BODY
        self.pages.append(Page(width, height))
        self.x, self.bottom, self.right, self.y = left, bottom, width - right, height - top

    def need(self, height: float) -> None:
        """Begin a page unless `height` points are left on this one."""
        if self.y - height < self.bottom:
            self.new_page()

    def text(self, x: float, y: float, text: str, style: Style, size: float, *, align: float = 0) -> None:
        """Write one line with its base at `y`; `align` 0 = begins at x, 0.5 = centred on it, 1 = ends there."""
        if not text:
            return
        if align:
            x -= self.faces.width(text, style, size) * align
        self.page.operators.append(f"BT {x:.2f} {y:.2f} Td {self._show(text, style, size)} ET")

    def _show(self, text: str, style: Style, size: float) -> str:
        drawn = self._drawn.get((text, style, size))
        if drawn is None:
            runs = self.faces.runs(visible(text), style)
            drawn = self._drawn[(text, style, size)] = " ".join(self._pen.write(run, size) for run in runs)
        return drawn

    def line(self, x1: float, y1: float, x2: float, y2: float, *, weight: float = 0.5, grey: float = 0) -> None:
        self.page.operators.append(f"{grey:g} G {weight:g} w {x1:.2f} {y1:.2f} m {x2:.2f} {y2:.2f} l S")

    def box(
        self, x: float, y: float, width: float, height: float, *, fill: float | None = None, edge: float | None = 0.5,
        dashed: bool = False,
    ) -> None:
        """A rectangle from its lower left corner; `fill` is a grey (0 black), `edge` a line weight or None."""
        paint = {(True, True): "B", (True, False): "f", (False, True): "S"}[(fill is not None, edge is not None)]
        colour = f"{fill:g} g " if fill is not None else ""
        stroke = f"0 G {edge:g} w " if edge is not None else ""
        dash = "[3 2] 0 d " if dashed else ""
        self.page.operators.append(f"q {colour}{stroke}{dash}{x:.2f} {y:.2f} {width:.2f} {height:.2f} re {paint} Q")

    def picture(self, name: str, x: float, y: float, side: float) -> None:
        """A square picture that the archive puts among the page's resources as `name`."""
        self.page.operators.append(f"q {side:.2f} 0 0 {side:.2f} {x:.2f} {y:.2f} cm /{name} Do Q")

    def bookmark(self, title: str, level: int = 0) -> None:
        self.page.bookmarks.append((visible(title), level))

    def _footer(self, number: int, page: Page) -> str:
        footer = f"第{number}页 共{len(self.pages)}页"
        x = page.width / 2 - self.faces.width(footer, Style.SERIF, 10) / 2
        return f"BT 1 0 0 1 {x:.2f} 34 Tm {self._show(footer, Style.SERIF, 10)} ET"

    def marks(self) -> tuple[tuple[str, ...], ...]:
        """Everything on each page, in the order of drawing."""
        return tuple((*page.operators, self._footer(number, page)) for number, page in enumerate(self.pages, 1))

    def finish(self, pen: PdfPen, *, draft: bool) -> bytes:
        """The PDF, before it is made fit for the archive. `pen` is the one that wrote it."""
        canvas = pen.canvas
        for number, page in enumerate(self.pages, 1):
            footer = self._footer(number, page)  # before the watermark: letters get their codes in this order
            canvas.setPageSize((page.width, page.height))
            canvas._code.extend([*([self._watermark(page)] if draft else []), *page.operators, footer])
            for place, (title, level) in enumerate(page.bookmarks):
                key = f"p{number}-{place}"
                canvas.bookmarkPage(key)
                canvas.addOutlineEntry(title, key, level, closed=False)
            canvas.showPage()
        canvas.save()
        return pen.buffer.getvalue()

    def _watermark(self, page: Page) -> str:
        size = 170
        half = self.faces.width(DRAFT, Style.BOLD, size) / 2 * 0.7071
        x, y = page.width / 2 - half + size * 0.26, page.height / 2 - half - size * 0.26
        turned = f"0.7071 0.7071 -0.7071 0.7071 {x:.2f} {y:.2f} Tm"
        return f"q 0.93 g BT {turned} {self._show(DRAFT, Style.BOLD, size)} ET Q"
