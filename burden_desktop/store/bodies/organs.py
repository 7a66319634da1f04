"""The directory of issuing bodies: records point at its rows, what was recorded of a body stays as written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from ...domain.bodies.organ import Level, Organ, guess_level
from ...domain.kinds import KINDS
from ..chain.history import Event, History
from ..door import level_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..book import Book


NEW_BODY: Final = "new_body"


@dataclass(frozen=True, slots=True)
class Pointed:
    """The row that a record points at; `new` where that record brings the body."""

    id: int
    level: Level | None
    new: bool = False


def brings(lead: str, body: Pointed | None) -> dict[str, object]:
    """What the first record of a body tells of it besides its own fields: the level that its name had then. A later
    version may guess better, and what was guessed stays what was entered."""
    return {NEW_BODY: [lead, body.level and body.level.value]} if body and body.new else {}


class Organs:
    def __init__(self, book: Book, history: History) -> None:
        self._book = book
        self._history = history

    def all(self) -> tuple[Organ, ...]:
        """Every body by name, with its other names."""
        aliases: dict[int, list[str]] = {}
        for name, organ_id in self._book.rows("SELECT name, organ_id FROM organ_alias ORDER BY name"):
            aliases.setdefault(organ_id, []).append(name)
        rows = self._book.rows("SELECT id, name, level, nature, line FROM organ ORDER BY name")
        return tuple(
            Organ(row[0], row[1], level_at(f"organ {row[1]} level", row[2]), row[3], row[4], tuple(aliases.get(row[0], ()))) for row in rows
        )

    def get(self, id: int) -> Organ:
        """The body of that row. Raises KeyError: ids come from the directory itself."""
        for organ in self.all():
            if organ.id == id:
                return organ
        raise KeyError(id)

    def record_counts(self) -> dict[int, int]:
        """How many records of all kinds point at each row; withdrawn ones left out."""
        counts: dict[int, int] = {}
        for kind in KINDS:
            for id, count in self._book.rows(
                f"SELECT organ_id, count(*) FROM {kind.name} WHERE withdrawn_at IS NULL GROUP BY organ_id"  # noqa: S608 - declared names
            ):
                counts[id] = counts.get(id, 0) + count
        return counts

    def named(self, name: str) -> Organ | None:
        """The body of that name or other name."""
        row = self._book.row(
            "SELECT id FROM organ WHERE name = ? UNION ALL SELECT organ_id FROM organ_alias WHERE name = ?", (name, name)
        )
        return self.get(row[0]) if row else None

    def point_at(self, names: Iterable[str]) -> dict[str, Pointed]:
        """The row for each name; unknown bodies are added with the level that their name tells.

        Only inside `Book.writing`. The row has no entry of its own: the record that brings a body tells it (`brings`).
        """
        found: dict[str, Pointed] = {}
        connection = self._book.connection
        for name in dict.fromkeys(names):
            row = self._book.row(
                "SELECT id, level FROM organ WHERE name = ? UNION ALL SELECT organ.id, level"
                " FROM organ_alias JOIN organ ON organ.id = organ_id WHERE organ_alias.name = ?",
                (name, name),
            )
            if row:
                found[name] = Pointed(row[0], level_at(f"organ {name} level", row[1]))
                continue
            level = guess_level(name)
            added = connection.execute(
                "INSERT INTO organ (name, level) VALUES (?, ?) RETURNING id", (name, level and level.value)
            ).fetchone()
            found[name] = Pointed(added[0], level, new=True)
        return found

    def records_of(self, name: str) -> int:
        """How many records bear the name as their first body, withdrawn ones too."""
        return sum(
            self._book.rows(
                f"SELECT count(*) FROM {kind.name} WHERE substr(organ, 1, instr(organ || '、', '、') - 1) = ?",  # noqa: S608
                (name,),
            )[0][0]
            for kind in KINDS
        )

    def describe(self, id: int, *, level: Level | None, nature: str | None = None, line: str | None = None) -> Organ:
        """Say what a body is; records pointing at it take its level from now on. Leaves an entry."""
        before = self.get(id)
        with self._book.writing() as connection:
            connection.execute(
                "UPDATE organ SET level = ?, nature = ?, line = ? WHERE id = ?",
                (level and level.value, nature, line, id),
            )
            after = {"level": level and level.value, "nature": nature, "line": line}
            was = {"level": before.level and before.level.value, "nature": before.nature, "line": before.line}
            self._history.append("change", Event("organ", before.name, was, after))
        return self.get(id)

    def merge(self, other: int, *, into: int) -> Organ:
        """Two names of one body: `other` becomes a further name of `into`, its records point there. Leaves an entry.

        Raises ValueError when both are the same row.
        """
        if other == into:
            raise ValueError(other)
        gone, kept = self.get(other), self.get(into)
        with self._book.writing() as connection:
            for kind in KINDS:
                connection.execute(f"UPDATE {kind.name} SET organ_id = ? WHERE organ_id = ?", (into, other))  # noqa: S608 - declared names
            connection.execute("UPDATE organ_alias SET organ_id = ? WHERE organ_id = ?", (into, other))
            connection.execute("DELETE FROM organ WHERE id = ?", (other,))
            connection.execute("INSERT INTO organ_alias VALUES (?, ?)", (gone.name, into))
            was = {
                "name": gone.name, "level": gone.level and gone.level.value, "nature": gone.nature, "line": gone.line,
                "aliases": list(gone.aliases),
            }  # fmt: skip
            self._history.append("merge", Event("organ", gone.name, was, {"name": kept.name}))
        return self.get(into)

    def part(self, name: str) -> Organ:
        """Take a merge back: the further name `name` is a body of its own again, as it was, and the records that name it
        point at it. A further name that was only written by hand, and that records bear, becomes a body like the one that it was
        taken for. Leaves an entry. Raises KeyError when neither a merge made it a further name nor records bear it."""
        told = [change for change in self._history.of_record(name) if change.entry.kind == "organ" and change.entry.action == "merge"]
        kept = self.named(name)
        if kept is None or kept.name == name or not (told or self.records_of(name)):
            raise KeyError(name)
        alike: Mapping[str, Any] = {"name": name, "level": kept.level and kept.level.value, "nature": kept.nature, "line": kept.line, "aliases": []}
        was: Mapping[str, Any] = told[-1].before or {} if told else alike
        names = (name, *(alias for alias in was.get("aliases", ()) if alias in kept.aliases))
        places = ", ".join("?" * len(names))
        with self._book.writing() as connection:
            connection.execute("DELETE FROM organ_alias WHERE name = ?", (name,))
            (id,) = connection.execute(
                "INSERT INTO organ (name, level, nature, line) VALUES (?, ?, ?, ?) RETURNING id",
                (name, was.get("level"), was.get("nature"), was.get("line")),
            ).fetchone()
            connection.execute(f"UPDATE organ_alias SET organ_id = ? WHERE name IN ({places})", (id, *names))  # noqa: S608
            for kind in KINDS:
                connection.execute(
                    f"UPDATE {kind.name} SET organ_id = ? WHERE organ_id = ?"  # noqa: S608 - declared names
                    f" AND substr(organ, 1, instr(organ || '、', '、') - 1) IN ({places})",
                    (id, kept.id, *names),
                )
            self._history.append("part", Event("organ", name, {"name": kept.name}, was))
        return self.get(id)
