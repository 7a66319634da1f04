"""When each record was entered, changed and withdrawn, as form and search show it, against the moments of its entries."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from .strange import Strange, strange

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ...domain.kind import Kind
    from ..book import Book

_APART: Final = timedelta(minutes=10)
"""A row's moment is taken before its entry's: an import that waits for the disk comes later to the entry."""
_RESCUE: Final = "rescue"


def strange_moments(book: Book, kind: Kind) -> Iterator[Strange]:
    """Records whose row tells a moment at which no entry of theirs was made. A rescue keeps the moments of the harmed
    ledger, of which its own entries cannot tell."""
    entered: dict[str, list[tuple[int, str, str]]] = {}
    for number, *entry in book.rows("SELECT number, seq, at, action FROM history WHERE kind = ? ORDER BY seq", (kind.name,)):
        entered.setdefault(number, []).append((entry[0], entry[1], entry[2]))
    for number, *moments in book.rows(f"SELECT number, created_at, changed_at, withdrawn_at FROM {kind.name}"):  # noqa: S608 - declared names
        entries = entered.get(number)
        if not entries or any(action == _RESCUE for _, _, action in entries):
            continue
        created, changed, withdrawn = moments
        times = [at for _, at, _ in entries]
        if not (_among(created, times[:1]) and _among(changed, times) and (withdrawn is None or _among(withdrawn, times))):
            yield strange(entries[-1][0], f"moments {number}", moments)


def _among(moment: Any, times: Sequence[str]) -> bool:
    if moment in times:
        return True
    try:
        return any(abs(datetime.fromisoformat(moment) - datetime.fromisoformat(at)) <= _APART for at in times)
    except (TypeError, ValueError):  # no moment at all, or one without its offset
        return False
