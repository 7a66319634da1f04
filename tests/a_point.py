"""A monitoring point as it works outside the commission: its ledger, its key, its signed months."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from unittest.mock import patch

from burden_desktop.domain.handed_in.receiving import Received
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.point import Point
from burden_desktop.domain.record import Record
from burden_desktop.signing import identity
from burden_desktop.signing.enrolment import look_at
from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks import close_month, enter
from burden_desktop.tasks.examiner import judge_file
from burden_desktop.tasks.identity import export_certificate, make_identity
from burden_desktop.tasks.receive import Arrival, decide, files_in, trust_of

from .conftest import StandingClock

SECRET = "春风又绿江南岸12"  # noqa: S105 - of keys made for one test


class APoint:
    """`close` gives the signed file; the clock is moved by the test."""

    def __init__(self, folder: Path, clock: StandingClock, code: str = "SQ-01", name: str = "青禾县石桥镇") -> None:
        self.folder, self.clock, self.point = folder, clock, Point(name, code)
        folder.mkdir(parents=True)
        self.path, self.out = folder / "ledger.db", folder / "out"
        Ledger.create(self.path, self.point, clock=clock).close()
        self.keys = 0
        self.new_key()

    def new_key(self) -> None:
        """From now on signs with another key."""
        self.keys += 1
        self.p12, self.cer = self.folder / f"{self.keys}.p12", self.folder / f"{self.keys}.cer"
        with patch.object(identity, "ROUNDS", 2_000):  # a lock that a test opens many times
            make_identity(self.point, self.p12, SECRET, algorithm="ec", now=self.clock())
        export_certificate(self.p12, SECRET, self.cer)

    @property
    def fingerprint(self) -> str:
        found = look_at(self.cer.read_bytes())
        assert found is not None
        return found.fingerprint

    def open(self) -> Ledger:
        return Ledger.open(self.path, clock=self.clock)

    def add(self, day: str, title: str = "关于报送情况的通知", *, late: bool = False) -> Record:
        with self.open() as ledger:
            return enter.enter(ledger, "document", {"received_on": day, "organ": "青禾县民政局", "title": title}, late=late)

    def change(self, record: Record, **written: object) -> None:
        with self.open() as ledger:
            enter.change(ledger, "document", record.id, written)

    def withdraw(self, record: Record) -> None:
        with self.open() as ledger:
            enter.withdraw(ledger, "document", record.id)

    def close(self, month: str, *, out: Path | None = None, early: str = "") -> Path:
        with self.open() as ledger:
            closing = close_month.prepare(ledger, Month.parse(month), now=self.clock(), early=early)
            signed = close_month.make(closing, self.p12.read_bytes(), SECRET, path="", now=self.clock())
            return close_month.commit(ledger, signed, out or self.out).file

    def correct(self, month: str, reason: str = "漏记一件") -> None:
        with self.open() as ledger:
            close_month.correct_month(ledger, Month.parse(month), reason)

    def months(self, *months: str) -> Sequence[Path]:
        """One paper in each month, each closed on the second day of the next."""
        files = []
        for month in months:
            following = Month.parse(month).plus(1)
            self.clock.set(following.year, following.number, 2, 9, 30)
            self.add(f"{month}-05")
            files.append(self.close(month))
        return files


def received_here(ledger: Ledger, files: Sequence[Path], at: datetime) -> tuple[Received, ...]:
    """Judged without the pool, whose processes have tests of their own, then decided as usual."""
    trust = trust_of(ledger)
    return decide(ledger, [Arrival(file, judge_file(file, trust, at)) for file in files_in(files)], at)
