"""What the approver (审核人) signs is shown to him first: the final pages, all of them, before he can sign."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ...domain.months.month import Month
from ...domain.point import Point
from ...domain.texts import Texts
from ..desk import Pages
from ..identity.signer_form import SignerForm
from ..look import appearance
from ..look.banner import Banner
from ..look.dates import month_in_words
from ..look.read_through import ReadThrough


@dataclass(frozen=True, slots=True)
class Approval:
    """The signer's answer; the passphrase is kept nowhere else. `seen` are the pages he saw."""

    identity: Path
    passphrase: str
    seen: frozenset[int]


class ApprovalDialog(QDialog):
    """`ask` gives the approval or None. Signing waits until every page was on the screen."""

    def __init__(
        self, parent: QWidget, t: Texts, month: Month, point: Point, pages: Pages,
        *, identity: Path | None, seen: frozenset[int] = frozenset(), trouble: str = "",
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._t, self._count = t, len(pages)
        self.setWindowTitle(t("审阅并签署{month}月报", month=month_in_words(t, month)))
        told = QLabel(
            t("填报人{reporter}已制作月报，请审核人{approver}逐页看过后签名。下面就是将要签名的文件，签名后一字不差。",
              reporter=point.reporter, approver=point.approver)
        )  # fmt: skip
        told.setWordWrap(True)
        self.view = ReadThrough(t)
        self.view.show_again(pages, seen)
        self.progress = QLabel()
        self.onward = appearance.button("arrow-right", t("往下看"), self)
        self.onward.setAutoDefault(False)
        self.onward.clicked.connect(self.view.next_unseen)
        self.form = SignerForm(t, identity)
        self.banner = Banner()
        self.sign = appearance.button("lock", t("封存并签名"), self)
        self.sign.clicked.connect(self.accept)
        cancel = QPushButton(t("取消"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self._lay_out(told, cancel)
        self.view.seen_changed.connect(self._look)
        self.form.changed.connect(self._look)
        size = self.screen().availableSize()
        self.resize(min(appearance.em(self) * 56, size.width()), min(appearance.em(self) * 54, size.height() - appearance.em(self) * 2))
        if trouble:
            self.banner.tell("error", trouble)
        self._look()

    def _lay_out(self, told: QLabel, cancel: QPushButton) -> None:
        reading, buttons = QHBoxLayout(), QHBoxLayout()
        reading.addWidget(self.progress, 1)
        reading.addWidget(self.onward)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.sign)
        column = QVBoxLayout(self)
        column.setSpacing(appearance.step(self) * 2)
        column.addWidget(told)
        column.addWidget(self.view, 1)
        column.addLayout(reading)
        column.addWidget(self.form)
        column.addWidget(self.banner)
        column.addLayout(buttons)

    def _look(self, *_: int) -> None:
        seen = len(self.view.seen)
        self.progress.setText(self._t("已看{seen}页，共{all}页。全部看过才能签名。", seen=seen, all=self._count))
        self.onward.setEnabled(seen < self._count)
        self.sign.setEnabled(seen == self._count and self.form.complete)

    @classmethod
    def ask(
        cls, parent: QWidget, t: Texts, month: Month, point: Point, pages: Pages,
        *, identity: Path | None, seen: frozenset[int] = frozenset(), trouble: str = "",
    ) -> Approval | None:  # fmt: skip
        dialog = cls(parent, t, month, point, pages, identity=identity, seen=seen, trouble=trouble)
        return Approval(dialog.form.identity, dialog.form.passphrase, dialog.view.seen) if dialog.exec() else None
