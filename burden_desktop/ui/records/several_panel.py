"""Several rows at once: one field set in all of them, or all withdrawn or brought back, each in one step."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from ...domain.field import Field
from ...domain.kind import Kind
from ...domain.texts import Texts
from ..desk import Desk
from ..look import appearance
from ..look.banner import Banner
from .editors import EDITORS, Editor

MOST_AT_ONCE = 1_000


class SeveralPanel(QWidget):
    """`set_asked(field name, text)`, `withdraw_asked`, `reinstate_asked`: the page does it and tells the outcome."""

    set_asked = Signal(str, str)
    withdraw_asked = Signal()
    reinstate_asked = Signal()

    def __init__(self, kind: Kind, desk: Desk, t: Texts) -> None:
        super().__init__()
        self._desk, self._t = desk, t
        self._fields: list[Field] = [field for field in kind.fields if field.name != kind.dated_by]
        self.heading = QLabel()
        font = self.heading.font()
        font.setBold(True)
        self.heading.setFont(font)
        self.banner = Banner()
        self.field = QComboBox()
        self.field.setAccessibleName(t("要设置的栏目"))
        self.editors = QWidget()
        self._places = QVBoxLayout(self.editors)
        self._places.setContentsMargins(0, 0, 0, 0)
        self._editors: dict[int, Editor] = {}  # each made when its field is first chosen
        for field in self._fields:
            self.field.addItem(t(field.label), field.name)
        self.field.currentIndexChanged.connect(self._show_editor)
        self.set_button = appearance.button("pencil", t("全部设为这个内容"), self)
        self.set_button.clicked.connect(self._on_set)
        self.withdraw_button = appearance.button("trash-2", t("全部撤销"), self)
        self.withdraw_button.clicked.connect(self.withdraw_asked)
        self.reinstate_button = appearance.button("rotate-ccw", t("恢复记录"), self)
        self.reinstate_button.clicked.connect(self.reinstate_asked)
        self._lay_out()

    def _lay_out(self) -> None:
        space = appearance.step(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(space, 0, 0, 0)
        column.setSpacing(space)
        self.setting = QWidget()
        inside = QVBoxLayout(self.setting)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(space)
        for part in (QLabel(self._t("把这一栏")), self.field, self.editors):
            inside.addWidget(part)
        inside.addWidget(self.set_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.heading)
        column.addWidget(self.banner)
        column.addWidget(self.setting)
        column.addSpacing(space * 2)
        for button in (self.withdraw_button, self.reinstate_button):
            button.setAutoDefault(False)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def tell_chosen(self, count: int, *, withdrawn: bool) -> None:
        """How many rows are chosen, and whether they stand in the trash."""
        allowed = count <= MOST_AT_ONCE
        self._show_editor()
        self.heading.setText(self._t("已选{count}条", count=f"{count:,}"))
        self.banner.clear()
        if not allowed:
            self.banner.tell("info", self._t("一次最多处理{limit}条，请先缩小选择。", limit=f"{MOST_AT_ONCE:,}"))
        self.setting.setVisible(not withdrawn)
        self.withdraw_button.setVisible(not withdrawn)
        self.reinstate_button.setVisible(withdrawn)
        for button in (self.set_button, self.withdraw_button, self.reinstate_button):
            button.setEnabled(allowed)

    @property
    def editor(self) -> Editor:
        chosen = self.field.currentIndex()
        if chosen not in self._editors:
            field = self._fields[chosen]
            self._editors[chosen] = made = EDITORS[field.type](field, self._t, self._desk.today, self._desk.organs)
            self._places.addWidget(made)
        return self._editors[chosen]

    def _show_editor(self) -> None:
        shown = self.editor
        for editor in self._editors.values():
            editor.setVisible(editor is shown)

    def _on_set(self) -> None:
        self.set_asked.emit(self.field.currentData(), self.editor.written())
