"""规则: which published rules are tested, their words and source, and the bounds that this point may move."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...domain.errors.family import BurdenError
from ...domain.months.rules import SEVERITY_LABELS, Rule, RulePack
from ...domain.texts import label
from ..look import appearance
from ..look.banner import Banner
from ..look.still_wheel import keep_still
from ..page import Page, Workplace

if TYPE_CHECKING:
    from ...domain.months.rules import Parameter

_MOST = 1_000_000
NARROW_EMS, ROW_EMS = 34, 1.45
_STATES: Final = {  # by whether it is tested, and whether the point moved it
    (True, False): label("启用"), (True, True): label("启用，已调整"),
    (False, False): label("未启用"), (False, True): label("未启用，已调整"),
}  # fmt: skip


class RulesPage(Page):
    """Every change is kept at once; "恢复" gives a rule back as it ships."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._t, self._reports, self._changes = workplace.t, workplace.desk.reports, workplace.changes
        self._pack = RulePack("", ())
        self._showing = False
        self._build()

    def _build(self) -> None:
        t, space = self._t, appearance.step(self)
        told = QLabel(t("程序按这些公开规定提示“疑似”或“提示”，不作判断。界限可以修改，改动会写进月报的口径说明。"))
        told.setWordWrap(True)
        self.banner = Banner()
        self.list = QTreeWidget()
        self.list.setAccessibleName(t("规则"))
        self.list.setHeaderLabels([t("规则"), t("性质"), t("状态")])
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setTabKeyNavigation(False)
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionsClickable(False)
        for column in range(3):
            header.setSectionResizeMode(column, header.ResizeMode.Stretch if column == 0 else header.ResizeMode.ResizeToContents)
        self.list.currentItemChanged.connect(self._show_rule)
        self.list.itemChanged.connect(self._switch)
        self.title = appearance.heading("")
        self.title.setWordWrap(True)
        self.words, self.source = QLabel(), QLabel()
        for told_of in (self.words, self.source):
            told_of.setWordWrap(True)
            told_of.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.form = QFormLayout()
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)  # names of bounds are sentences
        self.back = appearance.button("rotate-ccw", t("恢复这条规则"), self)
        self.back.clicked.connect(self._give_back)
        right = QWidget()
        column_right = QVBoxLayout(right)
        column_right.setSpacing(space)
        for widget in (self.title, self.words, self.source):
            column_right.addWidget(widget)
        column_right.addLayout(self.form)
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addStretch(1)
        column_right.addLayout(row)
        column_right.addStretch(1)
        scrolled = QScrollArea()
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QScrollArea.Shape.NoFrame)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what stands in it has the keyboard
        scrolled.setWidget(right)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self.list)
        split.addWidget(scrolled)
        split.setSizes([600, 600])
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(space)
        page.addWidget(told)
        page.addWidget(self.banner)
        page.addWidget(split, 1)

    def fit(self, width: int) -> None:
        """Where letters are large the names have the room; a rule's own words tell the rest."""
        self.list.setColumnHidden(1, width < appearance.em(self) * NARROW_EMS)

    def open(self) -> None:
        if not self._pack.rules:
            self._pack = self._reports.rules()
            self._show_list()

    def _show_list(self) -> None:
        self._showing = True
        self.list.clear()
        for rule in self._pack.rules:
            item = QTreeWidgetItem([self._t(rule.title), self._t(SEVERITY_LABELS[rule.severity]), ""])
            item.setData(0, Qt.ItemDataRole.UserRole, rule.id)
            item.setToolTip(0, rule.words)
            item.setSizeHint(0, QSize(0, round(appearance.em(self) * ROW_EMS)))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            self.list.addTopLevelItem(item)
            self._show_state(item, rule)
        self._showing = False
        first = self.list.topLevelItem(0)
        if first is not None:
            self.list.setCurrentItem(first)

    def _show_state(self, item: QTreeWidgetItem, rule: Rule) -> None:
        item.setCheckState(0, Qt.CheckState.Checked if rule.on else Qt.CheckState.Unchecked)
        words = _STATES[rule.on, rule.id in self._pack.changed]
        item.setText(2, self._t(words))

    def _current(self) -> Rule | None:
        item = self.list.currentItem()
        return self._pack.rule(item.data(0, Qt.ItemDataRole.UserRole)) if item is not None else None

    def _show_rule(self, *_: object) -> None:
        rule = self._current()
        while self.form.rowCount():
            self.form.removeRow(0)
        if rule is None:
            return
        self.title.setText(self._t(rule.title))
        self.words.setText(self._t("原文：“{words}”", words=rule.words) if rule.exact else self._t("要点：{words}", words=rule.words))
        self.source.setText(self._t("出处：{source}，{published}", source=rule.source, published=rule.published))
        for name, value in rule.parameters.items():
            editor = self._editor(name, value)
            editor.setAccessibleName(self._t(rule.labels[name]))
            named = QLabel(self._t(rule.labels[name]))
            named.setWordWrap(True)
            named.setBuddy(editor)
            self.form.addRow(named, editor)
        self.back.setEnabled(rule.id in self._pack.changed)

    def _editor(self, name: str, value: Parameter) -> QWidget:
        if isinstance(value, tuple):
            line = QLineEdit("、".join(value))
            line.editingFinished.connect(lambda: self._move(name, tuple(p for p in line.text().split("、") if p)))
            return line
        number = QSpinBox()
        number.setRange(0, _MOST)
        number.setValue(int(value))
        number.setKeyboardTracking(False)
        keep_still(number)
        number.valueChanged.connect(partial(self._move, name))
        return number

    def _switch(self, item: QTreeWidgetItem, column: int) -> None:
        rule = self._pack.rule(item.data(0, Qt.ItemDataRole.UserRole))
        if self._showing or column or rule is None:
            return
        on = item.checkState(0) is Qt.CheckState.Checked
        if on != rule.on:
            self._keep(replace(rule, on=on))

    def _move(self, name: str, value: Parameter) -> None:
        rule = self._current()
        if rule is not None and value != rule.parameters[name] and value != ():
            self._keep(replace(rule, parameters={**rule.parameters, name: value}))

    def _give_back(self) -> None:
        rule = self._current()
        shipped = self._reports.shipped_rules().rule(rule.id) if rule else None
        if shipped is not None:
            self._keep(shipped)
            self._show_rule()

    def _keep(self, changed: Rule) -> None:
        rules = tuple(changed if rule.id == changed.id else rule for rule in self._pack.rules)
        try:
            self._reports.set_rules(replace(self._pack, rules=rules))
        except BurdenError as refused:
            self.banner.tell("error", self._t.of(refused.sentence))
            return
        self.banner.clear()
        self._pack = self._reports.rules()
        self._showing = True
        for row in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(row)
            rule = self._pack.rule(item.data(0, Qt.ItemDataRole.UserRole)) if item else None
            if item is not None and rule is not None:
                self._show_state(item, rule)
        self._showing = False
        self.back.setEnabled(changed.id in self._pack.changed)
        self._changes.tell("month")


def make(workplace: Workplace, name: str) -> RulesPage:
    return RulesPage(workplace)
