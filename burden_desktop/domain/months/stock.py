"""Kinds of which things stand for a time (plaques, groups, open problems): a month counts what stands on its last day.

Such a record belongs to no month. Days are ISO texts; a thing stands from its first day up to, not including, its
last one.
"""

from collections.abc import Mapping
from typing import NamedTuple

from ..reading.written import Value


class Span(NamedTuple):
    """Since when a thing stands and until when; `until` is None while it stands. Equal days: it never stood."""

    since: str
    until: str | None

    def covers(self, day: str) -> bool:
        return self.since <= day and (self.until is None or day < self.until)


class Stock(NamedTuple):
    """How a kind's fields tell since when and until when its things stand.

    `begins` and `ends` are date fields that may be empty, `status` says in which of its choices, `stands`, a thing
    stands; `word` is what a standing thing is called (在挂).
    """

    begins: str
    ends: str
    status: str
    stands: tuple[str, ...]
    word: str

    def span(self, values: Mapping[str, Value], *, today: str, open_since: str, before: Span | None = None) -> Span:
        """The days on which the thing stands, as known `today`; `before` is what was known until now.

        A standing thing without a first day stands since `open_since`, the first day that no signed month holds: what
        hung there when the ledger began counts in its first month. Without a last day it stands until the day on which
        somebody recorded that it no longer stands; a thing first recorded as over, without its last day, never stood.
        """
        begun, ended = _day(values[self.begins]), _day(values[self.ends])
        long_since = min(open_since, today)
        if values[self.status] in self.stands:
            if begun is None and before is not None:  # it stood on; or it stands (again) since this was told
                begun = before.since if before.until is None else today
            return Span(begun or long_since, None)
        since = begun or (before.since if before else long_since if ended else today)
        if ended is None and before is not None:
            ended = before.until or today
        return Span(since, max(since, ended or since))


def _day(value: Value) -> str | None:
    return str(value) if value else None
