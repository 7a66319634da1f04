"""Rows of a register that record one and the same paper or meeting again; the first receipt comes first."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from typing import Final

from rapidfuzz.fuzz import ratio

from ...domain.kinds import kind_named
from ...domain.reading.draft import RegisterRow

_ALIKE: Final = 75.0  # percent of characters two titles under one number must share
_DAYS: Final = 31  # a paper without number and of the same title is another one after a month


def repeats(rows: Sequence[RegisterRow]) -> tuple[tuple[int, int], ...]:
    """Pairs (first, later) of indices into `rows`."""
    pairs = []
    first_by_key: dict[tuple[str, ...], int] = {}
    for index, row in enumerate(rows):
        for key in _keys(row):
            first = first_by_key.setdefault(key, index)
            if first != index and _same(rows[first], row):
                pairs.append((first, index))
                break
    return tuple(pairs)


def _bare(value: object) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", str(value or "")))


def _keys(row: RegisterRow) -> list[tuple[str, ...]]:
    values = row.values
    kind = kind_named(row.kind)
    title = (row.kind, _bare(values.get(kind.titled_by)), _bare(str(values.get("organ") or "").split("、")[0]))
    if row.kind == "document":
        return [("number", str(values["doc_no"])), title] if values.get("doc_no") else [title]
    if row.kind == "meeting":
        return [(*title, str(values.get("held_on")), str(values.get("starts_at")))]
    return [(*title, *(str(values.get(name)) for name in (kind.dated_by, "ends_on")))]


def _same(first: RegisterRow, later: RegisterRow) -> bool:
    if first.kind != "document":
        return True
    numbers = first.values.get("doc_no"), later.values.get("doc_no")
    titles = _bare(first.values.get("title")), _bare(later.values.get("title"))
    if all(numbers):
        return numbers[0] == numbers[1] and (ratio(*titles) >= _ALIKE or titles[0] in titles[1] or titles[1] in titles[0])
    days = [date.fromisoformat(str(row.values["received_on"])) for row in (first, later)]
    return abs((days[1] - days[0]).days) <= _DAYS
