"""What became of a record, told to people: who did what when, and what stood there before and after."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..reading.written import Value


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that changed; None where nothing stood."""

    field: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True)
class PastChange:
    """A change in a record's life. `at` is an ISO time, `by` may be empty where nobody was named; `taken_back`
    says that an undo made it, `redone` that a redo did. `differences` follow the kind's fields."""

    at: str
    by: str
    action: str
    differences: tuple[Difference, ...] = ()
    taken_back: bool = False
    redone: bool = False


@dataclass(frozen=True, slots=True)
class TakenBack:
    """A step that was undone or redone: what it had been (`add`, `change` …) and whose records it touched; `passed` later
    steps were left standing, since they cannot be taken back any more."""

    action: str
    numbers: tuple[str, ...]
    kinds: frozenset[str]
    passed: int = 0


def differences(names: tuple[str, ...], before: Mapping[str, Value] | None, after: Mapping[str, Value] | None) -> tuple[Difference, ...]:
    """The named fields that differ between two states."""
    was, now = before or {}, after or {}
    return tuple(Difference(name, was.get(name), now.get(name)) for name in names if was.get(name) != now.get(name))
