"""The history chain in the ledger: each change leaves one public entry and, apart from it, its content. Append only."""

from __future__ import annotations

import os
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from ...domain.chain.history import GENESIS, SALT_BYTES, Entry, State, canonical, is_excused, link
from ...domain.digest import sha256_hex
from ...domain.role import refuse_entry
from ..door import moment_at, state_at
from ..role import role_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from ..book import Book

INIT, FOUND = "init", "found"
"""What the first entry of a ledger does, and what one does that tells of a thing which an older version told of nowhere."""

RETELLS: Final = "retells"
"""Beside an entry: the earlier ones of its record whose content went with that of another that was purged."""

_CHANGES: Final = (
    "SELECT seq, at, action, kind, number, digest, hash, before, after, beside, salt"
    " FROM history LEFT JOIN history_content USING (seq)"
)
_PAGE: Final = 200


class Change(NamedTuple):
    """An entry with what the point keeps to itself: the fields before and after, None where there were none, and
    beside them `by` (who), `step` (the first entry of a step of several), `undoes` or `redoes` (a step)."""

    entry: Entry
    before: State
    after: State
    beside: Mapping[str, Any]


class Event(NamedTuple):
    """A change about to be entered: `before` and `after` as in `Change`."""

    kind: str
    number: str
    before: State
    after: State


def _encoded(state: State) -> bytes:
    return b"null" if state is None else canonical(state)


def _kept(encoded: bytes) -> str | None:
    return None if encoded == b"null" else encoded.decode()


def digest_of_kept(salt: bytes, before: str | None, after: str | None, beside: str | None) -> str:
    """The digest that an entry must bear whose content is kept so."""
    parts = (before or "null", after or "null", *((beside,) if beside else ()))
    return sha256_hex(salt + b"[" + ",".join(parts).encode() + b"]")


def _change(row: Sequence[Any]) -> Change:
    before, after, beside = (None if text is None else state_at(f"history_content {row[0]}", text) for text in row[7:10])
    return Change(Entry(*row[:7]), before, after, beside or {})


class History:
    """The chain. `salts` gives n random bytes; `account` names who changes where the point names no reporter."""

    def __init__(self, book: Book, salts: Callable[[int], bytes] = os.urandom) -> None:
        self._book = book
        self._salts = salts
        self._beside: dict[str, object] = {}
        self.account = ""

    @contextmanager
    def as_one_step(self, **beside: object) -> Iterator[None]:
        """All entries made inside belong to one step, taken back by one undo; `beside` is told with each."""
        outside = self._beside
        self._beside = {"step": self.head()[0] + 1, **outside, **beside}
        try:
            yield
        finally:
            self._beside = outside

    def head(self) -> tuple[int, str]:
        """(sequence number, hash) of the last entry; (0, GENESIS) before the first."""
        row = self._book.row("SELECT seq, hash FROM history ORDER BY seq DESC LIMIT 1")
        return (row[0], row[1]) if row else (0, GENESIS)

    def entries(self, after_seq: int = 0) -> tuple[Entry, ...]:
        """The public entries that follow `after_seq`, in order."""
        rows = self._book.rows(
            "SELECT seq, at, action, kind, number, digest, hash FROM history WHERE seq > ? ORDER BY seq", (after_seq,)
        )
        return tuple(Entry(*row) for row in rows)

    def begun(self) -> date | None:
        """The day on which the ledger was made; None for one without any entry."""
        row = self._book.row("SELECT at FROM history ORDER BY seq LIMIT 1")
        return moment_at("history 1 at", row[0]).date() if row else None

    def count(self) -> int:
        row = self._book.row("SELECT count(*) FROM history")
        return int(row[0]) if row else 0

    def of_record(self, number: str) -> tuple[Change, ...]:
        """Everything that happened to the record of that number, oldest first."""
        rows = self._book.rows(
            f"{_CHANGES} WHERE number = ? ORDER BY seq",
            (number,),
        )
        return tuple(_change(row) for row in rows)

    def backwards(self) -> Iterator[Change]:
        """Every change from the last to the first, as far as it is asked for; ends where content was purged. Read by pages:
        between two of them anything may be written."""
        before = self.head()[0] + 1
        while rows := self._book.rows(f"{_CHANGES} WHERE seq < ? ORDER BY seq DESC LIMIT {_PAGE}", (before,)):
            for row in rows:
                if row[10] is None:
                    return
                yield _change(row)
            before = rows[-1][0]

    def append(self, action: str, event: Event, *, at_least: int = 0) -> None:
        """Enter one change. Only inside `Book.writing`, in the transaction of the change itself.

        `at_least` is the sequence number that it must have where the end of a chain was cut off.
        """
        self.append_many(action, (event,), at_least=at_least)

    def append_many(self, action: str, events: Sequence[Event], *, at_least: int = 0) -> None:
        """Enter changes of one action, all of one kind's work, in their order. Raises NotAPoint, NotACommission: the
        last fence behind every door."""
        if events:
            refuse_entry(role_of(self._book), events[0].kind)
        last, head = self.head()
        seq = max(last, at_least - 1)
        at = self._book.now()
        salts = self._salts(SALT_BYTES * len(events))
        beside = self._told_beside(seq + 1, several=len(events) > 1)
        tail = b"]" if beside is None else b"," + beside + b"]"
        entries: list[tuple[object, ...]] = []
        contents: list[tuple[object, ...]] = []
        for position, event in enumerate(events):
            seq += 1
            salt = salts[position * SALT_BYTES : (position + 1) * SALT_BYTES]
            before, after = _encoded(event.before), _encoded(event.after)
            # The same bytes as domain.history.digest_of, without writing the contents as JSON a second time.
            digest = sha256_hex(salt + b"[" + before + b"," + after + tail)
            head = link(head, seq, at, action, event.kind, event.number, digest)
            entries.append((seq, at, action, event.kind, event.number, digest, head))
            contents.append((seq, salt, _kept(before), _kept(after), beside and beside.decode()))
        connection = self._book.connection
        connection.executemany("INSERT INTO history VALUES (?, ?, ?, ?, ?, ?, ?)", entries)
        connection.executemany("INSERT INTO history_content VALUES (?, ?, ?, ?, ?)", contents)

    def _told_beside(self, first: int, *, several: bool) -> bytes | None:
        """Who and what step, as it is kept; None where nothing is known."""
        point = self._book.row("SELECT reporter FROM point")
        by = (point[0] if point else "") or self.account
        told = {**({"by": by} if by else {}), **({"step": first} if several else {}), **self._beside}
        return canonical(told) if told else None

    def first_break(self, excused: Sequence[tuple[int, int]] = ()) -> int | None:
        """The sequence number at which the public chain stops following, None when it all follows or was noted."""
        with_head: Iterable[tuple[Any, ...]] = self._book.connection.execute(
            "SELECT seq, at, action, kind, number, digest, hash FROM history ORDER BY seq"
        )
        head, last = GENESIS, 0
        for seq, at, action, kind, number, digest, told in with_head:
            follows = seq == last + 1 and told == link(head, seq, at, action, kind, number, digest)
            if not follows and not is_excused(last + 1, seq, excused):
                return last + 1
            head, last = told, seq
        return None

    def lost_contents(self) -> Iterator[tuple[int, str, str]]:
        """Entries whose content is gone, though no later entry tells that their record was purged, or tells them anew →
        kind, number."""
        retold = self._retold()
        rows = self._book.connection.execute(
            "SELECT seq, kind, number FROM history AS one WHERE NOT EXISTS (SELECT 1 FROM history_content WHERE seq = one.seq)"
            " AND NOT EXISTS (SELECT 1 FROM history AS later WHERE later.action = 'purge' AND later.seq > one.seq"
            " AND later.kind = one.kind AND later.number = one.number) ORDER BY seq"
        )
        for seq, kind, number in rows:
            if (kind, number, seq) not in retold:
                yield int(seq), str(kind), str(number)

    def _retold(self) -> frozenset[tuple[str, str, int]]:
        rows = self._book.connection.execute(
            "SELECT kind, number, beside FROM history JOIN history_content USING (seq) WHERE instr(beside, ?)", (f'"{RETELLS}"',)
        )
        told = [(kind, number, state_at(f"history_content {number}", beside)) for kind, number, beside in rows]
        return frozenset((kind, number, seq) for kind, number, beside in told if beside for seq in beside.get(RETELLS, ()))

    def retold(self) -> frozenset[tuple[str, str]]:
        """(kind, number) of records of which something was told anew since another was purged."""
        return frozenset((kind, number) for kind, number, _ in self._retold())

    def broken_contents(self) -> Iterator[tuple[int, tuple[str, str | None, str | None, str | None]]]:
        """Entries whose kept content no longer gives their digest → salt in hexadecimal, before, after, beside. Content
        that was purged keeps silent."""
        rows = self._book.connection.execute(
            "SELECT seq, digest, salt, before, after, beside FROM history JOIN history_content USING (seq) ORDER BY seq"
        )
        for seq, digest, salt, before, after, beside in rows:
            if digest_of_kept(salt, before, after, beside) != digest:
                yield int(seq), (salt.hex(), before, after, beside)
