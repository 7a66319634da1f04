"""A sample month, from notice texts and registers to a signed and verified report, through the very same tasks."""

import json
import secrets
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Final

from ..domain.kinds import KINDS
from ..domain.months.month import Month
from ..domain.point import Point
from ..domain.texts import Texts
from ..paths import LEDGER_FILE, resources
from . import close_month, enter, import_register, verify
from .identity import export_certificate, make_identity, read_identity
from .ledger_care import Ledger, new_ledger
from .read_notice import read_paths
from .sample_place import clear_sample
from .write_file import write_file

SAMPLE_MONTH: Final = Month(2026, 3)
SAMPLE_POINT: Final = Point(
    name="青禾县石桥镇（样例）",
    code="SAMPLE-01",
    level="township",
    reporter="党政办（样例）",
    approver="镇纪委（样例）",
    commission="青禾县纪委监委（样例）",
)
NOTICES_RECEIVED_ON: Final = date(2026, 3, 24)


@dataclass(frozen=True, slots=True)
class SampleResult:
    """Where the sample's ledger and signed file lie, how many records its month holds, and its verdict."""

    ledger: Path
    signed: Path
    records: int
    accepted: bool


_MADE: Final = ("ledger", "trust", "report")


def record_sample(ledger: Ledger, today: date) -> None:
    """Put the sample's registers and notices into a ledger."""
    sample = resources() / "sample"
    for register in sorted(sample.glob("*.csv")):
        import_register.store_rows(ledger, import_register.preview(register, None, today))
    for draft in read_paths(tuple(sorted((sample / "notices").glob("*.txt"))), NOTICES_RECEIVED_ON):
        enter.enter(ledger, draft.kind, draft.values)


def play_sample_month(out: Path, *, clock: Callable[[], datetime]) -> SampleResult:
    """Make the sample month anew in `out`: ledger, identity, trust folder, signed PDF and `verdict.json`."""
    path = out / "ledger" / LEDGER_FILE
    clear_sample(out, _MADE)
    # The sample's passphrase is random and forgotten at once: its key can never sign anything else.
    passphrase = secrets.token_urlsafe(16)
    identity = out / "ledger" / "identity.p12"
    with new_ledger(path, SAMPLE_POINT, clock) as ledger:
        record_sample(ledger, clock().date())
        make_identity(SAMPLE_POINT, identity, passphrase, algorithm="ec", now=clock())
        closing = close_month.prepare(ledger, SAMPLE_MONTH, now=clock())
        signed = close_month.make(closing, read_identity(identity), passphrase, path=str(identity), now=clock())
        closed = close_month.commit(ledger, signed, out / "report")
        records = sum(ledger.records.count(kind, SAMPLE_MONTH) for kind in KINDS)
    export_certificate(identity, passphrase, out / "trust" / f"{SAMPLE_POINT.code}.cer")
    verdict = next(iter(verify.verify_files((closed.file,), out / "trust", clock())))
    told = json.dumps(verify.as_json(verdict, Texts()), ensure_ascii=False, indent=2)
    write_file(out / "report" / "verdict.json", told.encode())
    return SampleResult(path, closed.file, records, verdict.accepted)


def self_check(clock: Callable[[], datetime]) -> SampleResult:
    """Play the sample month in a folder of its own that is removed afterwards."""
    with tempfile.TemporaryDirectory(prefix="burden-desktop-") as folder:
        return play_sample_month(Path(folder), clock=clock)
