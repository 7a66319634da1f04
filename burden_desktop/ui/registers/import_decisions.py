"""What the program took a register's sheets and headings for, each open to be decided otherwise."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHeaderView,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...domain.kind import Kind
from ...domain.reading.draft import RegisterChoices, RegisterReading
from ...domain.texts import Texts
from ..look import appearance

_FIRST_YEAR, _LAST_YEAR = 2000, 2100


class ImportDecisions(QWidget):
    """`decided` carries the choices so far; `taught` (kind, heading, field or "") a heading that was given a meaning;
    `sheet_shown` the sheet now looked at."""

    decided = Signal(object)
    taught = Signal(str, str, str)
    sheet_shown = Signal(str)

    def __init__(self, kinds: Sequence[Kind], t: Texts) -> None:
        super().__init__()
        self._kinds, self._t = {kind.name: kind for kind in kinds}, t
        self._reading: RegisterReading | None = None
        self.choices = RegisterChoices()
        self.sheet, self.kind, self.year = QComboBox(), QComboBox(), QSpinBox()
        self.kind.addItem(t("不导入这张表"), "")
        for kind in kinds:
            self.kind.addItem(t(kind.label), kind.name)
        self.year.setRange(_FIRST_YEAR, _LAST_YEAR)
        self.year.setKeyboardTracking(False)
        self.headings = QTableWidget(0, 2)
        self.headings.setTabKeyNavigation(False)  # Tab leads on, to the choices in it and out of it
        self.headings.setHorizontalHeaderLabels([t("表头"), t("登记为")])
        self.headings.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.headings.verticalHeader().hide()
        self.headings.verticalHeader().setDefaultSectionSize(round(appearance.em(self) * 1.9))
        form = QFormLayout()
        for word, widget in ((t("工作表"), self.sheet), (t("类别"), self.kind), (t("年份"), self.year)):
            widget.setAccessibleName(word)
            form.addRow(word, widget)
        self.headings.setAccessibleName(t("表头的含义"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)
        column.addWidget(self.headings, 1)
        self.sheet.activated.connect(self._on_sheet)
        self.kind.activated.connect(self._on_kind)
        self.year.valueChanged.connect(self._on_year)

    @property
    def shown_sheet(self) -> str:
        return str(self.sheet.currentData() or "")

    def show_reading(self, reading: RegisterReading, counts: dict[str, str]) -> None:
        """Show what was read; the sheet looked at stays. `counts` says beside each sheet how its rows stand."""
        self._reading = reading
        before = self.shown_sheet
        self.sheet.clear()
        left_out = [name for name, kind in self.choices.kinds.items() if kind == "" and name not in reading.mapping]
        for name in (*reading.mapping, *left_out):
            shown = self._t("整个文件") if name == "*" else name
            self.sheet.addItem(f"{shown}　{counts.get(name, '')}".rstrip("　"), name)
        self.sheet.setCurrentIndex(max(0, self.sheet.findData(before)))
        self._show_sheet()

    def _show_sheet(self) -> None:
        reading, name = self._reading, self.shown_sheet
        if reading is None:
            return
        kind = reading.kinds.get(name, "")
        self.kind.setCurrentIndex(max(0, self.kind.findData(kind)))
        self.year.blockSignals(True)
        self.year.setValue(self.choices.year or reading.years.get(name) or _FIRST_YEAR)
        self.year.blockSignals(False)
        headings = reading.mapping.get(name, {}) if kind else {}
        self.headings.setRowCount(len(headings))
        for row, (heading, field) in enumerate(headings.items()):
            self.headings.setItem(row, 0, QTableWidgetItem(heading))
            self.headings.setCellWidget(row, 1, self._field_choice(kind, heading, field))

    def _field_choice(self, kind: str, heading: str, field: str | None) -> QComboBox:
        box = QComboBox()
        box.addItem(self._t("不登记"), "")
        for one in self._kinds[kind].fields:
            box.addItem(self._t(one.label), one.name)
        box.setCurrentIndex(max(0, box.findData(field or "")))
        box.setAccessibleName(self._t("“{heading}”登记为", heading=heading))
        box.setProperty("heading", heading)
        box.activated.connect(self._on_field)
        return box

    def _on_sheet(self) -> None:
        self._show_sheet()
        self.sheet_shown.emit(self.shown_sheet)

    def _on_kind(self) -> None:
        kinds = {**self.choices.kinds, self.shown_sheet: str(self.kind.currentData())}
        fields = {name: chosen for name, chosen in self.choices.fields.items() if name != self.shown_sheet}
        self._decide(RegisterChoices(kinds, fields, self.choices.year))

    def _on_year(self, year: int) -> None:
        self._decide(RegisterChoices(self.choices.kinds, self.choices.fields, year))

    def _on_field(self) -> None:
        box = self.sender()
        if not isinstance(box, QComboBox) or self._reading is None:
            return
        heading, field = str(box.property("heading")), str(box.currentData())
        own = {**self.choices.fields.get(self.shown_sheet, {}), heading: field or None}
        for other, meant in self._reading.mapping.get(self.shown_sheet, {}).items():
            if field and meant == field and other != heading:
                own[other] = None  # a field is told once: whoever had it before gives it up
        self.taught.emit(self._reading.kinds.get(self.shown_sheet, ""), heading, field)
        self._decide(RegisterChoices(self.choices.kinds, {**self.choices.fields, self.shown_sheet: own}, self.choices.year))

    def _decide(self, choices: RegisterChoices) -> None:
        self.choices = choices
        self.decided.emit(choices)
