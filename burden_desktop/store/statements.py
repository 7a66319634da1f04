"""The SQL of one kind, written from its declaration. Names come from declared kinds and fields, never from a user."""

from dataclasses import dataclass
from typing import Final

from ..domain.kind import Kind

COMMON: Final = (
    *("id", "number", "booked_in", "late", "family", "organ_id"),
    *("created_at", "changed_at", "withdrawn_at"),
)


@dataclass(frozen=True, slots=True)
class Statements:
    """`read` selects id, number, booked_in, late, family, level, created_at, changed_at, organ_id, then the
    fields, of records that were not withdrawn; conditions are appended with AND."""

    kind: Kind

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(field.name for field in self.kind.fields)

    @property
    def read(self) -> str:
        fields = ", ".join(f"r.{name}" for name in self.names)
        return (
            "SELECT r.id, r.number, r.booked_in, r.late, r.family, o.level, r.created_at, r.changed_at, r.organ_id, "  # noqa: S608
            f"{fields} FROM {self.kind.name} r LEFT JOIN organ o ON o.id = r.organ_id WHERE r.withdrawn_at IS NULL"
        )

    @property
    def read_withdrawn(self) -> str:
        """As `read`, of records that were withdrawn."""
        return self.read.removesuffix("IS NULL") + "IS NOT NULL"

    @property
    def count(self) -> str:
        return f"SELECT count(*) FROM {self.kind.name} r WHERE r.withdrawn_at IS NULL"  # noqa: S608

    @property
    def found(self) -> str:
        return f" AND r.id IN (SELECT rowid FROM {self.kind.name}_search WHERE {self.kind.name}_search MATCH ?)"  # noqa: S608

    def beyond(self, newest_first: bool) -> str:
        return f" AND (r.{self.kind.dated_by}, r.id) {'<' if newest_first else '>'} (?, ?)"

    def order(self, newest_first: bool) -> str:
        turn = "DESC" if newest_first else "ASC"
        return f" ORDER BY r.{self.kind.dated_by} {turn}, r.id {turn}"

    @property
    def insert(self) -> str:
        columns = (*COMMON, *self.names)
        places = ", ".join("?" * len(columns))
        return f"INSERT INTO {self.kind.name} ({', '.join(columns)}) VALUES ({places})"  # noqa: S608

    @property
    def update(self) -> str:
        """booked_in, family, organ_id, changed_at, the fields; then the id."""
        columns = ("booked_in", "family", "organ_id", "changed_at", *self.names)
        return f"UPDATE {self.kind.name} SET {', '.join(f'{name} = ?' for name in columns)} WHERE id = ?"  # noqa: S608

    @property
    def withdraw(self) -> str:
        return f"UPDATE {self.kind.name} SET withdrawn_at = ? WHERE id = ?"  # noqa: S608

    @property
    def reinstate(self) -> str:
        return f"UPDATE {self.kind.name} SET withdrawn_at = NULL, changed_at = ? WHERE id = ?"  # noqa: S608

    @property
    def last_id(self) -> str:
        return f"SELECT coalesce(max(id), 0) FROM {self.kind.name}"  # noqa: S608

    @property
    def first_month(self) -> str:
        return f"SELECT min(booked_in) FROM {self.kind.name} WHERE withdrawn_at IS NULL"  # noqa: S608

    @property
    def index(self) -> str:
        return f"INSERT INTO {self.kind.name}_search (rowid, grams) VALUES (?, ?)"  # noqa: S608

    @property
    def unindex(self) -> str:
        """A table without content of its own must be told what it forgets."""
        return f"INSERT INTO {self.kind.name}_search ({self.kind.name}_search, rowid, grams) VALUES ('delete', ?, ?)"  # noqa: S608

    @property
    def minutes(self) -> str | None:
        """The field that says how long it took, None where the kind has none."""
        for name in ("minutes", "duration_minutes"):
            if name in self.names:
                return name
        return None

    @property
    def tally(self) -> str:
        """Things, receipts, minutes from the month index alone; records of no family count each."""
        return (
            f"SELECT count(DISTINCT family) + count(*) - count(family), count(*), "  # noqa: S608
            f"coalesce(sum({self.minutes or 0}), 0)"
            f" FROM {self.kind.name} WHERE booked_in BETWEEN ? AND ? AND late = 0 AND withdrawn_at IS NULL"
        )
