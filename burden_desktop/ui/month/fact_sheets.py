"""提醒事实单: which body of those that findings concern, where to, and the sheet as PDF and Word copy."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from ...domain.errors.family import BurdenError
from .. import asking
from . import saving

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ...domain.months.month import Month
    from ..page import Workplace


class FactSheets(QObject):
    """`told` carries a state and a sentence. Read on the window's thread, made in jobs."""

    told = Signal(str, str)

    def __init__(self, workplace: Workplace, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._t, self._jobs, self._page = workplace.desk, workplace.t, workplace.jobs, page

    def begin(self, month: Month) -> None:
        inputs = self._desk.summary_inputs(month)
        self._jobs.start(partial(self._desk.reports.sheet_bodies, inputs), partial(self._choose, month, inputs), self._fail)

    def _choose(self, month: Month, inputs: Any, bodies: Sequence[tuple[str, int]]) -> None:
        t = self._t
        if not bodies:
            self.told.emit("info", t("本月没有涉及具体单位的提示，不需要事实单。"))
            return
        names = [t("{organ}（{count}条提示）", organ=organ, count=count) for organ, count in bodies]
        chosen = asking.choose(self._page, t("提醒事实单"), t("提醒哪个单位？"), names)
        if chosen is None:
            return
        organ = bodies[chosen][0]
        path = saving.ask_where(self._page, t, t("提醒事实单"), self._desk.reports.sheet_name(month, organ), saving.PDF)
        if path is not None:
            work = partial(self._desk.reports.fact_sheet, inputs, organ, self._desk.reports.answer_by())
            self._jobs.start(work, partial(self._write, path), self._fail)

    def _write(self, path: Path, made: Mapping[str, bytes]) -> None:
        try:
            saving.write_all(self._desk.reports, path, made)
        except BurdenError as refused:
            self._fail(refused)
            return
        self.told.emit("good", self._t("已保存 {file} 和同名 Word 文件。事实单由纪委审定后发出。", file=path))

    def _fail(self, error: BaseException) -> None:
        if not isinstance(error, BurdenError):
            raise error
        self.told.emit("error", self._t.of(error.sentence))
