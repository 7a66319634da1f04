"""What is typed and not in sight: new records that were begun, notices that wait, and changes of records, each until it is saved."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from .typed import Typed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .draft_queue import Waiting


class TypedAside:
    """`waiting` are new records in their order, `changes` those of records, by their id."""

    def __init__(self) -> None:
        self.waiting: list[Typed] = []
        self.changes: dict[int, Typed] = {}

    def __iter__(self) -> Any:
        return iter((*self.waiting, *self.changes.values()))

    def put(self, own: Typed) -> None:
        if own.record_id is None:
            self.waiting.insert(0, own)
        else:
            self.changes[own.record_id] = own

    def bring_back(self, drafts: Sequence[Any]) -> None:
        """What an earlier run left. What cannot be understood is passed over."""
        for draft in drafts:
            typed = _typed_of(draft)
            if typed is not None and typed.record_id is not None:
                self.changes[typed.record_id] = typed
            elif typed is not None:
                self.waiting.append(typed)

    def count(self, besides: int | None) -> int:
        """How many, not counting changes of the record `besides`."""
        return len(self.waiting) + len(self.changes.keys() - {besides})

    def hold(self, typed: Iterable[Typed]) -> None:
        self.waiting += typed

    def take(self, notice: Waiting) -> Typed:
        """What stands for a notice; it waits no longer."""
        found = next(typed for typed in self.waiting if typed.notice is notice)
        self.waiting.remove(found)
        return found

    def set_field(self, notice: Waiting, name: str, text: str) -> None:
        """Write into a field of a notice that waits, if nothing stands there."""
        for place, typed in enumerate(self.waiting):
            if typed.notice is notice and not typed.written.get(name):
                self.waiting[place] = replace(typed, written={**typed.written, name: text})


def _typed_of(draft: Any) -> Typed | None:
    try:
        return Typed.from_json(draft)
    except (KeyError, TypeError, ValueError):
        return None
