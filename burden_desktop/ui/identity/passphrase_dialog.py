"""A new passphrase: the rule said beforehand, its strength while it is typed, and the same a second time."""

from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ...domain.passphrase import LEAST, STRONG, WEAK, WORDS, strength
from ...domain.texts import Texts
from ..look import appearance
from ..look.banner import Banner


class PassphraseDialog(QDialog):
    """`ask` gives the passphrase or None. It is kept nowhere."""

    def __init__(self, parent: QWidget, t: Texts) -> None:
        super().__init__(parent)
        self._t = t
        self.setWindowTitle(t("设定口令"))
        self.setMinimumWidth(appearance.em(self) * 26)
        told = QLabel(t("至少{least}个字符，汉字、字母、数字都可以，一句话比一个词更安全。口令丢失后无法找回，请妥善保管。", least=LEAST))
        told.setWordWrap(True)
        self.first, self.second = QLineEdit(), QLineEdit()
        form = QFormLayout()
        for line, name in ((self.first, t("口令")), (self.second, t("再输入一遍"))):
            line.setEchoMode(QLineEdit.EchoMode.Password)
            line.setAccessibleName(name)
            line.textChanged.connect(self._look)
            form.addRow(name, line)
        self.banner = Banner()
        self.agree = appearance.button("key-round", t("设定"), self)
        self.agree.setDefault(True)
        self.agree.clicked.connect(self.accept)
        cancel = QPushButton(t("取消"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.agree)
        column = QVBoxLayout(self)
        column.setSpacing(appearance.step(self) * 2)
        column.addWidget(told)
        column.addLayout(form)
        column.addWidget(self.banner)
        column.addLayout(buttons)
        self._look()

    def _look(self) -> None:
        t, first, second = self._t, self.first.text(), self.second.text()
        if not first:
            self.banner.clear()
        elif second and second != first:
            self.banner.tell("error", t("两次输入的口令不一样。"))
        elif len(first) < LEAST:
            self.banner.tell("error", t("还差{count}个字符。", count=LEAST - len(first)))
        else:
            found = strength(first)
            state = {WEAK: "warning", STRONG: "good"}.get(found, "info")
            self.banner.tell(state, t("口令强度：{strength}", strength=t(WORDS[found])))
        self.agree.setEnabled(len(first) >= LEAST and first == second)

    @classmethod
    def ask(cls, parent: QWidget, t: Texts) -> str | None:
        dialog = cls(parent, t)
        return dialog.first.text() if dialog.exec() else None
