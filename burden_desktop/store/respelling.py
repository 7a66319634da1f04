"""Records that were kept before there were first letters get theirs, a few hundred at a time.

The chain tells of what a record says, not of how it is found: nothing is entered in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..domain.kinds import KINDS
from .grams import grams_of
from .rows import record_of
from .statements import Statements

if TYPE_CHECKING:
    from ..domain.kind import Kind
    from .book import Book
    from .settings import Settings
    from .spelling import Spelling

DONE: Final = "letters_done"
_AT_ONCE: Final = 100  # rows looked at in one go: some 25 ms where all of them need letters
_KIND_STEP: Final = 1 << 40


class Respelling:
    def __init__(self, book: Book, settings: Settings, spelling: Spelling) -> None:
        self._book, self._settings, self._spelling = book, settings, spelling

    def go_on(self, after: int) -> int | None:
        """Spell records behind place `after` (0 at first); where to go on, None when all kinds are done. Raises CannotWrite."""
        if self._settings.get(DONE, ""):
            return None
        number, last = divmod(after, _KIND_STEP)
        kind = KINDS[number]
        ids = [id for (id,) in self._book.rows(f"SELECT id FROM {kind.name} WHERE id > ? ORDER BY id LIMIT ?", (last, _AT_ONCE))]  # noqa: S608
        if ids:
            self._spell(kind, ids)
            return number * _KIND_STEP + int(ids[-1])
        if number + 1 < len(KINDS):
            return (number + 1) * _KIND_STEP
        self._settings.set(DONE, "1")
        return None

    def _spell(self, kind: Kind, ids: list[int]) -> None:
        known = self._spelling.lines_of(kind, ids)
        missing = [id for id in ids if not any(known.get(id, ()))]
        if not missing:
            return
        sql = Statements(kind)
        rows = self._book.rows(f"{sql.read} AND r.id IN ({', '.join('?' * len(missing))})", missing)
        with self._book.writing() as connection:
            for record in (record_of(kind, row) for row in rows):
                letters = self._spelling.of(kind, record.values)
                connection.execute(sql.unindex, (record.id, grams_of(kind, record.number, record.values, "")))
                connection.execute(sql.index, (record.id, grams_of(kind, record.number, record.values, letters)))
                self._spelling.keep(kind, [(record.id, letters)])
