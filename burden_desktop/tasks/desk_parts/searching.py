"""Search as the window asks for it; keeps the promise of `ui.desk_parts.searching`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...domain.finding import spans_in
from ...domain.kinds import KINDS, kind_named
from ...domain.reading.written import clean_line
from ...intake.pinyin import initials
from ..title_offers import title_offers

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...domain.finding import Hit, Span
    from ...store.ledger import Ledger


class SearchingDesk:
    """`ledger` waits until the ledger is at home."""

    def __init__(self, ledger: Callable[[], Ledger]) -> None:
        self._ledger = ledger

    def find(self, text: str, limit: int) -> tuple[Hit, ...]:
        return self._ledger().searching.find(KINDS, text, limit)

    def marks(self, text: str, sought: str) -> tuple[Span, ...]:
        words = clean_line(sought)
        return spans_in(text, initials(text) if words.isascii() else "", words)

    def titles(self, kind: str, typed: str, organ: str) -> tuple[str, ...]:
        return title_offers(self._ledger(), kind_named(kind), typed, organ)

    def spell_old(self, after: int) -> int | None:
        return self._ledger().respelling.go_on(after)
