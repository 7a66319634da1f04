"""The quick-entry bar above every page: paste a notice, drop files or type; Enter shows the draft, the text stays
until the record is saved."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ...domain.errors.entry import Classified
from ...domain.errors.family import BurdenError
from ...domain.reading.pasted import looks_like_cells
from .. import asking
from ..composing import TextEdit
from ..look import appearance
from ..look.banner import Banner
from ..registers.register_import import ENDINGS, RegisterImport

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QImage

    from ...domain.reading.files_read import FilesRead
    from ...domain.texts import Texts
    from ..changes import Changes
    from ..desk import Desk
    from ..jobs import Jobs
    from .file_reader import FileReader
    from .keeper import Keeper

PLACE = "entry"
LONG = 3_000  # characters; a longer text would keep the window for more than a blink, and is read in a job

SHOWN = 60  # characters of each message that was left out


def files_in(held: QMimeData) -> list[Path]:
    """The files that were dropped or copied."""
    return [Path(url.toLocalFile()) for url in held.urls() if url.isLocalFile()]


class NoticeEdit(TextEdit):
    """Enter reads, Shift+Enter breaks the line, Esc leaves with the text as it is; files are passed on."""

    entered = Signal()
    left = Signal()
    files_dropped = Signal(list)
    picture_pasted = Signal(object)
    """A QImage: pictures are seldom pasted, and a start goes without their formats."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
        else:
            super().dragEnterEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802 - Qt's name
        return bool(files_in(source)) or source.hasImage() or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        """Files copied in the system's file list are taken like dropped ones, a picture without words is read; anything else is text."""
        paths = files_in(source)
        if paths:
            self.files_dropped.emit(paths)
        elif source.hasImage() and not source.hasText():
            from PySide6.QtGui import QImage

            self.picture_pasted.emit(QImage(source.imageData()))
        else:
            super().insertFromMimeData(source)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        paths = files_in(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)
        else:
            super().dropEvent(event)


class EntryBar(QWidget):
    """`drafted` carries the drafts that were read, and whether from the bar's text. The text stays until `settled` says that its draft was saved;
    `take_back` returns to it. A text with a secrecy mark is refused and nothing of it stays."""

    drafted = Signal(list, bool)

    def __init__(self, desk: Desk, t: Texts, jobs: Jobs, changes: Changes, keeper: Keeper) -> None:
        super().__init__()
        self._desk, self._t, self._jobs, self._keeper = desk, t, jobs, keeper
        self._shown = ""  # the text whose draft stands in a form
        self.notice = NoticeEdit()
        self.notice.setAccessibleName(t("快速登记"))
        self.notice.setPlaceholderText(t("粘贴通知、拖入文件，或键入“3.5 县农业农村局 关于……的通知”，按回车"))
        self.notice.setTabChangesFocus(True)
        self.notice.setFixedHeight(round(appearance.em(self) * 2.8))
        self.notice.entered.connect(self.read)
        self.notice.left.connect(self.focusNextChild)
        self.notice.files_dropped.connect(self.read_files)
        self.notice.picture_pasted.connect(self.read_picture)
        self.notice.textChanged.connect(self._on_written)
        self.button = appearance.button("clipboard-paste", t("识别"), self)
        self.button.setAccessibleName(t("识别通知"))
        self.button.setToolTip(t("识别上面的文字；没有文字时选择通知文件（Word、PDF、OFD、图片等）"))
        self.button.clicked.connect(self.read_or_choose)
        self.banner = Banner()
        self.files: FileReader | None = None  # made with the first file that is dropped
        self.register = RegisterImport(desk, t, changes, jobs, self.banner)
        self.register.taken.connect(self.notice.clear)
        row = QHBoxLayout()
        row.addWidget(self.notice, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.register, 0, Qt.AlignmentFlag.AlignVCenter)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.banner)
        keeper.watch(PLACE, self._typed, self._bring_back)

    def _on_written(self) -> None:
        self._keeper.touch()
        if self.notice.toPlainText():
            self.banner.clear()

    def _typed(self) -> list[str]:
        text = self.notice.toPlainText()
        return [text] if text.strip() else []

    def _bring_back(self, texts: Sequence[Any]) -> None:
        self.notice.setPlainText("\n\n".join(str(text) for text in texts))

    def read_or_choose(self) -> None:
        """What a mouse without a file to drag can do: the button asks for one where there is nothing to read."""
        if self.notice.toPlainText().strip():
            self.read()
            return
        chosen = asking.open_file(self, self._t("选择通知文件"), self._t("通知文件 (*)"))
        if chosen is not None:
            self.read_files([chosen])

    def read(self) -> None:
        text = self.notice.toPlainText().strip()
        if not text:
            return
        self.banner.clear()
        if looks_like_cells(text):
            self.register.read(text)
            return
        if len(text) > LONG:
            self.banner.tell("info", self._t("正在识别……"))
            self._jobs.start(partial(self._read, text, self._desk.today()), partial(self._show_long, text), self._refuse)
            return
        try:
            outcome = self._read(text, self._desk.today())
        except BurdenError as refused:
            self._refuse(refused)
            return
        self._show(text, outcome)

    def _read(self, text: str, today: date) -> FilesRead:
        from ...domain.reading.files_read import FilesRead  # the start goes without it

        return FilesRead(self._desk.notices.read(text, today), (), self._desk.notices.left_out(text))

    def _show_long(self, text: str, outcome: FilesRead) -> None:
        self.banner.clear()
        self._show(text, outcome)

    def _show(self, text: str, outcome: FilesRead) -> None:
        self._shown = text
        self.drafted.emit(list(outcome.drafts), True)
        self._tell_left_out(outcome)

    def _refuse(self, error: BaseException) -> None:
        """Nothing of a text with a secrecy mark stays."""
        if isinstance(error, Classified):
            self.notice.clear()
        self._fail(error)

    def warm_up(self) -> None:
        """Have the readers loaded before the first notice is pasted."""
        self._jobs.start(self._desk.notices.warm, self._on_warm, self._fail)

    def _on_warm(self, _: object) -> None: ...

    def settled(self) -> None:
        """The drafts that were read here are saved or thrown away: the text has done its work, unless somebody wrote on."""
        if self._shown and self.notice.toPlainText().strip() == self._shown:
            self.notice.clear()
        self._shown = ""

    def take_back(self) -> None:
        """Esc in the draft: back to the text."""
        self._shown = ""
        self.notice.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def read_files(self, paths: Sequence[Path]) -> None:
        registers = [path for path in paths if path.suffix.lower() in ENDINGS]
        self.register.read(*registers)
        paths = [path for path in paths if path not in registers]
        if not paths:
            return
        self.banner.clear()
        self._reader().start(paths)

    def read_picture(self, picture: QImage) -> None:
        """A picture from the clipboard: never written to the disk, and not packed, which would keep the window."""
        from PySide6.QtCore import QBuffer, QByteArray  # the start goes without them
        from PySide6.QtGui import QImage, QImageWriter

        held = QBuffer()
        QImageWriter(held, QByteArray(b"bmp")).write(picture.convertToFormat(QImage.Format.Format_RGB888))
        self.banner.clear()
        self._reader().start_picture(bytes(held.data().data()))

    def _reader(self) -> FileReader:
        if self.files is None:
            self.files = self._make_reader()
        return self.files

    def _make_reader(self) -> FileReader:
        from .file_reader import FileReader  # the start goes without it

        made = FileReader(self._desk, self._t, self._jobs)
        made.read.connect(self._show_read)
        made.failed.connect(self._fail)
        made.cancelled.connect(self._tell_stopped)
        self._column.insertWidget(1, made)
        return made

    def stop_reading(self) -> None:
        if self.files is not None:
            self.files.cancel()

    def _show_read(self, outcome: FilesRead) -> None:
        """What was read goes on; what could not be is told, file by file."""
        self.drafted.emit(list(outcome.drafts), False)
        self._tell_left_out(outcome)

    def _tell_left_out(self, outcome: FilesRead) -> None:
        """What became no draft is told until the next paste, and can be taken back into the bar."""
        told = [self._t.of(sentence) for sentence in outcome.refused]
        offers: tuple[tuple[str, Callable[[], object]], ...] = ()
        if outcome.left_out:
            from ...domain.reading.personal import mask_personal  # the start goes without it

            words = " / ".join(mask_personal(" ".join(words.split()))[:SHOWN] for words in outcome.left_out)
            told.append(self._t("有{count}条话没有当作通知登记：{words}", count=len(outcome.left_out), words=words))
            offers = ((self._t("放到输入框"), partial(self.notice.setPlainText, "\n\n".join(outcome.left_out))),)
        if told:
            self.banner.tell("error" if outcome.refused else "warning", "\n".join(told), *offers)

    def _tell_stopped(self) -> None:
        self.banner.tell("info", self._t("已停止读取，没有登记任何内容。"))

    def forget(self) -> None:
        """Something else was begun: what went well is told no longer; a refusal stays until the next paste."""
        if self.banner.state in ("good", "info"):
            self.banner.clear()

    def _fail(self, error: BaseException) -> None:
        if not isinstance(error, BurdenError):
            raise error
        self.banner.tell("error", self._t.of(error.sentence))
