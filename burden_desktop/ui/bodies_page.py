"""单位: the directory of issuing bodies; search it, say what a body is, its other names, merge two names
of one body and part them again; every step is taken back by Ctrl+Z."""

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QComboBox, QCompleter, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ..domain.bodies.body_row import BodyRow
from ..domain.bodies.nature import NATURES
from ..domain.bodies.organ import LEVEL_LABELS, Level
from ..domain.errors.family import BurdenError
from .composing import LineEdit
from .look import appearance
from .look.banner import Banner
from .look.cells import Cells
from .page import Page, Workplace
from .step_back import StepBack

WIDE_EMS = 50


class BodiesPage(Page):
    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._t, self._desk, self._changes = workplace.t, workplace.desk.bodies, workplace.changes
        self._kinds = tuple(kind.name for kind in workplace.kinds)
        self._shown: tuple[BodyRow, ...] = ()
        t, space = self._t, appearance.step(self)
        self.search = LineEdit()
        self.search.setPlaceholderText(t("名称、简称或拼音首字母"))
        self.search.setAccessibleName(t("查找单位"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(appearance.em(self) * 16)
        self.search.textChanged.connect(self.open)
        self.banner, self.near = Banner(), QLabel()
        self.near.setWordWrap(True)
        headings = (t("单位"), t("其他名称"), t("层级"), t("性质"), t("条线"), t("记录数"))
        self.table = Cells(t("单位目录"), headings, stretch=0, numbers=(5,))
        self.table.setMinimumHeight(appearance.em(self) * 8)
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
        page.addWidget(self.near)
        page.addLayout(self._form(space))
        self.back = StepBack(workplace.desk, t, self._changes, self._kinds, self.banner.tell)
        self.back.bind(self)
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
        self.line, self.aliases, self.into = LineEdit(), LineEdit(), LineEdit()
        self.aliases.setPlaceholderText(t("简称和别名，用顿号分开"))
        self.into.setPlaceholderText(t("另一个单位的名称"))
        # One completer for good: one that is replaced while Qt still holds it brings the program down.
        self._names = QStringListModel(self)
        self.into.setCompleter(QCompleter(self._names, self))
        self.save_button = appearance.acting("save", t("保存说明"), self, self.save)
        self.merge_button = appearance.acting("merge", t("并入"), self, self.merge)
        self.part_button = appearance.acting("undo-2", t("拆出"), self, self.part)
        self.lead_button = appearance.acting("star", t("作为主要名称"), self, self.lead)
        self._cells = (
            self._cell(t("层级"), self.level), self._cell(t("性质"), self.nature), self._cell(t("条线"), self.line),
            self._cell(t("其他名称"), self.aliases, self.save_button), self._cell(t("并入"), self.into, self.merge_button),
            self._cell(t("选一个名称"), self.alias, self.part_button, self.lead_button),
        )  # fmt: skip
        self._grid = QGridLayout()
        self._grid.setSpacing(space)
        self._place(len(self._cells))
        return self._grid

    def _cell(self, words: str, editor: QWidget, *buttons: QPushButton) -> QWidget:
        """A name, its editor below, and what is done with it."""
        cell, name = QWidget(), QLabel(words)
        name.setBuddy(editor)
        editor.setAccessibleName(words)
        if isinstance(editor, QComboBox):
            editor.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            editor.setMinimumContentsLength(4)
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (name, editor, *buttons):
            column.addWidget(part)
        column.addStretch(1)
        return cell

    def _place(self, columns: int) -> None:
        for place, cell in enumerate(self._cells):
            self._grid.addWidget(cell, place // columns, place % columns)

    def fit(self, width: int) -> None:
        self._place(len(self._cells) if width >= appearance.em(self) * WIDE_EMS else len(self._cells) // 2)

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
        self._names.setStringList([one.organ.name for one in self._shown])
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
        for part in (self.level, self.nature, self.line, self.aliases, self.into, self.save_button, self.merge_button):
            part.setEnabled(one is not None)
        aliases = one.organ.aliases if one else ()
        self.alias.clear()
        self.alias.addItems(list(aliases))
        self.alias.setEnabled(bool(aliases))
        self.part_button.setEnabled(bool(aliases))
        self.lead_button.setEnabled(bool(aliases))
        self.aliases.setText("、".join(aliases))
        near = self._desk.near(one.organ.id) if one else ()
        self.near.setText(self._t("可能是同一个单位：{names}。是的话，请在“并入”里写出其中一个名称。", names="、".join(near)) if near else "")
        self.near.setVisible(bool(near))
        self.level.setCurrentIndex(max(0, self.level.findData(one.organ.level.value if one and one.organ.level else "")))
        self.nature.setCurrentIndex(max(0, self.nature.findData((one.nature or "") if one else "")))
        self.line.setText((one.line or "") if one else "")
        self.into.clear()

    def save(self) -> None:
        one, level = self._current(), self.level.currentData()
        if one is None:
            return
        names = [name.strip() for name in self.aliases.text().replace(",", "、").replace("，", "、").split("、")]
        try:
            self._desk.set_aliases(one.organ.id, names)
        except BurdenError as refused:
            self.banner.tell("error", self._t.of(refused.sentence))
            return
        told = (Level(level) if level else None, self.nature.currentData() or None, self.line.text().strip() or None)
        if told != (one.organ.level, one.nature, one.line):
            self._desk.describe(one.organ.id, *told)
        self._tell(self._t("已保存{name}的说明。", name=one.organ.name))

    def merge(self) -> None:
        one, into = self._current(), self.into.text().strip()
        if one is None:
            return
        if self._desk.merge(one.organ.id, into):
            told = self._t("已把{name}并入{into}，{count}条记录随之计算。按 Ctrl+Z 可以撤回。", name=one.organ.name, into=into, count=one.records)
            self._tell(told)
        else:
            self.banner.tell("error", self._t("没有找到要并入的单位，请写出目录中另一个单位的名称。"))

    def part(self) -> None:
        alias = self.alias.currentText()
        if self._desk.part(alias):
            self._tell(self._t("已把{name}拆出为单独的单位。", name=alias))
        else:
            self.banner.tell("error", self._t("这个名称不是合并来的，不能拆出。"))

    def lead(self) -> None:
        """Which of its names a body goes by in lists and reports from now on; records stay as written."""
        one, name = self._current(), self.alias.currentText()
        if one is not None and name:
            self._desk.lead_with(one.organ.id, name)
            self._tell(self._t("今后以{name}为主要名称。", name=name))

    def _tell(self, sentence: str) -> None:
        self._changes.tell("organ", *self._kinds)
        self.banner.tell("good", sentence)

    def _on_change(self, names: frozenset[str]) -> None:
        if "organ" in names or (self.isVisible() and names & set(self._kinds)):
            self.open()


def make(workplace: Workplace, name: str) -> BodiesPage:
    return BodiesPage(workplace)
