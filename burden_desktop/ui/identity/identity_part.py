"""The signing certificate: make a new one, choose one that exists, renew it. Shared by settings and first start."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ...domain.errors.family import BurdenError
from ...domain.texts import Texts
from .. import asking
from ..desk import Desk
from ..jobs import Jobs
from ..look import appearance
from ..look.banner import Banner
from .passphrase_dialog import PassphraseDialog


class IdentityPart(QWidget):
    """`chosen` after a certificate stands."""

    chosen = Signal()

    def __init__(self, t: Texts, jobs: Jobs) -> None:
        super().__init__()
        self._t, self._jobs = t, jobs
        self._desk: Desk | None = None
        self.shown, self.reminder = QLabel(), Banner()
        self.shown.setWordWrap(True)
        self.make_button = appearance.button("key-round", t("新建签名证书……"), self)
        self.choose_button = appearance.button("folder-open", t("选择已有证书……"), self)
        self.sheet_button = appearance.button("stamp", t("再做一份证书登记表……"), self)
        self.use_button = appearance.button("refresh-cw", t("纪委已登记，改用新证书"), self)
        for button, act in (
            (self.make_button, self.make),
            (self.choose_button, self.choose),
            (self.sheet_button, self.make_sheet),
            (self.use_button, self.use_waiting),
        ):
            button.setAccessibleName(button.text())
            button.setAutoDefault(False)
            button.clicked.connect(act)
        self.banner = Banner()
        row, below = QHBoxLayout(), QHBoxLayout()
        for place, button in ((row, self.make_button), (row, self.choose_button), (below, self.sheet_button), (below, self.use_button)):
            place.addWidget(button)
        row.addStretch(1)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.shown)
        column.addWidget(self.reminder)
        column.addLayout(row)
        column.addLayout(below)
        column.addWidget(self.banner)
        self.use_button.hide()

    def show_desk(self, desk: Desk) -> None:
        self._desk = desk
        t, kept, reminder = self._t, desk.identities.kept, desk.identities.reminder()
        self.make_button.setText(t("换发新证书……") if kept.path else t("新建签名证书……"))
        self.make_button.setAccessibleName(self.make_button.text())
        self.sheet_button.setVisible(kept.path is not None)
        self.use_button.setVisible(kept.waiting is not None)
        lines = [str(kept.path) if kept.path else t("还没有签名证书。封存月报时需要它，可以先跳过。")]
        if kept.until is not None:
            lines.append(t("{day}到期。", day=kept.until.isoformat()))
        if kept.waiting is not None:
            lines.append(t("新证书 {path} 已做好，等纪委登记；登记以前仍用上面这份签名。", path=kept.waiting))
        self.shown.setText("\n".join(lines))
        if reminder is None:
            self.reminder.clear()
        else:
            self.reminder.tell("warning", t.of(reminder))

    def make(self) -> None:
        """A new key with its sheet and .cer beside it: the first one, or one that takes the present one's place."""
        t, desk = self._t, self._desk
        if desk is None:
            return
        documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())
        name = f"{desk.point.code}-{desk.today():%Y%m%d}.p12" if desk.identities.kept.path else f"{desk.point.code}.p12"
        path = asking.save_file(self, t("新建签名证书"), str(documents / name), t("签名证书 (*.p12)"))
        passphrase = PassphraseDialog.ask(self, t) if path is not None else None
        if path is None or passphrase is None:
            return
        self.banner.tell("info", t("正在生成签名证书……"))
        self._jobs.start(partial(desk.identities.make, desk.identities.owner(), path, passphrase), partial(self._take_made, path), self._fail)

    def _take_made(self, path: Path, made: tuple[Path, date]) -> None:
        t, desk = self._t, self._desk
        if desk is None:
            return
        sheet, until = made
        present = desk.identities.kept
        wait = present.path is not None and (present.until is None or present.until >= desk.today()) and self._waits()
        try:
            if wait:
                desk.identities.wait_for(path, until)
            else:
                desk.identities.choose(path, until)
        except BurdenError as refused:
            self._fail(refused)
            return
        self.show_desk(desk)
        told = t("签名证书已就绪。证书登记表在 {sheet}，证书文件（.cer）在同一文件夹。请把登记表打印盖章，连同 .cer 交纪委登记。", sheet=sheet)
        self.banner.tell("good", told)
        self.chosen.emit()

    def _waits(self) -> bool:
        """Until the commission knows the new certificate, it would refuse what is signed with it."""
        t = self._t
        actions = (t("先用旧证书，纪委登记新证书后再改用"), t("旧证书不能再用，现在就改用新证书"))
        question = t("新证书已做好。纪委登记以前，用它签名的月报会被拒收。从什么时候起用新证书？")
        return asking.one_of(self, t, question, actions=actions) != 1

    def use_waiting(self) -> None:
        desk = self._desk
        if desk is None:
            return
        try:
            desk.identities.use_waiting()
        except BurdenError as refused:
            self._fail(refused)
            return
        self.show_desk(desk)
        self.banner.tell("good", self._t("从现在起用新证书签名，旧月报仍然有效。"))
        self.chosen.emit()

    def make_sheet(self) -> None:
        """The page that the commission enrols, with the certificate beside it."""
        t, desk = self._t, self._desk
        path = desk.identities.kept.path if desk else None
        if desk is None or path is None:
            return
        title = t("证书登记表")
        passphrase = asking.secret(self, title, t("请输入签名证书的口令。"))
        suggested = str(path.with_suffix(".pdf"))
        target = asking.save_file(self, title, suggested, t("证书登记表 (*.pdf)")) if passphrase else None
        if passphrase is None or target is None:
            return
        self._jobs.start(partial(desk.identities.write_sheet, desk.identities.owner(), path, passphrase, target), self._tell_sheet, self._fail)

    def _tell_sheet(self, sheet: Path) -> None:
        told = self._t("证书登记表在 {sheet}，证书文件（.cer）在同一文件夹。请打印盖章后一并交纪委。", sheet=sheet)
        self.banner.tell("good", told)

    def choose(self) -> None:
        """Opened once, so that one that does not fit is told now and not at the month's end."""
        t, desk = self._t, self._desk
        path = asking.open_file(self, t("选择签名证书"), t("签名证书 (*.p12 *.pfx)"))
        passphrase = asking.secret(self, t("选择签名证书"), t("请输入签名证书的口令，看它能不能为本监测点签名。")) if path else None
        if desk is None or path is None or not passphrase:
            return
        self._jobs.start(partial(desk.identities.until, desk.identities.owner(), path, passphrase), partial(self._take_chosen, path), self._fail)

    def _take_chosen(self, path: Path, until: date) -> None:
        desk = self._desk
        if desk is None:
            return
        try:
            desk.identities.choose(path, until)
        except BurdenError as refused:
            self._fail(refused)
            return
        self.show_desk(desk)
        self.banner.tell("good", self._t("签名证书已就绪。还没有在纪委登记的，请做证书登记表交纪委。"))
        self.chosen.emit()

    def _fail(self, error: BaseException) -> None:
        if not isinstance(error, BurdenError):
            raise error
        self.banner.tell("error", self._t.of(error.sentence))
