"""The pages of a PDF as pictures in plain bytes, drawn one by one when they are asked for."""

from ..report.pages import PdfPages


class PagePictures:
    """`len()` pages; `picture(index, scale)` is (width, height, bytes a row, BGRA bytes), scale 1 = 72 dpi."""

    def __init__(self, pdf: bytes) -> None:
        self._pages = PdfPages(pdf)

    def __len__(self) -> int:
        return len(self._pages)

    def picture(self, index: int, scale: float) -> tuple[int, int, int, bytes]:
        drawn = self._pages.picture(index, scale)
        return drawn.width, drawn.height, drawn.stride, drawn.bgra
