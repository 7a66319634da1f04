"""A table whose rows stand in bands, each under a line of its own that never stands without a row, and is said again
where the band goes on on the next page."""

from collections.abc import Sequence
from typing import Final

from .blocks import Band
from .faces import Style
from .lines import Breaker
from .table import PAD, Table

_CONTINUED: Final = "（续）"


class BandedTable(Table):
    """A table of bands, drawn from the current height downwards."""

    _band: Band | None = None

    def draw_bands(self, bands: Sequence[Band]) -> None:
        self._sheets.need(self._heading_height + self._head_height(bands[0]) + 2 * self._leading if bands else 0)
        self._begin()
        for band in bands:
            self._band = None
            first = self._height(self._wrapped(band.rows[0])) if band.rows else 0.0
            room = self._head_height(band) + min(first, self._sheets.page_height / 2)
            if self._sheets.y - room < self._sheets.bottom:
                self._turn()
            self._head(band.name, band.note)
            self._band = band
            if any(any(row[1:]) for row in band.rows):
                self._draw_rows(band.rows)
            else:  # nothing stands beside the facts: they have the room
                for row in band.rows:
                    self._whole_row(row[0], Style.SANS)
            if band.rest:
                self._whole_row(band.rest, Style.SERIF)
        self._band = None
        self._close()

    def _turn(self) -> None:
        super()._turn()
        if self._band is not None:
            self._head(f"{self._band.name}{_CONTINUED}", "")

    def _across(self, text: str, style: Style) -> tuple[str, ...]:
        return Breaker(self._sheets.faces, style, self._size).lines(text, self._width - 2 * PAD) if text else ()

    def _head_height(self, band: Band) -> float:
        lines = len(self._across(band.name, Style.BOLD)) + len(self._across(band.note, Style.SERIF))
        return lines * self._leading + 2 * self._pad

    def _head(self, name: str, note: str) -> None:
        self._uprights()
        told = [(line, Style.BOLD) for line in self._across(name, Style.BOLD)]
        told += [(line, Style.SERIF) for line in self._across(note, Style.SERIF)]
        self._told(told, fill=0.97)

    def _whole_row(self, text: str, style: Style) -> None:
        told = [(line, style) for line in self._across(text, style)]
        if self._sheets.y - len(told) * self._leading - 2 * self._pad < self._sheets.bottom:
            self._turn()
        self._uprights()
        self._told(told, fill=None)

    def _told(self, lines: Sequence[tuple[str, Style]], *, fill: float | None) -> None:
        """Lines over the table's whole width, no rule between columns."""
        sheets = self._sheets
        height = len(lines) * self._leading + 2 * self._pad
        if fill is not None:
            sheets.box(sheets.x, sheets.y - height, self._width, height, fill=fill, edge=None)
        y = sheets.y - self._pad - self._size * 1.02
        for line, style in lines:
            sheets.text(sheets.x + PAD, y, line, style, self._size)
            y -= self._leading
        sheets.y -= height
        self._under()
        self._top = sheets.y
