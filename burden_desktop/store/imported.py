"""What earlier imports brought: told by the chain alone, so a purge leaves nothing of it and an undo counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from .chain.strange import readable
from .door import state_at
from .rows import records_of
from .statements import Statements

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..domain.kind import Kind
    from ..domain.purge_mark import Mark
    from ..domain.record import Record
    from .book import Book

IMPORTED: Final = "imported"  # the word beside an entry under which the name of the file stands
_BROUGHT: Final = (
    "SELECT number, after, beside FROM history JOIN history_content USING (seq)"
    " WHERE kind = ? AND action = 'add' AND beside LIKE '%\"imported\":%' AND after IS NOT NULL ORDER BY seq"
)
_TAKEN_BACK: Final = (
    "SELECT number FROM history JOIN history_content USING (seq) WHERE seq IN (SELECT max(seq) FROM history WHERE kind = ? GROUP BY number)"
    " AND after IS NULL AND beside LIKE '%\"undoes\":%'"
)


class Imported:
    def __init__(self, book: Book) -> None:
        self._book = book

    def brought(self, kind: Kind) -> dict[str, tuple[str, Mapping[str, Any]]]:
        """Number → (file name, fields as imported) of every record that an import brought and no undo took back."""
        undone = {row[0] for row in self._book.rows(_TAKEN_BACK, (kind.name,))}
        found: dict[str, tuple[str, Mapping[str, Any]]] = {}
        for number, after, beside in self._book.rows(_BROUGHT, (kind.name,)):
            if number not in undone:
                found[number] = (str(state_at(number, beside).get(IMPORTED, "")), state_at(number, after))
        return found

    def purged(self, kind: Kind) -> dict[str, Mark]:
        """Number → mark of every record of the kind that was purged and whose mark is kept."""
        rows = self._book.rows(
            "SELECT number, after FROM history JOIN history_content USING (seq) WHERE action = 'purge' AND kind = ?",
            (kind.name,),
        )
        return {number: mark for number, after in rows if isinstance(mark := readable(after).get("mark"), dict)}

    def dated(self, kind: Kind, first: str, last: str) -> tuple[Record, ...]:
        """Records whose own date is from `first` to `last`, both included and both ISO days, or not known; late ones too."""
        sql = Statements(kind)
        unknown = "" if kind.field(kind.dated_by).required else f" OR r.{kind.dated_by} IS NULL"
        rows = self._book.rows(f"{sql.read} AND (r.{kind.dated_by} BETWEEN ? AND ?{unknown}){sql.order(newest_first=False)}", (first, last))
        return records_of(kind, rows)
