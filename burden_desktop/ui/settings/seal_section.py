"""Which picture of the seal the reports bear."""

from ..identity.seal_chooser import SealChooser
from ..page import Workplace
from .settings_section import SettingsSection


class SealSection(SettingsSection):
    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.t("印章图片"))
        self.chooser = SealChooser(workplace.t, workplace.desk.sealing)
        self.column.addWidget(self.chooser)

    def open(self) -> None:
        self.chooser.show_kept()


def make(workplace: Workplace) -> SealSection:
    return SealSection(workplace)
