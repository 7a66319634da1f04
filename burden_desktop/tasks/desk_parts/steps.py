"""Steps over records: taken back, done again, over several records at once; keeps the promise of `ui.desk_parts.steps`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...domain.chain.past import PastChange, TakenBack, differences
from ...domain.errors.batch import RecordRefuses
from ...domain.errors.entry import InvalidRecord
from ...domain.errors.ledger import FrozenMonth, FrozenRecord
from ...domain.errors.months import SealedMonth
from ...domain.kinds import kind_named
from .. import enter

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ...domain.kind import Kind
    from ...domain.record import Record
    from ...store.chain.history import Change
    from ...store.ledger import Ledger


class StepsDesk:
    """`ledger` waits until the ledger is at home."""

    def __init__(self, ledger: Callable[[], Ledger]) -> None:
        self._ledger = ledger

    def undo(self) -> TakenBack | None:
        return self._ledger().undoing.undo()

    def redo(self) -> TakenBack | None:
        return self._ledger().undoing.redo()

    def reinstate(self, kind: str, ids: Sequence[int]) -> tuple[Record, ...]:
        ledger, declared = self._ledger(), kind_named(kind)
        with ledger.one_step():
            return tuple(ledger.trash.reinstate(declared, id) for id in ids)

    def withdraw(self, kind: str, ids: Sequence[int]) -> None:
        ledger = self._ledger()
        with ledger.one_step():
            for id in ids:
                enter.withdraw(ledger, kind, id)

    def set_field(self, kind: str, ids: Sequence[int], field: str, written: object) -> tuple[Record, ...]:
        ledger = self._ledger()
        with ledger.one_step():
            return tuple(self._set_one(ledger, kind, id, {field: written}) for id in ids)

    @staticmethod
    def _set_one(ledger: Ledger, kind: str, id: int, written: Mapping[str, object]) -> Record:
        try:
            return enter.change(ledger, kind, id, written)
        except (InvalidRecord, SealedMonth, FrozenMonth, FrozenRecord) as refused:
            number = ledger.records.get(kind_named(kind), id).number
            raise RecordRefuses(number=number, reason=refused.sentence) from refused

    def past(self, kind: str, number: str) -> tuple[PastChange, ...]:
        declared = kind_named(kind)
        return tuple(_told(declared, change) for change in self._ledger().history.of_record(number))


def _told(kind: Kind, change: Change) -> PastChange:
    names = tuple(field.name for field in kind.fields)
    changed = change.before is not None and change.after is not None
    return PastChange(
        at=change.entry.at,
        by=str(change.beside.get("by", "")),
        action=change.entry.action,
        differences=differences(names, change.before, change.after) if changed else (),  # type: ignore[arg-type]
        taken_back="undoes" in change.beside,
        redone="redoes" in change.beside,
    )
