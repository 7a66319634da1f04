"""Which rows of a register the ledger holds already, so that a growing register adds only what is new.

The same receipt is the same paper on the same day through the same channel: a paper that came twice on two days, or
through two channels, is two receipts. Each record answers for one row only.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from ..domain.bodies.organ import lead_organ
from ..domain.kind import Kind
from ..domain.kinds import KINDS
from ..domain.purge_mark import Likeness, likeness
from ..domain.reading.draft import RegisterReading
from ..domain.reading.import_outcome import KnownRow, Standing
from ..intake.likeness import alike
from ..store.ledger import Ledger

_SOFT: Final = ("channel", "starts_at", "doc_no")  # both said and different: not the same receipt
_NOT_WORDS: Final = re.compile(r"[\W_]+")
_Values = Mapping[str, Any]


@dataclass(slots=True)
class _Held:
    """A record of the ledger that may stand for one row. `brought` are its values as imported, None if typed."""

    number: str
    readings: tuple[_Values, ...]
    file: str = ""
    brought: _Values | None = None
    taken: bool = False


def known_rows(ledger: Ledger, reading: RegisterReading) -> Standing:
    """Compare every row with the records of its days. Reads the ledger, writes nothing."""
    known: dict[int, KnownRow] = {}
    for kind in KINDS:
        rows = {index: row.values for index, row in enumerate(reading.rows) if row.kind == kind.name}
        if rows:
            held = _held(ledger, kind, rows.values())
            keys = _Keys(kind, _body_of(ledger))
            _by_receipt(rows, held, keys, known)
            _by_likeness(kind, rows, held, reading.file, known)
    return Standing(reading, known)


def purged_rows(ledger: Ledger, reading: RegisterReading, known: Container[int]) -> dict[int, tuple[Likeness, str]]:
    """Index → the purged record that a row would bring back, surely or possibly, and its number; what the ledger holds is
    not looked at."""
    found: dict[int, tuple[Likeness, str]] = {}

    def called(name: str) -> tuple[str, ...]:
        body = ledger.organs.named(lead_organ(name))
        return (body.name, *body.aliases) if body else ()

    for kind in KINDS:
        marks = ledger.imported.purged(kind)
        for index, row in enumerate(reading.rows) if marks else ():
            if row.kind == kind.name and index not in known:
                like = max((likeness(kind, row.values, mark, called), number) for number, mark in marks.items())
                if like[0] is not Likeness.ANOTHER:
                    found[index] = like
    return found


def _held(ledger: Ledger, kind: Kind, rows: Iterable[_Values]) -> list[_Held]:
    days = sorted(str(values[kind.dated_by]) for values in rows if values.get(kind.dated_by))
    brought = ledger.imported.brought(kind)
    held: dict[str, _Held] = {
        number: _Held(number, (values,), file, values) for number, (file, values) in brought.items()
    }
    for record in ledger.imported.dated(kind, *(days[0], days[-1]) if days else ("", "")):
        one = held.setdefault(record.number, _Held(record.number, ()))
        one.readings = (*one.readings, record.values)
    return list(held.values())


def _body_of(ledger: Ledger) -> Callable[[str], str]:
    seen: dict[str, str] = {}

    def body(name: str) -> str:
        if name not in seen:
            found = ledger.organs.named(name)
            seen[name] = f"#{found.id}" if found else name
        return seen[name]

    return body


@dataclass(frozen=True, slots=True)
class _Keys:
    """The names under which one receipt may be found."""

    kind: Kind
    body: Callable[[str], str]

    def of(self, values: _Values) -> tuple[tuple[str, ...], ...]:
        day = str(values.get(self.kind.dated_by) or "")
        words = _NOT_WORDS.sub("", unicodedata.normalize("NFKC", str(values.get("title") or values.get("fact") or "")))
        organ = self.body(lead_organ(str(values.get("organ") or "")))
        titled = ("title", words, organ, day)
        number = str(values.get("doc_no") or "")
        return (("number", number, day), titled) if number else (titled,)


def _by_receipt(rows: Mapping[int, _Values], held: list[_Held], keys: _Keys, known: dict[int, KnownRow]) -> None:
    by_key: dict[tuple[str, ...], list[_Held]] = defaultdict(list)
    for one in held:
        for key in {key for values in one.readings for key in keys.of(values)}:
            by_key[key].append(one)
    for index, values in rows.items():
        open_ones = [one for key in keys.of(values) for one in by_key.get(key, ()) if not one.taken]
        fitting = [one for one in open_ones if any(_agree(values, told) for told in one.readings)]
        best = max(fitting, key=lambda one: max(_shared(values, told) for told in one.readings), default=None)
        if best:
            _take(index, values, best, known)


def _agree(row: _Values, told: _Values) -> bool:
    return all(not row.get(name) or not told.get(name) or str(row[name]) == str(told[name]) for name in _SOFT)


def _shared(row: _Values, told: _Values) -> int:
    return sum(value not in (None, "") and str(told.get(name)) == str(value) for name, value in row.items())


def _take(index: int, values: _Values, one: _Held, known: dict[int, KnownRow]) -> None:
    one.taken = True
    was = one.brought or {}
    changed = tuple(name for name, value in values.items() if one.brought is not None and str(was.get(name) or "") != str(value or ""))
    known[index] = KnownRow(one.number, changed)


def _by_likeness(kind: Kind, rows: Mapping[int, _Values], held: list[_Held], file: str, known: dict[int, KnownRow]) -> None:
    """A row mended in the register itself: what an earlier import of this register brought and no row stands for now.

    A register kept month by month has much the same name and titles: what lies outside the days of these rows is of
    another month, and the like of it here is a meeting or a paper of its own."""
    days = [str(values[kind.dated_by]) for values in rows.values() if values.get(kind.dated_by)]
    left = [one for one in held if one.brought is not None and not one.taken and _same_file(one.file, file)
            and days and min(days) <= str(one.brought.get(kind.dated_by) or "") <= max(days)]  # fmt: skip
    for index, values in rows.items():
        if index in known:
            continue
        for one in left:
            was = one.brought or {}
            if not one.taken and _mended(kind, values, was):
                _take(index, values, one, known)
                break


def _mended(kind: Kind, now: _Values, was: _Values) -> bool:
    if str(now.get("channel") or "") != str(was.get("channel") or ""):
        return False
    same_day = now.get(kind.dated_by) == was.get(kind.dated_by)
    number, old = now.get("doc_no"), was.get("doc_no")
    titles = (str(one.get("title") or one.get("fact") or "") for one in (now, was))
    near = alike(*titles)
    if number and old:
        return bool(number == old and (same_day or near)) or bool(same_day and near and titles_equal(now, was))
    return near and (same_day or now.get("organ") == was.get("organ"))


def titles_equal(now: _Values, was: _Values) -> bool:
    """The same words, whatever stands between them."""
    one, two = (_NOT_WORDS.sub("", str(values.get("title") or values.get("fact") or "")) for values in (now, was))
    return one == two


def _same_file(one: str, two: str) -> bool:
    """The same register: its name without digits and copy marks, as 收文登记(2).xlsx and 收文登记 0405.xlsx."""
    plain = [re.sub(r"[\d\W_]|副本|最新|更新|终稿|月|年|日", "", name.rsplit(".", 1)[0]) for name in (one, two)]
    return plain[0] == plain[1]
