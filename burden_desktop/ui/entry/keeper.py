"""Keeps what is typed within a second, and gives it back after a crash when the user says so.

Whoever holds typed text watches a place: `read` tells what is there now, `bring_back` shows what an earlier run left.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from ...domain.errors.family import BurdenError
from ...domain.texts import Sentence

if TYPE_CHECKING:
    from ..desk_parts.drafts import Drafts

WITHIN_MS: Final = 700
Read = Callable[[], Sequence[Any]]
BringBack = Callable[[Sequence[Any]], None]


class _Watched(NamedTuple):
    read: Read
    bring_back: BringBack


class Keeper(QObject):
    """`kept` after each writing; `refused` with a sentence where the disk refuses or a draft bears a secrecy mark
    (an empty sentence)."""

    kept = Signal()
    refused = Signal(object)

    def __init__(self, drafts: Drafts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._drafts = drafts
        self._left: dict[str, list[Any]] = {place: list(those) for place, those in drafts.kept().items() if those}
        self._accepted = False
        self._watched: dict[str, _Watched] = {}
        self._written = bool(self._left)
        self._soon = QTimer(self, singleShot=True, interval=WITHIN_MS)
        self._soon.timeout.connect(self.flush)

    def watch(self, place: str, read: Read, bring_back: BringBack) -> None:
        """From now on `read` is asked whenever drafts are written."""
        self._watched[place] = _Watched(read, bring_back)
        if self._accepted and place in self._left:
            bring_back(self._left.pop(place))

    def touch(self) -> None:
        """Something was typed or settled: all drafts are written within a second."""
        if not self._soon.isActive():
            self._soon.start()

    def flush(self) -> bool:
        """Write now; whether everything that is typed is safe."""
        self._soon.stop()
        drafts = {place: list(those) for place, those in self._left.items()}
        for place, watched in self._watched.items():
            drafts[place] = [*drafts.get(place, ()), *watched.read()]
        anything = any(drafts.values())
        if not anything and not self._written:
            return True
        try:
            whole = self._drafts.keep(drafts)
        except BurdenError as trouble:
            self.refused.emit(trouble.sentence)
            return False
        self._written = anything
        if whole:
            self.kept.emit()
        else:
            self.refused.emit(Sentence(""))
        return whole

    # --- after a crash

    @property
    def left_behind(self) -> tuple[str, ...]:
        """The places where an earlier run left drafts that nobody has answered for yet."""
        return () if self._accepted else tuple(self._left)

    def count_left(self) -> int:
        return sum(map(len, self._left.values()))

    def accept(self) -> None:
        """Bring drafts back: to the places that are watched now, to others as soon as they are."""
        self._accepted = True
        for place in [place for place in self._left if place in self._watched]:
            self._watched[place].bring_back(self._left.pop(place))

    def discard(self) -> None:
        """Let them go; the file forgets them at once."""
        self._left.clear()
        self.flush()
