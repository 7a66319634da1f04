"""The particulars of a ledger's owner as a form, for the first start and for the settings page."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QSpinBox, QWidget

from ...domain.bodies.organ import LEVEL_LABELS, Level
from ...domain.point import Point
from ...domain.role import COMMISSION, POINT
from ...domain.texts import Texts


class PointForm(QWidget):
    """`point()` raises the domain's refusals (MissingName, InvalidPoint). A commission is asked for less."""

    def __init__(self, t: Texts, point: Point | None = None, *, marked: bool = False) -> None:
        """`marked`: name and code say that they must be written."""
        super().__init__()
        self._t, self._marked = t, marked
        self.name, self.code, self.reporter, self.approver, self.commission = (QLineEdit() for _ in range(5))
        self.shown: Point | None = None
        self.level = QComboBox()
        self.level.addItem(t("（未填）"), "")
        for level in Level:
            self.level.addItem(t(LEVEL_LABELS[level]), level.value)
        self.report_day = QSpinBox()
        self.report_day.setRange(1, 28)
        self.report_day.setSuffix(t("日（次月）"))
        form = self._form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, editor in (
            (t("监测点名称"), self.name),
            (t("监测点代码"), self.code),
            (t("层级"), self.level),
            (t("填报人"), self.reporter),
            (t("审核人"), self.approver),
            (t("报送日"), self.report_day),
            (t("报送纪委"), self.commission),
        ):
            editor.setAccessibleName(name)
            form.addRow(name, editor)
        self.code.setPlaceholderText(t("字母、数字和连字符，如 QH-0312"))
        self.report_day.setToolTip(t("月报应在次月的这一天以前报送"))
        self.serve(POINT)
        if point is not None:
            self.show_point(point)

    def serve(self, role: str) -> None:
        """Ask for what a ledger of `role` needs."""
        t, commission = self._t, role == COMMISSION
        for editor, of_point, of_commission in (
            (self.name, t("监测点名称"), t("纪委名称")),
            (self.code, t("监测点代码"), t("纪委代码")),
            (self.reporter, t("填报人"), t("经办人")),
        ):
            words = of_commission if commission else of_point
            editor.setAccessibleName(words)
            title = self._form.labelForField(editor)
            if isinstance(title, QLabel):
                must = self._marked and editor is not self.reporter
                title.setText(t("{field}（必填）", field=words) if must else words)
        for row in (self.level, self.approver, self.commission):
            self._form.setRowVisible(row, not commission)

    def show_point(self, point: Point) -> None:
        """Load an existing point; its code stands in the signed months and is not changed any more."""
        self.code.setReadOnly(True)
        self.code.setFrame(False)  # looks like what it is: told, not asked
        self.code.setToolTip(self._t("代码已写进台账，不再更改"))
        self.write(asdict(point))
        self.shown = point

    def write(self, values: Mapping[str, Any]) -> None:
        """Fill the form; what was shown stays what the ledger holds."""
        for name in ("name", "code", "reporter", "approver", "commission"):
            getattr(self, name).setText(values[name])
        self.level.setCurrentIndex(max(0, self.level.findData(values["level"])))
        self.report_day.setValue(values["report_day"])

    def written(self) -> dict[str, Any]:
        """What stands in the form, sound or not."""
        return {
            "name": self.name.text().strip(),
            "code": self.code.text().strip(),
            "level": str(self.level.currentData() or ""),
            "reporter": self.reporter.text().strip(),
            "approver": self.approver.text().strip(),
            "report_day": self.report_day.value(),
            "commission": self.commission.text().strip(),
        }

    @property
    def edited(self) -> bool:
        """Whether something is written that is not what was shown."""
        return self.shown is not None and self.written() != asdict(self.shown)

    def point(self) -> Point:
        """Raises MissingName, InvalidPoint."""
        return Point(**self.written())
