"""The words of a month's report in the window: edited, and flagged when the figures changed after that."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ...domain.errors.family import BurdenError
from ...domain.months.month import Month
from ...domain.months.report_text import ReportText
from .. import asking
from ..page import Workplace
from .month_words import MonthWords
from .report_text_dialog import ReportTextDialog


class MonthTexts(QObject):
    """`told(state, sentence)` goes into the page's banner. `doubts` are sentences on words that
    are older than the figures, or tell numbers that the program did not count."""

    told = Signal(str, str)

    def __init__(self, workplace: Workplace, parent: QWidget, drafts: MonthWords) -> None:
        super().__init__(parent)
        self._drafts = drafts
        self._desk, self._t, self._jobs, self._changes = workplace.desk, workplace.t, workplace.jobs, workplace.changes
        self._window = parent
        self.doubts: tuple[str, ...] = ()

    def look(self, inputs: Any) -> None:
        """Whether a text must be looked at again; asked of the worker, told in the banner."""
        self.doubts = ()
        self._jobs.start(partial(self._desk.reports.doubtful_texts, inputs), self._looked, self._fail)

    def _looked(self, texts: Sequence[ReportText]) -> None:
        self.doubts = tuple(self._doubts(texts))
        if self.doubts:
            self.told.emit("warning", "\n".join(self.doubts))

    def _doubts(self, texts: Sequence[ReportText]) -> Iterator[str]:
        parts = self._t("、").join(self._t(text.part) for text in texts if text.stale)
        if parts:
            yield self._t("数字已变，请核对：{parts}的文字是人工修改的，改过以后台账数字又有变动。", parts=parts)
        for text in texts:
            if text.foreign:
                numbers = self._t("、").join(text.foreign)
                yield self._t("请核对：{part}的文字里有程序没有统计出的数字：{numbers}。", part=self._t(text.part), numbers=numbers)

    def may_close(self) -> bool:
        """Whether the month may be closed as it reads: asked where a text is in doubt."""
        return not self.doubts or asking.yes(self._window, self._t, "\n".join(self.doubts), action=self._t("已核对，继续封存"))

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
