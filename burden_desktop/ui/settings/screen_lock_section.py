"""锁屏: after how many minutes the window is covered, and the passphrase that uncovers it. Off until it is switched on."""

import os
from typing import Final

from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLabel, QLineEdit

from ...domain.screen_secret import SALT_BYTES, SHORTEST, opens, secret_of
from ..care.screen_lock import MINUTES, SECRET
from ..look import appearance
from ..look.banner import Banner
from ..page import Workplace
from .settings_section import SettingsSection

CHOICES: Final = (5, 10, 15, 30)


class ScreenLockSection(SettingsSection):
    def __init__(self, workplace: Workplace) -> None:
        self._desk, self._t = workplace.desk, workplace.t
        t = self._t
        super().__init__(t("锁屏"))
        note = QLabel(t(
            "离开座位一段时间后盖住窗口，输入口令才能打开。口令本身不保存。锁屏只挡路过的眼睛，不加密台账：能打开这台电脑上文件的人仍能读，请同时用系统的登录口令和磁盘加密。忘了口令不会丢记录，可请技术人员按使用手册关闭锁屏。"
        ))  # fmt: skip
        note.setWordWrap(True)
        self.banner = Banner()
        self.minutes = QComboBox()
        for minutes in CHOICES:
            self.minutes.addItem(t("{count}分钟", count=minutes), str(minutes))
        self.minutes.setAccessibleName(t("多久不动后锁定"))
        self.current, self.new, self.again = (self._secret_line(name) for name in (t("现用口令"), t("新口令"), t("再输一次")))
        form = self._form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for editor in (self.minutes, self.current, self.new, self.again):
            form.addRow(QLabel(editor.accessibleName()), editor)
        self.on_button = appearance.button("lock", t("启用锁屏"), self)
        self.off_button = appearance.button("lock-open", t("关闭锁屏"), self)
        self.on_button.clicked.connect(self.switch_on)
        self.off_button.clicked.connect(self.switch_off)
        row = QHBoxLayout()
        row.addWidget(self.on_button)
        row.addWidget(self.off_button)
        row.addStretch(1)
        for widget in (note, self.banner):
            self.column.addWidget(widget)
        self.column.addLayout(form)
        self.column.addLayout(row)

    def _secret_line(self, name: str) -> QLineEdit:
        made = QLineEdit()
        made.setEchoMode(QLineEdit.EchoMode.Password)
        made.setAccessibleName(name)
        return made

    @property
    def _secret(self) -> str:
        return self._desk.setting(SECRET, "")

    def open(self) -> None:
        is_on = bool(self._secret)
        self._form.setRowVisible(self.current, is_on)
        self.off_button.setVisible(is_on)
        self.on_button.setText(self._t("更改") if is_on else self._t("启用锁屏"))
        self.minutes.setCurrentIndex(max(0, self.minutes.findData(self._desk.setting(MINUTES, "10"))))

    def switch_on(self) -> None:
        """Keep minutes and passphrase. With the lock on, an empty new passphrase keeps the old one."""
        if not self._may_change():
            return
        new, again = self.new.text(), self.again.text()
        if new != again:
            self.banner.tell("error", self._t("两次输入的口令不同。"))
        elif len(new) < SHORTEST and (new or not self._secret):
            self.banner.tell("error", self._t("口令至少{count}个字符。", count=SHORTEST))
        else:
            if new:
                self._desk.set_setting(SECRET, secret_of(new, os.urandom(SALT_BYTES)))
            self._desk.set_setting(MINUTES, str(self.minutes.currentData()))
            self._done(self._t("锁屏已启用：{count}分钟不动后盖住窗口，启动时也要口令。", count=self.minutes.currentData()))

    def switch_off(self) -> None:
        if self._may_change():
            self._desk.set_setting(SECRET, "")
            self._desk.set_setting(MINUTES, "0")
            self._done(self._t("锁屏已关闭。"))

    def _may_change(self) -> bool:
        allowed = not self._secret or opens(self.current.text(), self._secret)
        if not allowed:
            self.banner.tell("error", self._t("现用口令不对，没有更改。"))
        return allowed

    def _done(self, sentence: str) -> None:
        for line in (self.current, self.new, self.again):
            line.clear()
        self.open()
        self.banner.tell("good", sentence)


def make(workplace: Workplace) -> ScreenLockSection:
    return ScreenLockSection(workplace)
