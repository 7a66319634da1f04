"""Families after something was entered: the same whatever the order, as far as months are open and nobody said otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..domain.family_blocks import Member, moves
from .chain.frozen import Frozen
from .closed_months import closed_months

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..domain.kind import Kind, Values
    from ..domain.record import Record
    from .book import Book


class Settling:
    def __init__(self, book: Book, kind: Kind) -> None:
        self._book, self._kind = book, kind
        self._numbered = "doc_no" if any(field.name == "doc_no" for field in kind.fields) else "NULL"

    def after(self, added: Iterable[Record], crowded: Mapping[str, Values]) -> dict[int, str]:
        """Record id → the family that it goes to, of records of the titles and bodies in `crowded`. `added` are in the
        table; nothing is written."""
        if not crowded:
            return {}
        new = {record.id for record in added}
        closed, frozen = closed_months(self._book), Frozen(self._book)
        found: dict[int, str] = {}
        for key, values in crowded.items():
            members = [
                Member(id, day, self._kind.same_as(own), family, month in closed or month in frozen)
                for id, day, family, month, own in self._of(key, values)
            ]
            standing = [member for member in members if member.id not in new]
            found.update(moves(standing, [member for member in members if member.id in new], self._kind.alike_days, key))
        return found

    def _of(self, key: str, values: Values) -> Iterable[tuple[int, str, str, str, Values]]:
        """Every receipt of one title and body that is of some family, whatever else was written of it."""
        kind = self._kind
        told = f"SELECT id, {kind.dated_by}, family, booked_in, title, organ, {self._numbered} FROM {kind.name}"  # noqa: S608 - declared names
        rows = self._book.rows(
            f"{told} WHERE family >= ? AND family < ? AND withdrawn_at IS NULL"
            f" UNION {told} WHERE title = ? AND family IS NOT NULL AND withdrawn_at IS NULL",
            (f"{key}|", f"{key}}}", values["title"]),  # } is the character behind |
        )
        for id, day, family, month, title, organ, number in rows:
            own: Values = {"title": title, "organ": organ, "doc_no": number}
            if kind.alike(own) == key:
                yield id, day, family, month, own
