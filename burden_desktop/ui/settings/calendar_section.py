"""放假调休: of which years the working days are known, and a year's arrangement added from a file or typed."""

from PySide6.QtWidgets import QHBoxLayout, QLabel

from ...domain.errors.family import BurdenError
from .. import asking
from ..look import appearance
from ..look.banner import Banner
from ..page import Workplace
from .settings_section import SettingsSection


class CalendarSection(SettingsSection):
    def __init__(self, workplace: Workplace) -> None:
        t = workplace.t
        super().__init__(t("放假调休"))
        self._t, self._figures, self._changes = t, workplace.desk.figures, workplace.changes
        self._year = workplace.desk.today().year
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.file_button = appearance.button("folder-open", t("从文件加入……"), self)
        self.file_button.setToolTip(t("文本文件，每行一天：日期，空格，休或班"))
        self.file_button.clicked.connect(self.take_file)
        self.type_button = appearance.button("pencil", t("键入……"), self)
        self.type_button.clicked.connect(self.type_days)
        row = QHBoxLayout()
        for button in (self.file_button, self.type_button):
            button.setAccessibleName(t("{section}：{act}", section=self.title(), act=button.text()))
            row.addWidget(button)
        row.addStretch(1)
        self.banner = Banner()
        self.column.addWidget(self.told)
        self.column.addLayout(row)
        self.column.addWidget(self.banner)

    def open(self) -> None:
        t, year = self._t, self._year
        lines = [
            t("{year}年的放假和调休已在程序里。", year=one) if self._figures.calendar_known(one)
            else t("{year}年的放假和调休还没有，工作日只按周末推算。收到通知后请加入。", year=one)
            for one in (year, year + 1)
        ]  # fmt: skip
        self.told.setText("\n".join(lines))

    def take_file(self) -> None:
        path = asking.open_file(self, self._t("放假调休"), self._t("文本文件 (*.txt *.csv)"))
        if path is None:
            return
        try:
            text = self._figures.read_calendar(path)
        except BurdenError as refused:
            self.banner.tell("error", self._t.of(refused.sentence))
            return
        self._add(text)

    def type_days(self) -> None:
        text = asking.line(self, self._t("放假调休"), self._t("每行写一天，例如“2027-01-01 休”或“2027-02-06 班”。周末休息、平日上班的不必写。"))
        if text:
            self._add(text)

    def _add(self, text: str) -> None:
        try:
            self._figures.add_calendar(text)
        except BurdenError as refused:
            self.banner.tell("error", self._t.of(refused.sentence))
            return
        self.open()
        self.banner.tell("good", self._t("已加入日历。"))
        self._changes.tell("month")


def make(workplace: Workplace) -> CalendarSection:
    return CalendarSection(workplace)
