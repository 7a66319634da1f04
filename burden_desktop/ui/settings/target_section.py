"""压减目标: the base year, what came in it, and by how much it is to fall. A kind without a base has no target."""

from typing import Final

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel

from ...domain.errors.family import BurdenError
from ...domain.months.detail import Target
from ..look import appearance
from ..look.banner import Banner
from ..look.number_box import number_box
from ..page import Workplace
from .settings_section import SettingsSection

_KINDS: Final = ("document", "meeting", "inspection", "report_request")
_USUAL: Final = 30  # percent; the circular of 2019 asked for 30 to 50


class TargetSection(SettingsSection):
    def __init__(self, workplace: Workplace) -> None:
        t = workplace.t
        super().__init__(t("压减目标"))
        self._t, self._figures, self._changes = t, workplace.desk.figures, workplace.changes
        self._today = workplace.desk.today()
        told = QLabel(t("填上级确定的基数年份、全年基数和压减比例，月报据此写明压减率和进度。没有目标的类别，基数留 0。"))
        told.setWordWrap(True)
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        for column, heading in enumerate((t("类别"), t("基数年份"), t("全年基数"), t("压减（%）"))):
            grid.addWidget(self._wrapping(heading), 0, column)
        kinds = {kind.name: kind for kind in workplace.kinds}
        self.boxes = {}
        for row, name in enumerate((name for name in _KINDS if name in kinds), 1):
            kind = t("{kind}（{unit}）", kind=t(kinds[name].label), unit=t(kinds[name].unit))
            year = number_box(t("{kind}基数年份", kind=kind), 2000, 2100, self._today.year - 1, self)
            year.setGroupSeparatorShown(False)
            base = number_box(t("{kind}全年基数", kind=kind), 0, 999_999, 0, self)
            percent = number_box(t("{kind}压减百分比", kind=kind), 0, 100, _USUAL, self)
            grid.addWidget(self._wrapping(kind), row, 0)
            for column, box in enumerate((year, base, percent), 1):
                grid.addWidget(box, row, column)
            self.boxes[name] = (year, base, percent)
        self.banner = Banner()
        self.save_button = appearance.button("save", t("保存压减目标"), self)
        self.save_button.clicked.connect(self.save)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.save_button)
        self.column.addWidget(told)
        self.column.addLayout(grid)
        self.column.addWidget(self.banner)
        self.column.addLayout(buttons)

    def _wrapping(self, words: str) -> QLabel:
        label = QLabel(words)
        label.setWordWrap(True)
        return label

    def open(self) -> None:
        if self.keep() is None:
            self._show(self._figures.targets())

    def _show(self, targets: object) -> None:
        self._shown = dict(targets) if isinstance(targets, dict) else {}
        for name, boxes in self.boxes.items():
            target = self._shown.get(name, Target(0, _USUAL, self._today.year - 1))
            for box, value in zip(boxes, (target.base_year, target.base, target.percent), strict=True):
                box.setValue(value)

    def _written(self) -> dict[str, Target]:
        values = {name: tuple(box.value() for box in boxes) for name, boxes in self.boxes.items()}
        return {name: Target(base, percent, year) for name, (year, base, percent) in values.items() if base}

    def save(self) -> None:
        try:
            self._figures.set_targets(self._written())
        except BurdenError as refused:
            self.banner.tell("error", self._t.of(refused.sentence))
            return
        self._show(self._figures.targets())
        self.banner.tell("good", self._t("压减目标已保存。"))
        self._changes.tell("month")

    _shown: dict[str, Target] | None = None

    def keep(self) -> object:
        """What is written and not kept yet; nothing before the section was first opened."""
        return self._written() if self._shown is not None and self._written() != self._shown else None

    def bring_back(self, kept: object) -> None:
        if isinstance(kept, dict):
            self._show(kept)
            self._shown = dict(self._figures.targets())


def make(workplace: Workplace) -> TargetSection:
    return TargetSection(workplace)
