"""Ctrl+Z and Ctrl+Y wherever steps are made: the last step of the ledger is taken back or done again, and said so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..domain.errors.family import BurdenError
from ..domain.texts import Texts, label
from .look.shortcut import keys_inside

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from ..domain.chain.past import TakenBack
    from .changes import Changes
    from .desk import Desk

_OTHER: Final = label("改动")
_STEPS: Final = {
    "add": label("新增"), "change": label("修改"), "withdraw": label("撤销"), "reinstate": label("恢复"),
    "merge": label("并入"), "part": label("拆出"),
}  # fmt: skip
_NAMED_NUMBERS: Final = 3


class StepBack:
    """`tell` gets (state, sentence); `kinds` are told as changed when bodies were merged or parted."""

    def __init__(self, desk: Desk, t: Texts, changes: Changes, kinds: Sequence[str], tell: Callable[[str, str], None]) -> None:
        self._desk, self._t, self._changes, self._kinds, self._tell = desk, t, changes, kinds, tell

    def bind(self, owner: QWidget) -> None:
        """The keys, inside `owner`."""
        for keys, act in (("Ctrl+Z", self.undo), ("Ctrl+Y", self.redo), ("Ctrl+Shift+Z", self.redo)):
            keys_inside(owner, keys, act)

    def undo(self) -> None:
        self._turn(self._desk.steps.undo, label("已撤回：{step}{numbers}。"), label("没有可以撤回的操作。"))

    def redo(self) -> None:
        self._turn(self._desk.steps.redo, label("已重做：{step}{numbers}。"), label("没有可以重做的操作。"))

    def _turn(self, turn: Callable[[], TakenBack | None], done: str, nothing: str) -> None:
        try:
            step = turn()
        except BurdenError as refused:
            self._tell("error", self._t.of(refused.sentence))
            return
        if step is None:
            self._tell("info", self._t(nothing))
            return
        bodies = self._kinds if "organ" in step.kinds else ()
        self._changes.tell(*step.kinds, *bodies)
        words = self._t(_STEPS.get(step.action, _OTHER))
        told = self._t(done, step=words, numbers=named(self._t, step.numbers))
        if step.passed:
            told += self._t("越过了{count}步不能撤回的操作。", count=step.passed)
        self._tell("good", told)


def named(t: Texts, numbers: Sequence[str]) -> str:
    """A few numbers one by one, many by the first and how many."""
    if len(numbers) <= _NAMED_NUMBERS:
        return "、".join(numbers)
    return t("{first}等{count}条", first=numbers[0], count=len(numbers))
