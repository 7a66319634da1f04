"""What is frozen while a break of the chain is noted and not yet told: months and things that it touches can be looked
at, not written; all others go on. A signed month that tells the break ends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...domain.errors.ledger import CannotWrite, DamagedLedger, FrozenMonth, FrozenRecord
from ...domain.months.month import Month
from ...domain.role import COMMISSION
from ...domain.texts import Sentence, say
from ..opening import chain_break, doubtful_since
from ..role import role_of
from .found_breaks import Noted, note_break, noted_breaks
from .schema_checks import strange_schema
from .table_checks import strange_months
from .told_checks import strange_told

if TYPE_CHECKING:
    from ..book import Book
    from .checking import LedgerCheck
    from .history import History


def untold(book: Book) -> tuple[Noted, ...]:
    """Breaks that no signed month tells yet; costs nothing where there are none."""
    if not book.noted:
        return ()
    row = book.rows("SELECT coalesce(max(chain_seq), 0) FROM month_revision")[0]
    return tuple(one for one in book.noted if one.told.seq > row[0])


class Frozen:
    """What must not be written now."""

    def __init__(self, book: Book) -> None:
        self._months: dict[str, int] = {}
        self._standing: dict[str, int] = {}
        for one in untold(book):
            for month in one.told.months:
                self._months.setdefault(month, one.told.first_bad)
            for number in one.standing:
                self._standing.setdefault(number, one.told.first_bad)

    def __contains__(self, month: str) -> bool:
        return month in self._months

    def refuse(self, month: str) -> None:
        """Raise FrozenMonth where the month (YYYY-MM) is frozen."""
        if month in self._months:
            raise FrozenMonth(seq=self._months[month], month=Month.parse(month).label)

    def refuse_standing(self, number: str) -> None:
        """Raise FrozenRecord where what stands for a time is frozen."""
        if number in self._standing:
            raise FrozenRecord(seq=self._standing[number], number=number)


def find_break(book: Book, history: History) -> None:
    """Look for a break that is not noted yet, keep a copy of the ledger as it was found, and note it. Where the disk
    takes nothing, and of a commission, the whole ledger can only be looked at."""
    found = chain_break(book, history)
    new = _new_here(book, history) if found is None else None
    first = found if found is not None else new
    if first is not None and (book.reads or role_of(book) == COMMISSION):
        book.bars.append(first)  # it signs nothing that could tell, or nothing is written at all
    elif first is not None:
        from .checking import strange_things  # only where something is wrong

        try:
            _keep_as_found(book)
            strange = strange_things(book, history)
            since = doubtful_since(book, found) if found is not None else history.head()[0] + 1
            note_break(book, history, first_bad=first, since=since, strange=strange)
        except CannotWrite:
            book.bars.append(first)
    book.noted[:] = noted_breaks(book)


def _new_here(book: Book, history: History) -> int | None:
    """The first entry that the tables, the point, a setting, a figure by hand, a remark or a closed month do not fit,
    and that was not noted."""
    known = {(what, mark) for one in noted_breaks(book) for what, mark in one.strange.items()}
    behind = history.head()[0] + 1
    strange = (*strange_schema(book.connection, behind), *strange_told(book, behind), *strange_months(book, behind))
    return min((one.seq for one in strange if (one.what, one.mark) not in known), default=None)


def note_strange(book: Book, history: History, found: LedgerCheck) -> None:
    """Note all that a full check found and no entry tells yet. Raises CannotWrite."""
    first_bad = found.unnoted if found.unnoted is not None else 1
    broken = chain_break(book, history)
    since = doubtful_since(book, broken) if broken is not None else history.head()[0] + 1
    _keep_as_found(book)
    note_break(book, history, first_bad=first_bad, since=since, strange=found.strange)
    book.noted[:] = noted_breaks(book)


def _keep_as_found(book: Book) -> None:
    from ..backup.copies import back_up  # seldom needed: the start goes without

    try:
        back_up(book, named="-as-found")
    except DamagedLedger as trouble:
        raise CannotWrite(path=book.path, detail=trouble.sentence.values.get("detail")) from trouble


def frozen_words(book: Book) -> Sentence | None:
    """What stands above every page while something is frozen; None while nothing is."""
    breaks = untold(book)
    if not breaks:
        return None
    months = sorted({month for one in breaks for month in one.told.months})
    first = min(one.told.first_bad for one in breaks)
    if not months:
        return say("历史链从第{seq}条起对不上，台账可能在程序之外被改动；下期月报会注明断链。请保留现状并联系纪委，或恢复备份。", seq=first)
    return say(
        "历史链从第{seq}条起对不上，台账可能在程序之外被改动：{months}只能查看，其他月份照常；下期月报会注明断链。请保留现状并联系纪委，或恢复备份。",
        seq=first,
        months="、".join(Month.parse(month).label for month in months),
    )
