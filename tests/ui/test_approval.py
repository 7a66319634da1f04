"""Two people: the clerk makes the pages, the approver signs them, and only after every page was on his screen."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from burden_desktop.domain.handed_in.submission import read_submission
from burden_desktop.domain.kinds import KINDS
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.texts import Texts
from burden_desktop.signing.trust import read_trust
from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks import enter
from burden_desktop.tasks.desk import LedgerDesk
from burden_desktop.tasks.identity import export_certificate, make_identity
from burden_desktop.tasks.judging import judge_bytes
from burden_desktop.ui.desk import CLOSED, OPEN
from burden_desktop.ui.month.approval_dialog import Approval, ApprovalDialog
from burden_desktop.ui.month.close_dialog import CloseDialog, ClosingAnswer
from burden_desktop.ui.month.month_page import MonthPage
from burden_desktop.ui.window import Window

from ..conftest import StandingClock
from ..records import POINT
from .fake_desk import FakePages

SCREENS = Path(__file__).resolve().parents[2] / "out" / "screens" / "approval"
SECRET = "春风又绿江南岸12"  # noqa: S105 - of a key made for this test
MARCH = Month(2026, 3)
TWO = replace(POINT, reporter="镇党政办", approver="镇分管领导")


class ManyPages(FakePages):
    def __len__(self) -> int:
        return 5


@pytest.fixture
def dialog(qtbot: QtBot, chinese_fonts: None) -> Iterator[ApprovalDialog]:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = ApprovalDialog(parent, Texts(), MARCH, TWO, ManyPages(), identity=Path("a.p12"))
    made.resize(700, 700)
    made.show()
    qtbot.waitExposed(made)
    QApplication.processEvents()
    yield made
    made.close()


def test_signing_waits_until_every_page_was_shown(dialog: ApprovalDialog) -> None:
    dialog.form.passphrase_line.setText(SECRET)
    assert not dialog.sign.isEnabled() and "共5页" in dialog.progress.text()
    steps = 0
    while dialog.onward.isEnabled():
        assert not dialog.sign.isEnabled()
        dialog.onward.click()
        QApplication.processEvents()
        steps += 1
        assert steps < 40
    assert dialog.sign.isEnabled() and dialog.view.seen == frozenset(range(5))
    dialog.form.passphrase_line.clear()
    assert not dialog.sign.isEnabled()


def test_a_leap_to_the_end_shows_the_end_only(dialog: ApprovalDialog) -> None:
    dialog.form.passphrase_line.setText(SECRET)
    bar = dialog.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    QApplication.processEvents()
    assert 4 in dialog.view.seen and 1 not in dialog.view.seen and not dialog.sign.isEnabled()


def test_pages_seen_before_a_wrong_passphrase_need_not_be_seen_again(qtbot: QtBot, chinese_fonts: None) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    again = ApprovalDialog(
        parent, Texts(), MARCH, TWO, ManyPages(), identity=Path("a.p12"), seen=frozenset(range(5)), trouble="口令不对"
    )
    again.form.passphrase_line.setText(SECRET)
    assert again.sign.isEnabled() and "口令不对" in again.banner.text


@pytest.fixture
def month(tmp_path: Path, clock: StandingClock, qtbot: QtBot, chinese_fonts: None) -> Iterator[tuple[MonthPage, LedgerDesk]]:
    ledger = Ledger.create(tmp_path / "ledger.db", TWO, clock=clock)
    enter.enter(ledger, "document", {"received_on": "2026-03-05", "organ": "青禾县民政局", "title": "关于报送情况的通知"})
    make_identity(TWO, tmp_path / "id.p12", SECRET, algorithm="ec", now=clock())
    desk = LedgerDesk(ledger, clock)
    desk.identities.choose(tmp_path / "id.p12", None)
    window = Window(desk, KINDS, Texts())
    qtbot.addWidget(window)
    window.show()
    window.show_page("month")
    page = window.page("month")
    assert isinstance(page, MonthPage)
    page.show_month(MARCH)
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=30_000)
    yield page, desk
    window.jobs.stop()
    desk.close()


def read_and_sign(passphrases: list[str], shown: list[bytes]) -> Callable[[ApprovalDialog], int]:
    """What the approver does in the dialog: reads on to the end, writes the next passphrase, signs."""

    def act(self: ApprovalDialog) -> int:
        self.show()
        QApplication.processEvents()
        while self.onward.isEnabled():
            self.onward.click()
            QApplication.processEvents()
        SCREENS.mkdir(parents=True, exist_ok=True)
        self.grab().save(str(SCREENS / f"approval-{len(shown)}.png"))
        shown.append(b"")
        self.form.passphrase_line.setText(passphrases.pop(0))
        self.sign.click()
        return self.result()

    return act


def test_the_approver_signs_what_he_saw_and_both_names_stand_in_it(
    month: tuple[MonthPage, LedgerDesk], qtbot: QtBot, tmp_path: Path, clock: StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, desk = month
    drawn: list[bytes] = []
    draws = desk.sealing.pdf_of
    monkeypatch.setattr(desk.sealing, "pdf_of", lambda made: drawn.append(draws(made)) or drawn[-1])

    def clerk(self: CloseDialog) -> int:
        assert self.form.isHidden() and self.seal.isEnabled()
        self.grab().save(str(SCREENS / "clerk.png"))
        return int(QDialog.DialogCode.Accepted)

    SCREENS.mkdir(parents=True, exist_ok=True)
    monkeypatch.setattr(CloseDialog, "exec", clerk)
    monkeypatch.setattr(ApprovalDialog, "exec", read_and_sign(["不对的口令一二三", SECRET], []))
    page.close_button.click()
    qtbot.waitUntil(lambda: desk.month_state(MARCH) == CLOSED, timeout=60_000)
    assert "已封存" in page.banner.text
    signed = desk.sealed_pdf(MARCH)
    assert signed is not None and len(set(drawn)) == 1 and signed.startswith(drawn[0])
    (tmp_path / "trust").mkdir()
    export_certificate(tmp_path / "id.p12", SECRET, tmp_path / "trust" / "a.cer")
    judged = judge_bytes("a.pdf", signed, read_trust(tmp_path / "trust"), clock())
    assert judged.verdict.accepted
    told = read_submission(judged.payload).point
    assert (told.reporter, told.approver) == ("镇党政办", "镇分管领导")
    document = pypdfium2.PdfDocument(signed)
    text = "".join(document[index].get_textpage().get_text_range() for index in range(len(document)))
    document.close()
    assert "编报人：镇党政办" in text and "审核人：镇分管领导" in text


def test_nothing_is_sealed_when_the_approver_does_not_sign(
    month: tuple[MonthPage, LedgerDesk], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, desk = month
    monkeypatch.setattr(CloseDialog, "ask", lambda *_, **__: ClosingAnswer(Path(), "", ""))
    monkeypatch.setattr(ApprovalDialog, "ask", lambda *_, **__: None)
    page.close_month()
    qtbot.waitUntil(lambda: "没有签名" in page.banner.text, timeout=30_000)
    assert desk.month_state(MARCH) == OPEN and page.close_button.isEnabled()


def test_a_record_entered_while_the_approver_read_asks_for_new_pages(
    month: tuple[MonthPage, LedgerDesk], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, desk = month

    def approve(*args: object, **named: object) -> Approval:
        desk.add("document", {"received_on": "2026-03-06", "organ": "青禾县民政局", "title": "又来一件"})
        chosen = desk.identities.kept.path
        assert chosen is not None
        return Approval(chosen, SECRET, frozenset())

    monkeypatch.setattr(CloseDialog, "ask", lambda *_, **__: ClosingAnswer(Path(), "", ""))
    monkeypatch.setattr(ApprovalDialog, "ask", approve)
    page.close_month()
    qtbot.waitUntil(lambda: not page.banner.text.startswith("正在"), timeout=30_000)
    assert desk.month_state(MARCH) == OPEN and "有改动" in page.banner.text
