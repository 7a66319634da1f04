"""A clerk at the keyboard: sends real events to whatever has the cursor, counts what the hand does, and watches the
longest time that one event kept the window busy.

Operators of the keystroke-level model (Card, Moran, Newell 1980), in seconds: K a key, P pointing, B a press or
release of a button, H hand between keyboard and mouse, M a thought before a step.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from pypinyin import lazy_pinyin
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ..real_ledger import commit, compose

SECONDS = {"K": 0.28, "P": 1.1, "B": 0.1, "H": 0.4, "M": 1.2}
MOST_TABS = 60
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@dataclass
class Effort:
    """How often each operator was used."""

    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(SECONDS, 0))

    def add(self, operator: str, times: int = 1) -> "Effort":
        self.counts[operator] += times
        return self

    @property
    def seconds(self) -> float:
        return sum(SECONDS[name] * times for name, times in self.counts.items())

    def __str__(self) -> str:
        used = " ".join(f"{times}{name}" for name, times in self.counts.items() if times)
        return f"{used} = {self.seconds:.1f} s"


def letters_of(phrase: str) -> str:
    """What is typed for a phrase: full pinyin, or with a ~ before it the initials (简拼), as every input method takes
    the phrases that come every day."""
    spelled = lazy_pinyin(phrase.removeprefix("~"))
    return "".join(word[0] for word in spelled) if phrase.startswith("~") else "".join(spelled)


def keys_of(phrase: str) -> int:
    """The letters, and one key more to take the phrase over."""
    return len(letters_of(phrase)) + 1


class Typist:
    """Keys go to the widget that has the cursor, as a keyboard's would."""

    def __init__(self) -> None:
        self.effort = Effort()
        self.pauses: list[tuple[float, float, str]] = []  # seconds on the wall, seconds of this thread, what

    def think(self) -> None:
        self.effort.add("M")

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        held = sum(bool(modifier & one) for one in (CONTROL, SHIFT))
        self.effort.add("K", 1 + held)
        self._timed(Qt.Key(key).name, partial(QTest.keyClick, self.cursor, key, modifier))

    def text(self, ascii_text: str) -> None:
        for letter in ascii_text:
            self.effort.add("K")
            self._timed(letter, partial(QTest.keyClick, self.cursor, letter))

    def chinese(self, *phrases: str) -> None:
        """Each phrase composed letter by letter (see `letters_of`), then taken over."""
        for phrase in phrases:
            letters = letters_of(phrase)
            self.effort.add("K", keys_of(phrase))
            for end in range(1, len(letters) + 1):
                self._timed(letters[:end], partial(compose, self.cursor, letters[:end]))
            self._timed(phrase, partial(commit, self.cursor, phrase.removeprefix("~")))

    def letters(self, letters: str) -> None:
        """Letters composed and taken over as they are, with one key more."""
        self.effort.add("K", len(letters) + 1)
        for end in range(1, len(letters) + 1):
            self._timed(letters[:end], partial(compose, self.cursor, letters[:end]))
        self._timed(letters, partial(commit, self.cursor, letters))

    def tab_to(self, *wanted: QWidget) -> None:
        """Tab until the cursor stands in one of these; fails where none can be reached."""
        for _ in range(MOST_TABS):
            if self.cursor in wanted:
                return
            self.key(Qt.Key.Key_Tab)
        raise AssertionError(f"not reached by {MOST_TABS} tabs: {wanted}, at {self.cursor}")

    @property
    def cursor(self) -> QWidget:
        widget = QApplication.activePopupWidget() or QApplication.focusWidget()
        assert widget is not None, "nothing has the cursor"
        return widget

    def settle(self) -> None:
        """Let queued work be done, as the event loop would."""
        self._timed("settle", lambda: None)

    def _timed(self, what: str, act: Callable[[], object]) -> None:
        began, worked = time.perf_counter(), time.thread_time()
        act()
        QCoreApplication.processEvents()
        self.pauses.append((time.perf_counter() - began, time.thread_time() - worked, what))

    @property
    def longest(self) -> str:
        """The longest time that one event kept the window, on the wall and in work of its own thread: on a busy
        machine only the second tells."""
        wall, work = max(self.pauses), max(self.pauses, key=lambda pause: pause[1])
        return f"longest pause {wall[0] * 1000:.0f} ms ({wall[2]}), of work {work[1] * 1000:.0f} ms ({work[2]})"
