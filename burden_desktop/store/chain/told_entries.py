"""Entries of one kind with what their content says, in the order of the chain: what every comparison begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from .strange import readable

if TYPE_CHECKING:
    from ..book import Book


class Told(NamedTuple):
    """`before` and `after` are empty where the content was deleted or altered beyond reading."""

    seq: int
    at: str
    action: str
    number: str
    before: dict[str, Any]
    after: dict[str, Any]


def told_entries(book: Book, kind: str) -> list[Told]:
    """`kind` is a name of ours: it is written out, so that the index of these entries serves."""
    rows = book.rows(
        "SELECT seq, at, action, number, before, after FROM history JOIN history_content USING (seq)"  # noqa: S608 - names of ours
        f" WHERE kind = '{kind}' ORDER BY seq"
    )
    return [Told(seq, at, action, number, readable(before), readable(after)) for seq, at, action, number, before, after in rows]
