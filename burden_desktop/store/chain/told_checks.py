"""The point, its settings, figures by hand and remarks against the chain, in both directions: what no entry told, and
what an entry told that no longer stands. There is little of it, so it is compared at every opening."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from ...domain.setting_keys import KIND, is_bound
from ..ledger_time import strange_times
from .history import FOUND, INIT
from .strange import Strange, strange
from .told_entries import Told, told_entries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..book import Book

_POINT: Final = ("name", "code", "level", "reporter", "approver", "report_day", "commission")


def strange_told(book: Book, behind: int) -> Iterator[Strange]:
    """All of it; `behind` is where things of which no entry tells are counted."""
    yield from strange_point(book, behind)
    yield from strange_settings(book, behind)
    yield from strange_figures(book, behind)
    yield from strange_remarks(book, behind)
    yield from strange_times(book, behind)


def strange_point(book: Book, behind: int) -> Iterator[Strange]:
    """The entry that last told the point, where the point no longer says so."""
    told = _told_of_point(book)
    present = present_point(book)
    if not told or told[-1].after != present:
        yield strange(told[-1].seq if told else behind, "point", list(present.values()))


def _told_of_point(book: Book) -> list[Told]:
    return [one for one in told_entries(book, "point") if one.action in (INIT, FOUND, "change")]


def told_point(book: Book) -> dict[str, Any]:
    """What the chain says of the point last, by column."""
    told = _told_of_point(book)
    return told[-1].after if told else {}


def present_point(book: Book) -> dict[str, Any]:
    """What the ledger says of its point, by column."""
    row = book.row(f"SELECT {', '.join(_POINT)} FROM point")  # noqa: S608 - names of ours
    return dict(zip(_POINT, row, strict=True)) if row else {}


def strange_settings(book: Book, behind: int) -> Iterator[Strange]:
    """Settings that bear on a report. One that is empty is as good as none."""
    told = {one.number: (one.seq, one.after.get("value") or None) for one in told_entries(book, KIND)}
    kept = {key: value or None for key, value in book.rows("SELECT key, value FROM setting") if is_bound(key)}
    yield from differing("setting", told, kept, behind)


def strange_figures(book: Book, behind: int) -> Iterator[Strange]:
    told = {
        f"{one.after.get('kind')} {one.number}": (one.seq, one.after.get("things"))
        for one in told_entries(book, "figure")
        if one.after
    }
    kept = {f"{kind} {month}": things for kind, month, things in book.rows("SELECT kind, month, things FROM past_figure")}
    yield from differing("figure", told, kept, behind)


def strange_remarks(book: Book, behind: int) -> Iterator[Strange]:
    told = {
        one.number: (one.seq, (one.after.get("rule"), one.after.get("answer"), one.after.get("text"), one.at))
        for one in told_entries(book, "finding")
    }
    kept = {row[0]: tuple(row[1:]) for row in book.rows("SELECT finding, rule, answer, text, at FROM remark")}
    yield from differing("remark", told, kept, behind)


def differing(what: str, told: dict[str, tuple[int, Any]], kept: dict[str, Any], behind: int) -> Iterator[Strange]:
    """Names whose state is not as it was told; `told` gives the entry and the state, None for nothing."""
    for name in (*told, *(name for name in kept if name not in told)):
        seq, state = told.get(name, (behind, None))
        if kept.get(name) != state:
            yield strange(seq, f"{what} {name}", kept.get(name))
