"""The quick-entry bar above every page: paste a notice, drop files or type, then Enter shows the draft."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from ..domain.draft import Draft
from ..domain.errors.family import BurdenError
from ..domain.texts import Texts
from . import appearance
from .banner import Banner
from .changes import Changes
from .desk import Desk
from .jobs import Jobs
from .register_import import RegisterImport


class NoticeEdit(QPlainTextEdit):
    """Enter reads, Shift+Enter breaks the line; pasted text keeps its lines; files are passed on."""

    entered = Signal()
    files_dropped = Signal(list)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
        else:
            super().dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)
        else:
            super().dropEvent(event)


class EntryBar(QWidget):
    """`drafted` carries the drafts that were read; a refusal is told here and nothing is kept."""

    drafted = Signal(list)

    def __init__(self, desk: Desk, t: Texts, jobs: Jobs, changes: Changes) -> None:
        super().__init__()
        self._desk, self._t, self._jobs = desk, t, jobs
        self.notice = NoticeEdit()
        self.notice.setPlaceholderText(t("把通知粘贴到这里，或拖入文件，按回车识别"))
        self.notice.setAccessibleName(t("快速登记"))
        self.notice.setTabChangesFocus(True)
        self.notice.setFixedHeight(round(appearance.em(self) * 2.8))
        self.notice.entered.connect(self.read)
        self.notice.files_dropped.connect(self.read_files)
        self.button = appearance.button("clipboard-paste", t("识别"), self)
        self.button.setAccessibleName(t("识别通知"))
        self.button.clicked.connect(self.read)
        self.banner = Banner()
        self.register = RegisterImport(desk, t, changes, jobs, self.banner)
        row = QHBoxLayout()
        row.addWidget(self.notice, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.register, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.banner)

    def read(self) -> None:
        text = self.notice.toPlainText().strip()
        if not text:
            return
        self.banner.clear()
        try:
            draft = self._desk.read_text(text, self._desk.today())
        except BurdenError as refused:
            self.notice.clear()
            self._fail(refused)
            return
        self.notice.clear()
        self.drafted.emit([draft])

    def read_files(self, paths: Sequence[Path]) -> None:
        self.banner.tell("info", self._t("正在读取{count}个文件……", count=len(paths)))
        today: date = self._desk.today()
        self._jobs.start(partial(self._desk.read_files, list(paths), today), self._show_drafts, self._fail)

    def _show_drafts(self, drafts: list[Draft]) -> None:
        self.banner.clear()
        if not drafts:
            self.banner.tell("warning", self._t("文件里没有读到可登记的内容。"))
        self.drafted.emit(drafts)

    def _fail(self, error: BaseException) -> None:
        if not isinstance(error, BurdenError):
            raise error
        self.banner.tell("error", self._t.of(error.sentence))
