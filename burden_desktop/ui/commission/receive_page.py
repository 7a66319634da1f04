"""接收: files and folders handed in are verified in the background, decided, and listed with their reasons in words."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QProgressBar, QVBoxLayout

from ...domain.errors.family import BurdenError
from ...domain.handed_in.receiving import ACCEPTED, KNOWN, NOTICED, OUTCOMES, REFUSED, Received
from ..look import appearance
from ..look.banner import Banner
from ..look.cells import Cells
from ..page import Page, Workplace

MOST_LETTERS: Final = 110
_LOOKS = {ACCEPTED: "good", KNOWN: "good", NOTICED: "warning", REFUSED: "error"}


def shortened(sentence: str) -> str:
    """What a cell shows of a sentence that lists much; the whole stands in its tip."""
    return sentence if len(sentence) <= MOST_LETTERS else f"{sentence[: MOST_LETTERS - 1]}…"


class ReceivePage(Page):
    """Judging is a job; deciding and keeping happen on the window's thread when it is done."""

    _went_on = Signal(int, int)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._t, self._desk = workplace.t, workplace.desk.receiving
        self._jobs, self._changes = workplace.jobs, workplace.changes
        self._stop = Event()
        self._inputs: tuple[Any, datetime] | None = None
        self.setAcceptDrops(True)
        self._build()
        self._went_on.connect(self._show_progress)

    def _build(self) -> None:
        t, space = self._t, appearance.step(self)
        self.files_button = appearance.button("file-input", t("选择文件……"), self)
        self.files_button.clicked.connect(self.choose_files)
        self.folder_button = appearance.button("folder-open", t("选择文件夹……"), self)
        self.folder_button.clicked.connect(self.choose_folder)
        self.cancel_button = appearance.button("x", t("停止"), self)
        self.cancel_button.clicked.connect(self.cancel)
        self.progress = QProgressBar()
        self.progress.setAccessibleName(t("核验进度"))
        self.banner = Banner()
        headings = (t("收到时间"), t("监测点"), t("结论"), t("理由和提示"), t("月份"), t("文件"))
        self.table = Cells(t("收到的文件"), headings, stretch=3)
        top = QHBoxLayout()
        top.addWidget(appearance.heading(t("接收月报")), 1)
        for button in (self.files_button, self.folder_button):
            top.addWidget(button)
        under_way = QHBoxLayout()
        under_way.addWidget(self.progress, 1)
        under_way.addWidget(self.cancel_button)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(space)
        page.addLayout(top)
        page.addLayout(under_way)
        page.addWidget(self.banner)
        page.addWidget(self.table, 1)
        self._rest()

    def open(self) -> None:
        shown = self._desk.received()
        self.table.setRowCount(len(shown))
        for place, one in enumerate(shown):
            self._put(place, one)
        self.table.fit()
        if not shown and not self._inputs:
            self.banner.tell("info", self._t("还没有收到月报。请选择文件或文件夹，也可以把文件拖到这里。"))

    def _put(self, row: int, one: Received) -> None:
        t = self._t
        month = t("{month} 第{revision}版", month=one.month, revision=one.revision) if one.month else ""
        told = "\n".join(t.of(sentence) for sentence in (*one.reasons, *one.notices))
        self.table.put(row, 0, one.received_at[:16].replace("T", " "))
        self.table.put(row, 5, one.file_name)
        self.table.put(row, 2, t(OUTCOMES[one.outcome]), state=_LOOKS[one.outcome])
        self.table.put(row, 1, one.name or one.code)
        self.table.put(row, 4, month)
        self.table.put(row, 3, "\n".join(shortened(line) for line in told.split("\n")), tip=told)

    def choose_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, self._t("选择月报"), "", self._t("月报 (*.pdf)"))
        self.receive([Path(name) for name in names])

    def choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self._t("选择文件夹"))
        self.receive([Path(name)] if name else [])

    def receive(self, paths: Sequence[Path]) -> None:
        """Begin with these; one batch at a time."""
        if not paths or self._inputs is not None:
            return
        try:
            self._inputs = self._desk.inputs()
        except BurdenError as refused:
            self.banner.tell("error", self._t.of(refused.sentence))
            return
        self._stop = Event()
        self.banner.clear()
        self.progress.setRange(0, 0)
        self.progress.show()
        self.cancel_button.show()
        self.files_button.setEnabled(False)
        self.folder_button.setEnabled(False)
        work = partial(self._desk.judge, self._inputs, tuple(paths), self._went_on.emit, self._stop)
        self._jobs.start(work, self._decide, self._fail)

    def cancel(self) -> None:
        self._stop.set()
        self.cancel_button.setEnabled(False)

    def _show_progress(self, done: int, of: int) -> None:
        self.progress.setRange(0, of)
        self.progress.setValue(done)

    def _decide(self, arrivals: Sequence[Any]) -> None:
        inputs, t = self._inputs, self._t
        self._rest()
        if inputs is None:
            return
        try:
            decided = self._desk.decide(inputs, arrivals)
        except BurdenError as refused:
            self.banner.tell("error", t.of(refused.sentence))
            return
        self.open()
        counts = {outcome: sum(one.outcome == outcome for one in decided) for outcome in OUTCOMES}
        told = t(
            "核验{all}份：接受{accepted}份，接受但有提示{noticed}份，拒收{refused}份，已收过{known}份。",
            all=len(decided), accepted=counts[ACCEPTED], noticed=counts[NOTICED], refused=counts[REFUSED], known=counts[KNOWN],
        )  # fmt: skip
        self.banner.tell("warning" if counts[REFUSED] else "good", told)
        self._changes.tell("received")

    def _fail(self, error: BaseException) -> None:
        self._rest()
        if not isinstance(error, BurdenError):
            raise error
        self.banner.tell("error", self._t.of(error.sentence))

    def _rest(self) -> None:
        self._inputs = None
        self.progress.hide()
        self.cancel_button.hide()
        self.cancel_button.setEnabled(True)
        self.files_button.setEnabled(True)
        self.folder_button.setEnabled(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        self.receive([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])


def make(workplace: Workplace, name: str) -> ReceivePage:
    return ReceivePage(workplace)
