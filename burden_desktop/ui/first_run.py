"""The first start: a ledger is made from the point's particulars, then a signing certificate is chosen."""

from pathlib import Path

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget, QWizard, QWizardPage

from ..domain.errors.family import BurdenError
from ..domain.texts import Texts
from . import appearance
from .banner import Banner
from .desk import CreateLedger, Desk
from .identity_part import IdentityPart
from .jobs import Jobs
from .point_form import PointForm


class PointPage(QWizardPage):
    """Goes on only when the ledger stands on the disk."""

    def __init__(self, t: Texts, create: CreateLedger, path: Path) -> None:
        super().__init__()
        self._t, self._create, self._path = t, create, path
        self.desk: Desk | None = None
        self.setTitle(t("建立台账"))
        self.setSubTitle(t("请填写监测点信息。代码写入证书和月报，建立后不再更改；其余以后可在“设置”里修改。"))
        self.form, self.banner = PointForm(t), Banner()
        self.form.report_day.setValue(5)
        place = QLabel(t("台账位置：{path}", path=path))
        place.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setSpacing(appearance.step(self) * 2)
        for part in (self.form, place, self.banner):
            column.addWidget(part)
        column.addStretch(1)

    def validatePage(self) -> bool:  # noqa: N802 - Qt's name
        if self.desk is not None:
            return True
        try:
            self.desk = self._create(self._path, self.form.point())
        except BurdenError as refused:
            self.banner.tell("error", self._t.of(refused.sentence))
            return False
        return True


class IdentityPage(QWizardPage):
    """May be skipped: the certificate is needed only when a month is sealed."""

    def __init__(self, t: Texts, jobs: Jobs, point_page: PointPage) -> None:
        super().__init__()
        self._point_page = point_page
        self.setTitle(t("签名证书"))
        self.setSubTitle(t("月报用签名证书签名。可以现在新建或选择，也可以以后在“设置”里办理。"))
        self.part = IdentityPart(t, jobs)
        column = QVBoxLayout(self)
        column.addWidget(self.part)
        column.addStretch(1)

    def initializePage(self) -> None:  # noqa: N802 - Qt's name
        if self._point_page.desk is not None:
            self.part.show_desk(self._point_page.desk)


class Wizard(QWizard):
    """`ask` gives the new ledger's desk, None when the user leaves before it is made."""

    def __init__(self, t: Texts, create: CreateLedger, path: Path, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        self.resize(appearance.em(self) * 34, appearance.em(self) * 28)

    @property
    def desk(self) -> Desk | None:
        return self.point_page.desk

    @classmethod
    def ask(cls, t: Texts, create: CreateLedger, path: Path, jobs: Jobs) -> Desk | None:
        wizard = cls(t, create, path, jobs)
        wizard.exec()
        return wizard.desk
