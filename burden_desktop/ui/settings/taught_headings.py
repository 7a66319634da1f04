"""What the clerk taught about headings of registers, to be seen and forgotten."""

from ...domain.kinds import KINDS
from ...domain.texts import Texts
from ..desk import Desk
from ..page import Workplace
from .taught_list import TaughtList


class TaughtHeadings(TaughtList):
    """One line a heading; the chosen lines are forgotten."""

    def __init__(self, desk: Desk, t: Texts) -> None:
        nothing_yet = t("还没有。导入时改过一次表头的含义，就会记在这里。")
        super().__init__(t, t("导入登记表时记住的表头"), (t("类别"), t("表头"), t("登记为")), nothing_yet)
        self._desk, self._t = desk, t

    def open(self) -> None:
        lines = [
            (kind, heading, field)
            for kind, taught in self._desk.registers.taught().items()
            for heading, field in taught.items()
        ]
        kinds = {kind.name: kind for kind in KINDS}
        self._lines = [line for line in lines if line[0] in kinds]
        rows = []
        for name, heading, field in self._lines:
            kind = kinds[name]
            known = {one.name for one in kind.fields}
            meant = self._t(kind.field(field).label) if field in known else self._t("不登记")
            rows.append((self._t(kind.label), heading, meant))
        self.show_rows(rows)

    def forget(self) -> None:
        for row in self.chosen_rows():
            kind, heading, _ = self._lines[row]
            self._desk.registers.forget(kind, heading)
        self.open()


def make(workplace: Workplace) -> TaughtHeadings:
    return TaughtHeadings(workplace.desk, workplace.t)
