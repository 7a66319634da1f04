"""List and form side by side; where letters are too large for both, one at a time, with two tabs above to turn between them.

The words of a notice stand above the list, beside its draft; where only the form is seen, above that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QTabBar, QVBoxLayout, QWidget

from . import appearance

if TYPE_CHECKING:
    from ...domain.texts import Texts
    from ..entry.notice_source import NoticeSource

_LIST, _FORM = 0, 1


class TwoSides(QWidget):
    """`bring_list` and `bring_form` are called before the keyboard goes there: what is hidden takes no focus."""

    def __init__(self, left: QWidget, right: QWidget, source: NoticeSource, t: Texts) -> None:
        super().__init__()
        self._source = source
        self._sides = (_side(left), _side(right))
        source.stand_in(self._sides[_LIST])
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(t("列表和表单"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.addTab(t("列表"))
        self.tabs.addTab(t("填写"))
        self.tabs.setCurrentIndex(_FORM)
        self.tabs.hide()
        appearance.tell_tabs_apart(self.tabs)
        self.tabs.currentChanged.connect(self._show)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        for side, share in zip(self._sides, (3, 1), strict=True):
            split.addWidget(side)
            split.setStretchFactor(split.count() - 1, share)
        split.setSizes([2150, 850])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)
        column.addWidget(split, 1)

    @property
    def one_at_a_time(self) -> bool:
        return not self.tabs.isHidden()

    def fit(self, *, narrow: bool) -> None:
        if narrow is not self.one_at_a_time:
            self.tabs.setVisible(narrow)
            self._source.stand_in(self._sides[_FORM if narrow else _LIST])
            self._show()

    def bring_list(self) -> None:
        self.tabs.setCurrentIndex(_LIST)

    def bring_form(self) -> None:
        self.tabs.setCurrentIndex(_FORM)

    def _show(self, *_: object) -> None:
        """First the one that is to be seen: the keyboard never falls back to the window."""
        order = sorted(self._sides, key=lambda side: side is not self._sides[self.tabs.currentIndex()])
        order[0].show()
        order[1].setVisible(not self.one_at_a_time)


def _side(content: QWidget) -> QSplitter:
    made = QSplitter(Qt.Orientation.Vertical)
    made.setChildrenCollapsible(False)
    made.addWidget(content)
    return made
