"""Families as the window asks for them; keeps the promise of `ui.desk_parts.families`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...domain.bodies.kin import Kin
    from ...store.ledger import Ledger


class FamiliesDesk:
    """`ledger` waits until the ledger is at home."""

    def __init__(self, ledger: Callable[[], Ledger]) -> None:
        self._ledger = ledger

    def kin_of(self, number: str) -> tuple[Kin, ...]:
        from ..families import kin_of  # likeness is heavy at start-up

        return kin_of(self._ledger(), self._ledger().records.by_number(number))

    def join(self, number: str, other: str) -> None:
        from ..families import join

        join(self._ledger(), number, other)

    def part(self, number: str) -> None:
        from ..families import part

        part(self._ledger(), number)
