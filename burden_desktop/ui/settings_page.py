"""设置: whose ledger this is, with which certificate it signs, how large the letters are."""

from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ..domain.errors.family import BurdenError
from ..domain.texts import Texts
from . import appearance
from .banner import Banner
from .changes import Changes
from .desk import Desk
from .identity_part import IdentityPart
from .jobs import Jobs
from .page import Page, Workplace
from .point_form import PointForm

LANGUAGES = (("zh_CN", "简体中文"), ("en", "English"))


class SettingsPage(Page):
    """What is chosen here is kept at once; only the point's particulars wait for their button."""

    def __init__(self, desk: Desk, t: Texts, changes: Changes, jobs: Jobs) -> None:
        super().__init__()
        self._desk, self._t, self._changes = desk, t, changes
        scrolled = QScrollArea()
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QScrollArea.Shape.NoFrame)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled)
        inside = QWidget()
        inside.setMaximumWidth(appearance.em(self) * 36)
        column = QVBoxLayout(inside)
        column.setSpacing(appearance.step(self) * 2)
        self.point_form = PointForm(t, desk.point)
        self.banner = Banner()
        self.save_button = appearance.button("save", t("保存监测点信息"), self)
        self.save_button.setAccessibleName(self.save_button.text())
        self.save_button.clicked.connect(self.save)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.save_button)
        box = QGroupBox(t("监测点"))
        within = QVBoxLayout(box)
        within.addWidget(self.point_form)
        within.addWidget(self.banner)
        within.addLayout(row)
        column.addWidget(box)
        self.identity = IdentityPart(t, jobs)
        self.identity.show_desk(desk)
        self.identity.chosen.connect(self._tell_identity)
        box = QGroupBox(t("签名证书"))
        QVBoxLayout(box).addWidget(self.identity)
        column.addWidget(box)
        column.addWidget(self._make_view())
        column.addStretch(1)
        scrolled.setWidget(inside)

    def _make_view(self) -> QGroupBox:
        t = self._t
        self.font_percent = QSpinBox()
        self.font_percent.setRange(100, 200)
        self.font_percent.setSingleStep(10)
        self.font_percent.setSuffix(" %")
        self.font_percent.setValue(int(self._desk.setting("font_percent", "100")))
        self.font_percent.setKeyboardTracking(False)
        self.font_percent.setAccessibleName(t("字号"))
        self.font_percent.valueChanged.connect(self._on_font)
        self.language = QComboBox()
        for code, name in LANGUAGES:
            self.language.addItem(name, code)
        self.language.setCurrentIndex(max(0, self.language.findData(self._desk.setting("language", t.language))))
        self.language.setAccessibleName(t("语言"))
        self.language.activated.connect(self._on_language)
        self.view_banner = Banner()
        box = QGroupBox(t("显示"))
        form = QFormLayout(box)
        form.addRow(t("字号"), self.font_percent)
        form.addRow(t("语言"), self.language)
        form.addRow(self.view_banner)
        return box

    def open(self) -> None:
        self.point_form.show_point(self._desk.point)

    def save(self) -> None:
        try:
            self._desk.set_point(self.point_form.point())
        except BurdenError as refused:
            self.banner.tell("error", self._t.of(refused.sentence))
            return
        self.banner.tell("good", self._t("监测点信息已保存。"))
        self._changes.tell("point")

    def _tell_identity(self) -> None:
        self._changes.tell("identity")

    def _on_font(self, percent: int) -> None:
        self._desk.set_setting("font_percent", str(percent))
        appearance.resize_letters(percent)
        self.view_banner.tell("info", self._t("字号已更改，各页尺寸在下次启动时全部调整。"))

    def _on_language(self, index: int) -> None:
        self._desk.set_setting("language", str(self.language.itemData(index)))
        self.view_banner.tell("info", self._t("语言在下次启动时更换。"))


def make(workplace: Workplace, name: str) -> SettingsPage:
    return SettingsPage(workplace.desk, workplace.t, workplace.changes, workplace.jobs)
