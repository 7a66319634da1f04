"""A journal found beside a ledger at opening: of a write that was cut short, or of another ledger altogether.

SQLite believes any journal with the right name. So both files are kept first; when the ledger is damaged after the
journal was played back and whole without it, the journal was a stranger's: it is put aside and named.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from ...domain.errors.ledger import BrokenChain, CannotWrite, DamagedLedger
from ..book import Book, Clock, connect, named_errors
from ..files.disk import copy_file, force_folder, hidden, put_in_place
from ..files.places import backups_folder, journal_of, unsettled_files, unsettled_of
from ..opening import check_chain, check_integrity, has_journal, has_tables

if TYPE_CHECKING:
    from pathlib import Path


def settle(path: Path, clock: Clock) -> None:
    """Play a journal back, or put a stranger's aside. Raises CannotWrite."""
    kept = unsettled_of(path)
    try:
        if kept.exists():  # the program ended while it settled: begin again from what was there
            copy_file(kept, path)
            if journal_of(kept).exists():
                copy_file(journal_of(kept), journal_of(path))
        if not has_journal(path):
            return
        copy_file(journal_of(path), journal_of(kept))
        copy_file(path, hidden(kept))
        put_in_place(hidden(kept), kept)
        try:
            _examine(path, clock)
        except (DamagedLedger, BrokenChain):
            _without_journal(path, kept, clock)
    except OSError as trouble:
        raise CannotWrite(path=path, detail=trouble.strerror) from trouble
    finally:
        _forget(path)


def _forget(path: Path) -> None:
    for leftover in unsettled_files(path):
        leftover.unlink(missing_ok=True)


def _without_journal(path: Path, kept: Path, clock: Clock) -> None:
    copy_file(kept, path)
    journal_of(path).unlink(missing_ok=True)
    try:
        _examine(path, clock)
    except (DamagedLedger, BrokenChain):
        # Damaged either way: as it was, for the opening to name it.
        copy_file(kept, path)
        copy_file(journal_of(kept), journal_of(path))
        return
    folder = backups_folder(path)
    folder.mkdir(parents=True, exist_ok=True)
    copy_file(journal_of(kept), folder / f"{path.stem}-{clock():%Y%m%d-%H%M%S}-strange.journal")
    force_folder(folder)


def _examine(path: Path, clock: Clock) -> None:
    with named_errors(path), closing(connect(path)) as connection:
        book = Book(path, connection, clock)
        check_integrity(book)
        if has_tables(book):
            check_chain(book)
