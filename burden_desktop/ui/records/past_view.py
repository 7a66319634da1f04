"""A record's own past beside its form: who, when, what was before and after. One line until it is opened."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ...domain.chain.past import PastChange
from ...domain.kind import Kind
from ...domain.texts import Texts, label
from ..look import appearance

_DONE: Final = {
    "add": label("新增"),
    "change": label("修改"),
    "withdraw": label("撤销"),
    "reinstate": label("恢复"),
    "regroup": label("同件归并"),
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
        self.area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.area.hide()
        self.last = QLabel()
        self.last.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(self.button)
        top.addWidget(self.last, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(top)
        column.addWidget(self.area)

    def _on_toggled(self, open_: bool) -> None:
        self.button.setArrowType(Qt.ArrowType.DownArrow if open_ else Qt.ArrowType.RightArrow)
        self.area.setVisible(open_)
        self._fit()

    def _fit(self) -> None:
        """As high as what it tells, but never so high that the form has no room: a fifth of the window's height."""
        width = max(self.width() - 2 * appearance.em(self), appearance.em(self) * 10)
        wanted = self.text.heightForWidth(width) + appearance.em(self)
        room = self.width() - self.button.sizeHint().width() - appearance.em(self)
        told = self.last.fontMetrics().elidedText(self.last.toolTip(), Qt.TextElideMode.ElideRight, max(1, room))
        self.last.setText(told)
        self.area.setFixedHeight(max(appearance.em(self) * 2, min(wanted, self.window().height() // 5)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()

    def show_past(self, past: Sequence[PastChange]) -> None:
        """Show what became of a record; nothing for a new one."""
        self.setVisible(bool(past))
        if not past:
            return
        self.button.setText(self._t("历史{count}条", count=len(past)))
        last = self._headline(past[-1])
        self.last.setToolTip(last)
        self.button.setAccessibleName(self._t("历史{count}条，最近：{last}", count=len(past), last=last))
        self.text.setText("\n".join(line for change in reversed(past) for line in self._lines(change)))
        self._fit()

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
