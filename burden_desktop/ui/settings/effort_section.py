"""默认用时: what one receipt takes when nobody wrote it down. What comes of it is marked 估算 in the report."""

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel

from ...domain.errors.family import BurdenError
from ..look import appearance
from ..look.banner import Banner
from ..look.number_box import number_box
from ..page import Workplace
from .settings_section import SettingsSection

_DAY = 24 * 60


class EffortSection(SettingsSection):
    def __init__(self, workplace: Workplace) -> None:
        t = workplace.t
        super().__init__(t("默认用时（估算）"))
        self._t, self._figures, self._changes = t, workplace.desk.figures, workplace.changes
        told = QLabel(t("记录没有填用时或人数时，按这里的分钟数和人数计算投入工时，月报中单列为“估算”。填了的按实际计算。"))
        told.setWordWrap(True)
        grid = QGridLayout()
        grid.setColumnStretch(3, 1)
        for column, heading in enumerate((t("类别"), t("每次分钟"), t("人数"))):
            grid.addWidget(QLabel(heading), 0, column)
        kinds = {kind.name: kind for kind in workplace.kinds}
        self.boxes = {}
        for row, (name, (minutes, people)) in enumerate(self._figures.efforts().items(), 1):
            if name not in kinds:
                continue
            kind = t(kinds[name].label)
            boxes = (
                number_box(t("{kind}每次分钟", kind=kind), 0, _DAY, minutes, self),
                number_box(t("{kind}人数", kind=kind), 1, 999, people, self),
            )
            grid.addWidget(QLabel(kind), row, 0)
            for column, box in enumerate(boxes, 1):
                grid.addWidget(box, row, column)
            self.boxes[name] = boxes
        self.banner = Banner()
        self.save_button = appearance.button("save", t("保存默认用时"), self)
        self.save_button.clicked.connect(self.save)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.save_button)
        self.column.addWidget(told)
        self.column.addLayout(grid)
        self.column.addWidget(self.banner)
        self.column.addLayout(buttons)

    def _written(self) -> dict[str, tuple[int, int]]:
        return {name: (minutes.value(), people.value()) for name, (minutes, people) in self.boxes.items()}

    def save(self) -> None:
        try:
            self._figures.set_efforts({**self._figures.efforts(), **self._written()})
        except BurdenError as refused:
            self.banner.tell("error", self._t.of(refused.sentence))
            return
        self.banner.tell("good", self._t("默认用时已保存。"))
        self._changes.tell("month")

    def keep(self) -> object:
        return self._written()

    def bring_back(self, kept: object) -> None:
        if isinstance(kept, dict):
            for name, boxes in self.boxes.items():
                for box, value in zip(boxes, kept.get(name, ()), strict=False):
                    box.setValue(value)


def make(workplace: Workplace) -> EffortSection:
    return EffortSection(workplace)
