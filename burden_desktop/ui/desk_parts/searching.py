"""What the window asks for search: records of all kinds in which a few characters stand, and where they stand."""

from typing import Protocol

from ...domain.finding import Hit, Span


class Searching(Protocol):
    """Quick: on the window's own thread."""

    def find(self, text: str, limit: int) -> tuple[Hit, ...]:
        """The records recorded last, by date, in which `text` stands, or whose words begin with these letters of pinyin."""
        ...

    def marks(self, text: str, sought: str) -> tuple[Span, ...]:
        """Where `sought` stands in one text, as `find` looks for it."""
        ...

    def titles(self, kind: str, typed: str, organ: str) -> tuple[str, ...]:
        """Titles to offer for what is typed: earlier ones of this kind, then what is typed in the frames that its body uses."""
        ...

    def spell_old(self, after: int) -> int | None:
        """Give records of before there were letters theirs, a few hundred at a time from place `after` (0 at first);
        the place from which to go on, None when all are done."""
        ...
