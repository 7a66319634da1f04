"""Backups that nobody has to think of: made when something changed, thinned, and copied to a second place."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ...domain.errors.ledger import NoSuchPlace
from ...domain.system_words import UNTOLD, in_words
from ...domain.texts import Sentence, say
from ..chain.history import INIT, History
from ..door import moment_at
from ..files.disk import copy_file, hidden, put_in_place
from ..files.places import backups_folder, received_folder, reports_folder
from ..settings import Settings
from .thinning import superfluous

if TYPE_CHECKING:
    from ..book import Book

MOST_AT_RISK: Final = timedelta(minutes=30)
_LAST: Final = "backup.last"
_SECOND: Final = "backup.second_place"
_SECOND_LAST: Final = "backup.second_last"
_SECOND_FAILED: Final = "backup.second_failed"


@dataclass(frozen=True, slots=True)
class _Made:
    """The last backup: the head that it holds, when it was made, and its file's name."""

    seq: int
    at: datetime
    file: str


class BackupKeeping:
    def __init__(self, book: Book) -> None:
        self._book = book
        self._settings = Settings(book)

    def make(self, *, named: str = "") -> Path:
        """A checked backup now, also at the second place where that is there. Raises CannotWrite, DamagedLedger."""
        from .copies import back_up  # seldom needed: the start goes without

        made = back_up(self._book, named=named)
        if self._book.bars:
            return made  # a ledger that can only be looked at remembers nothing new
        told = {"seq": History(self._book).head()[0], "at": self._book.now(), "file": made.name}
        self._settings.set(_LAST, json.dumps(told, ensure_ascii=False))
        self._thin(made.parent)
        self._copy_to_second_place(made)
        return made

    def if_changed(self, *, named: str) -> Path | None:
        """A backup, unless the last one holds everything that was entered since."""
        return self.make(named=named) if self.changed else None

    def if_due(self) -> Path | None:
        """A backup when something changed and the last one is half an hour old or there is none."""
        return self.make(named="-auto") if self.due else None

    @property
    def changed(self) -> bool:
        """Whether anything was entered since the last backup, or its file is gone."""
        last = self._last()
        if last is None:
            return self._book.row("SELECT 1 FROM history WHERE action <> ? ORDER BY seq LIMIT 1", (INIT,)) is not None
        return History(self._book).head()[0] != last.seq or not self._file(last).exists()

    @property
    def due(self) -> bool:
        last = self._last()
        if not self.changed or self._book.bars:
            return False
        if last is None or not self._file(last).exists():
            return True
        age = self._book.clock() - last.at
        return not timedelta() <= age < MOST_AT_RISK  # a clock that was set back makes it due too

    def _last(self) -> _Made | None:
        return self._settings.read(_LAST, None, _made)

    def _file(self, last: _Made) -> Path:
        return backups_folder(self._book.path) / last.file

    def _thin(self, folder: Path) -> None:
        for file in superfluous(folder.glob(f"{self._book.path.stem}-*.db"), self._book.clock()):
            file.unlink(missing_ok=True)

    # --- the second place

    @property
    def second_place(self) -> Path | None:
        """The folder on another disk to which every backup is copied; None while none is chosen."""
        if not self._settings.get(_SECOND, ""):
            return None
        from ..here import chosen_here  # seldom needed: the start goes without

        chosen = chosen_here(self._settings, self._book.path, _SECOND)
        return Path(chosen) if chosen else None

    def choose_second_place(self, folder: Path | None) -> None:
        """Where every backup is copied to from now on, None for nowhere. Raises NoSuchPlace, CannotWrite."""
        if folder is not None and not folder.is_dir():
            raise NoSuchPlace(path=folder)
        from ..here import choose_here

        choose_here(self._settings, self._book.path, _SECOND, str(folder.resolve()) if folder else "")

    def reminder(self) -> Sentence | None:
        """What the clerk should know of the second place: that it is missing, and since when."""
        place = self.second_place
        if place is None:
            return self._not_from_here()
        failed = self._settings.get(_SECOND_FAILED, "")
        if place.is_dir() and not failed:
            return None
        if place.is_dir():
            return say("备份没能存到第二处 {place}（{detail}）。请检查那里的空间和权限。", place=place, detail=in_words(failed))
        last = self._settings.get(_SECOND_LAST, "")
        if not last:
            return say("备份的第二处 {place} 不在，还没有在那里存过备份。请接上移动硬盘或另选一处。", place=place)
        return say("备份的第二处 {place} 不在，上次存到那里是{day}。请接上移动硬盘或另选一处。", place=place, day=last[:10])

    def _not_from_here(self) -> Sentence | None:
        place = self._settings.get(_SECOND, "")
        if not place:
            return None
        return say("备份的第二处 {place} 不是在这台电脑上为这里的台账选的，没有使用。请重新选择备份的第二处。", place=place)

    def _copy_to_second_place(self, made: Path) -> None:
        """Signed and received files are copied once. A stick that is full or gone spoils no backup: `reminder` tells of it."""
        place = self.second_place
        if place is None or not place.is_dir():
            return
        try:
            _copy_once(made, place / made.name)
            for folder in (reports_folder(self._book.path), received_folder(self._book.path)):
                for kept in sorted(folder.glob("*.pdf")):
                    (place / folder.name).mkdir(exist_ok=True)
                    _copy_once(kept, place / folder.name / kept.name)
            for file in superfluous(place.glob(f"{self._book.path.stem}-*.db"), self._book.clock()):
                file.unlink(missing_ok=True)
        except OSError as trouble:
            self._settings.set(_SECOND_FAILED, trouble.strerror or UNTOLD)
            return
        self._settings.set(_SECOND_LAST, self._book.now())
        self._settings.set(_SECOND_FAILED, "")


def _made(kept: str) -> _Made | None:
    told = json.loads(kept)
    return _Made(int(told["seq"]), moment_at("backup.last", str(told["at"])), str(told["file"]))


def _copy_once(source: Path, target: Path) -> None:
    if not target.exists():
        try:
            copy_file(source, hidden(target))
            put_in_place(hidden(target), target)
        finally:
            hidden(target).unlink(missing_ok=True)
