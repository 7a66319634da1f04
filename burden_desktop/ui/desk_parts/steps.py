"""What the window asks for taking steps back, for the trash, for several records at once and for a record's past."""

from collections.abc import Sequence
from typing import Protocol

from ...domain.chain.past import PastChange, TakenBack
from ...domain.record import Record


class Steps(Protocol):
    """Each call is one step: kept whole or not at all, taken back by one undo. Raises SealedMonth and what saving
    a record raises."""

    def undo(self) -> TakenBack | None:
        """The step that was taken back, None when there is none left."""
        ...

    def redo(self) -> TakenBack | None: ...

    def reinstate(self, kind: str, ids: Sequence[int]) -> tuple[Record, ...]:
        """Bring withdrawn records back."""
        ...

    def withdraw(self, kind: str, ids: Sequence[int]) -> None: ...

    def set_field(self, kind: str, ids: Sequence[int], field: str, written: object) -> tuple[Record, ...]:
        """Write one field of several records. Raises RecordRefuses with the number of the one that cannot take it."""
        ...

    def past(self, kind: str, number: str) -> tuple[PastChange, ...]:
        """What became of the record, the oldest first."""
        ...
