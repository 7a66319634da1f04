"""What comes back in a month: papers received again, layered meetings, visits on one matter, forms asked after a paper."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ...domain.kinds import KINDS
from ...domain.months.detail import MATTER_LABELS, Matter, MatterKind
from ...domain.texts import Texts
from ..look import appearance
from ..look.linked_list import Line, LinkedList
from ..place import Place

_SHOWN = 14


class MattersList(QWidget):
    """`opened` leads to the records of a matter, this month's and those of before."""

    opened = Signal(Place)

    def __init__(self, t: Texts) -> None:
        super().__init__()
        self._t = t
        told = QLabel(t("同一件事在本月反复出现的，点一行打开有关记录。只列事实，不作评判。"))
        told.setWordWrap(True)
        headings = (t("情形"), t("事由"), t("单位（层级）"), t("次数"))
        self.list = LinkedList(t("反复出现的事项"), headings, stretch=1, numbers=(3,), most=_SHOWN)
        self.list.opened.connect(self.opened)
        told.setBuddy(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, appearance.step(self), 0, 0)
        column.addWidget(told)
        column.addWidget(self.list, 1)
        column.addStretch(0)

    def show_matters(self, matters: Sequence[Matter]) -> None:
        self.list.show_lines(tuple(self._lines(matters)))
        self.list.setMinimumHeight(min(self.list.maximumHeight(), appearance.em(self) * 6))  # a low screen scrolls it

    def _lines(self, matters: Sequence[Matter]) -> Iterator[Line]:
        for matter in matters:
            kind = next((kind for kind in KINDS if matter.numbers[0].startswith(kind.mark)), KINDS[0])
            numbers = tuple(number for number in (*matter.earlier, *matter.numbers) if number.startswith(kind.mark))
            words = self._t(MATTER_LABELS[MatterKind(matter.kind)])
            yield Line((words, matter.title, matter.organ, str(matter.times)), Place(kind.name, numbers=numbers))
