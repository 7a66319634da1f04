"""The words of a month's report in the window: edited, and flagged when the figures changed after that."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ..domain.errors.family import BurdenError
from ..domain.month import Month
from ..domain.report_text import ReportText
from . import asking
from .month_words import MonthWords
from .page import Workplace
from .report_text_dialog import ReportTextDialog


class MonthTexts(QObject):
    """`told(state, sentence)` goes into the page's banner. `stale` are the parts whose words are older than the figures."""

    told = Signal(str, str)

    def __init__(self, workplace: Workplace, parent: QWidget, drafts: MonthWords) -> None:
        super().__init__(parent)
        self._drafts = drafts
        self._desk, self._t, self._jobs, self._changes = workplace.desk, workplace.t, workplace.jobs, workplace.changes
        self._window = parent
        self.stale: tuple[str, ...] = ()

    def look(self, month: Month, inputs: Any) -> None:
        """Whether the figures changed after a text was edited; asked of the worker, told in the banner."""
        self.stale = ()
        self._jobs.start(partial(self._desk.reports.stale_texts, inputs), partial(self._looked, month), self._fail)

    def _looked(self, month: Month, parts: Sequence[str]) -> None:
        self.stale = tuple(self._t(part) for part in parts)
        if self.stale:
            self.told.emit("warning", self._sentence())

    def _sentence(self) -> str:
        parts = self._t("、").join(self.stale)
        return self._t("数字已变，请核对：{parts}的文字是人工修改的，改过以后台账数字又有变动。", parts=parts)

    def may_close(self) -> bool:
        """Whether the month may be closed as it reads: asked where a text is older than the figures."""
        return not self.stale or asking.yes(self._window, self._t, self._sentence(), action=self._t("已核对，继续封存"))

    def edit(self, month: Month) -> None:
        """Change the words of the report; tables and charts stay the program's."""
        inputs = self._desk.summary_inputs(month)
        self._jobs.start(partial(self._desk.reports.texts, inputs), partial(self._edit, month), self._fail)

    def _edit(self, month: Month, texts: Mapping[str, ReportText]) -> None:
        drafts = self._drafts
        answer = ReportTextDialog.ask(self._window, self._t, month, texts, drafts.texts_of(month), partial(drafts.texts_typed, month))
        try:
            for key, text in (answer or {}).items():
                self._desk.reports.set_text(month, key, text, texts[key].made)
        except BurdenError as refused:
            self._fail(refused)
            return
        drafts.texts_settled(month)
        if answer:
            self._changes.tell("month")
            self.told.emit("info", self._t("文字已保存，月报中会注明经人工修改。"))

    def _fail(self, error: BaseException) -> None:
        if not isinstance(error, BurdenError):
            raise error
        self.told.emit("error", self._t.of(error.sentence))
