"""Files that lie beside the ledger and are known by their SHA-256: signed months and what a commission received. They are
copied once to the second place, stand in no backup, and the check compares each with what the ledger knows of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ...domain.handed_in.receiving import REFUSED
from ...domain.months.month import Month
from ...domain.pattern import pattern
from ..chain.breaks import breaks
from .places import RECEIVED, REPORTS, received_folder
from .reports import file_name, report_path, sha256_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ..book import Book


_SHA256: Final = pattern(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class KeptFiles:
    """Names such as `reports/QH-01-2026-03-r1.pdf`: those that are not there, and those that are no longer what was kept."""

    missing: tuple[str, ...]
    altered: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """One of them. `path` is None where the ledger names no file of ours: it may be a stranger's, and lead anywhere."""

    name: str
    path: Path | None
    sha256: str

    @property
    def is_there(self) -> bool:
        return self.path is not None and self.path.exists()

    @property
    def is_as_kept(self) -> bool:
        """Whether its bytes are those that were kept. What cannot be read is not."""
        try:
            return self.path is not None and sha256_of(self.path) == self.sha256
        except OSError:
            return False


def known_files(book: Book) -> Iterator[Known]:
    """Every file that the ledger knows."""
    for name, sha256 in book.rows("SELECT file_name, sha256 FROM month_revision ORDER BY file_name"):
        yield Known(f"{REPORTS}/{name}", report_path(book.path, name), sha256)
    for (sha256,) in book.rows("SELECT DISTINCT sha256 FROM received WHERE outcome <> ? ORDER BY id", (REFUSED,)):
        file = received_folder(book.path) / f"{sha256}.pdf"
        yield Known(f"{RECEIVED}/{sha256}.pdf", file if _SHA256.fullmatch(sha256) else None, sha256)


def carried_files(book: Book) -> tuple[Known, ...]:
    """Those, and the signed files that a restore took out of the ledger: they were handed in all the same."""
    row = book.row("SELECT code FROM point")
    names = [(file_name(row[0], Month.parse(lost.month), lost.revision), lost.sha256) for lost in breaks(book)] if row else []
    lost = [Known(f"{REPORTS}/{name}", report_path(book.path, name), sha256) for name, sha256 in names]
    found = {one.name: one for one in (*lost, *known_files(book))}
    return tuple(found.values())


def check_files(book: Book) -> KeptFiles:
    """Read every one of them; changes nothing."""
    known = tuple(known_files(book))
    return KeptFiles(
        missing=tuple(one.name for one in known if not one.is_there),
        altered=tuple(one.name for one in known if one.is_there and not one.is_as_kept),
    )
