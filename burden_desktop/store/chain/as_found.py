"""A ledger of an earlier version tells its point and settings nowhere: on its upgrade they are entered as they were found,
so that they are bound from then on. A ledger whose chain tells its point already is given nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...domain.setting_keys import KIND, is_bound
from ..ledger_time import times_as_found
from .history import FOUND, Event, History
from .organ_checks import kept_bodies, told_bodies
from .told_checks import present_point

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..book import Book


def enter_as_found(book: Book) -> None:
    """Enter what no entry tells. Raises CannotWrite."""
    point = present_point(book)
    told = book.row("SELECT 1 FROM history WHERE kind = 'point' AND action IN ('init', ?)", (FOUND,))
    if not point or told:  # once and for all: else whoever makes the upgrade run again has his own values entered
        return
    events = (Event("point", str(point["code"]), None, point), *_settings(book), *_bodies(book))
    with book.writing():
        for event in events:
            History(book).append(FOUND, event)


def enter_times(book: Book) -> None:
    """Enter days of which no entry tells how long they were worked on. Raises CannotWrite."""
    with book.writing():
        for event in times_as_found(book):
            History(book).append(FOUND, event)


def _settings(book: Book) -> Iterator[Event]:
    for key, value in book.rows("SELECT key, value FROM setting WHERE value <> '' ORDER BY key"):
        if is_bound(key):
            yield Event(KIND, key, None, {"value": value})


def _bodies(book: Book) -> Iterator[Event]:
    told = told_bodies(book)
    for name, body in sorted(kept_bodies(book).items()):
        if name not in told:  # one that was told otherwise stays a fault
            state = {"level": body.level, "nature": body.nature, "line": body.line, "aliases": sorted(body.aliases)}
            yield Event("organ", name, None, state)
