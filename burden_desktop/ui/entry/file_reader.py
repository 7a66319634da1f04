"""Dropped files on their way to drafts: read in a job, with how far it is and a way to stop."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ..look import appearance

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ...domain.reading.files_read import FilesRead
    from ...domain.texts import Texts
    from ..desk import Desk
    from ..desk_parts.notices import FilesReading
    from ..jobs import Job, Jobs

LOOK_EVERY_MS: Final = 200


class FileReader(QWidget):
    """Hidden while nothing is read. `read` carries the outcome, `failed` what nobody has named, `cancelled` says that it was stopped."""

    read = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, desk: Desk, t: Texts, jobs: Jobs) -> None:
        super().__init__()
        self._desk, self._t, self._jobs = desk, t, jobs
        self._under_way: list[tuple[FilesReading, Job]] = []
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.stop = appearance.button("x", t("停止读取"), self)
        self.stop.clicked.connect(self.cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.told, 1)
        row.addWidget(self.stop)
        self._look = QTimer(self, interval=LOOK_EVERY_MS)
        self._look.timeout.connect(self._tell)
        self.hide()

    def start(self, paths: Sequence[Path]) -> None:
        self._begin(self._desk.notices.files(paths))

    def start_picture(self, content: bytes) -> None:
        """A picture from the clipboard."""
        self._begin(self._desk.notices.picture(self._t("粘贴的图片.bmp"), content))

    def _begin(self, reading: FilesReading) -> None:
        job = self._jobs.start(reading.run, partial(self._on_read, reading), partial(self._on_failed, reading))
        self._under_way.append((reading, job))
        self._tell()
        self.show()
        self._look.start()

    def _tell(self) -> None:
        now = self._under_way[0][0].progress
        if now.pages:
            told = self._t("正在识别{file}第{page}页，共{pages}页（第{number}个文件，共{count}个）……", file=now.name, page=now.page, pages=now.pages,
                           number=now.number, count=now.count)  # fmt: skip
        else:
            told = self._t("正在读取{file}（第{number}个文件，共{count}个）……", file=now.name, number=max(1, now.number), count=now.count)
        self.told.setText(told)
        self.told.setAccessibleName(told)

    def cancel(self) -> None:
        """Stop everything that is being read or waits to be; nothing of it is shown."""
        for reading, job in self._under_way:
            job.cancel()
            reading.cancel()
        if self._under_way:
            self._under_way.clear()
            self._rest()
            self.cancelled.emit()

    def _on_read(self, reading: FilesReading, outcome: FilesRead) -> None:
        self._done(reading)
        self.read.emit(outcome)

    def _on_failed(self, reading: FilesReading, error: BaseException) -> None:
        self._done(reading)
        self.failed.emit(error)

    def _done(self, reading: FilesReading) -> None:
        self._under_way = [one for one in self._under_way if one[0] is not reading]
        if not self._under_way:
            self._rest()

    def _rest(self) -> None:
        self._look.stop()
        self.hide()
