"""The SQL of one kind, written from its declaration. Names come from declared kinds and fields, never from a user."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from ..domain.kind import Kind
    from ..domain.months.month import Month

BOOKED: Final = ("booked_in", "late", "family", "said")  # where a record of a month counts, and with what
KEYS: Final = ("same_key", "alike_key")  # of `Kinship`: by what receipts of one thing are found
STANDING: Final = ("stands_since", "stands_until")  # where a thing that stands for a time counts
_BEFORE: Final = ("id", "number")
_BEHIND: Final = ("organ_id", "created_at", "changed_at", "withdrawn_at")


class Statements:
    """`read` selects id, number, organ_id, level, created_at, changed_at, then the `place` columns, then the fields,
    of records that were not withdrawn; conditions are appended with AND."""

    def __init__(self, kind: Kind) -> None:
        self.kind = kind

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(field.name for field in self.kind.fields)

    @property
    def place(self) -> tuple[str, ...]:
        """The columns that say in which month, or in which months, a record counts."""
        return STANDING if self.kind.stock else BOOKED

    @property
    def common(self) -> tuple[str, ...]:
        """The columns of a table besides the fields."""
        return (*_BEFORE, *self.place, *_BEHIND, *self.keys)

    @property
    def keys(self) -> tuple[str, ...]:
        return KEYS if self.kind.has_families else ()

    @property
    def dated_by(self) -> str:
        """The column by which records are put in order."""
        return "stands_since" if self.kind.stock else self.kind.dated_by

    @property
    def in_month(self) -> str:
        """The condition for what counts in a month; takes `month_places`."""
        if self.kind.stock:
            return " AND r.stands_since <= ? AND (r.stands_until IS NULL OR r.stands_until > ?)"
        return " AND r.booked_in = ?"

    def month_places(self, month: Month) -> tuple[str, ...]:
        last = month.last_day.isoformat()
        return (last, last) if self.kind.stock else (str(month),)

    @property
    def read(self) -> str:
        fields = ", ".join(f"r.{name}" for name in (*self.place, *self.names))
        return (
            "SELECT r.id, r.number, r.organ_id, o.level, r.created_at, r.changed_at, "  # noqa: S608
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
        return f" AND (r.{self.dated_by}, r.id) {'<' if newest_first else '>'} (?, ?)"

    def order(self, newest_first: bool) -> str:
        turn = "DESC" if newest_first else "ASC"
        return f" ORDER BY r.{self.dated_by} {turn}, r.id {turn}"

    @property
    def insert(self) -> str:
        """id, number, `place`, organ_id, created_at, changed_at, withdrawn_at, the fields, the keys."""
        columns = (*_BEFORE, *self.place, *_BEHIND, *self.names, *self.keys)
        places = ", ".join("?" * len(columns))
        return f"INSERT INTO {self.kind.name} ({', '.join(columns)}) VALUES ({places})"  # noqa: S608

    @property
    def update(self) -> str:
        """`place`, organ_id, changed_at, the fields, the keys; then the id."""
        columns = (*self.place, "organ_id", "changed_at", *self.names, *self.keys)
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
    def regroup(self) -> str:
        """Takes the family and the id."""
        return f"UPDATE {self.kind.name} SET family = ? WHERE id = ?"  # noqa: S608

    @property
    def first_month(self) -> str:
        return f"SELECT min(booked_in) FROM {self.kind.name} WHERE withdrawn_at IS NULL"  # noqa: S608

    @property
    def any_in_month(self) -> str:
        return f"SELECT 1 FROM {self.kind.name} r WHERE r.withdrawn_at IS NULL{self.in_month} LIMIT 1"  # noqa: S608

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
        """Things, receipts, minutes from the month index alone; records of no family count each. Takes the first and
        the last month, or of what stands for a time the last day twice."""
        if self.kind.stock:
            return (
                f"SELECT count(*), count(*), 0 FROM {self.kind.name}"  # noqa: S608
                " WHERE stands_since <= ? AND (stands_until IS NULL OR stands_until > ?) AND withdrawn_at IS NULL"
            )
        return (
            f"SELECT count(DISTINCT family) + count(*) - count(family), count(*), "  # noqa: S608
            f"coalesce(sum({self.minutes or 0}), 0)"
            f" FROM {self.kind.name} WHERE booked_in BETWEEN ? AND ? AND late = 0 AND withdrawn_at IS NULL"
        )
