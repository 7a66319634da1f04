"""Whose ledger this is: the particulars of point or commission, kept when their button is pressed."""

from PySide6.QtWidgets import QHBoxLayout

from ...domain.errors.family import BurdenError
from ...domain.role import COMMISSION, POINT
from ..look import appearance
from ..look.banner import Banner
from ..page import Workplace
from .point_form import PointForm
from .settings_section import SettingsSection


class PointSection(SettingsSection):
    def __init__(self, workplace: Workplace) -> None:
        self._t, self._desk, self._changes = workplace.t, workplace.desk, workplace.changes
        commission = self._desk.receiving.is_commission
        super().__init__(self._t("纪委信息") if commission else self._t("监测点"))
        self.form = PointForm(self._t, self._desk.point)
        self.form.serve(COMMISSION if commission else POINT)
        self.banner = Banner()
        self.save_button = appearance.button("save", self._t("保存信息") if commission else self._t("保存监测点信息"), self)
        self.save_button.setAccessibleName(self.save_button.text())
        self.save_button.clicked.connect(self.save)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.save_button)
        self.column.addWidget(self.form)
        self.column.addWidget(self.banner)
        self.column.addLayout(row)

    def open(self) -> None:
        if self.form.shown != self._desk.point and not self.form.edited:
            self.form.show_point(self._desk.point)

    def save(self) -> None:
        named = self._desk.point.name
        try:
            self._desk.set_point(self.form.point())
        except BurdenError as refused:
            self.banner.tell("error", self._t.of(refused.sentence))
            return
        self.form.show_point(self._desk.point)
        if self._desk.point.name != named and self._desk.identities.kept.path is not None:
            told = self._t("信息已保存。签名证书上仍是“{named}”，纪委收到月报时会看到名称不同的提示；确需改名的，请换发证书并重新登记。", named=named)
            self.banner.tell("warning", told)
        else:
            self.banner.tell("good", self._t("信息已保存。"))
        self._changes.tell("point")

    def keep(self) -> object:
        return self.form.written() if self.form.edited else None

    def bring_back(self, kept: object) -> None:
        if isinstance(kept, dict):
            self.form.write(kept)


def make(workplace: Workplace) -> PointSection:
    return PointSection(workplace)
