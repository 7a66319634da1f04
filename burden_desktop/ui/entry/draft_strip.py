"""Above the form of a notice that was read: which of how many it is, one after the other, and of which kind it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from ...domain.kinds import KINDS
from ..look import appearance
from ..pages import icon_of_kind

if TYPE_CHECKING:
    from ...domain.kind import Kind
    from ...domain.texts import Texts


class DraftStrip(QWidget):
    """Hidden while no such notice is shown. `turned` by one forward or back; `recast` to the kind of that name."""

    turned = Signal(int)
    recast = Signal(str)

    def __init__(self, kind: Kind, t: Texts) -> None:
        super().__init__()
        self._t = t
        self.kind_button = appearance.button(icon_of_kind(kind.name), t("类别：{kind}", kind=t(kind.label)), self)
        self.kind_button.setToolTip(t("判断错了类别时，改成别的类别，已读出和已填写的内容照样保留（Ctrl+K）"))
        self.menu = QMenu(self)
        for number, other in enumerate(KINDS, 1):
            act = QAction(t("改为&{number} {kind}", number=number, kind=t(other.label)), self.menu)
            act.setData(other.name)
            act.setEnabled(other.name != kind.name)
            self.menu.addAction(act)
        self.menu.triggered.connect(self._on_kind)
        self.kind_button.setMenu(self.menu)
        self.place = QLabel()
        self.back = self._turner("chevron-left", t("上一份"), t("回到上一份（Alt+←）"), self.turn_back)
        self.back.setText("")  # the arrow stands between the kind and the place: there is no room for its word
        self.skip = self._turner("chevron-right", t("跳过"), t("先看下一份，这一份留着（Alt+→）"), self.turn_on)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(appearance.step(self))
        row.addWidget(self.kind_button, 1)
        for part in (self.back, self.place, self.skip):
            row.addWidget(part)
        self.hide()

    def _turner(self, icon: str, text: str, tip: str, act: object) -> QPushButton:
        made = appearance.button(icon, text, self)
        made.setToolTip(tip)
        made.setAccessibleName(text)
        made.clicked.connect(act)
        return made

    def show_place(self, number: int, of: int) -> None:
        self.place.setText(f"{number}/{of}")
        self.place.setAccessibleName(self._t("第{number}份，共{count}份", number=number, count=of))
        for part in (self.place, self.back, self.skip):
            part.setVisible(of > 1)
        self.show()

    def choose_kind(self) -> None:
        """Open the list of kinds, by keyboard too."""
        if self.isVisible():
            self.kind_button.showMenu()

    def turn_back(self) -> None:
        self._turn(-1)

    def turn_on(self) -> None:
        self._turn(1)

    def _turn(self, step: int) -> None:
        if self.isVisible() and self.skip.isVisible():
            self.turned.emit(step)

    def _on_kind(self, act: QAction) -> None:
        self.recast.emit(str(act.data()))
