"""Where things lie beside a ledger: its folders, and the hidden names under which files are made ready."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

BACKUPS: Final = "backups"
REPORTS: Final = "reports"
RECEIVED: Final = "received"


def backups_folder(ledger: Path) -> Path:
    """Where the backups of `ledger` lie; it may not exist yet."""
    return ledger.parent / BACKUPS


def reports_folder(ledger: Path) -> Path:
    """Where the signed files of `ledger` lie; it may not exist yet."""
    return ledger.parent / REPORTS


def received_folder(ledger: Path) -> Path:
    """Where a commission's received files lie, each named by its SHA-256; it may not exist yet."""
    return ledger.parent / RECEIVED


def journal_of(path: Path) -> Path:
    """Where SQLite keeps what a write that is under way would undo."""
    return path.with_name(path.name + "-journal")


def restoring_of(path: Path) -> Path:
    """Where a restored ledger is prepared; whatever lies there is of a restore that was cut short."""
    return path.with_name(f".{path.name}.restoring")


def making_of(path: Path) -> Path:
    """Where a new ledger is made; whatever lies there is of a making that was cut short."""
    return path.with_name(f".{path.name}.making")


def unsettled_of(path: Path) -> Path:
    """The ledger's copy from before a journal was played back, its journal beside it."""
    return path.with_name(f".{path.name}.unsettled")


def unsettled_files(path: Path) -> tuple[Path, ...]:
    """All that the settling of a journal may leave: the ledger's copy first, for alone the journal's says nothing."""
    kept = unsettled_of(path)
    return kept, journal_of(kept), kept.with_name(f".{kept.name}.part")
