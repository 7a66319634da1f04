"""单位: the directory of issuing bodies; search it, say what a body is, merge two names of one body and part them again."""

from PySide6.QtWidgets import QComboBox, QCompleter, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout

from ..domain.body_row import BodyRow
from ..domain.nature import NATURES
from ..domain.organ import LEVEL_LABELS, Level
from . import appearance
from .banner import Banner
from .cells import Cells
from .page import Page, Workplace


class BodiesPage(Page):
    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._t, self._desk, self._changes = workplace.t, workplace.desk.bodies, workplace.changes
        self._kinds = tuple(kind.name for kind in workplace.kinds)
        self._shown: tuple[BodyRow, ...] = ()
        t, space = self._t, appearance.step(self)
        self.search = QLineEdit()
        self.search.setPlaceholderText(t("名称、简称或拼音首字母"))
        self.search.setAccessibleName(t("查找单位"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(appearance.em(self) * 16)
        self.search.textChanged.connect(self.open)
        self.banner = Banner()
        headings = (t("单位"), t("其他名称"), t("层级"), t("性质"), t("条线"), t("记录数"))
        self.table = Cells(t("单位目录"), headings, stretch=0)
        self.table.currentCellChanged.connect(self._show_row)
        top = QHBoxLayout()
        top.addWidget(appearance.heading(t("单位")), 1)
        top.addWidget(self.search)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(space)
        page.addLayout(top)
        page.addWidget(self.banner)
        page.addWidget(self.table, 1)
        page.addLayout(self._form(space))
        self._changes.happened.connect(self._on_change)

    def _form(self, space: int) -> QGridLayout:
        t = self._t
        self.level, self.nature, self.alias = QComboBox(), QComboBox(), QComboBox()
        self.level.addItem(t("不清楚"), "")
        for level in Level:
            self.level.addItem(t(LEVEL_LABELS[level]), level.value)
        self.nature.addItem(t("不清楚"), "")
        for nature in NATURES:
            self.nature.addItem(t(nature), nature)
        self.line, self.into = QLineEdit(), QLineEdit()
        self.into.setPlaceholderText(t("另一个单位的名称"))
        self.save_button = appearance.button("save", t("保存说明"), self)
        self.merge_button = appearance.button("merge", t("并入"), self)
        self.part_button = appearance.button("undo-2", t("拆出"), self)
        self.save_button.clicked.connect(self.save)
        self.merge_button.clicked.connect(self.merge)
        self.part_button.clicked.connect(self.part)
        form = QGridLayout()
        form.setSpacing(space)
        fields = ((t("层级"), self.level), (t("性质"), self.nature), (t("条线"), self.line), (t("并入"), self.into), (t("其他名称"), self.alias))
        for column, (words, editor) in enumerate(fields):
            name = QLabel(words)
            name.setBuddy(editor)
            editor.setAccessibleName(words)
            form.addWidget(name, 0, column)
            form.addWidget(editor, 1, column)
        for column, button in ((2, self.save_button), (3, self.merge_button), (4, self.part_button)):
            form.addWidget(button, 2, column)
        return form

    def open(self) -> None:
        """Read the directory anew; the row that was current stays so where it is still shown."""
        t, row = self._t, self._current()
        self._shown = self._desk.find(self.search.text().strip())
        self.table.setRowCount(len(self._shown))
        for place, one in enumerate(self._shown):
            organ = one.organ
            level = t(LEVEL_LABELS[organ.level]) if organ.level else ""
            guess = t("（推测）") if one.guessed and (one.nature or one.line) else ""
            told = (organ.name, "、".join(organ.aliases), level, t(one.nature) + guess if one.nature else "", one.line or "", str(one.records))
            for column, words in enumerate(told):
                self.table.put(place, column, words)
        self.table.fit()
        completer = QCompleter([one.organ.name for one in self._shown], self)
        self.into.setCompleter(completer)
        if row:
            places = [place for place, one in enumerate(self._shown) if one.organ.id == row.organ.id]
            self.table.setCurrentCell(places[0] if places else -1, 0)
        if not self._shown:
            self.banner.tell("info", t("没有这样的单位。登记记录时写出的单位会自动列在这里。"))
        else:
            self.banner.clear()
        self._show_row()

    def _current(self) -> BodyRow | None:
        row = self.table.currentRow()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def _show_row(self, *_: int) -> None:
        one = self._current()
        for part in (self.level, self.nature, self.line, self.into, self.save_button, self.merge_button):
            part.setEnabled(one is not None)
        aliases = one.organ.aliases if one else ()
        self.alias.clear()
        self.alias.addItems(list(aliases))
        self.alias.setEnabled(bool(aliases))
        self.part_button.setEnabled(bool(aliases))
        self.level.setCurrentIndex(max(0, self.level.findData(one.organ.level.value if one and one.organ.level else "")))
        self.nature.setCurrentIndex(max(0, self.nature.findData((one.nature or "") if one else "")))
        self.line.setText((one.line or "") if one else "")
        self.into.clear()

    def save(self) -> None:
        one, level = self._current(), self.level.currentData()
        if one:
            self._desk.describe(
                one.organ.id, Level(level) if level else None, self.nature.currentData() or None, self.line.text().strip() or None
            )
            self._tell(self._t("已保存{name}的说明。", name=one.organ.name))

    def merge(self) -> None:
        one, into = self._current(), self.into.text().strip()
        if one is None:
            return
        if self._desk.merge(one.organ.id, into):
            self._tell(self._t("已把{name}并入{into}，以往的记录随之计算。", name=one.organ.name, into=into))
        else:
            self.banner.tell("error", self._t("没有找到要并入的单位，请写出目录中另一个单位的名称。"))

    def part(self) -> None:
        alias = self.alias.currentText()
        if self._desk.part(alias):
            self._tell(self._t("已把{name}拆出为单独的单位。", name=alias))
        else:
            self.banner.tell("error", self._t("这个名称不是合并来的，不能拆出。"))

    def _tell(self, sentence: str) -> None:
        self._changes.tell("organ", *self._kinds)
        self.banner.tell("good", sentence)

    def _on_change(self, names: frozenset[str]) -> None:
        if "organ" in names or (self.isVisible() and names & set(self._kinds)):
            self.open()


def make(workplace: Workplace, name: str) -> BodiesPage:
    return BodiesPage(workplace)
