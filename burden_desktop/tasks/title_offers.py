"""Titles that are offered while one is typed: earlier ones that hold what is typed, then what is typed in usual frames."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..domain.reading.title_frame import framed

if TYPE_CHECKING:
    from ..domain.kind import Kind
    from ..domain.record import Record
    from ..store.ledger import Ledger

_EARLIER: Final = 3
_FRAMES: Final = 3
_LOOKED_AT: Final = 100
_SHORTEST: Final = 2


def title_offers(ledger: Ledger, kind: Kind, typed: str, organ: str) -> tuple[str, ...]:
    """Those of `organ` first; what is typed itself is never offered."""
    words = typed.strip()
    if len(words) < _SHORTEST:
        return ()
    hits = ledger.searching.find((kind,), words, _LOOKED_AT)
    earlier = [hit.record for hit in hits if words in str(hit.record.values[kind.titled_by] or "")]
    latest = ledger.records.page(kind, limit=_LOOKED_AT)
    frames = framed(words, _titles(kind, [*(one for one in latest if one.values["organ"] == organ)] or [*latest], organ), _FRAMES)
    offers = dict.fromkeys((*_titles(kind, earlier, organ)[:_EARLIER], *frames))
    return tuple(title for title in offers if title != words)


def _titles(kind: Kind, records: list[Record], organ: str) -> list[str]:
    """Titles, those of the body first, then as they came."""
    ordered = sorted(records, key=lambda record: record.values["organ"] != organ)
    return [str(record.values[kind.titled_by] or "") for record in ordered]
