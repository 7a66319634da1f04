"""The question before a month is sealed: which certificate, its passphrase, and why early if it is early."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ..domain.month import Month
from ..domain.texts import Texts
from . import appearance, asking
from .dates import month_in_words


@dataclass(frozen=True, slots=True)
class ClosingAnswer:
    """What the user gave; the passphrase is kept nowhere else."""

    identity: Path
    passphrase: str
    early_reason: str


class CloseDialog(QDialog):
    """`ask` gives the answer or None; the seal button waits until everything needed stands there."""

    def __init__(self, parent: QWidget, t: Texts, month: Month, *, identity: Path | None, early: bool) -> None:
        super().__init__(parent)
        self._t, self._early = t, early
        self.setWindowTitle(t("封存{month}", month=month_in_words(t, month)))
        self.setMinimumWidth(appearance.em(self) * 24)
        told = QLabel(t("封存后本月记录不能再改，月报用本监测点的签名证书签名。如需更正，可以“更正重报”。"))
        told.setWordWrap(True)
        self.identity, self.passphrase, self.reason = QLineEdit(), QLineEdit(), QLineEdit()
        self.identity.setText(str(identity or ""))
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        choose = appearance.button("folder-open", t("选择……"), self)
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose)
        row = QHBoxLayout()
        row.addWidget(self.identity, 1)
        row.addWidget(choose)
        form = QFormLayout()
        form.addRow(t("签名证书"), row)
        form.addRow(t("口令"), self.passphrase)
        if early:
            form.addRow(t("提前封存的理由"), self.reason)
        for line, name in ((self.identity, t("签名证书")), (self.passphrase, t("口令")), (self.reason, t("提前封存的理由"))):
            line.setAccessibleName(name)
            line.textChanged.connect(self._look)
        self.seal = appearance.button("lock", t("封存并签名"), self)
        self.seal.setDefault(True)
        self.seal.clicked.connect(self.accept)
        cancel = QPushButton(t("取消"))
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.seal)
        column = QVBoxLayout(self)
        column.setSpacing(appearance.step(self) * 2)
        column.addWidget(told)
        column.addLayout(form)
        column.addLayout(buttons)
        (self.passphrase if identity else self.identity).setFocus()
        self._look()

    def _choose(self) -> None:
        path = asking.open_file(self, self._t("选择签名证书"), self._t("签名证书 (*.p12 *.pfx)"))
        if path is not None:
            self.identity.setText(str(path))

    def _look(self) -> None:
        reason_given = bool(self.reason.text().strip()) or not self._early
        self.seal.setEnabled(bool(self.identity.text().strip() and self.passphrase.text()) and reason_given)

    def answer(self) -> ClosingAnswer:
        return ClosingAnswer(Path(self.identity.text().strip()), self.passphrase.text(), self.reason.text().strip())

    @classmethod
    def ask(cls, parent: QWidget, t: Texts, month: Month, *, identity: Path | None, early: bool) -> ClosingAnswer | None:
        dialog = cls(parent, t, month, identity=identity, early=early)
        return dialog.answer() if dialog.exec() else None
