"""The picture of the official seal: seen, chosen and taken away again. Shared by settings and the closing of a month."""

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ...domain.errors.family import BurdenError
from ...domain.texts import Texts
from .. import asking
from ..desk_parts.sealing import Sealing
from ..look import appearance
from ..look.banner import Banner

MILLIMETRES = 42


class SealChooser(QWidget):
    """What is chosen is kept at once, beside the ledger."""

    def __init__(self, t: Texts, sealing: Sealing) -> None:
        super().__init__()
        self._t, self._sealing = t, sealing
        self.picture, self.told = QLabel(), QLabel()
        self.told.setWordWrap(True)
        self.picture.setAccessibleName(t("印章图片"))
        self.choose_button = appearance.button("stamp", t("选择印章图片……"), self)
        self.forget_button = appearance.button("x", t("不用印章图片"), self)
        for button, act in ((self.choose_button, self.choose), (self.forget_button, self.forget)):
            button.setAccessibleName(button.text())
            button.setAutoDefault(False)
            button.clicked.connect(act)
        self.banner = Banner()
        words, buttons, row = QVBoxLayout(), QHBoxLayout(), QHBoxLayout()
        buttons.addWidget(self.choose_button)
        buttons.addWidget(self.forget_button)
        buttons.addStretch(1)
        words.addWidget(self.told)
        words.addLayout(buttons)
        row.addWidget(self.picture)
        row.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.banner)
        self.show_kept()

    def show_kept(self) -> None:
        png, t = self._sealing.seal_picture, self._t
        self.picture.setVisible(bool(png))
        self.forget_button.setVisible(bool(png))
        if png:
            drawn = QPixmap()
            drawn.loadFromData(QByteArray(png))
            side = appearance.em(self) * 5
            smooth = Qt.TransformationMode.SmoothTransformation
            self.picture.setPixmap(drawn.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio, smooth))
            self.told.setText(t("月报的盖章处印这个图片，直径{size}毫米，与实物同大。", size=MILLIMETRES))
        else:
            self.told.setText(t("没有印章图片，月报留出盖章处。图片须为正方形、底色透明的PNG，按{size}毫米印出。", size=MILLIMETRES))

    def choose(self) -> None:
        path = asking.open_file(self, self._t("选择印章图片"), self._t("透明底图片 (*.png)"))
        if path is None:
            return
        self.banner.clear()
        try:
            self._sealing.keep_seal_picture(path)
        except BurdenError as refused:
            self.banner.tell("error", self._t.of(refused.sentence))
            return
        self.show_kept()

    def forget(self) -> None:
        self._sealing.forget_seal_picture()
        self.banner.clear()
        self.show_kept()
