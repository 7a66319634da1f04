"""A new ledger: made under a hidden name and given its own only when it is whole, never over a file that stands there."""

from __future__ import annotations

import os
from contextlib import closing
from dataclasses import asdict
from typing import TYPE_CHECKING

from ..domain.errors.ledger import CannotWrite, LedgerExists
from ..domain.point import Point
from ..domain.role import POINT
from .book import Book, Clock, connect, named_errors
from .chain.history import INIT, Event, History
from .files.disk import force_folder
from .files.places import journal_of, making_of
from .opening import migrate
from .role import KEY
from .settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

def make_ledger(path: Path, point: Point, clock: Clock, role: str = POINT) -> None:
    """An empty ledger of `point` in `role` at `path`, whole or not at all. Raises LedgerExists, CannotWrite."""
    part = making_of(path)
    leftovers = (part, journal_of(part))
    try:
        for leftover in leftovers:
            leftover.unlink(missing_ok=True)
        try:
            part.touch(exist_ok=False)
            with named_errors(path), closing(connect(part)) as connection:
                book = Book(part, connection, clock)
                migrate(book)
                _write_first(book, point, role)
            _give_name(part, path)
        finally:
            for leftover in leftovers:
                leftover.unlink(missing_ok=True)
        try:
            force_folder(path.parent)
        except OSError:
            path.unlink()
            raise
    except FileExistsError as trouble:
        raise LedgerExists(path=path) from trouble
    except OSError as trouble:
        raise CannotWrite(path=path, detail=trouble.strerror) from trouble


def _write_first(book: Book, point: Point, role: str) -> None:
    """The point and the role, with the entries that begin the chain: what is never changed is bound by it too."""
    history = History(book)
    with book.writing():
        write_point(book, point)
        history.append(INIT, Event("point", point.code, None, asdict(point)))
        if role != POINT:
            Settings(book, history).set(KEY, role, action=INIT)


def _give_name(part: Path, path: Path) -> None:
    """Exclusive: whoever made the file since we looked keeps it. Raises FileExistsError."""
    try:
        os.link(part, path)
    except FileExistsError:
        raise
    except OSError:
        # A file system without links: claim the name first.
        path.touch(exist_ok=False)
        part.replace(path)


def write_point(book: Book, point: Point) -> None:
    """Only inside `Book.writing`, or where nothing else is written yet."""
    with book.writing() as connection:
        connection.execute(
            "INSERT OR REPLACE INTO point VALUES (1, :name, :code, :level, :reporter, :approver, :report_day, :commission)",
            asdict(point),
        )
