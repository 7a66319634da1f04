"""备份: what backups there are and what they hold, one more now, a second place, and a restore told before it is done."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QHBoxLayout, QLabel, QVBoxLayout

from ...domain.backup import Backup
from ...domain.errors.family import BurdenError
from ...domain.months.month import Month
from ...domain.texts import label
from .. import asking
from ..jobs import Job
from ..look import appearance
from ..look.banner import Banner
from ..look.cells import Cells
from ..look.dates import month_in_words
from ..page import Page, Workplace

_WHY = {
    "-auto": label("自动"),
    "-before-import": label("导入之前"),
    "-before-close": label("封存之前"),
    "-before-restore": label("恢复之前"),
    "-before-upgrade": label("升级之前"),
    "-as-found": label("发现断链时"),
}


WIDE_EMS = 30


class BackupsPage(Page):
    """Copying is a job, and so is the list: each backup is opened and counted, and there may be dozens."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._t, self._care, self._jobs, self._desk = workplace.t, workplace.desk.care, workplace.jobs, workplace.desk
        self._backups: tuple[Backup, ...] = ()
        self._looking: Job | None = None
        self._build()
        self._show(())

    def _build(self) -> None:
        t, space = self._t, appearance.step(self)
        self.now_button = appearance.button("database-backup", t("立即备份"), self)
        self.now_button.clicked.connect(self.back_up)
        self.restore_button = appearance.button("rotate-ccw", t("恢复所选……"), self)
        self.restore_button.clicked.connect(self.restore)
        self.handover_button = appearance.button("archive", t("移交……"), self)
        self.handover_button.setToolTip(t("把台账、已签署的月报和设置装进一个文件，换电脑或交给接任者时用"))
        self.handover_button.clicked.connect(self.hand_over)
        self.banner = Banner()
        self.table = Cells(t("备份"), (t("时间"), t("记录"), t("已封存到"), t("何时所做"), t("文件")), stretch=4)
        self.table.currentCellChanged.connect(self._on_row)
        self.empty = QLabel(t("还没有备份。录入后每半小时自动备份一次，退出、导入、封存之前也会备份。"))
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.place = QLabel()
        self.place.setWordWrap(True)
        self.choose_button = appearance.button("folder-open", t("选择第二处……"), self)
        self.choose_button.clicked.connect(self.choose_place)
        self.forget_button = appearance.button("x", t("不再存到那里"), self)
        self.forget_button.clicked.connect(self.forget_place)
        top = self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        acts, below = QHBoxLayout(), QHBoxLayout()
        top.addWidget(appearance.heading(t("备份与恢复")))
        top.addStretch(1)
        acts.addWidget(self.restore_button)
        acts.addWidget(self.now_button)
        acts.addWidget(self.handover_button)
        top.addLayout(acts)
        below.addWidget(self.place, 1)
        below.addWidget(self.forget_button)
        below.addWidget(self.choose_button)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(space)
        page.addLayout(top)
        page.addWidget(self.banner)
        page.addWidget(self.empty, 1)
        page.addWidget(self.table, 1)
        page.addLayout(below)

    def fit(self, width: int) -> None:
        wide = width >= appearance.em(self) * WIDE_EMS
        self._top.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._top.setStretch(1, int(wide))
        self.table.setColumnHidden(4, not wide)  # the name of the file is told when a row is pointed at

    def open(self) -> None:
        if self._looking is not None:
            self._looking.cancel()
        self._looking = self._jobs.start(self._care.backups, self._show, self._failed)
        self._show_place()

    def _show(self, backups: tuple[Backup, ...]) -> None:
        t, self._backups = self._t, backups
        self.empty.setVisible(not self._backups)
        self.table.setVisible(bool(self._backups))
        self.table.setRowCount(len(self._backups))
        for row, backup in enumerate(self._backups):
            self.table.put(row, 0, backup.made_at.replace("T", " ")[:16])
            self.table.put(row, 1, t("{count}条", count=backup.records))
            self.table.put(row, 2, month_in_words(t, Month.parse(backup.last_month)) if backup.last_month else "—")
            why = next((words for mark, words in _WHY.items() if mark in backup.path.stem), label("手工"))
            self.table.put(row, 3, t(why))
            self.table.put(row, 4, backup.path.name, tip=str(backup.path))
        self.table.fit()
        self._on_row(self.table.currentRow())

    def _on_row(self, row: int, *_: int) -> None:
        self.restore_button.setEnabled(0 <= row < len(self._backups))

    def _show_place(self) -> None:
        t, place = self._t, self._care.second_place
        reminder = self._care.reminder()
        self.forget_button.setVisible(place is not None or reminder is not None)
        if place is None:
            self.place.setText(t("备份只存在这台电脑上。电脑损坏或丢失时会一起丢失，建议另选移动硬盘上的文件夹为第二处。"))
        else:
            self.place.setText(t("每次备份同时存到：{place}", place=place))
        if reminder is not None:
            self.banner.tell("warning", t.of(reminder))

    # --- what can be done

    def back_up(self) -> None:
        if self._care.lend_for_backup():
            self.now_button.setEnabled(False)
            self.banner.tell("info", self._t("正在备份……"))
            self._jobs.start(self._work, self._made, self._failed)

    def _work(self) -> Path:
        return self._care.back_up(by_itself=False)

    def _made(self, made: Path) -> None:
        self.now_button.setEnabled(True)
        self.banner.tell("good", self._t("已备份并检查完好：{file}", file=made.name))
        self.open()

    def _failed(self, error: BaseException) -> None:
        self.now_button.setEnabled(True)
        self.handover_button.setEnabled(True)
        if not isinstance(error, BurdenError):
            raise error
        self.banner.tell("error", self._t.of(error.sentence))

    def hand_over(self) -> None:
        """One file for whoever goes on, with the signing certificate where it is wanted."""
        t, own = self._t, self._desk.identities.kept.path
        identity = None
        if own is not None:
            actions = (t("放入签名证书（仍由口令锁着）"), t("不放入"))
            chosen = asking.one_of(self, t, t("移交文件里要放入签名证书吗？"), actions=actions)
            if chosen is None:
                return
            identity = own if chosen == 0 else None
        name = t("{code}-{day}-移交.zip", code=self._desk.point.code, day=f"{self._desk.today():%Y%m%d}")
        target = asking.save_file(self, t("移交"), name, t("移交文件 (*.zip)"))
        if target is not None and self._care.lend_for_backup():
            self.handover_button.setEnabled(False)
            self.banner.tell("info", t("正在准备移交文件……"))
            self._jobs.start(partial(self._care.hand_over, target, identity), partial(self._handed_over, target), self._failed)

    def _handed_over(self, target: Path, left: tuple[str, ...]) -> None:
        t = self._t
        self.handover_button.setEnabled(True)
        told = [t("移交文件在 {file}。里面有全部记录，请当面交接，用后销毁。接任者在建立台账的向导里接收它。", file=target)]
        if left:
            told.append(t("下列文件不在台账旁边，或已不是原来的内容，没有装入：{names}。", names="、".join(left)))
        self.banner.tell("warning" if left else "good", "\n".join(told))
        self.open()

    def choose_place(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self._t("备份的第二处"))
        if chosen:
            self._choose(Path(chosen))

    def forget_place(self) -> None:
        self._choose(None)

    def _choose(self, place: Path | None) -> None:
        try:
            self._care.choose_second_place(place)
        except BurdenError as refused:
            self.banner.tell("error", self._t.of(refused.sentence))
            return
        self.banner.clear()
        self._show_place()

    def restore(self) -> None:
        """Show what would be lost and gained, ask, and close the window when it is done."""
        t, backup = self._t, self._backups[self.table.currentRow()].path
        try:
            told = [t.of(sentence) for sentence in self._care.compare(backup)]
            told += ["", t("现有台账会另存一份，这次恢复以后也可以撤销。恢复后程序会关闭，请重新打开。")]
            if not asking.yes(self, t, "\n".join(told), action=t("恢复")):
                return
            reason = self._reason() if self._care.takes_months_away(backup) else ""
        except BurdenError as refused:
            self.banner.tell("error", t.of(refused.sentence))
            return
        if reason is not None:
            self._put_back(backup, reason)

    def _reason(self) -> str | None:
        question = self._t("有已封存的月份不在备份里。请写明理由，下期月报会注明断链。")
        return asking.line(self, self._t("恢复的理由"), question) or None

    def _put_back(self, backup: Path, reason: str) -> None:
        """The ledger is closed from here on, whatever comes of it: the window closes too."""
        t = self._t
        try:
            safety = self._care.restore(backup, reason)
            told = t("已恢复 {file}。原来的台账另存在 {safety}。程序现在关闭。", file=backup.name, safety=safety or "—")
        except BurdenError as refused:
            told = t.of(refused.sentence)
        asking.tell(self, t("恢复备份"), told)
        self.window().close()


def make(workplace: Workplace, name: str) -> BackupsPage:
    return BackupsPage(workplace)
