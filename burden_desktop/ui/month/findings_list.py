"""What the rules found in a month: a fact a line, what the point says to it, and the way to the records."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLabel, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from ...domain.chain.named_numbers import numbers_named
from ...domain.kinds import KINDS
from ...domain.months.rules import ANSWER_LABELS, SEVERITY_LABELS, Answer, Severity
from ...domain.months.summary import Finding, MonthSummary
from ...domain.texts import Texts
from ..look import appearance
from ..place import Place

_FINDING: Final = int(Qt.ItemDataRole.UserRole)
_ICONS: Final = {Answer.EXPLAINED: "info", Answer.ACCEPTED: "circle-check", Answer.WRONG: "x"}


class FindingsList(QWidget):
    """`opened` leads to the records of a finding, `answered` carries a finding and what the point says to it;
    `sheet_asked` for a fact sheet of what concerns one body."""

    opened = Signal(Place)
    answered = Signal(object, object)
    sheet_asked = Signal()

    def __init__(self, t: Texts) -> None:
        super().__init__()
        self._t = t
        title = QLabel(t("规则提示（只陈述事实，不作评判）"))
        title.setWordWrap(True)
        self.list = _Lines(t)
        self.list.itemActivated.connect(self._open)
        self.list.currentItemChanged.connect(self._look)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.closed_words = QLabel()
        self.closed_words.setWordWrap(True)
        self.closed_words.hide()
        self.open_button = appearance.button("folder-open", t("打开记录"), self)
        self.open_button.clicked.connect(self._open)
        row = QHBoxLayout()
        row.addWidget(self.open_button)
        row.addStretch(1)
        self.buttons = {}
        for answer in Answer:
            button = appearance.button(_ICONS[answer], t(ANSWER_LABELS[answer]), self)
            button.setToolTip(t("填写监测点对这条提示的意见，会印在月报上"))
            button.clicked.connect(lambda _, answer=answer: self._answer(answer))
            self.buttons[answer] = button
            row.addWidget(button)
        self.sheet_button = appearance.button("file-text", t("提醒事实单……"), self)
        self.sheet_button.setToolTip(t("把涉及一个单位的提示写成事实单（PDF 和 Word），供纪委发出提醒"))
        self.sheet_button.clicked.connect(self.sheet_asked)
        title.setBuddy(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        top = QHBoxLayout()
        top.addWidget(title, 1)
        top.addWidget(self.sheet_button)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        column.addWidget(self.words)
        column.addWidget(self.closed_words)
        column.addLayout(row)
        self.show_findings(())

    def show_findings(self, findings: Sequence[Finding], closed: str = "") -> None:
        """An empty list would say that all rules were tested and none touched: whoever shows this list hides it then.
        `closed` says why nothing can be answered any more; empty while it can."""
        self.closed_words.setText(closed)
        self.closed_words.setVisible(bool(closed))
        for button in self.buttons.values():
            button.setToolTip(closed or self._t("填写监测点对这条提示的意见，会印在月报上"))
        chosen = self.current()
        self.list.clear()
        for finding in findings:
            item = QTreeWidgetItem([finding.fact, self._remark(finding)])
            item.setData(0, _FINDING, finding)
            item.setToolTip(0, finding.fact)
            item.setSizeHint(1, QSize(0, round(appearance.em(self) * 1.5)))
            self.list.addTopLevelItem(item)
            if chosen is not None and finding.identity and finding.identity == chosen.identity:
                self.list.setCurrentItem(item)
        first = self.list.topLevelItem(0)
        if first is not None and self.list.currentItem() is None:
            self.list.setCurrentItem(first)
        self._look()

    def current(self) -> Finding | None:
        item = self.list.currentItem()
        return item.data(0, _FINDING) if item is not None else None

    def _remark(self, finding: Finding) -> str:
        if finding.remark is None:
            return self._t("未答复")
        words = self._t(ANSWER_LABELS[finding.remark.answer])
        return self._t("{answer}：{text}", answer=words, text=finding.remark.text) if finding.remark.text else words

    def _look(self, *_: object) -> None:
        finding = self.current()
        told = ""
        if finding is not None and finding.words:
            severity = self._t(SEVERITY_LABELS[Severity(finding.severity)])
            told = self._t(
                "{title}（{severity}）。{source}：{words}",
                title=self._t(finding.title), severity=severity, source=finding.source, words=finding.words,
            )
        self.words.setText(f"{finding.fact}\n{told}" if finding is not None else "")
        self.open_button.setEnabled(finding is not None and bool(_numbers(finding)))
        for button in self.buttons.values():
            button.setEnabled(finding is not None and bool(finding.identity) and not self.closed_words.text())

    def _open(self, *_: object) -> None:
        finding = self.current()
        numbers = _numbers(finding) if finding is not None else ()
        if numbers:
            kind = next((kind.name for kind in KINDS if numbers[0].startswith(kind.mark)), KINDS[0].name)
            self.opened.emit(Place(kind, numbers=numbers))

    def _answer(self, answer: Answer) -> None:
        finding = self.current()
        if finding is not None and not self.closed_words.text():
            self.answered.emit(finding, answer)


def why_closed(t: Texts, summary: MonthSummary) -> str:
    """Why nothing more can be said to the findings of a closed month, and that later rules bear on nothing in it."""
    told = t("本月已封存，这里是签署时的提示和意见。要填写或修改意见，请先“更正重报”。")
    if not summary.rules_moved:
        return told
    return told + t("封存以后改动过的规则（{rules}）不影响本月。", rules=t("、").join(t(title) for title in summary.rules_moved))


def _numbers(finding: Finding) -> tuple[str, ...]:
    """The records of a finding; of what stands in no table of the month (拟挂), those that its sentence names."""
    return finding.records or numbers_named(finding.fact)


class _Lines(QTreeWidget):
    """A line each, the whole of the chosen one stands below the list; Enter opens, as a double click does."""

    def __init__(self, t: Texts) -> None:
        super().__init__()
        self.setAccessibleName(t("规则提示"))
        self.setHeaderLabels([t("情况"), t("监测点意见")])
        self.setRootIsDecorated(False)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, header.ResizeMode.Stretch)
        header.setSectionResizeMode(1, header.ResizeMode.Fixed)
        header.resizeSection(1, appearance.em(self) * 8)
        header.setSectionsClickable(False)
        self.setMinimumHeight(appearance.em(self) * 4)
        self.setIconSize(QSize(appearance.em(self), appearance.em(self)))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        item = self.currentItem()
        if item is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.itemActivated.emit(item, 0)
            return
        super().keyPressEvent(event)
