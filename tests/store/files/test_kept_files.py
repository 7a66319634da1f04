"""Signed and received files beside the ledger are known by their SHA-256 and compared by the check."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from burden_desktop.domain.handed_in.receiving import ACCEPTED, REFUSED, Received
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.role import COMMISSION
from burden_desktop.store import Ledger

PDF = b"%PDF-1.7 a signed month"
SHA256 = hashlib.sha256(PDF).hexdigest()


def test_a_signed_file_that_is_gone_or_altered_is_named(ledger: Ledger) -> None:
    ledger.months.seal(Month(2026, 3), revision=1, file_name="QH-01-2026-03-r1.pdf", sha256=SHA256, expected_head=ledger.history.head())
    assert ledger.check_files().missing == ("reports/QH-01-2026-03-r1.pdf",)
    kept = ledger.path.parent / "reports" / "QH-01-2026-03-r1.pdf"
    kept.parent.mkdir()
    kept.write_bytes(PDF)
    assert ledger.check_files().missing == ledger.check_files().altered == ()
    kept.write_bytes(PDF + b"\n")
    assert ledger.check_files().altered == ("reports/QH-01-2026-03-r1.pdf",)


def test_a_received_file_lies_under_its_hash_is_compared_and_copied_once(
    tmp_path: Path, point: Any, clock: Callable[..., Any]
) -> None:
    with Ledger.create(tmp_path / "纪委.db", point, clock=clock, role=COMMISSION) as ledger:
        ledger.receiving.add(Received(SHA256, "2026-04-02T09:00:00+08:00", "月报.pdf", ACCEPTED), b"{}")
        ledger.receiving.add(Received("0" * 64, "2026-04-02T09:00:00+08:00", "坏的.pdf", REFUSED), b"")
        assert ledger.check_files().missing == (f"received/{SHA256}.pdf",)
        (tmp_path / "received").mkdir()
        (tmp_path / "received" / f"{SHA256}.pdf").write_bytes(PDF)
        assert ledger.check_files().missing == ()
        (tmp_path / "盘").mkdir()
        ledger.backups.choose_second_place(tmp_path / "盘")
        ledger.backups.make()
        copied = tmp_path / "盘" / "received" / f"{SHA256}.pdf"
        assert copied.read_bytes() == PDF
        copied.write_bytes(b"is not copied again")
        ledger.backups.make()
        assert copied.read_bytes() == b"is not copied again"
