"""The words of the report before it is closed: each text beside the one that the program makes of the figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Final

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ...domain.months.month import Month
from ...domain.months.report_text import ReportText
from ...domain.texts import Texts
from ..composing import TextEdit
from ..look import appearance
from ..look.banner import Banner
from ..look.dates import month_in_words

NOTHING: Final[Mapping[str, str]] = MappingProxyType({})


class ReportTextDialog(QDialog):
    """`ask` gives the texts that were changed by their key, None when nothing is to be kept."""

    def __init__(
        self, parent: QWidget, t: Texts, month: Month, texts: Mapping[str, ReportText],
        kept: Mapping[str, str] = NOTHING, typed: Callable[[dict[str, str]], None] | None = None,
    ) -> None:  # fmt: skip
        """`kept` is what was written before a crash; `typed` is told what differs after each change."""
        super().__init__(parent)
        self._before = {key: text.shown for key, text in texts.items()}
        self.setWindowTitle(t("{month}月报的文字", month=month_in_words(t, month)))
        self.resize(appearance.em(self) * 44, appearance.em(self) * 34)
        told = QLabel(t("可以修改文字，表格和图中的数字仍由程序统计。改过的部分会在口径说明中注明；恢复后用程序生成的文字。"))
        told.setWordWrap(True)
        inside = QWidget()
        column = QVBoxLayout(inside)
        self.editors: dict[str, TextEdit] = {}
        self.back: dict[str, QPushButton] = {}
        self.checked: dict[str, QCheckBox] = {}
        for key, text in texts.items():
            column.addLayout(self._part(t, key, text))
        for key, written in kept.items():
            if key in self.editors:
                self.editors[key].setPlainText(written)
        if typed is not None:
            for editor in self.editors.values():
                editor.textChanged.connect(lambda: typed(self.answer()))
        column.addStretch(1)
        scrolled = QScrollArea()
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QScrollArea.Shape.NoFrame)
        scrolled.setWidget(inside)
        keep = appearance.button("save", t("保存文字"), self)
        keep.setDefault(True)
        keep.clicked.connect(self.accept)
        cancel = QPushButton(t("取消"))
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(keep)
        page = QVBoxLayout(self)
        page.setSpacing(appearance.step(self) * 2)
        page.addWidget(told)
        page.addWidget(scrolled, 1)
        page.addLayout(buttons)

    def _part(self, t: Texts, key: str, text: ReportText) -> QVBoxLayout:
        part, made, shown = text.part, text.made, text.shown
        editor = TextEdit()
        editor.setPlainText(shown)
        editor.setAccessibleName(t(part))
        editor.setTabChangesFocus(True)
        editor.setMinimumHeight(appearance.em(self) * 4)
        back = appearance.button("rotate-ccw", t("恢复"), self)
        back.setAccessibleName(t("恢复{part}的文字", part=t(part)))
        back.setAutoDefault(False)
        back.clicked.connect(partial(editor.setPlainText, made))
        back.setEnabled(shown != made)
        editor.textChanged.connect(lambda: back.setEnabled(editor.toPlainText() != made))
        self.editors[key], self.back[key] = editor, back
        head = QHBoxLayout()
        head.addWidget(appearance.subheading(t(part)))
        head.addStretch(1)
        head.addWidget(back)
        column = QVBoxLayout()
        column.addLayout(head)
        if text.stale:
            column.addLayout(self._warning(t, key, text))
        column.addWidget(editor)
        return column

    def _warning(self, t: Texts, key: str, text: ReportText) -> QVBoxLayout:
        """What the figures say now, and a box to say that the words still hold."""
        banner = Banner()
        banner.tell("warning", t("数字已变，请核对。按现在的数字应为：{made}", made=text.made))
        box = self.checked[key] = QCheckBox(t("已核对，文字不变"))
        box.setAccessibleName(t("{part}的文字已核对，不变", part=t(text.part)))
        column = QVBoxLayout()
        column.addWidget(banner)
        column.addWidget(box)
        return column

    def answer(self) -> dict[str, str]:
        """The texts that were changed, and those that somebody looked at again."""
        written = {key: editor.toPlainText() for key, editor in self.editors.items()}
        seen = {key for key, box in self.checked.items() if box.isChecked()}
        return {key: text for key, text in written.items() if text != self._before[key] or key in seen}

    @classmethod
    def ask(
        cls, parent: QWidget, t: Texts, month: Month, texts: Mapping[str, ReportText],
        kept: Mapping[str, str] = NOTHING, typed: Callable[[dict[str, str]], None] | None = None,
    ) -> dict[str, str] | None:  # fmt: skip
        dialog = cls(parent, t, month, texts, kept, typed)
        return dialog.answer() if dialog.exec() else None
