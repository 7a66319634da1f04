"""After a crash: the database says what is true, and the files beside it are brought in line with it.

A file that is being closed waits under a hidden name until the ledger has recorded it; a hidden file that the ledger
never recorded goes, one that it did record gets its name.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ...domain.errors.ledger import CannotWrite
from ...domain.pattern import pattern
from ..files.disk import copy_file, hidden, put_in_place
from ..files.places import backups_folder, journal_of, making_of, reports_folder, restoring_of
from ..settings import Settings

if TYPE_CHECKING:
    from ..book import Book

_WAITING: Final = ".sealing"
_REPORT: Final = pattern(r"[A-Za-z0-9-]+-\d{4}-\d{2}-r\d+\.pdf")
_DELIVERY: Final = "delivery"
"""The setting that names where a signed month is still to be copied to: {"file_name", "to"}, "" for nothing."""


def waiting(report: Path) -> Path:
    """Where a signed file waits until the ledger has recorded it."""
    return report.with_name(f".{report.name}{_WAITING}")


def promise_delivery(settings: Settings, ledger: Path, file_name: str, to: Path) -> None:
    """Note, in the transaction of the closing, that the signed file shall lie at `to` too."""
    from ..here import DELIVERY, choose_here  # seldom needed: the start goes without

    with suppress(CannotWrite):  # then it is laid there now, or not at all
        choose_here(settings, ledger, DELIVERY, json.dumps({"file_name": file_name, "to": str(to)}, ensure_ascii=False))


def delivered(settings: Settings) -> None:
    """The signed file lies where it should."""
    settings.set(_DELIVERY, "")


def mend(book: Book) -> None:
    """Bring the files beside the ledger in line with it, before anything else is done.

    What the disk refuses now is tried again at the next opening: no reason to keep the clerk from his ledger.
    """
    for step in (_clear, _mend_reports, _deliver):
        with suppress(OSError):
            step(book)


def _clear(book: Book) -> None:
    for made in (restoring_of(book.path), making_of(book.path)):
        made.unlink(missing_ok=True)
        journal_of(made).unlink(missing_ok=True)
    backups = backups_folder(book.path)
    for leftover in backups.glob(f".{book.path.stem}*.part*") if backups.is_dir() else ():
        leftover.unlink(missing_ok=True)


def _mend_reports(book: Book) -> None:
    folder = reports_folder(book.path)
    if not folder.is_dir():
        return
    leftovers = (*folder.glob(".*.part"), *folder.glob(f".*{_WAITING}"))
    if not leftovers:
        return
    from ..files.reports import sha256_of  # seldom needed: the start goes without

    for leftover in leftovers:
        target = leftover.with_name(leftover.name[1:].removesuffix(_WAITING))
        recorded = book.row("SELECT sha256 FROM month_revision WHERE file_name = ?", (target.name,))
        if recorded and not target.exists() and sha256_of(leftover) == recorded[0]:
            put_in_place(leftover, target)
        else:
            leftover.unlink()


def _is_signed(source: Path, recorded: str) -> bool:
    from ..files.reports import sha256_of  # seldom needed: the start goes without

    return sha256_of(source) == recorded


def _deliver(book: Book) -> None:
    settings = Settings(book)
    if not settings.get(_DELIVERY, ""):
        return
    from ..here import chosen_here  # seldom needed: the start goes without

    promised = chosen_here(settings, book.path, _DELIVERY)
    try:
        told = json.loads(promised)
        name, target = str(told["file_name"]), Path(str(told["to"]))
    except (ValueError, TypeError, KeyError):
        delivered(settings)
        return
    source = reports_folder(book.path) / name
    # A ledger may come from a stranger: nothing but a signed report leaves its folder, and under no other name.
    signed = book.row("SELECT sha256 FROM month_revision WHERE file_name = ?", (name,))
    honest = _REPORT.fullmatch(name) is not None and target.name == name
    # A stick that is no longer there takes nothing; the file lies in `reports`.
    if honest and signed and source.is_file() and target.parent.is_dir() and not target.exists() and _is_signed(source, signed[0]):
        copy_file(source, hidden(target))
        put_in_place(hidden(target), target)
    delivered(settings)
