"""How the window seals a month: ask, check, make the pages in a job, let an approver see them, sign, commit."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ...domain.errors.family import BurdenError
from ...domain.errors.signing import WrongPassphrase
from ...domain.months.month import Month
from ...domain.texts import Sentence, say
from ..desk import Desk
from ..page import Workplace
from .approval_dialog import ApprovalDialog
from .close_dialog import CloseDialog, ClosingAnswer


def why_not_closed(desk: Desk, month: Month, *, nil: bool) -> Sentence | None:
    """Why the month cannot be closed today, None where it can. One without records may still get some until it is over."""
    never = desk.sealing.why_never(month)
    if never is None and nil and desk.today() <= month.last_day:
        return say("{month}还没有结束，到月底仍没有记录，才作零报告。", month=month.label)
    return never


class Closing(QObject):
    """`told(state, sentence)` goes into the page's banner, `working` while a job is under way, `sealed(file)` when
    the month is closed."""

    told = Signal(str, str)
    working = Signal(bool)
    sealed = Signal(object)

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._t, self._jobs = workplace.desk, workplace.t, workplace.jobs
        self._changes = workplace.changes
        self._window, self._month = parent, Month.of(workplace.desk.today())

    @property
    def _approver(self) -> str:
        """The second person, where there are two; empty where one signs what he made."""
        point = self._desk.point
        return point.approver if point.reporter and point.approver not in ("", point.reporter) else ""

    def begin(self, month: Month, before: ClosingAnswer | None = None, trouble: str = "") -> None:
        """`before` is what was answered already, where `trouble` asks for one part of it once more."""
        self._month = month
        answer = CloseDialog.ask(
            self._window, self._t, month, self._desk.sealing,
            identity=before.identity if before else self._desk.identities.kept.path,
            early=self._desk.today() <= month.last_day, approver=self._approver,
            reason=before.early_reason if before else "", trouble=trouble,
        )  # fmt: skip
        if answer is None:
            return
        if not self._desk.sealing.lend():
            self.told.emit("info", self._t("台账正在使用中，请稍候再封存。"))
            return
        self.working.emit(True)
        self.told.emit("info", self._t("正在核对台账……"))
        self._jobs.start(partial(self._desk.sealing.prepare, month, answer.early_reason), partial(self._make, answer), self._refused)

    def _refused(self, error: BaseException) -> None:
        self._fail(error)
        self._changes.tell("break")  # the check before a closing may have found one

    def _make(self, answer: ClosingAnswer, inputs: Any) -> None:
        if self._approver:
            self.told.emit("info", self._t("正在制作月报……"))
            self._jobs.start(partial(self._desk.sealing.draw, inputs), self._show, self._fail)
        else:
            self.told.emit("info", self._t("正在制作并签名月报……"))
            work = partial(self._desk.sealing.make, inputs, answer.identity, answer.passphrase)
            self._jobs.start(work, self._commit, partial(self._begin_again, answer))

    def _begin_again(self, answer: ClosingAnswer, error: BaseException) -> None:
        """A wrong passphrase costs the passphrase, not what else was answered."""
        if isinstance(error, WrongPassphrase):
            self.working.emit(False)
            self.begin(self._month, answer, self._t.of(error.sentence))
        else:
            self._fail(error)

    def _show(self, drawn: Any, seen: frozenset[int] = frozenset(), trouble: str = "") -> None:
        pages = self._desk.pages(self._desk.sealing.pdf_of(drawn))
        approval = ApprovalDialog.ask(
            self._window, self._t, self._month, self._desk.point, pages,
            identity=self._desk.identities.kept.path, seen=seen, trouble=trouble,
        )  # fmt: skip
        if approval is None:
            self.working.emit(False)
            self.told.emit("warning", self._t("审核人没有签名，本月没有封存。"))
            return
        self.told.emit("info", self._t("正在签名……"))
        work = partial(self._desk.sealing.sign, drawn, approval.identity, approval.passphrase)
        self._jobs.start(work, self._commit, partial(self._ask_again, drawn, approval.seen))

    def _ask_again(self, drawn: Any, seen: frozenset[int], error: BaseException) -> None:
        """A wrong passphrase costs the passphrase, not the pages."""
        if isinstance(error, WrongPassphrase):
            self._show(drawn, seen, self._t.of(error.sentence))
        else:
            self._fail(error)

    def _commit(self, signed: Any) -> None:
        try:
            file: Path = self._desk.close_commit(signed)
        except BurdenError as refused:
            self._fail(refused)
            return
        self.working.emit(False)
        self.sealed.emit(file)

    def _fail(self, error: BaseException) -> None:
        self.working.emit(False)
        if not isinstance(error, BurdenError):
            raise error
        self.told.emit("error", self._t.of(error.sentence))
