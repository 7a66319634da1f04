"""The names of bodies: further names written by hand, and which of them is the main one. Every change leaves an entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...domain.errors.bodies import NameInUse, NameOfAnother
from ..chain.history import Event, History

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...domain.bodies.organ import Organ
    from ..book import Book
    from .organs import Organs


class OrganNames:
    def __init__(self, book: Book, history: History, organs: Organs) -> None:
        self._book, self._history, self._organs = book, history, organs

    def set_aliases(self, id: int, names: Sequence[str]) -> Organ:
        """Write the further names of a body. Raises NameOfAnother, NameInUse where records bear a name that is gone."""
        organ = self._organs.get(id)
        wanted = tuple(sorted({name for name in names if name and name != organ.name}))
        if wanted == tuple(sorted(organ.aliases)):
            return organ
        added, gone = set(wanted) - set(organ.aliases), set(organ.aliases) - set(wanted)
        for name in sorted(added):
            if (other := self._organs.named(name)) is not None:
                raise NameOfAnother(name=name, other=other.name)
        for name in sorted(gone):
            if count := self._organs.records_of(name):
                raise NameInUse(name=name, count=count)
        with self._book.writing() as connection:
            connection.executemany("DELETE FROM organ_alias WHERE name = ?", [(name,) for name in gone])
            connection.executemany("INSERT INTO organ_alias VALUES (?, ?)", [(name, id) for name in added])
            was, now = {"aliases": sorted(organ.aliases)}, {"aliases": list(wanted)}
            self._history.append("change", Event("organ", organ.name, was, now))
        return self._organs.get(id)

    def lead_with(self, id: int, name: str) -> Organ:
        """Make a further name of the body its main one; the former becomes a further name. Raises KeyError."""
        organ = self._organs.get(id)
        if name not in organ.aliases:
            raise KeyError(name)
        with self._book.writing() as connection:
            connection.execute("DELETE FROM organ_alias WHERE name = ?", (name,))
            connection.execute("UPDATE organ SET name = ? WHERE id = ?", (name, id))
            connection.execute("INSERT INTO organ_alias VALUES (?, ?)", (organ.name, id))
            now = {"name": name, "level": organ.level and organ.level.value, "nature": organ.nature, "line": organ.line}
            self._history.append("change", Event("organ", name, {"name": organ.name}, now))
        return self._organs.get(id)
