"""What becomes of a paper that calls a meeting or announces a visit: chosen once when the first one was read, changed here."""

from typing import Final

from PySide6.QtWidgets import QComboBox, QLabel

from ...domain.reading.called_event import ASK
from ...domain.texts import label
from ..entry.draft_flow import CHOICES
from ..page import Workplace
from .settings_section import SettingsSection

ALL: Final = ((ASK, label("下次遇到时询问")), *CHOICES)


class NoticesSection(SettingsSection):
    def __init__(self, workplace: Workplace) -> None:
        self._desk, t = workplace.desk, workplace.t
        super().__init__(t("识别通知"))
        told = QLabel(t("通知会议或检查的公文，粘贴或拖入后怎样登记"))
        told.setWordWrap(True)
        self.choice = QComboBox()
        self.choice.setAccessibleName(told.text())
        for value, words in ALL:
            self.choice.addItem(t(words), value)
        self.choice.activated.connect(self._on_chosen)
        told.setBuddy(self.choice)
        self.column.addWidget(told)
        self.column.addWidget(self.choice)

    def open(self) -> None:
        self.choice.setCurrentIndex(max(0, self.choice.findData(self._desk.notices.called_meeting)))

    def _on_chosen(self, index: int) -> None:
        self._desk.notices.choose(str(self.choice.itemData(index)))


def make(workplace: Workplace) -> NoticesSection:
    return NoticesSection(workplace)
