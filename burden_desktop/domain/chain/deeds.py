"""What a signed month says was done to the ledger since the last one: counted from its public entries alone.

Only that something was done, to which record and when is public; what was written stays with the point.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from ..handed_in.submission import Submission
from ..kinds import KINDS
from ..months.month import Month
from ..pattern import pattern
from ..texts import Sentence, say
from .history import Entry

SETTLED_AFTER: Final = timedelta(days=3)
"""After its entry a record is expected to stand: a later change is told apart."""
_TOLD: Final = 20  # numbers named of one hole
_KINDS: Final = frozenset(kind.name for kind in KINDS)


@dataclass(frozen=True, slots=True)
class Deeds:
    """Numbers of records: withdrawn, purged, entered late (补登), and changed more than three days after entry.
    Later filling in (handling, minutes) is a change too: a count is a reason to ask, not a fault."""

    withdrawn: tuple[str, ...] = ()
    purged: tuple[str, ...] = ()
    late: tuple[str, ...] = ()
    changed_later: tuple[str, ...] = ()

    @property
    def sentence(self) -> Sentence | None:
        """In one line; None where nothing of the kind was done."""
        if not (self.withdrawn or self.purged or self.late or self.changed_later):
            return None
        return say(
            "自上一份月报以来：撤销{withdrawn}条，清除{purged}条，补登{late}条，录入三天以后又修改{changed}条。",
            withdrawn=len(self.withdrawn), purged=len(self.purged), late=len(self.late), changed=len(self.changed_later),
        )  # fmt: skip


def deeds(told: Submission, before: Iterable[Entry] = ()) -> Deeds:
    """What `told` shows. `before` are entries of earlier files, which say when older records were entered; a record
    entered in none of them was there before the first of them, so a change of it is a late one."""
    entries = entries_of(told)
    entered = {entry.number: datetime.fromisoformat(entry.at) for entry in (*before, *entries) if entry.action == "add"}
    done: dict[str, dict[str, None]] = {"withdraw": {}, "purge": {}, "change": {}}
    for entry in entries:
        if entry.kind not in _KINDS or entry.action not in done:
            continue
        since = entered.get(entry.number)
        settled = since is None or datetime.fromisoformat(entry.at) - since > SETTLED_AFTER
        if entry.action != "change" or settled:
            done[entry.action][entry.number] = None
    return Deeds(
        withdrawn=tuple(done["withdraw"]),
        purged=tuple(done["purge"]),
        late=tuple(row["number"] for row in told.body["records"] if row["late"]),
        changed_later=tuple(done["change"]),
    )


def open_for_correction(told: Submission) -> tuple[Month, ...]:
    """Other months that were opened for correction before `told` was signed and not sealed again by then."""
    opened: dict[str, None] = {}
    for entry in entries_of(told):
        if entry.kind == "month" and entry.action == "reopen":
            opened[entry.number] = None
        elif entry.kind == "month" and entry.action == "seal":
            opened.pop(entry.number, None)
    return tuple(Month.parse(month) for month in opened if month != str(told.month))


_NUMBER: Final = pattern(r"(.+)(\d{4})-(\d+)")


def skipped(told: Submission) -> tuple[str, ...]:
    """Numbers between two of a series whose entry is told nowhere: numbers follow each other and are never used
    again, so an entry was taken out of the chain. A restore may lose some: where there was one, nothing is said."""
    entries = entries_of(told)
    if any(entry.action == "restore" for entry in entries):
        return ()
    last: dict[tuple[str, str], int] = {}
    missing: list[str] = []
    for entry in entries:
        found = _NUMBER.fullmatch(entry.number) if entry.action == "add" and entry.kind in _KINDS else None
        if found is None:
            continue
        series, number = (found[1], found[2]), int(found[3])
        before = last.get(series, number - 1)
        missing.extend(f"{found[1]}{found[2]}-{lost:04d}" for lost in range(before + 1, min(number, before + _TOLD + 1)))
        last[series] = max(number, before)
    return tuple(missing)


def entries_of(told: Submission) -> tuple[Entry, ...]:
    """The public entries that a signed month carries."""
    return tuple(Entry(**entry) for entry in told.body["chain"]["entries"])
