"""The question before a certificate is believed: is its fingerprint the one on the sheet, read group by group?"""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ...domain.handed_in.receiving import OfferedCertificate, readable
from ...domain.texts import Texts
from ..look import appearance
from ..look.rolled import Rolled


@dataclass(frozen=True, slots=True)
class EnrolAnswer:
    renew: bool
    replace: bool


class EnrolDialog(QDialog):
    """`ask` gives the answer or None; enrolling waits until somebody says that the groups were compared."""

    def __init__(self, parent: QWidget, t: Texts, found: OfferedCertificate, *, has_one: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(t("登记监测点"))
        form = QFormLayout()
        form.addRow(t("监测点名称"), QLabel(found.name))
        form.addRow(t("监测点代码"), QLabel(found.code))
        form.addRow(t("证书到期"), QLabel(found.not_after.date().isoformat()))
        groups = readable(found.fingerprint).split()
        lines = "\n".join("  ".join(groups[start : start + 4]) for start in range(0, len(groups), 4))
        shown = QLabel(lines)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF() * 1.4)
        shown.setFont(font)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        shown.setAccessibleName(t("证书指纹 {groups}", groups=" ".join(groups)))
        form.addRow(t("证书指纹"), shown)
        self.renew = QRadioButton(t("换发：新旧证书都认，直到旧的到期"))
        self.replace = QRadioButton(t("旧密钥丢失或泄露：旧证书立即停用"))
        self.compared = QCheckBox(t("已与登记表或监测点逐组核对，完全一致"))
        self.agree = appearance.button("stamp", t("登记"), self)
        self.agree.clicked.connect(self.accept)
        cancel = QPushButton(t("取消"))
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.agree)
        rolled = Rolled(self)
        column = rolled.column
        column.addLayout(form)
        self._has_one = has_one
        if has_one:
            told = QLabel(t("这个监测点已有登记的证书，请选择："))
            for part in (told, self.renew, self.replace):
                column.addWidget(part)
        column.addWidget(self.compared)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setSpacing(appearance.step(self) * 2)
        whole.addWidget(rolled, 1)
        whole.addLayout(buttons)
        for button in (self.compared, self.renew, self.replace):
            button.toggled.connect(self._look)
        self._look()

    def _look(self) -> None:
        chosen = not self._has_one or self.renew.isChecked() or self.replace.isChecked()
        self.agree.setEnabled(self.compared.isChecked() and chosen)

    @classmethod
    def ask(cls, parent: QWidget, t: Texts, found: OfferedCertificate, *, has_one: bool) -> EnrolAnswer | None:
        dialog = cls(parent, t, found, has_one=has_one)
        if not dialog.exec():
            return None
        return EnrolAnswer(dialog.renew.isChecked(), dialog.replace.isChecked())
