"""The ledger of one monitoring point: the door to everything that is kept."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any, Final, Self

from ..domain.errors.ledger import CannotWrite, LedgerExists, LedgerMissing, NotALedger, ReadOnlyLedger
from ..domain.months.month import Month
from ..domain.point import Point
from ..domain.role import POINT
from ..domain.texts import Sentence, say
from .book import Book, Clock, connect, named_errors
from .chain.history import Event
from .damage import mending
from .door import moment_at, month_at, taken
from .files.lock import LedgerLock
from .files.places import unsettled_files
from .opening import check_header, check_integrity, check_tables, has_journal, migrate, pending
from .parts import Parts
from .role import role_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from types import TracebackType

    from ..domain.chain.chain_break import ChainBreak
    from ..domain.chain.found_break import FoundBreak
    from ..domain.months.month import Month
    from .backup.comparing import Comparison
    from .chain.checking import LedgerCheck
    from .chain.frozen import Frozen
    from .chain.purging import Purged
    from .files.kept_files import KeptFiles, Known
    from .spelling import Spell

_LATEST_REPORT_DAY: Final = 28


class Ledger(Parts):
    """An open ledger, locked for this window until `close`. Made by `create`, `open` or `restore`.

    One connection: it may be lent to a job's thread, but never used by two threads at a time.
    """

    def __init__(self, book: Book, lock: LedgerLock | None, spell: Spell | None = None) -> None:
        super().__init__(book, spell)
        self._lock = lock
        self.path = book.path
        self.closed = False

    @classmethod
    def create(
        cls, path: Path, point: Point, *, clock: Clock, spell: Spell | None = None, role: str = POINT
    ) -> Self:
        """A new, empty ledger of `point`; its folder is made too. Nothing stays behind when that fails. `spell` gives
        the letters under which records are found besides their words; `role` is POINT or COMMISSION for good.

        Raises LedgerExists, LedgerInUse, CannotWrite.
        """
        from .making import make_ledger  # once in a ledger's life

        if path.exists():
            raise LedgerExists(path=path)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as trouble:
            raise CannotWrite(path=path, detail=trouble.strerror) from trouble
        lock = LedgerLock(path)
        try:
            make_ledger(path, point, clock, role)
            return cls._connected(path, lock, clock, spell)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def open(cls, path: Path, *, clock: Clock, examined: bool = True, spell: Spell | None = None) -> Self:
        """The ledger at `path`, examined, backed up before its tables change, and locked.

        With `examined=False` the caller calls `examine` before anything is written: a window may show its first
        rows meanwhile.

        Where the chain is broken, that is noted, and the months that it touches can only be looked at (`frozen`).

        Raises LedgerMissing, LedgerInUse, NotALedger, NewerLedger, DamagedLedger, CannotRead, CannotWrite.
        """
        if not path.exists():
            raise LedgerMissing(path=path)
        lock = LedgerLock(path)
        try:
            check_header(path)
            if has_journal(path) or any(left.exists() for left in unsettled_files(path)):
                from .damage.left_journal import settle  # seldom needed: the start goes without

                settle(path, clock)
            ledger = cls._connected(path, lock, clock, spell)
            try:
                with named_errors(path, ledger._book.connection):
                    ledger._make_ready()
                if examined:
                    ledger.examine()
            except BaseException:
                ledger._book.connection.close()
                raise
        except BaseException:
            lock.release()
            raise
        return ledger

    @classmethod
    def look(cls, path: Path, *, clock: Clock, spell: Spell | None = None) -> Self:
        """The ledger at `path` as it is at this moment, for reading alone: while another window has it open, and where
        nothing can be written. Every check of an opening is made; nothing on the disk changes.

        Raises LedgerMissing, NotALedger, NewerLedger, DamagedLedger, CannotRead, LedgerInUse where it is being written all the time.
        """
        from .looking import open_to_look  # the window never looks only

        if not path.exists():
            raise LedgerMissing(path=path)
        ledger = cls(open_to_look(path, clock), None, spell)
        try:
            if ledger._book.row("SELECT 1 FROM point") is None:
                raise NotALedger(path=path)
            ledger.examine()
        except BaseException:
            ledger.close()
            raise
        return ledger

    def closed_month_of(self, number: str) -> Month | None:
        """The closed month in which the record of that number counts; None where it counts in an open one, or in none."""
        found = next((change.after or change.before for change in reversed(self.history.of_record(number))), None)
        booked_in = (found or {}).get("booked_in")
        month = month_at(f"history_content {number}", str(booked_in)) if booked_in else None
        return month if month and self.months.is_closed(month) else None

    def purge(self, number: str, reason: str) -> Purged:
        """Delete all that is kept of a record, backups included; its digests stay, and the purge is itself an entry."""
        from .chain.purging import purge  # seldom needed: the start goes without

        return purge(self._book, self.history, number, reason=reason, second_place=self.backups.second_place)

    @property
    def opening_words(self) -> Sentence | None:
        """The gravest of what whoever opened the ledger must know; None while there is nothing."""
        left_by = self._lock.left_by if self._lock else None
        return self.broken_words or left_by or self.clock_warning()

    def today(self) -> date:
        """The day by the clock that the ledger was opened with."""
        return self._book.clock().date()

    def clock_warning(self) -> Sentence | None:
        """What to say when this computer's time is before the last entry: the order of entries is that of the chain."""
        row = self._book.row("SELECT at FROM history ORDER BY seq DESC LIMIT 1")
        if row is None or self._book.clock() >= moment_at("history at", row[0]):
            return None
        return say("电脑时间早于台账最后一条记录的时间（{last}）。请校准电脑时间；在那以前不能封存。", last=row[0][:16].replace("T", " "))

    def compare(self, backup: Path) -> Comparison:
        """What restoring `backup` would take away and bring back. Raises what a backup that cannot serve raises."""
        from .backup.comparing import compare  # seldom needed: the start goes without

        return compare(self._book, backup)

    @classmethod
    def restore(cls, path: Path, backup: Path, *, clock: Clock, reason: str = "") -> Self:
        """Put `backup` in the place of the ledger at `path`, keep a copy of the present one, and open it.

        Raises what `open` raises, NotABackup, and OlderBackup when it ends before the last seal and no reason is given.
        """
        from .backup.restoring import restore_ledger  # seldom needed: the start goes without

        restore_ledger(path, backup, clock=clock, reason=reason)
        return cls.open(path, clock=clock)

    @classmethod
    def _connected(cls, path: Path, lock: LedgerLock, clock: Clock, spell: Spell | None) -> Self:
        with named_errors(path):
            return cls(Book(path, connect(path), clock), lock, spell)

    def _make_ready(self) -> None:
        book = self._book
        # Takes SQLite's own lock, rolls back what a crash left, and tells a file that cannot be written.
        with book.writing():
            pass
        if pending(book):
            from .backup.copies import back_up  # seldom needed: the start goes without

            check_integrity(book)
            back_up(book, named="-before-upgrade")
            migrate(book)
        mending.mend(book)
        if book.row("SELECT 1 FROM point") is None:
            raise NotALedger(path=self.path)

    def examine(self) -> None:
        """Check file and chain: about 0.7 s for 100,000 records; any one thread may do it while no other uses the
        ledger. A break of the chain is noted, and freezes the months that it touches. Raises DamagedLedger."""
        from .chain.frozen import find_break  # behind the first rows

        with named_errors(self.path, self._book.connection):
            check_integrity(self._book)
            check_tables(self._book)
            find_break(self._book, self.history)
        if not self._book.reads and not self._book.bars:
            with suppress(CannotWrite):  # a full disk: the next opening tells the day
                self.time.settle(self.today())

    @property
    def first_bad(self) -> int | None:
        """The entry at which the chain broke, until a signed month tells it. None while all is well, or unexamined."""
        from .chain.frozen import untold

        broken = [*self._book.bars, *(one.told.first_bad for one in untold(self._book))]
        return min(broken, default=None)

    @property
    def broken_words(self) -> Sentence | None:
        """What is to be said on every page of a break of the chain; None while all is well."""
        if self._book.bars:
            return ReadOnlyLedger(seq=self._book.bars[0]).sentence
        from .chain.frozen import frozen_words

        return frozen_words(self._book)

    @property
    def frozen(self) -> Frozen:
        """Months and things that a break touches, and that nothing is written into until it is told."""
        from .chain.frozen import Frozen

        return Frozen(self._book)

    def found_breaks(self, after_seq: int = 0) -> tuple[FoundBreak, ...]:
        """Breaks of the chain that were found and noted after entry `after_seq`."""
        from .chain.found_breaks import noted_breaks, told_of

        return told_of(noted_breaks(self._book, after_seq))

    def note_break(self, found: LedgerCheck) -> None:
        """Enter what a check found, so that the next signed month tells it. Raises CannotWrite."""
        from .chain.frozen import note_strange

        note_strange(self._book, self.history, found)

    @property
    def role(self) -> str:
        """POINT or COMMISSION, as it was made."""
        return role_of(self._book)

    @property
    def point(self) -> Point:
        """Whose ledger this is."""
        row = self._book.rows("SELECT name, code, level, reporter, approver, report_day, commission FROM point")[0]
        return taken("point", row, _point_of)

    def set_point(self, point: Point) -> None:
        """Change what the ledger says of its point. Leaves an entry. Raises CannotWrite."""
        from .chain.told_checks import told_point
        from .making import write_point  # seldom needed: the start goes without

        before = self.point
        with self._book.writing():
            write_point(self._book, point)
            if before != point or told_point(self._book) != asdict(point):
                self.history.append("change", Event("point", point.code, asdict(before), asdict(point)))

    @contextmanager
    def one_step(self, **beside: object) -> Iterator[None]:
        """Everything written inside is kept together or not at all, and taken back by one undo; `beside` is told with
        each entry of it."""
        with self._book.writing(), self.history.as_one_step(**beside):
            yield

    def check(self) -> LedgerCheck:
        """Examine file, chain and records in full."""
        from .chain.checking import examine

        return examine(self._book)

    def check_files(self) -> KeptFiles:
        """Compare the files beside the ledger with what it knows of them."""
        from .files.kept_files import check_files

        return check_files(self._book)

    def carried_files(self) -> tuple[Known, ...]:
        """What goes with the ledger wherever it is handed over."""
        from .files.kept_files import carried_files

        return carried_files(self._book)

    def backup(self, folder: Path | None = None) -> Path:
        """A checked copy in `folder`, or in `backups` beside the ledger → its file. Raises CannotWrite, DamagedLedger."""
        from .backup.copies import back_up

        return back_up(self._book, folder)

    # --- signed files

    def breaks(self, after_seq: int = 0) -> tuple[ChainBreak, ...]:
        """Signed months that restores after entry `after_seq` took out of the chain."""
        from .chain.breaks import breaks  # seldom needed: the start goes without

        return breaks(self._book, after_seq)

    def last_issued(self, month: Month) -> tuple[int, str]:
        """(revision, SHA-256) of the last file signed for `month`, also when a restore took it out of the ledger;
        (0, "") before the first."""
        from .chain.breaks import issued_revisions  # seldom needed: the start goes without

        issued = issued_revisions(self._book, self.point.code)
        own = [(revision, sha256) for (of, revision), sha256 in issued.items() if of == str(month)]
        return max(own, default=(0, ""))

    def has_signed(self, file_name: str, sha256: str) -> bool:
        """Whether the ledger has recorded that signed file."""
        return self._book.row("SELECT 1 FROM month_revision WHERE (file_name, sha256) = (?, ?)", (file_name, sha256)) is not None

    def promise_delivery(self, file_name: str, to: Path) -> None:
        """Note that the signed file shall lie at `to` too; until `delivered`, each opening sees to it."""
        mending.promise_delivery(self.settings, self.path, file_name, to)

    def delivered(self) -> None:
        mending.delivered(self.settings)

    def close(self) -> None:
        """Close the file and let go of the lock; closing twice does no harm."""
        self.closed = True
        self._book.connection.close()
        if self._lock:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _point_of(row: Sequence[Any]) -> Point:
    """The point's own row. Raises ValueError, BurdenError."""
    point = Point(*row)
    if not 1 <= point.report_day <= _LATEST_REPORT_DAY:
        raise ValueError(row)
    return point
