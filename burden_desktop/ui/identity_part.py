"""The signing certificate: make a new one or choose one that exists. Shared by settings and first start."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ..domain.errors.family import BurdenError
from ..domain.passphrase import WORDS, strength
from ..domain.texts import Texts
from . import appearance, asking
from .banner import Banner
from .desk import Desk
from .jobs import Jobs


class IdentityPart(QWidget):
    """`chosen` after a certificate stands."""

    chosen = Signal()

    def __init__(self, t: Texts, jobs: Jobs) -> None:
        super().__init__()
        self._t, self._jobs = t, jobs
        self._desk: Desk | None = None
        self.shown = QLabel()
        self.shown.setWordWrap(True)
        self.make_button = appearance.button("key-round", t("新建签名证书……"), self)
        self.choose_button = appearance.button("folder-open", t("选择已有证书……"), self)
        self.sheet_button = appearance.button("stamp", t("做登记表……"), self)
        for button, act in (
            (self.make_button, self.make),
            (self.choose_button, self.choose),
            (self.sheet_button, self.make_sheet),
        ):
            button.setAccessibleName(button.text())
            button.setAutoDefault(False)
            button.clicked.connect(act)
        self.banner = Banner()
        row = QHBoxLayout()
        row.addWidget(self.make_button)
        row.addWidget(self.choose_button)
        row.addWidget(self.sheet_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.shown)
        column.addLayout(row)
        column.addWidget(self.banner)

    def show_desk(self, desk: Desk) -> None:
        self._desk = desk
        path = desk.identity_path
        self.sheet_button.setEnabled(path is not None)
        self.shown.setText(str(path) if path else self._t("还没有签名证书。封存月报时需要它，可以先跳过。"))

    def make(self) -> None:
        t, desk = self._t, self._desk
        if desk is None:
            return
        path = asking.save_file(self, t("新建签名证书"), f"{desk.point.code}.p12", t("签名证书 (*.p12)"))
        if path is None:
            return
        first = asking.secret(self, t("设定口令"), t("请设定口令。口令丢失后无法找回，请妥善保管。"))
        second = asking.secret(self, t("设定口令"), t("口令强度：{strength}。请再输入一遍口令。", strength=t(WORDS[strength(first)]))) if first is not None else None
        if first is None or second is None:
            return
        if first != second:
            self.banner.tell("error", t("两次输入的口令不一样，请重新设定。"))
            return
        self.banner.tell("info", t("正在生成签名证书……"))
        self._jobs.start(partial(_make, desk, path, first), self._take, self._fail)

    def make_sheet(self) -> None:
        """The page that the commission enrols, with the certificate beside it."""
        t, desk = self._t, self._desk
        path = desk.identity_path if desk else None
        if desk is None or path is None:
            return
        passphrase = asking.secret(self, t("做登记表"), t("请输入签名证书的口令。"))
        target = asking.save_file(self, t("做登记表"), f"{desk.point.code}.pdf", t("登记表 (*.pdf)")) if passphrase else None
        if passphrase is None or target is None:
            return
        self._jobs.start(partial(desk.identities.write_sheet, path, passphrase, target.parent), self._tell_sheet, self._fail)

    def _tell_sheet(self, sheet: Path) -> None:
        told = self._t("登记表在 {sheet}，证书（.cer）在同一文件夹。请打印盖章后一并交纪委。", sheet=sheet)
        self.banner.tell("good", told)

    def choose(self) -> None:
        path = asking.open_file(self, self._t("选择签名证书"), self._t("签名证书 (*.p12 *.pfx)"))
        if path is not None:
            self._take(path)

    def _take(self, path: Path) -> None:
        if self._desk is None:
            return
        try:
            self._desk.choose_identity(path)
        except BurdenError as refused:
            self._fail(refused)
            return
        self.show_desk(self._desk)
        self.banner.tell("good", self._t("签名证书已就绪。请把 .cer 文件交纪委登记。"))
        self.chosen.emit()

    def _fail(self, error: BaseException) -> None:
        if not isinstance(error, BurdenError):
            raise error
        self.banner.tell("error", self._t.of(error.sentence))


def _make(desk: Desk, path: Path, passphrase: str) -> Path:
    desk.new_identity(path, passphrase)
    return path
