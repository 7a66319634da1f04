"""The question before a month is sealed: why early if it is early, which seal, and who signs with which certificate."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ...domain.months.month import Month
from ...domain.texts import Texts
from ..desk_parts.sealing import Sealing
from ..identity.seal_chooser import SealChooser
from ..identity.signer_form import SignerForm
from ..look import appearance
from ..look.banner import Banner
from ..look.dates import month_in_words
from ..look.rolled import Rolled


@dataclass(frozen=True, slots=True)
class ClosingAnswer:
    """What the user gave; the passphrase is kept nowhere else. Both are empty where an approver signs later."""

    identity: Path
    passphrase: str
    early_reason: str


class CloseDialog(QDialog):
    """`ask` gives the answer or None; the seal button waits until everything needed stands there. Where `approver`
    names somebody, the clerk only makes the pages: the approver is asked for the signature when he has seen them."""

    def __init__(
        self, parent: QWidget, t: Texts, month: Month, sealing: Sealing,
        *, identity: Path | None, early: bool, approver: str = "", reason: str = "", trouble: str = "",
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._early, self._approver = early, approver
        self.setWindowTitle(t("封存{month}", month=month_in_words(t, month)))
        self.setMinimumWidth(appearance.em(self) * 28)
        words = t("封存后本月记录不能再改，月报用本监测点的签名证书签名。如需更正，可以“更正重报”。")
        if approver:
            words += "\n" + t("先制作月报，再由审核人{approver}逐页看过后签名。", approver=approver)
        words = "\n".join((words, *map(t.of, sealing.told_before_closing(month))))
        told = QLabel(words)
        told.setWordWrap(True)
        self.form, self.reason, self.seal_picture = SignerForm(t, identity), QLineEdit(reason), SealChooser(t, sealing)
        self.form.setVisible(not approver)
        self.reason.setAccessibleName(t("提前封存的理由"))
        self.reason.textChanged.connect(self._look)
        self.form.changed.connect(self._look)
        self.seal = appearance.button(
            "eye" if approver else "lock", t("制作月报，交审核人看") if approver else t("封存并签名"), self
        )
        self.seal.setDefault(True)
        self.seal.clicked.connect(self.accept)
        cancel = QPushButton(t("取消"))
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.seal)
        rolled = Rolled(self)
        column = rolled.column
        column.addWidget(told)
        if early:
            why = QFormLayout()
            why.addRow(t("提前封存的理由"), self.reason)
            column.addLayout(why)
        for part in (self.seal_picture, self.form):
            column.addWidget(part)
        self.banner = Banner()
        if trouble:
            self.banner.tell("error", trouble)
        column.addWidget(self.banner)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setSpacing(appearance.step(self) * 2)
        whole.addWidget(rolled, 1)
        whole.addLayout(buttons)
        self._look()

    def _look(self) -> None:
        reason_given = bool(self.reason.text().strip()) or not self._early
        self.seal.setEnabled(reason_given and (bool(self._approver) or self.form.complete))

    def answer(self) -> ClosingAnswer:
        return ClosingAnswer(self.form.identity, self.form.passphrase, self.reason.text().strip())

    @classmethod
    def ask(
        cls, parent: QWidget, t: Texts, month: Month, sealing: Sealing,
        *, identity: Path | None, early: bool, approver: str = "", reason: str = "", trouble: str = "",
    ) -> ClosingAnswer | None:  # fmt: skip
        dialog = cls(
            parent, t, month, sealing, identity=identity, early=early, approver=approver, reason=reason, trouble=trouble
        )
        return dialog.answer() if dialog.exec() else None
