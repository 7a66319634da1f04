"""The words of a month while they are written: what the point says to a finding, and the texts of the report, are kept as
drafts and offered back after a crash."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from ...domain.errors.family import BurdenError
from ...domain.months.month import Month
from ...domain.months.rules import ANSWER_LABELS, Answer
from .. import asking

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from ...domain.months.summary import Finding
    from ..page import Workplace

PLACE: Final = "words.month"  # what stands behind the point is the page that offers it back


class MonthWords(QObject):
    """`told` carries a state and a sentence. `month` says which month is shown; `show_month` shows another."""

    told = Signal(str, str)

    def __init__(self, workplace: Workplace, page: QWidget, month: Callable[[], Month], show_month: Callable[[Month], None]) -> None:
        super().__init__(page)
        self._desk, self._t, self._changes, self._keeper = workplace.desk, workplace.t, workplace.changes, workplace.keeper
        self._page, self._month, self._show_month = page, month, show_month
        self._remarks: dict[str, str] = {}  # identity of a finding → what is being written of it
        self._texts: dict[str, dict[str, str]] = {}  # month → key of a text → what is being written
        self._keeper.watch(PLACE, self._typed, self._bring_back)

    # --- drafts

    def _typed(self) -> list[dict[str, Any]]:
        remarks = [{"finding": finding, "month": str(self._month()), "text": text} for finding, text in self._remarks.items()]
        return remarks + [{"month": month, "texts": texts} for month, texts in self._texts.items()]

    def _bring_back(self, drafts: Sequence[Any]) -> None:
        """What cannot be understood is passed over."""
        months: list[Month] = []
        for draft in drafts:
            try:
                months.append(Month.parse(str(draft["month"])))
                if "finding" in draft:
                    self._remarks[str(draft["finding"])] = str(draft["text"])
                else:
                    self._texts[str(months[-1])] = {str(key): str(text) for key, text in dict(draft["texts"]).items()}
            except (BurdenError, KeyError, TypeError, ValueError):
                continue
        if months:
            QTimer.singleShot(0, self, partial(self._lead_back, months[-1]))  # once the page stands

    def _lead_back(self, month: Month) -> None:
        self._show_month(month)
        self.told.emit("info", self._t("上次没有写完的意见或月报文字已找回：再点那条提示的答复或“文字”，接着写。"))

    def _remark_typed(self, finding: str, text: str) -> None:
        self._remarks[finding] = text
        self._keeper.touch()

    def texts_of(self, month: Month) -> Mapping[str, str]:
        """What was being written of the report's texts."""
        return self._texts.get(str(month), {})

    def texts_typed(self, month: Month, texts: dict[str, str]) -> None:
        self._texts[str(month)] = texts
        self._keeper.touch()

    def texts_settled(self, month: Month) -> None:
        """They were stored, or given up."""
        self._texts.pop(str(month), None)
        self._keeper.touch()

    # --- writing

    def answer(self, finding: Finding, answer: Answer) -> None:
        """Keep what the point says to a finding: it stays with the matter from month to month."""
        t, identity = self._t, finding.identity
        question = t("{answer}。可以写明理由或处理情况，会印在月报上。", answer=t(ANSWER_LABELS[answer]))
        begin = self._remarks.get(identity) or (finding.remark.text if finding.remark else "")
        text = asking.line(self._page, t("监测点意见"), question, begin, partial(self._remark_typed, identity))
        if text is not None and not self._kept(lambda: self._desk.reports.remark(identity, finding.rule, answer, text)):
            return
        self._remarks.pop(identity, None)
        self._keeper.touch()
        if text is not None:
            self._changes.tell("month")

    def _kept(self, act: Callable[[], object]) -> bool:
        """Whether it could be kept; where it could not, what was written stays as a draft."""
        try:
            act()
        except BurdenError as refused:
            self._fail(refused)
            return False
        return True

    def _fail(self, error: BaseException) -> None:
        if not isinstance(error, BurdenError):
            raise error
        self.told.emit("error", self._t.of(error.sentence))
