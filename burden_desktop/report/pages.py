"""Pictures of a PDF's pages for the screen, drawn when asked for."""

from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

import pypdfium2


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as 32-bit pixels, blue green red alpha, `stride` bytes a line, from the top."""

    width: int
    height: int
    bgra: bytes
    stride: int


class PdfPages:
    """The pages of `pdf`. Close it, or use it with `with`."""

    def __init__(self, pdf: bytes) -> None:
        self._document: Any = pypdfium2.PdfDocument(pdf)
        if self._document.get_formtype():
            self._document.init_forms()  # a visible signature is drawn only then

    def __len__(self) -> int:
        return len(self._document)

    def size(self, page: int) -> tuple[float, float]:
        """Width and height in points."""
        width, height = self._document.get_page_size(page)
        return float(width), float(height)

    def picture(self, page: int, scale: float) -> Picture:
        """The page at `scale` pixels a point (1 = 72 a inch). Raises IndexError."""
        if not 0 <= page < len(self):
            raise IndexError(page)
        held = self._document[page]
        try:
            bitmap = held.render(scale=scale, may_draw_forms=True, rev_byteorder=False, force_bitmap_format=4)
            try:
                return Picture(bitmap.width, bitmap.height, bytes(bitmap.buffer), bitmap.stride)
            finally:
                bitmap.close()
        finally:
            held.close()

    def close(self) -> None:
        self._document.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
