"""放假调休: of which years the working days are known, and days added from a file or typed, seen and taken away again."""

from typing import Final

from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLabel, QListWidget

from ...domain.errors.family import BurdenError
from ...domain.months.calendar_day import CalendarDay, incomplete_year, told_days
from .. import asking
from ..look import appearance
from ..look.banner import Banner
from ..look.dates import day_in_words
from ..page import Workplace
from .settings_section import SettingsSection

_ROWS_SHOWN: Final = 6


class CalendarSection(SettingsSection):
    def __init__(self, workplace: Workplace) -> None:
        t = workplace.t
        super().__init__(t("放假调休"))
        self._t, self._figures, self._changes = t, workplace.desk.figures, workplace.changes
        self._year = workplace.desk.today().year
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.file_button = appearance.button("folder-open", t("从文件加入……"), self)
        self.file_button.setToolTip(t("文本文件，每行一天或一段：日期，空格，休或班"))
        self.file_button.clicked.connect(self.take_file)
        self.type_button = appearance.button("pencil", t("键入……"), self)
        self.type_button.clicked.connect(self.type_days)
        row = QHBoxLayout()
        for button in (self.file_button, self.type_button):
            button.setAccessibleName(t("{section}：{act}", section=self.title(), act=button.text()))
            row.addWidget(button)
        row.addStretch(1)
        self.remove_button = appearance.button("trash-2", t("去掉所选日子"), self)
        self.remove_button.clicked.connect(self.remove)
        row.addWidget(self.remove_button)
        self.days = QListWidget()
        self.days.setAccessibleName(t("已加入的日子"))
        self.days.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.days.setFixedHeight(round(appearance.em(self) * 2 * _ROWS_SHOWN))
        self._shown: tuple[CalendarDay, ...] = ()
        self.banner = Banner()
        self.column.addWidget(self.told)
        self.column.addWidget(self.days)
        self.column.addLayout(row)
        self.column.addWidget(self.banner)

    def open(self) -> None:
        self._shown = tuple(self._figures.calendar_days())
        self.told.setText("\n".join(self._told(year) for year in (self._year, self._year + 1)))
        self.days.clear()
        self.days.addItems([self._words(day) for day in self._shown])
        for part in (self.days, self.remove_button):
            part.setVisible(bool(self._shown))

    def _told(self, year: int) -> str:
        if self._figures.calendar_known(year):
            return self._t("{year}年的放假和调休已在程序里。", year=year)
        if any(day.day.year == year for day in self._shown):
            return self._t.of(incomplete_year(year, self._missing(year)))
        return self._t("{year}年的放假和调休还没有，工作日只按周末推算。收到通知后请加入。", year=year)

    def _missing(self, year: int) -> list[str]:
        return [self._t(name) for name in self._figures.calendar_missing(year)]

    def _words(self, day: CalendarDay) -> str:
        words = f"{day_in_words(self._t, day.day)} {self._t('班') if day.works else self._t('休')}"
        return words + self._t("（与程序自带的安排相反）") if day.overrules else words

    def remove(self) -> None:
        """Take the chosen days away: the program's own calendar, or the weekend, holds again."""
        chosen = {self._shown[index.row()].day for index in self.days.selectedIndexes()}
        if not chosen:
            return
        self._figures.remove_calendar(chosen)
        self.open()
        self.banner.tell("good", self._t("已去掉{count}天。", count=len(chosen)))
        self._changes.tell("month")

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
        text = asking.line(self, self._t("放假调休"), self._t("每行写一天或一段，例如“2027-01-01 休”“2027年2月5日至11日 休”或“2027-02-06 班”。周末休息、平日上班的不必写。"))
        if text:
            self._add(text)

    def _add(self, text: str) -> None:
        try:
            added = self._figures.add_calendar(text)
        except BurdenError as refused:
            self.banner.tell("error", self._t.of(refused.sentence))
            return
        self.open()
        years = sorted({day.day.year for day in added})
        incomplete = {year: self._missing(year) for year in years if not self._figures.calendar_known(year)}
        told = told_days(added, incomplete)
        self.banner.tell("warning" if len(told) > 1 else "good", "\n".join(self._t.of(sentence) for sentence in told))
        self._changes.tell("month")


def make(workplace: Workplace) -> CalendarSection:
    return CalendarSection(workplace)
