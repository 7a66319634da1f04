"""A restore to before a signed month is no secret: the next file tells it, and nothing that was handed in is replaced."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pypdfium2
import pytest

from burden_desktop.domain.errors.ledger import OlderBackup
from burden_desktop.domain.errors.months import ReportExists
from burden_desktop.domain.handed_in.payload import FILE_NAME
from burden_desktop.domain.months.month import Month
from burden_desktop.store.damage.mending import waiting
from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks import close_month, enter
from burden_desktop.tasks.identity import export_certificate, make_identity
from burden_desktop.tasks.verify import verify_files

from ..conftest import StandingClock
from ..records import POINT
from .test_close_month import attachments

MARCH = Month(2026, 3)
PASSPHRASE = "山重水复疑无路柳暗花明又一村"  # noqa: S105 - of a key made for this test
REASON = "硬盘损坏，只有旧备份"


@pytest.fixture(scope="module")
def p12(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("identity") / "id.p12"
    make_identity(POINT, path, PASSPHRASE, algorithm="ec", now=StandingClock().now - timedelta(days=1))
    export_certificate(path, PASSPHRASE, path.parent / "trust" / "SQ-01.cer")
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


@pytest.fixture
def backup(path: Path, p12: Path, clock: StandingClock) -> Path:
    """A backup from before March was closed; March is closed by now."""
    with Ledger.create(path, POINT, clock=clock) as ledger:
        enter.enter(ledger, "document", {"received_on": "2026-03-05", "organ": "青禾县民政局", "title": "关于某事的通知"})
        made = ledger.backup()
        enter.enter(ledger, "document", {"received_on": "2026-03-06", "organ": "青禾县民政局", "title": "备份以后的通知"})
        _close(ledger, p12, clock, path.parent / "out")
    return made


def _close(ledger: Ledger, p12: Path, clock: StandingClock, folder: Path) -> tuple[close_month.Closed, bytes]:
    closing = close_month.prepare(ledger, MARCH, now=clock())
    signed = close_month.make(closing, p12.read_bytes(), PASSPHRASE, path=str(p12), now=clock())
    return close_month.commit(ledger, signed, folder), signed.pdf


@pytest.fixture
def restored(path: Path, backup: Path, clock: StandingClock) -> Iterator[Ledger]:
    with Ledger.restore(path, backup, clock=clock, reason=REASON) as ledger:
        yield ledger


def test_the_next_file_of_the_month_tells_the_break_and_is_accepted_with_a_notice(
    restored: Ledger, path: Path, p12: Path, clock: StandingClock
) -> None:
    first = path.parent / "reports" / "SQ-01-2026-03-r1.pdf"
    handed_in = first.read_bytes()
    closed, pdf = _close(restored, p12, clock, path.parent / "out")
    assert (closed.revision, closed.file.name) == (2, "SQ-01-2026-03-r2.pdf")
    assert first.read_bytes() == handed_in
    issue = json.loads(attachments(pdf)[FILE_NAME])["issue"]
    (told,) = issue["breaks"]
    assert (told["month"], told["revision"], told["reason"], told["sha256"]) == ("2026-03", 1, REASON, issue["replaces"])
    assert issue["reason"] == REASON
    text = "".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf))
    assert f"断链：2026-04-02恢复了较早的备份，已报出的2026年3月第1版月报不在现有历史链中。理由：{REASON}" in "".join(text.split())
    (verdict,) = verify_files((closed.file,), p12.parent / "trust", clock())
    assert verdict.accepted, verdict.reasons
    (told_break,) = (str(notice) for notice in verdict.notices if "断链" in str(notice))
    assert REASON in told_break
    assert restored.check().ok


def test_a_break_is_told_once(restored: Ledger, path: Path, p12: Path, clock: StandingClock) -> None:
    _close(restored, p12, clock, path.parent / "out")
    clock.set(2026, 5, 3)
    assert close_month.prepare(restored, Month(2026, 4), now=clock()).issue.breaks == ()
    later = restored.backup()
    restored.close()
    with Ledger.restore(path, later, clock=clock) as again:
        assert again.breaks(again.months.signed_head()[0]) == ()


@pytest.mark.parametrize("loss", ["gone", "header", "cut"])
def test_without_a_readable_ledger_the_folder_of_signed_files_remembers(
    path: Path, backup: Path, clock: StandingClock, p12: Path, loss: str
) -> None:
    if loss == "gone":
        path.unlink()
    elif loss == "header":
        path.write_bytes(b"x" * 100 + path.read_bytes()[100:])
    else:
        path.write_bytes(path.read_bytes()[:9_000])
    with pytest.raises(OlderBackup, match="2026年3月"):
        Ledger.restore(path, backup, clock=clock)
    with Ledger.restore(path, backup, clock=clock, reason=REASON) as ledger:
        (told,) = ledger.breaks()
        assert (told.month, told.revision, told.reason) == ("2026-03", 1, REASON)
        assert _close(ledger, p12, clock, path.parent / "out")[0].revision == 2


def test_a_correction_that_was_lost_is_not_made_a_second_time(
    path: Path, backup: Path, p12: Path, clock: StandingClock
) -> None:
    with Ledger.open(path, clock=clock) as ledger:
        before_correcting = ledger.backup()
        close_month.correct_month(ledger, MARCH, "漏记")
        assert _close(ledger, p12, clock, path.parent / "out")[0].revision == 2
    with Ledger.restore(path, before_correcting, clock=clock, reason=REASON) as restored:
        close_month.correct_month(restored, MARCH, "再次更正")
        closing = close_month.prepare(restored, MARCH, now=clock())
        second = path.parent / "reports" / "SQ-01-2026-03-r2.pdf"
        assert (closing.issue.revision, closing.issue.reason) == (3, "再次更正")
        assert closing.issue.replaces == close_month.SignedFile(closing, second.read_bytes()).sha256


def test_a_signed_file_that_nobody_can_explain_is_not_replaced(path: Path, p12: Path, clock: StandingClock) -> None:
    with Ledger.create(path, POINT, clock=clock) as ledger:
        stranger = path.parent / "reports" / "SQ-01-2026-03-r1.pdf"
        stranger.parent.mkdir()
        stranger.write_bytes(b"%PDF of another ledger of this point")
        with pytest.raises(ReportExists, match=r"r1\.pdf"):
            close_month.prepare(ledger, MARCH, now=clock())


def test_a_file_that_waited_when_the_power_went_gets_its_name_or_goes(
    path: Path, p12: Path, clock: StandingClock, backup: Path
) -> None:
    report = path.parent / "reports" / "SQ-01-2026-03-r1.pdf"
    never = path.parent / "reports" / "SQ-01-2026-04-r1.pdf"
    content = report.read_bytes()
    report.rename(waiting(report))
    waiting(never).write_bytes(b"half a fi")
    with Ledger.open(path, clock=clock):
        assert report.read_bytes() == content
        assert [file.name for file in report.parent.iterdir()] == [report.name]


def test_the_copy_for_the_commission_is_made_up_for_after_a_crash(
    path: Path, backup: Path, clock: StandingClock
) -> None:
    wanted = path.parent / "报送" / "SQ-01-2026-03-r1.pdf"
    with Ledger.open(path, clock=clock) as ledger:
        ledger.promise_delivery(wanted.name, wanted)
    wanted.parent.mkdir()
    with Ledger.open(path, clock=clock):
        assert wanted.read_bytes() == (path.parent / "reports" / wanted.name).read_bytes()
    wanted.unlink()
    with Ledger.open(path, clock=clock):
        assert not wanted.exists(), "what was delivered and taken away is not delivered again"
