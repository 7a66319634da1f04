"""Which records of a kind a list shows, and in what order: a plain value that can be kept under a name."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, Self

from .bodies.organ import Level
from .field import FieldType
from .kind import Kind
from .months.month import Month
from .reading.written import Value
from .record import Record

NUMBER: Final = "number"


@dataclass(frozen=True, slots=True)
class Listing:
    """`text` is any substring; `organ` a body's name, known or part of it; `numbers` restricts to these records
    (what the rules found); `withdrawn` shows the trash. `sort` is a list field, "number" or "" for the kind's date."""

    text: str = ""
    month: Month | None = None
    level: Level | None = None
    organ: str = ""
    numbers: frozenset[str] | None = None
    withdrawn: bool = False
    sort: str = ""
    descending: bool = True

    @property
    def filtered(self) -> bool:
        """Whether anything is left out besides what was withdrawn."""
        return replace(self, sort="", descending=True) != Listing()

    def sorted_by(self, kind: Kind) -> str:
        """The field that orders the list, or "number"; a name that the kind does not list falls back to its date."""
        known = {NUMBER, *(field.name for field in kind.list_fields)}
        return self.sort if self.sort in known else kind.dated_by

    def as_json(self) -> dict[str, Any]:
        """What is kept of a saved view; what the rules found changes daily and is not kept."""
        kept = {"text": self.text, "month": str(self.month) if self.month else "", "organ": self.organ, "sort": self.sort,
                "level": self.level.value if self.level else "", "withdrawn": self.withdrawn, "descending": self.descending}  # fmt: skip
        return {name: value for name, value in kept.items() if value != getattr(Listing(), name) and value != ""}

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Self:
        """A saved view as it was; raises ValueError, TypeError or InvalidMonth for one that was damaged."""
        known = dict(kept)
        month, level = known.pop("month", ""), known.pop("level", "")
        return cls(month=Month.parse(month) if month else None, level=Level(level) if level else None, **known)


def empty_place(kind: Kind, name: str) -> Value:
    """What an empty field counts as when lists are ordered by it."""
    return -1 if name != NUMBER and kind.field(name).type is FieldType.COUNT else ""


def sort_key(kind: Kind, listing: Listing, record: Record) -> tuple[Value, int]:
    """The place of a record in the order of `listing`: (value, id)."""
    name = listing.sorted_by(kind)
    value = record.number if name == NUMBER else record.values[name]
    return (empty_place(kind, name) if value is None else value), record.id
