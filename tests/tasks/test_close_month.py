"""A closed month: one file, whole or not at all, that strangers' tools accept and whose figures add up."""

import csv
import errno
import io
import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from burden_desktop.domain.errors.ledger import BreakNoted, CannotWrite
from burden_desktop.domain.errors.months import ClockBehind, MonthChanged, MonthNotBegun, ReportExists
from burden_desktop.domain.handed_in.payload import CSV_NAME, FILE_NAME
from burden_desktop.domain.kinds import KINDS
from burden_desktop.domain.months.month import Month
from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks import close_month, enter, write_file
from burden_desktop.tasks.identity import export_certificate, make_identity
from burden_desktop.tasks.verify import verify_files

from ..conftest import StandingClock
from ..records import POINT
from ..strangers import validate_pdfa

MARCH = Month(2026, 3)
PASSPHRASE = "春风又绿江南岸明月照我还"  # noqa: S105 - of a key made for this test


@pytest.fixture
def ledger(tmp_path: Path, clock: StandingClock) -> Iterator[Ledger]:
    with Ledger.create(tmp_path / "ledger.db", POINT, clock=clock) as made:
        for day in range(1, 24):
            channel = "纸质" if day % 2 else "电子公文"
            paper = {"received_on": f"2026-03-{day:02d}", "organ": f"青禾县第{day % 4}局", "title": f"关于第{day // 2}件事的通知"}
            enter.enter(made, "document", {**paper, "channel": channel, "minutes": day})
        enter.enter(made, "meeting", {"held_on": "2026-03-05", "organ": "石桥镇党政办", "title": "㙍䶮𬭎𫖯会议", "starts_at": "9:00"})
        enter.enter(made, "document", {"received_on": "2026-02-05", "organ": "青禾县民政局", "title": "上月的通知"})
        yield made


@pytest.fixture(scope="session")
def p12(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("identity") / "id.p12"
    make_identity(POINT, path, PASSPHRASE, algorithm="ec", now=StandingClock().now - timedelta(days=1))
    export_certificate(path, PASSPHRASE, path.parent / "trust" / "SQ-01.cer")
    return path


def signed_month(ledger: Ledger, p12: Path, clock: StandingClock) -> close_month.SignedFile:
    closing = close_month.prepare(ledger, MARCH, now=clock())
    return close_month.make(closing, p12.read_bytes(), PASSPHRASE, path=str(p12), now=clock())


def attachments(pdf: bytes) -> dict[str, bytes]:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return {name: opened.attachments[name].get_file().read_bytes() for name in opened.attachments}


def test_every_figure_equals_a_recount_of_the_attached_records(ledger: Ledger, p12: Path, clock: StandingClock) -> None:
    attached = attachments(signed_month(ledger, p12, clock).pdf)
    submission = json.loads(attached[FILE_NAME])
    rows = list(csv.DictReader(io.StringIO(attached[CSV_NAME].decode("utf-8-sig"))))
    for kind in KINDS:
        own = [row for row in rows if row["kind"] == kind.name]
        things = list({row["family"] or row["number"]: row for row in reversed(own)}.values())
        assert submission["figures"][kind.name]["month"] == len(things)
        assert submission["figures"][kind.name]["receipts"] == len(own)
        assert dict(map(tuple, submission["by_organ"][kind.name])) == Counter(row["organ"] for row in things)
        assert submission["by_level"][kind.name] == Counter(row["level"] or "unknown" for row in things)
    assert len(rows) == len(submission["records"]) == 24


def test_the_pages_say_what_the_payload_says(ledger: Ledger, p12: Path, clock: StandingClock) -> None:
    pdf = signed_month(ledger, p12, clock).pdf
    submission = json.loads(attachments(pdf)[FILE_NAME])
    opened = pypdfium2.PdfDocument(pdf)
    text = "".join(page.get_textpage().get_text_bounded() for page in opened)
    flat = "".join(text.split())
    for kind in KINDS:
        assert f"{submission['figures'][kind.name]['month']}{kind.unit}" in flat
    for record in submission["records"]:
        assert record["number"] in flat
    assert "㙍䶮𬭎𫖯会议" in flat
    assert f"第1页共{len(opened)}页" in flat


def test_the_public_entries_lead_from_nothing_to_the_head(ledger: Ledger, p12: Path, clock: StandingClock, tmp_path: Path) -> None:
    signed = signed_month(ledger, p12, clock)
    chain = json.loads(attachments(signed.pdf)[FILE_NAME])["chain"]
    assert chain["since_seq"] == 0 and len(chain["entries"]) == ledger.history.head()[0]
    closed = close_month.commit(ledger, signed, tmp_path / "out")
    assert closed.chain_head == chain["head"]
    clock.set(2026, 5, 2)
    enter.enter(ledger, "document", {"received_on": "2026-04-05", "organ": "青禾县民政局", "title": "四月的通知"})
    later = close_month.prepare(ledger, Month(2026, 4), now=clock())
    assert (later.chain.since, later.chain.entries[0].action) == (chain["head"], "seal")


def test_a_copy_of_a_closed_month_bears_its_own_revision(ledger: Ledger, p12: Path, clock: StandingClock, tmp_path: Path) -> None:
    close_month.commit(ledger, signed_month(ledger, p12, clock), tmp_path / "out")
    assert close_month.draft_material(ledger, MARCH, now=clock()).issue.revision == 1
    close_month.correct_month(ledger, MARCH, "漏登一件")
    opened = close_month.draft_material(ledger, MARCH, now=clock()).issue
    assert (opened.revision, opened.reason) == (2, "漏登一件")


def test_strangers_and_our_own_verifier_accept_it(
    ledger: Ledger, p12: Path, clock: StandingClock, tmp_path: Path, needs: Callable[[str], str]
) -> None:
    closed = close_month.commit(ledger, signed_month(ledger, p12, clock), tmp_path / "out")
    (verdict,) = verify_files((closed.file,), p12.parent / "trust", clock())
    assert verdict.accepted, verdict.reasons
    needs("java")
    valid, told = validate_pdfa(closed.file)
    assert valid, told


def test_a_change_while_the_file_is_made_prevents_the_seal(ledger: Ledger, p12: Path, clock: StandingClock, tmp_path: Path) -> None:
    signed = signed_month(ledger, p12, clock)
    enter.enter(ledger, "document", {"received_on": "2026-03-05", "organ": "甲局", "title": "赶来的通知"})
    with pytest.raises(MonthChanged):
        close_month.commit(ledger, signed, tmp_path / "out")
    assert ledger.months.sealed(MARCH) is None
    assert not list(tmp_path.rglob("*.pdf")) and not list(tmp_path.rglob("*.part"))


def test_a_full_disk_leaves_neither_file_nor_seal(
    ledger: Ledger, p12: Path, clock: StandingClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed = signed_month(ledger, p12, clock)

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(write_file.os, "fsync", full)
    with pytest.raises(CannotWrite, match="磁盘已满"):
        close_month.commit(ledger, signed, tmp_path / "out")
    monkeypatch.undo()
    assert not list(tmp_path.rglob("*.pdf")) and not list(tmp_path.rglob("*.part"))
    assert close_month.commit(ledger, signed, tmp_path / "out").file.exists()


def test_a_clock_set_back_behind_the_last_entry_is_refused(ledger: Ledger, clock: StandingClock) -> None:
    clock.set(2026, 4, 1)
    with pytest.raises(ClockBehind):
        close_month.prepare(ledger, MARCH, now=clock())


def test_a_month_that_has_not_begun_is_not_closed_early(ledger: Ledger, clock: StandingClock) -> None:
    """Every verifier refuses a file signed before its month."""
    coming = Month.of(clock.now.date()).plus(1)
    with pytest.raises(MonthNotBegun):
        close_month.prepare(ledger, coming, now=clock.now, early="外出")
    assert ledger.months.sealed(coming) is None


def test_a_correction_tells_its_reason_and_its_differences(ledger: Ledger, p12: Path, clock: StandingClock, tmp_path: Path) -> None:
    first = close_month.commit(ledger, signed_month(ledger, p12, clock), tmp_path / "out")
    close_month.correct_month(ledger, MARCH, "核对后更正")
    enter.withdraw(ledger, "document", 3)
    enter.change(ledger, "document", 4, {"title": "更正后的标题"})
    enter.enter(ledger, "document", {"received_on": "2026-04-01", "organ": "甲局", "title": "四月的通知"})
    issue = json.loads(attachments(signed_month(ledger, p12, clock).pdf)[FILE_NAME])["issue"]
    assert (issue["revision"], issue["reason"], issue["replaces"]) == (2, "核对后更正", first.sha256)
    assert issue["differences"] == ["撤销收2026-0003", "修改收2026-0004（标题由“关于第2件事的通知”改为“更正后的标题”、文种）"]


def test_a_file_of_an_earlier_closing_is_never_replaced(ledger: Ledger, p12: Path, clock: StandingClock, tmp_path: Path) -> None:
    signed = signed_month(ledger, p12, clock)
    (tmp_path / "out").mkdir()
    standing = tmp_path / "out" / signed.closing.file_name
    standing.write_bytes(b"an earlier file")
    with pytest.raises(ReportExists):
        close_month.commit(ledger, signed, tmp_path / "out")
    assert standing.read_bytes() == b"an earlier file" and ledger.months.sealed(MARCH) is None
    closed = close_month.commit(ledger, signed, tmp_path / "elsewhere")
    with pytest.raises(MonthChanged):
        close_month.commit(ledger, signed, tmp_path / "elsewhere")
    assert closed.file.read_bytes() == signed.pdf


def test_a_record_altered_outside_the_program_is_not_signed(ledger: Ledger, clock: StandingClock, tmp_path: Path) -> None:
    ledger.close()
    with sqlite3.connect(tmp_path / "ledger.db") as connection:
        connection.execute("DELETE FROM document WHERE id = 3")
    connection.close()
    with Ledger.open(tmp_path / "ledger.db", clock=clock) as reopened, pytest.raises(BreakNoted):
        close_month.prepare(reopened, MARCH, now=clock())


def test_a_correction_tells_which_months_behind_it_are_closed(ledger: Ledger, p12: Path, clock: StandingClock, tmp_path: Path) -> None:
    close_month.commit(ledger, signed_month(ledger, p12, clock), tmp_path / "out")
    close_month.correct_month(ledger, MARCH, "核对后更正")
    assert close_month.prepare(ledger, MARCH, now=clock()).issue.remarks == "", "no month behind it"
    close_month.commit(ledger, signed_month(ledger, p12, clock), tmp_path / "out")
    clock.set(2026, 5, 4)
    april = close_month.prepare(ledger, Month(2026, 4), now=clock())
    close_month.commit(ledger, close_month.make(april, p12.read_bytes(), PASSPHRASE, path=str(p12), now=clock()), tmp_path / "out")
    close_month.correct_month(ledger, MARCH, "再次更正")
    told = close_month.prepare(ledger, MARCH, now=clock()).issue.remarks
    assert told.startswith("2026年4月月报此前已经封存") and "更正前的为准" in told
