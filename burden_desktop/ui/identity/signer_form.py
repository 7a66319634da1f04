"""Which certificate signs, and its passphrase: two lines shared by the dialogs that sign."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QWidget

from ...domain.texts import Texts
from .. import asking
from ..look import appearance


class SignerForm(QWidget):
    """`changed` whenever something is written; `complete` once both lines are."""

    changed = Signal()

    def __init__(self, t: Texts, identity: Path | None) -> None:
        super().__init__()
        self._t = t
        self.identity_line, self.passphrase_line = QLineEdit(str(identity or "")), QLineEdit()
        self.passphrase_line.setEchoMode(QLineEdit.EchoMode.Password)
        choose = appearance.button("folder-open", t("选择……"), self)
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose)
        row = QHBoxLayout()
        row.addWidget(self.identity_line, 1)
        row.addWidget(choose)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(t("签名证书"), row)
        form.addRow(t("口令"), self.passphrase_line)
        for line, name in ((self.identity_line, t("签名证书")), (self.passphrase_line, t("口令"))):
            line.setAccessibleName(name)
            line.textChanged.connect(self.changed)
        (self.passphrase_line if identity else self.identity_line).setFocus()

    def _choose(self) -> None:
        path = asking.open_file(self, self._t("选择签名证书"), self._t("签名证书 (*.p12 *.pfx)"))
        if path is not None:
            self.identity_line.setText(str(path))

    @property
    def identity(self) -> Path:
        return Path(self.identity_line.text().strip())

    @property
    def passphrase(self) -> str:
        return self.passphrase_line.text()

    @property
    def complete(self) -> bool:
        return bool(self.identity_line.text().strip() and self.passphrase_line.text())
