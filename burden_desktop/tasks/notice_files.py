"""Files of notices read one after the other in a job: a file that cannot be read is told by name and the others go on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..domain.errors.family import BurdenError
from ..domain.reading.files_read import FilesRead, Progress
from ..intake.files.file_text import read_content_text, read_file_text
from ..intake.files.sandbox import Box
from ..intake.notices.several_notices import left_out, several_notices
from .read_notice import read_both

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from ..domain.reading.draft import Draft
    from ..domain.texts import Sentence


@dataclass(frozen=True, slots=True)
class Pasted:
    """A picture from the clipboard; it is nowhere on the disk."""

    name: str
    content: bytes


class NoticeFiles:
    """`run` belongs to a job; `progress` and `cancel` may be used meanwhile from another thread."""

    def __init__(self, paths: Sequence[Path | Pasted], received_on: date) -> None:
        self._paths, self._received_on = tuple(paths), received_on
        self._box = Box()
        self._cancelled = False
        self.progress = Progress("", 0, len(self._paths))

    def run(self) -> FilesRead:
        """What was read until the end, or until it was cancelled."""
        drafts: list[Draft] = []
        refused: list[Sentence] = []
        talk: list[str] = []
        with self._box:
            for number, path in enumerate(self._paths, 1):
                if self._cancelled:
                    break
                self.progress = Progress(path.name, number, len(self._paths))
                try:
                    text = self._read(path)
                    drafts += [draft for part in several_notices(text, self._received_on) for draft in read_both(part, self._received_on)]
                    talk += left_out(text)
                except BurdenError as trouble:
                    refused.append(trouble.sentence)
        return FilesRead(tuple(drafts), tuple(refused), tuple(talk))

    def _read(self, path: Path | Pasted) -> str:
        if isinstance(path, Pasted):
            return read_content_text(path.name, path.content, self._box, self._on_page)
        return read_file_text(path, self._box, self._on_page)

    def _on_page(self, page: int, pages: int) -> None:
        now = self.progress
        self.progress = Progress(now.name, now.number, now.count, page, pages)

    def cancel(self) -> None:
        self._cancelled = True
        self._box.stop()
