"""A record's own past beside its form: who, when, what was before and after. One line until it is opened."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from ..domain.kind import Kind
from ..domain.past import PastChange
from ..domain.texts import Texts, label
from . import appearance

_DONE: Final = {
    "add": label("登记"),
    "change": label("修改"),
    "withdraw": label("撤销"),
    "reinstate": label("恢复"),
}
OTHER: Final = label("其他改动")
_MOST_SHOWN: Final = 200  # characters of a value; the rest is in the record itself


class PastView(QWidget):
    """Shut, it tells the last change; open, all of them, the newest first."""

    def __init__(self, kind: Kind, t: Texts) -> None:
        super().__init__()
        self._kind, self._t = kind, t
        self.button = QToolButton()
        self.button.setCheckable(True)
        self.button.setAccessibleName(t("这条记录的历史"))
        self.button.setAutoRaise(True)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setArrowType(Qt.ArrowType.RightArrow)
        self.button.toggled.connect(self._on_toggled)
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setAccessibleName(t("这条记录的历史"))
        space = appearance.step(self)
        self.text.setContentsMargins(space, space // 2, space, space // 2)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setWidget(self.text)
        self.area.setBackgroundRole(QPalette.ColorRole.Base)
        self.area.setFixedHeight(appearance.em(self) * 8)
        self.area.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.area)

    def _on_toggled(self, open_: bool) -> None:
        self.button.setArrowType(Qt.ArrowType.DownArrow if open_ else Qt.ArrowType.RightArrow)
        self.area.setVisible(open_)

    def show_past(self, past: Sequence[PastChange]) -> None:
        """Show what became of a record; nothing for a new one."""
        self.setVisible(bool(past))
        if not past:
            return
        self.button.setText(self._t("历史{count}条 · 最近：{last}", count=len(past), last=self._headline(past[-1])))
        self.button.setAccessibleName(self.button.text())
        self.text.setText("\n".join(line for change in reversed(past) for line in self._lines(change)))

    def _headline(self, change: PastChange) -> str:
        done = self._t(_DONE.get(change.action, OTHER))
        at = change.at[:16].replace("T", " ")
        if change.taken_back:
            done = self._t("撤回一步，{done}", done=done)
        elif change.redone:
            done = self._t("重做一步，{done}", done=done)
        return self._t("{at} {by} {done}", at=at, by=change.by, done=done) if change.by else f"{at} {done}"

    def _lines(self, change: PastChange) -> list[str]:
        lines = [self._headline(change)]
        for one in change.differences:
            field = self._t(self._kind.field(one.field).label)
            before, after = (self._told(value) for value in (one.before, one.after))
            lines.append("　" + self._t("{field}：{before} → {after}", field=field, before=before, after=after))
        return lines

    def _told(self, value: object) -> str:
        text = self._t("（空）") if value is None else str(value).replace("\n", " ")
        return text if len(text) <= _MOST_SHOWN else text[:_MOST_SHOWN] + "…"
