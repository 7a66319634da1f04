"""What the clerk taught about issuing bodies, to be seen and forgotten: other names, and levels that their name does not tell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...domain.bodies.organ import LEVEL_LABELS, guess_level
from ..look.banner import Banner
from .taught_list import TaughtList

if TYPE_CHECKING:
    from ...domain.bodies.organ import Organ
    from ..page import Workplace


@dataclass(frozen=True, slots=True)
class _Taught:
    """An other name of a body, or (without `alias`) its level."""

    body: Organ
    alias: str = ""


class TaughtBodies(TaughtList):
    """One line a correction; the chosen lines are forgotten. The page 单位 is where they are made."""

    def __init__(self, workplace: Workplace) -> None:
        self._desk, self._t, self._changes = workplace.desk.bodies, workplace.t, workplace.changes
        self._kinds = tuple(kind.name for kind in workplace.kinds)
        self._lines: list[_Taught] = []
        t = self._t
        nothing_yet = t("还没有。在“单位”页合并两个名称，或改过一个单位的层级，就会记在这里。")
        super().__init__(t, t("记住的单位更正"), (t("单位"), t("记住的内容")), nothing_yet)
        self.banner = Banner()
        self.column.addWidget(self.banner)

    def open(self) -> None:
        self._lines = [line for body in self._desk.known() for line in self._taught(body)]
        self.show_rows([(line.body.name, self._words(line)) for line in self._lines])

    @staticmethod
    def _taught(own: Organ) -> list[_Taught]:
        level = [_Taught(own)] if own.level is not None and own.level != guess_level(own.name) else []
        return [*(_Taught(own, alias) for alias in own.aliases), *level]

    def _words(self, line: _Taught) -> str:
        if line.alias:
            return self._t("也写作“{name}”", name=line.alias)
        level = line.body.level
        return self._t("层级：{level}", level=self._t(LEVEL_LABELS[level]) if level else "")

    def forget(self) -> None:
        told = []
        for row in self.chosen_rows():
            line = self._lines[row]
            body = next((one for one in self._desk.known() if one.id == line.body.id), None)
            if line.alias:
                told += self._forgotten(line.alias, self._desk.forget(line.alias))
            elif body is not None:
                self._desk.describe(body.id, guess_level(body.name), body.nature, body.line)
        self._changes.tell("organ", *self._kinds)
        self.open()
        if told:
            self.banner.tell("info", "\n".join(told))
        else:
            self.banner.clear()

    def _forgotten(self, name: str, records: int) -> list[str]:
        return [self._t("有{count}条记录写的是“{name}”，今后算作单独的单位。", count=records, name=name)] if records else []


def make(workplace: Workplace) -> TaughtBodies:
    return TaughtBodies(workplace)
