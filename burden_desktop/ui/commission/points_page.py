"""监测点: the certificates that this commission believes; enrolled after comparing fingerprints, suspended with a reason."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ...domain.errors.family import BurdenError
from ...domain.handed_in.receiving import Enrolled, readable
from .. import asking
from ..look import appearance
from ..look.banner import Banner
from ..look.cells import Cells
from ..page import Page, Workplace
from .enrol_dialog import EnrolDialog


class PointsPage(Page):
    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._t, self._desk, self._changes = workplace.t, workplace.desk.receiving, workplace.changes
        self._shown: tuple[Enrolled, ...] = ()
        t, space = self._t, appearance.step(self)
        self.enrol_button = appearance.button("plus", t("登记监测点……"), self)
        self.enrol_button.clicked.connect(self.enrol)
        self.suspend_button = appearance.button("lock", t("停用……"), self)
        self.suspend_button.clicked.connect(self.suspend)
        self.banner = Banner()
        headings = (t("代码"), t("监测点"), t("状态"), t("登记时间"), t("证书指纹"))
        self.table = Cells(t("已登记的监测点"), headings, stretch=2)
        self.table.currentCellChanged.connect(self._look)
        top = QHBoxLayout()
        top.addWidget(appearance.heading(t("监测点")), 1)
        top.addWidget(self.enrol_button)
        top.addWidget(self.suspend_button)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(space)
        page.addLayout(top)
        page.addWidget(self.banner)
        page.addWidget(self.table, 1)

    def open(self) -> None:
        t = self._t
        self._shown = self._desk.enrolled()
        self.table.setRowCount(len(self._shown))
        for place, one in enumerate(self._shown):
            self.table.put(place, 0, one.code)
            self.table.put(place, 1, one.name)
            if one.suspended_at:
                words = t("已停用（{day}，{reason}）", day=one.suspended_at[:10], reason=t(one.reason))
                self.table.put(place, 2, words, state="error")
            else:
                self.table.put(place, 2, t("在用，{day}到期", day=one.not_after[:10]), state="good")
            self.table.put(place, 3, one.enrolled_at[:16].replace("T", " "))
            groups = readable(one.fingerprint)
            self.table.put(place, 4, f"{groups[:19]} … {groups[-9:]}", tip=groups)
        self.table.fit()
        if not self._shown:
            self.banner.tell("info", t("还没有登记监测点。请监测点交来登记表和证书文件（.cer），核对指纹后登记。"))
        self._look()

    def _look(self, *_: int) -> None:
        row = self.table.currentRow()
        self.suspend_button.setEnabled(0 <= row < len(self._shown) and not self._shown[row].suspended_at)

    def enrol(self) -> None:
        t = self._t
        path = asking.open_file(self, t("选择证书或登记表"), t("证书或登记表 (*.cer *.pdf)"))
        if path is None:
            return
        try:
            found = self._desk.look_at(path)
            has_one = any(one.code == found.code and not one.suspended_at for one in self._shown)
            answer = EnrolDialog.ask(self, t, found, has_one=has_one)
            if answer is None:
                return
            new = self._desk.enrol(path, found.fingerprint, renew=answer.renew, replace=answer.replace)
        except BurdenError as refused:
            self.banner.tell("error", t.of(refused.sentence))
            return
        self.open()
        self.banner.tell("good", t("已登记{name}（{code}），证书{day}到期。", name=new.name, code=new.code, day=new.not_after[:10]))
        self._changes.tell("received")

    def suspend(self) -> None:
        t, one = self._t, self._shown[self.table.currentRow()]
        reason = asking.line(self, t("停用证书"), t("停用“{name}”的证书，此后收到的月报一律拒收。请写明理由：", name=one.name))
        if not reason:
            return
        try:
            count = self._desk.suspend(one.code, reason)
        except BurdenError as refused:
            self.banner.tell("error", t.of(refused.sentence))
            return
        self.open()
        self.banner.tell("good", t("已停用“{code}”的证书{count}份。", code=one.code, count=count))
        self._changes.tell("received")


def make(workplace: Workplace, name: str) -> PointsPage:
    return PointsPage(workplace)
