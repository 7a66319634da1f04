"""The first start: whose ledger it will be, its owner's particulars, then a point chooses a signing certificate."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QLineEdit, QRadioButton, QVBoxLayout, QWizard, QWizardPage

from ..domain.errors.family import BurdenError
from ..domain.role import COMMISSION, POINT
from ..domain.texts import Texts
from . import appearance
from .banner import Banner
from .desk import CreateLedger, Desk
from .identity_part import IdentityPart
from .jobs import Jobs
from .point_form import PointForm


class PointPage(QWizardPage):
    """Goes on only when the ledger stands on the disk."""

    sample_asked = Signal()

    def __init__(self, t: Texts, create: CreateLedger, path: Path) -> None:
        super().__init__()
        self._t, self._create, self._path = t, create, path
        self.desk: Desk | None = None
        self.setTitle(t("建立台账"))
        self.setSubTitle(t("请选择由谁使用，填写信息。代码建立后不再更改，其余以后可在“设置”里修改。"))
        self.point_button = QRadioButton(t("监测点：登记收文、参会、迎检等，编报月报"))
        self.commission_button = QRadioButton(t("纪委监委：登记监测点的证书，接收并核验月报"))
        self.point_button.setChecked(True)
        roles = QButtonGroup(self)
        for button in (self.point_button, self.commission_button):
            roles.addButton(button)
            button.setAccessibleName(button.text())
        self.commission_button.toggled.connect(self._serve)
        self.form, self.banner = PointForm(t), Banner()
        for line in self.form.findChildren(QLineEdit):
            line.textEdited.connect(self.banner.clear)
        self.form.report_day.setValue(5)
        place = QLabel(t("台账位置：{path}", path=path))
        place.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setSpacing(appearance.step(self) * 2)
        self.sample_button = appearance.button("flask-conical", t("先看样例台账"), self)
        self.sample_button.setAccessibleName(self.sample_button.text())
        self.sample_button.setAutoDefault(False)
        self.sample_button.setToolTip(t("虚构的单位和来文，与您的台账分开存放，随时可以离开"))
        self.sample_button.clicked.connect(self.sample_asked)
        for part in (self.point_button, self.commission_button, self.form, place, self.banner):
            column.addWidget(part)
        column.addStretch(1)
        column.addWidget(self.sample_button, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def role(self) -> str:
        return COMMISSION if self.commission_button.isChecked() else POINT

    def _serve(self, commission: bool) -> None:
        self.form.serve(self.role)
        self.setFinalPage(commission)
        self.completeChanged.emit()

    def nextId(self) -> int:  # noqa: N802 - Qt's name
        """A commission signs nothing: it needs no certificate of its own."""
        return -1 if self.role == COMMISSION else super().nextId()

    def validatePage(self) -> bool:  # noqa: N802 - Qt's name
        if self.desk is not None:
            return True
        try:
            self.desk = self._create(self._path, self.form.point(), self.role)
        except BurdenError as refused:
            self.banner.tell("error", self._t.of(refused.sentence))
            return False
        for made in (self.point_button, self.commission_button, self.form, self.sample_button):
            made.setEnabled(False)  # whoever comes back sees what was made
        return True


class IdentityPage(QWizardPage):
    """May be skipped: the certificate is needed only when a month is sealed."""

    def __init__(self, t: Texts, jobs: Jobs, point_page: PointPage) -> None:
        super().__init__()
        self._point_page = point_page
        self.setTitle(t("签名证书"))
        self.setSubTitle(t("台账已建立，填写的信息除代码外都可以在“设置”里修改。月报用签名证书签名：可以现在新建或选择，也可以以后办理。"))
        self.part = IdentityPart(t, jobs)
        column = QVBoxLayout(self)
        column.addWidget(self.part)
        column.addStretch(1)

    def initializePage(self) -> None:  # noqa: N802 - Qt's name
        if self._point_page.desk is not None:
            self.part.show_desk(self._point_page.desk)


class Wizard(QWizard):
    """`ask` gives the new ledger's desk, None when the user leaves before it is made. `sample` is the desk of the
    sample ledger where the user wanted to look at that first."""

    def __init__(
        self, t: Texts, create: CreateLedger, path: Path, jobs: Jobs, open_sample: Callable[[], Desk] | None = None
    ) -> None:
        super().__init__()
        self._t, self._jobs, self._open_sample = t, jobs, open_sample
        self.sample: Desk | None = None
        self.setWindowTitle(t("基层减负监测台账"))
        self.setWizardStyle(QWizard.WizardStyle.ModernStyle)
        self.setOption(QWizard.WizardOption.NoBackButtonOnLastPage, True)
        for button, words in (
            (QWizard.WizardButton.NextButton, t("下一步")),
            (QWizard.WizardButton.BackButton, t("上一步")),
            (QWizard.WizardButton.FinishButton, t("完成")),
            (QWizard.WizardButton.CancelButton, t("取消")),
        ):
            self.setButtonText(button, words)
        self.point_page = PointPage(t, create, path)
        self.identity_page = IdentityPage(t, jobs, self.point_page)
        self.addPage(self.point_page)
        self.addPage(self.identity_page)
        self.point_page.sample_button.setVisible(open_sample is not None)
        self.point_page.sample_asked.connect(self._make_sample)
        self.resize(appearance.em(self) * 34, appearance.em(self) * 30)

    def _make_sample(self) -> None:
        if self._open_sample is not None:
            self.point_page.sample_button.setEnabled(False)
            self.point_page.banner.tell("info", self._t("正在准备样例台账……"))
            self._jobs.start(self._open_sample, self._take_sample, self._fail)

    def _take_sample(self, desk: Desk) -> None:
        self.sample = desk
        self.reject()  # accepting would ask for a complete form

    def _fail(self, error: BaseException) -> None:
        self.point_page.sample_button.setEnabled(True)
        if not isinstance(error, BurdenError):
            raise error
        self.point_page.banner.tell("error", self._t.of(error.sentence))

    @property
    def desk(self) -> Desk | None:
        return self.point_page.desk

    @classmethod
    def ask(
        cls, t: Texts, create: CreateLedger, path: Path, jobs: Jobs, open_sample: Callable[[], Desk] | None = None
    ) -> tuple[Desk | None, bool]:
        """(desk, whether it is the sample's)."""
        wizard = cls(t, create, path, jobs, open_sample)
        wizard.exec()
        return (wizard.sample, True) if wizard.sample is not None else (wizard.desk, False)
