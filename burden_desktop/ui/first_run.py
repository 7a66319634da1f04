"""The first start: whose ledger it will be, its owner's particulars, then a point chooses a signing certificate; or what there is
already arrives from another computer or a backup."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWizard,
    QWizardPage,
)

from ..domain.errors.family import BurdenError
from ..domain.role import COMMISSION, POINT
from ..domain.texts import Texts
from . import asking
from .desk import CreateLedger, Desk
from .identity.identity_part import IdentityPart
from .jobs import Jobs
from .look import appearance
from .look.banner import Banner
from .look.rolled import Rolled
from .settings.point_form import PointForm

OpenDesk = Callable[[], Desk]
Arrive = Callable[[Path], Desk]
"""The desk of a ledger that arrives by a file."""


class PointPage(QWizardPage):
    """Goes on only when the ledger stands on the disk. Whoever comes back may mend what was written, but for role and code."""

    sample_asked, arrival_asked = Signal(), Signal()

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
        self.form, self.banner = PointForm(t, marked=True), Banner()
        self.hint = QLabel(t("监测点代码由纪委编发。层级填本监测点自己的层级，如乡镇、街道填“乡级”。"))
        self.hint.setWordWrap(True)
        for line in self.form.findChildren(QLineEdit):
            line.textEdited.connect(self.banner.clear)
        self.form.report_day.setValue(5)
        place = QLabel(t("台账位置：{path}", path=path))
        place.setWordWrap(True)
        rolled = Rolled(self)
        column = rolled.column
        whole = QVBoxLayout(self)
        whole.addWidget(rolled)
        self.sample_button = self._door("flask-conical", t("先看样例台账"), t("虚构的单位和来文，与您的台账分开存放，随时可以离开"))
        self.sample_button.clicked.connect(self.sample_asked)
        self.arrival_button = self._door(
            "inbox", t("已有台账：接收移交文件或备份……"), t("换了电脑或接任时：选择移交文件（.zip）或一份备份（.db），接着原来的台账使用")
        )
        self.arrival_button.clicked.connect(self.arrival_asked)
        doors = QHBoxLayout()  # first: who has a ledger already must not look for them below a form
        for door in (self.arrival_button, self.sample_button):
            doors.addWidget(door)
        doors.addStretch(1)
        column.addLayout(doors)
        for part in (self.banner, self.point_button, self.commission_button, self.form, self.hint, place):
            column.addWidget(part)
        column.addStretch(1)

    def _door(self, icon: str, words: str, tip: str) -> QPushButton:
        made = appearance.button(icon, words, self)
        made.setAccessibleName(words)
        made.setAutoDefault(False)
        made.setToolTip(tip)
        return made

    @property
    def role(self) -> str:
        return COMMISSION if self.commission_button.isChecked() else POINT

    def _serve(self, commission: bool) -> None:
        self.form.serve(self.role)
        self.hint.setVisible(not commission)
        self.setFinalPage(commission)
        self.completeChanged.emit()

    def nextId(self) -> int:  # noqa: N802 - Qt's name
        """A commission signs nothing: it needs no certificate of its own."""
        return -1 if self.role == COMMISSION else super().nextId()

    def validatePage(self) -> bool:  # noqa: N802 - Qt's name
        try:
            if self.desk is None:
                self.desk = self._create(self._path, self.form.point(), self.role)
            elif self.form.edited:
                self.desk.set_point(self.form.point())
        except BurdenError as refused:
            self.banner.tell("error", self._t.of(refused.sentence))
            return False
        for made in (self.point_button, self.commission_button, self.sample_button, self.arrival_button):
            made.setEnabled(False)
        self.form.show_point(self.desk.point)
        return True


class IdentityPage(QWizardPage):
    """May be skipped: the certificate is needed only when a month is sealed."""

    def __init__(self, t: Texts, jobs: Jobs, point_page: PointPage) -> None:
        super().__init__()
        self._point_page = point_page
        self.setTitle(t("签名证书"))
        self.setSubTitle(t("台账已建立。月报要用签名证书签名，现在办或以后办都可以。"))
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
        self, t: Texts, create: CreateLedger, path: Path, jobs: Jobs, open_sample: OpenDesk | None = None, arrive: Arrive | None = None,
    ) -> None:  # fmt: skip
        super().__init__()
        self._t, self._jobs, self._open_sample, self._arrive = t, jobs, open_sample, arrive
        self.sample: Desk | None = None
        self.arrived: Desk | None = None
        self.setWindowTitle(t("基层减负监测台账"))
        self.setWizardStyle(QWizard.WizardStyle.ModernStyle)
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
        self.point_page.arrival_button.setVisible(arrive is not None)
        self.point_page.arrival_asked.connect(self._choose_arrival)
        self.currentIdChanged.connect(self._name_the_end)
        screen = self.screen().availableSize()
        self.resize(min(appearance.em(self) * 34, screen.width()), min(appearance.em(self) * 32, screen.height() - appearance.em(self) * 2))

    def _name_the_end(self, _: int) -> None:
        """Once the ledger stands, leaving is no cancelling: the window opens on it."""
        last = self.currentPage() is self.identity_page
        self.setButtonText(QWizard.WizardButton.CancelButton, self._t("证书以后再办") if last else self._t("取消"))

    def _choose_arrival(self) -> None:
        t = self._t
        file = asking.open_file(self, t("接收移交文件或备份"), t("移交文件或备份 (*.zip *.db)"))
        if file is None or self._arrive is None:
            return
        self.point_page.arrival_button.setEnabled(False)
        self.point_page.banner.tell("info", t("正在核对并接收……"))
        self._jobs.start(partial(self._arrive, file), self._take_arrived, self._fail)

    def _take_arrived(self, desk: Desk) -> None:
        self.arrived = desk
        self.reject()  # as for the sample

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
        self.point_page.arrival_button.setEnabled(True)
        if not isinstance(error, BurdenError):
            raise error
        self.point_page.banner.tell("error", self._t.of(error.sentence))

    @property
    def desk(self) -> Desk | None:
        return self.arrived or self.point_page.desk

    @classmethod
    def ask(
        cls, t: Texts, create: CreateLedger, path: Path, jobs: Jobs, open_sample: OpenDesk | None = None, arrive: Arrive | None = None,
    ) -> tuple[Desk | None, bool]:  # fmt: skip
        """(desk, whether it is the sample's)."""
        wizard = cls(t, create, path, jobs, open_sample, arrive)
        wizard.exec()
        return (wizard.sample, True) if wizard.sample is not None else (wizard.desk, False)
