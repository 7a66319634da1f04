"""A view of pages that knows which of them were really on the screen, down to their last line."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent

from ...domain.texts import Texts
from ..desk import Pages
from .paper import PageView


class ReadThrough(PageView):
    """A page counts as seen once its lower edge stood in the view; pages passed over in a leap do not.
    `seen_changed(seen, all)`."""

    seen_changed = Signal(int, int)

    def __init__(self, t: Texts) -> None:
        self._seen: set[int] = set()
        super().__init__(t)
        self.verticalScrollBar().valueChanged.connect(self._look)
        self.verticalScrollBar().rangeChanged.connect(self._look)

    @property
    def seen(self) -> frozenset[int]:
        return frozenset(self._seen)

    def show_pages(self, pages: Pages | None) -> None:
        self._seen = set()
        super().show_pages(pages)

    def show_again(self, pages: Pages, seen: frozenset[int]) -> None:
        """Show pages of which `seen` were seen before."""
        self.show_pages(pages)
        self._seen = set(seen)

    def next_unseen(self) -> None:
        """Go on: down by most of a view within a page, or to the first page not seen."""
        first = next((index for index in range(len(self._sheets)) if index not in self._seen), None)
        if first is None:
            return
        bar, sheet = self.verticalScrollBar(), self._sheets[first]
        top, height = bar.value(), self.viewport().height()
        if sheet.y() < top + height and sheet.y() + sheet.height() > top + height:
            bar.setValue(min(top + round(height * 0.85), sheet.y() + sheet.height() - height + 1))
        else:
            bar.setValue(sheet.y())
        self._look()

    def _look(self, *_: int) -> None:
        if not self.isVisible():
            return
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        before = len(self._seen)
        for index, sheet in enumerate(self._sheets):
            if index in self._drawn and top < sheet.y() + sheet.height() <= bottom + 1:
                self._seen.add(index)
        if len(self._seen) != before:
            self.seen_changed.emit(len(self._seen), len(self._sheets))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._look()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._look()
