"""What a restore would take away and bring back, told before anything is done. Only reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...domain.errors.ledger import BackupOfAnother, NotABackup
from ...domain.kinds import KINDS
from ..chain.breaks import signed_revisions
from ..chain.history import History
from .list_of import look_at
from .restoring import read_backup

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ...domain.backup import Backup
    from ..book import Book


@dataclass(frozen=True, slots=True)
class Comparison:
    """The present ledger against a backup. `lost` records stand only in the present, `gained` only in the backup, by
    kind; `changed` stand in both, differently. `lost_months` are signed in the present only: (YYYY-MM, revision).
    `entries` are how many steps of the present chain the backup does not hold; `forked` tells that the backup holds
    steps that the present does not."""

    backup: Backup
    entries: int
    forked: bool
    lost: Mapping[str, tuple[str, ...]]
    gained: Mapping[str, tuple[str, ...]]
    changed: Mapping[str, tuple[str, ...]]
    lost_months: tuple[tuple[str, int], ...]


def compare(present: Book, backup: Path) -> Comparison:
    """Raises NotABackup, NewerLedger, DamagedLedger, BrokenChain for a backup that cannot serve."""
    with read_backup(backup, present.clock) as other:
        described = look_at(backup)
        if described is None:
            raise NotABackup(path=backup)
        own, their = (book.row("SELECT code FROM point") for book in (present, other))
        if own and their and own[0] != their[0]:
            raise BackupOfAnother(path=backup, code=their[0])
        now, then = _records(present), _records(other)
        months, kept = signed_revisions(present), signed_revisions(other)
        common = _common(present, other)
    return Comparison(
        backup=described,
        entries=History(present).head()[0] - common,
        forked=described.entries > common,
        lost={kind: tuple(sorted(now[kind].keys() - then[kind].keys())) for kind in now},
        gained={kind: tuple(sorted(then[kind].keys() - now[kind].keys())) for kind in now},
        changed={
            kind: tuple(sorted(n for n in now[kind].keys() & then[kind].keys() if now[kind][n] != then[kind][n]))
            for kind in now
        },
        lost_months=tuple(sorted(place for place, sha256 in months.items() if kept.get(place) != sha256)),
    )


def _records(book: Book) -> dict[str, dict[str, str]]:
    """kind → number → a mark that changes with every change of the record."""
    tables = {row[0] for row in book.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    return {
        kind.name: {
            row[0]: row[1]
            for row in (
                book.rows(
                    f"SELECT r.number, (SELECT hash FROM history h WHERE h.number = r.number ORDER BY seq DESC LIMIT 1)"  # noqa: S608 - declared names
                    f" FROM {kind.name} r WHERE withdrawn_at IS NULL"
                )
                if kind.name in tables
                else ()
            )
        }
        for kind in KINDS
    }


def _common(present: Book, other: Book) -> int:
    """The last entry that both chains share: heads follow from all before them, so halving finds it."""
    low, high = 0, min(History(present).head()[0], History(other).head()[0])
    while low < high:
        middle = (low + high + 1) // 2
        if present.row("SELECT hash FROM history WHERE seq = ?", (middle,)) == other.row(
            "SELECT hash FROM history WHERE seq = ?", (middle,)
        ):
            low = middle
        else:
            high = middle - 1
    return low
