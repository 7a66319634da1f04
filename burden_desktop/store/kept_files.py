"""Files that lie beside the ledger and are known by their SHA-256: signed months and what a commission received. They are
copied once to the second place, stand in no backup, and the check compares each with what the ledger knows of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..domain.receiving import REFUSED
from .places import received_folder, reports_folder
from .reports import sha256_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from .book import Book


@dataclass(frozen=True, slots=True)
class KeptFiles:
    """Names such as `reports/QH-01-2026-03-r1.pdf`: those that are not there, and those that are no longer what was kept."""

    missing: tuple[str, ...]
    altered: tuple[str, ...]


def known_files(book: Book) -> Iterator[tuple[Path, str]]:
    """Every file that the ledger knows, and its SHA-256."""
    for file_name, sha256 in book.rows("SELECT file_name, sha256 FROM month_revision ORDER BY file_name"):
        yield reports_folder(book.path) / file_name, sha256
    for (sha256,) in book.rows("SELECT DISTINCT sha256 FROM received WHERE outcome <> ? ORDER BY id", (REFUSED,)):
        yield received_folder(book.path) / f"{sha256}.pdf", sha256


def check_files(book: Book) -> KeptFiles:
    """Read every one of them; changes nothing."""
    missing, altered = [], []
    for path, sha256 in known_files(book):
        name = f"{path.parent.name}/{path.name}"
        if not path.exists():
            missing.append(name)
        elif sha256_of(path) != sha256:
            altered.append(name)
    return KeptFiles(tuple(missing), tuple(altered))
