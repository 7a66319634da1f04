"""The tables that are no records against the chain: months, signed files, the directory of bodies and the point.

Each function gives the sequence numbers of entries that no longer fit; behind the head stands what no entry told of.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from ..domain.kinds import KINDS
from ..domain.organ import guess_level, lead_organ

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..domain.kind import Kind
    from .book import Book

_KINDS: Final = frozenset(kind.name for kind in KINDS)
_Told = tuple[int, str, str, str, dict[str, Any]]
"""seq, at, action, number, what the entry's content says afterwards"""


def _entries(book: Book, kind: str) -> Iterator[_Told]:
    rows = book.rows(
        "SELECT seq, at, action, number, after FROM history JOIN history_content USING (seq) WHERE kind = ? ORDER BY seq",
        (kind,),
    )
    return ((seq, at, action, number, json.loads(after or "{}")) for seq, at, action, number, after in rows)


def strange_months(book: Book, behind: int) -> list[int]:
    """Months opened or closed, and signed files altered, added or dropped, without an entry."""
    files: dict[tuple[str, int], tuple[int, tuple[Any, ...]]] = {}
    months: dict[str, tuple[int, tuple[Any, ...]]] = {}
    for seq, at, action, month, told in _entries(book, "month"):
        reason = str(told.get("reason", ""))
        if action == "seal":
            file = (told["file_name"], told["sha256"], seq - 1, told["head"], at, reason)
            files[month, told["revision"]] = (seq, file)
            months[month] = (seq, (told["revision"], 0, reason))
        elif action == "reopen":
            months[month] = (seq, (told["revision"], 1, reason))
    kept_files = {
        (row[0], row[1]): tuple(row[2:])
        for row in book.rows("SELECT month, revision, file_name, sha256, chain_seq, chain_head, sealed_at, reason FROM month_revision")
    }
    kept_months = {row[0]: tuple(row[1:]) for row in book.rows("SELECT month, revision, open_for_correction, reason FROM month")}
    return [*_differing(files, kept_files, behind), *_differing(months, kept_months, behind)]


def _differing(told: dict[Any, tuple[int, tuple[Any, ...]]], kept: dict[Any, tuple[Any, ...]], behind: int) -> Iterator[int]:
    for name, (seq, state) in told.items():
        if kept.get(name) != state:
            yield seq
    if kept.keys() - told.keys():
        yield behind


def strange_point(book: Book) -> list[int]:
    """The entry that last changed the point, where the point no longer says what it said."""
    changes = [entry for entry in _entries(book, "point") if entry[2] == "change"]
    if not changes:
        return []
    last = changes[-1]
    row = book.row("SELECT name, code, level, reporter, approver, report_day, commission FROM point")
    names = ("name", "code", "level", "reporter", "approver", "report_day", "commission")
    return [] if row and dict(zip(names, row, strict=True)) == last[4] else [last[0]]


def strange_organs(book: Book, behind: int) -> list[int]:
    """Bodies whose level, nature or line nobody entered: where no entry speaks of a body, its name does."""
    described: dict[str, tuple[int, dict[str, Any]]] = {}
    for seq, _, action, name, told in _entries(book, "organ"):
        if action == "change" and "level" in told:
            described[name] = (seq, told)
    found = []
    for name, level, nature, line in book.rows("SELECT name, level, nature, line FROM organ"):
        guessed = guess_level(name)
        plain = {"level": guessed and guessed.value, "nature": None, "line": None}
        seq, told = described.get(name, (0, plain))
        if any(told.get(what) != kept for what, kept in (("level", level), ("nature", nature), ("line", line))):
            found.append(seq or _first_naming(book, name) or behind)
    return found


def _first_naming(book: Book, name: str) -> int | None:
    """The entry of the first record that bears the body's name."""
    row = book.row(
        "SELECT min(seq) FROM history JOIN history_content USING (seq) WHERE action IN ('add', 'rescue') AND json_extract(after, '$.organ') = ?",
        (name,),
    )
    return row[0] if row else None


def strange_series(book: Book, behind: int) -> list[int]:
    """Numbers that were given out and of which no entry tells: the end of the chain was cut off. Numbers that a
    restore took over from the ledger before it are told in its entry."""
    given: dict[tuple[str, str], tuple[int, int]] = {}
    rows = book.rows("SELECT kind, number, min(seq) FROM history WHERE kind <> '' AND number GLOB '*[0-9]-[0-9]*' GROUP BY kind, number")
    for kind, number, seq in rows:
        series, _, serial = number.partition("-")
        if serial.isdigit() and int(serial) > given.get((kind, series[-4:]), (0, 0))[0]:
            given[kind, series[-4:]] = (int(serial), seq)
    taken_over: dict[tuple[str, str], int] = {}
    for _, _, action, _, told in _entries(book, "ledger"):
        for kind, year, last in told.get("series", ()) if action == "restore" else ():
            taken_over[kind, year] = max(last, taken_over.get((kind, year), 0))
    found = []
    for kind, year, last in book.rows("SELECT kind, year, last FROM number_series"):
        highest, seq = given.pop((kind, year), (0, behind))
        if last < highest:
            found.append(seq)
        elif last > max(highest, taken_over.get((kind, year), 0)):
            found.append(behind)
    return found + [seq for (kind, _), (_, seq) in given.items() if kind in _KINDS]


def strange_pointers(book: Book, kind: Kind) -> list[int]:
    """The last entry of each record that points at another body than the one it names."""
    ids = dict(book.rows("SELECT name, id FROM organ UNION ALL SELECT name, organ_id FROM organ_alias"))
    strange = [
        number
        for number, organ, organ_id in book.rows(f"SELECT number, organ, organ_id FROM {kind.name}")  # noqa: S608 - declared names
        if organ_id != (ids.get(lead_organ(organ)) if organ else None)
    ]
    return [
        seq
        for number in strange
        for (seq,) in book.rows("SELECT max(seq) FROM history WHERE number = ? AND kind = ?", (number, kind.name))
        if seq is not None
    ]
