"""With which certificate the point signs."""

from ..identity.identity_part import IdentityPart
from ..page import Workplace
from .settings_section import SettingsSection


class IdentitySection(SettingsSection):
    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.t("签名证书"))
        self._changes, self._desk = workplace.changes, workplace.desk
        self.part = IdentityPart(workplace.t, workplace.jobs)
        self.part.show_desk(workplace.desk)
        self.part.chosen.connect(self._tell)
        self.column.addWidget(self.part)

    def open(self) -> None:
        self.part.show_desk(self._desk)

    def _tell(self) -> None:
        self._changes.tell("identity")


def make(workplace: Workplace) -> IdentitySection:
    return IdentitySection(workplace)
