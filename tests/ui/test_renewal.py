"""A certificate made, reminded of, renewed and lost, in the point's window and in the commission's."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from burden_desktop.domain.errors.signing import CodesDisagree
from burden_desktop.domain.handed_in.receiving import REFUSED
from burden_desktop.domain.kinds import KINDS
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.point import Point
from burden_desktop.domain.role import COMMISSION
from burden_desktop.domain.texts import Texts
from burden_desktop.signing import identity
from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks.desk import LedgerDesk
from burden_desktop.tasks.identity import make_identity
from burden_desktop.ui import asking
from burden_desktop.ui.attending import attend
from burden_desktop.ui.changes import Changes
from burden_desktop.ui.commission.enrol_dialog import EnrolAnswer, EnrolDialog
from burden_desktop.ui.commission.points_page import PointsPage
from burden_desktop.ui.identity.passphrase_dialog import PassphraseDialog
from burden_desktop.ui.jobs import Jobs
from burden_desktop.ui.page import Workplace
from burden_desktop.ui.settings.identity_section import IdentitySection
from burden_desktop.ui.settings.settings_page import SettingsPage
from burden_desktop.ui.window import Window

from ..a_point import SECRET, APoint, received_here
from ..conftest import StandingClock
from ..records import POINT


@pytest.fixture(autouse=True)
def quick_locks(monkeypatch: pytest.MonkeyPatch) -> None:
    """How slow a lock is to open is measured elsewhere."""
    monkeypatch.setattr(identity, "ROUNDS", 2_000)


@pytest.fixture
def window(tmp_path: Path, clock: StandingClock, qtbot: QtBot, chinese_fonts: None) -> Iterator[Window]:
    desk = LedgerDesk(Ledger.create(tmp_path / "l" / "ledger.db", POINT, clock=clock), clock)
    made = Window(desk, KINDS, Texts())
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()
    desk.close()


def section(window: Window) -> IdentitySection:
    window.show_page("settings")
    page = window.page("settings")
    assert isinstance(page, SettingsPage)
    found = page.sections["identity_section"]
    assert isinstance(found, IdentitySection)
    return found


def make(window: Window, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, choice: int | None = None) -> None:
    monkeypatch.setattr(asking, "save_file", lambda *_: path)
    monkeypatch.setattr(asking, "one_of", lambda *_, **__: choice)
    monkeypatch.setattr(PassphraseDialog, "ask", lambda *_: SECRET)
    section(window).part.make_button.click()
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=30_000)


def test_sheet_and_certificate_lie_beside_a_new_key(
    window: Window, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(window, tmp_path / "key" / "SQ-01.p12", qtbot, monkeypatch)
    part = section(window).part
    assert sorted(file.name for file in (tmp_path / "key").iterdir()) == ["SQ-01.cer", "SQ-01.p12", "SQ-01.pdf"]
    assert str(tmp_path / "key" / "SQ-01.pdf") in part.banner.text and "2029-04-0" in part.shown.text()
    assert part.reminder.isHidden() and part.use_button.isHidden() and not part.sheet_button.isHidden()


def test_the_end_is_told_beforehand_and_leads_to_the_renewal(
    window: Window, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, clock: StandingClock
) -> None:
    make(window, tmp_path / "old.p12", qtbot, monkeypatch)
    clock.set(2029, 2, 14, 9, 30)
    assert window._desk.identities.reminder() is not None
    window.changes.tell("identity")
    window.show_page("today")
    (button,) = [button for button in window.page("today").findChildren(QPushButton) if button.text() == "打开签名证书"]
    button.click()
    assert section(window).isVisible() and "还有" in section(window).part.reminder.text
    reminding, _ = attend(window, window._desk, Texts())  # type: ignore[arg-type]
    assert "签名证书将于" in reminding.bar.banner.text
    window.show_page("today")
    reminding.bar.act.click()
    assert window.stack.currentIndex() == window._names.index("settings")
    make(window, tmp_path / "new.p12", qtbot, monkeypatch, choice=0)
    part, kept = section(window).part, window._desk.identities.kept
    assert kept.path == tmp_path / "old.p12" and kept.waiting == tmp_path / "new.p12"
    assert "等纪委登记" in part.shown.text() and "改用新证书" in part.reminder.text
    part.use_button.click()
    assert window._desk.identities.kept.path == tmp_path / "new.p12"
    assert window._desk.identities.reminder() is None and part.use_button.isHidden()


def test_an_ended_certificate_is_told_and_a_lost_one_replaced_at_once(
    window: Window, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, clock: StandingClock
) -> None:
    make(window, tmp_path / "old.p12", qtbot, monkeypatch)
    make(window, tmp_path / "second.p12", qtbot, monkeypatch, choice=1)
    assert window._desk.identities.kept.path == tmp_path / "second.p12"
    clock.set(2030, 2, 14, 9, 30)
    assert "已于" in section(window).part.reminder.text or window._desk.identities.reminder() is not None
    make(window, tmp_path / "third.p12", qtbot, monkeypatch)  # nobody is asked: the second can sign no more
    assert window._desk.identities.kept.path == tmp_path / "third.p12"


def test_a_certificate_of_another_point_is_told_when_it_is_chosen(
    window: Window, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, clock: StandingClock
) -> None:
    make_identity(Point("青禾县柳溪镇", "LX-02"), tmp_path / "other.p12", SECRET, algorithm="ec", now=clock())
    monkeypatch.setattr(asking, "open_file", lambda *_: tmp_path / "other.p12")
    monkeypatch.setattr(asking, "secret", lambda *_: SECRET)
    section(window).part.choose_button.click()
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=30_000)
    refused = str(CodesDisagree(certificate="LX-02", ledger=POINT.code).sentence)
    assert section(window).part.banner.text == refused and window._desk.identities.kept.path is None


def test_a_passphrase_is_set_once_long_enough_and_the_same_twice(qtbot: QtBot, chinese_fonts: None) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = PassphraseDialog(parent, Texts())
    dialog.first.setText("短")
    assert "还差7个字符" in dialog.banner.text and not dialog.agree.isEnabled()
    dialog.first.setText(SECRET)
    assert "口令强度" in dialog.banner.text and not dialog.agree.isEnabled()
    dialog.second.setText(SECRET + "1")
    assert "不一样" in dialog.banner.text and not dialog.agree.isEnabled()
    dialog.second.setText(SECRET)
    assert dialog.agree.isEnabled()


@pytest.mark.parametrize("lost", [False, True])
def test_the_commission_renews_or_replaces_and_old_months_stay(
    tmp_path: Path, clock: StandingClock, qtbot: QtBot, chinese_fonts: None, monkeypatch: pytest.MonkeyPatch, lost: bool
) -> None:
    point = APoint(tmp_path / "p", clock)
    point.months("2026-03")
    ledger = Ledger.create(tmp_path / "c" / "ledger.db", Point("青禾县纪委监委", "JW-01"), clock=clock, role=COMMISSION)
    desk, jobs = LedgerDesk(ledger, clock), Jobs()
    page = PointsPage(Workplace(desk, (), Texts(), Changes(), jobs, lambda place: None, None))  # type: ignore[arg-type]
    qtbot.addWidget(page)
    page.open()
    monkeypatch.setattr(asking, "open_file", lambda *_: point.cer)
    monkeypatch.setattr(EnrolDialog, "ask", lambda *_, **__: EnrolAnswer(renew=False, replace=False))
    page.enrol()
    assert [one.outcome for one in received_here(ledger, [point.out], clock())] == ["accepted"]
    old, clock.now = point.p12, clock.now + timedelta(days=1)
    point.new_key()
    monkeypatch.setattr(EnrolDialog, "ask", lambda *_, has_one, **__: EnrolAnswer(renew=not lost, replace=lost) if has_one else None)
    page.enrol()
    assert [page.table.item(row, 2).text()[:3] for row in range(2)] == (["已停用", "在用，"] if lost else ["在用，", "在用，"])
    new, point.p12 = point.p12, old
    clock.set(2026, 5, 2)
    point.add("2026-04-05")
    with_old = point.close("2026-04", out=tmp_path / "old")
    (answer,) = received_here(ledger, [with_old], clock())
    assert (answer.outcome == REFUSED) == lost and all("停用" in str(reason) for reason in answer.reasons)
    point.p12 = new
    point.correct("2026-04")
    point.add("2026-04-06")
    with_new = point.close("2026-04", out=tmp_path / "new")
    (answer,) = received_here(ledger, [with_new], clock())
    assert answer.outcome == "noticed" and answer.revision == 2
    shown = desk.receiving.overview(2).rows[0].cells
    assert [(cell.month, cell.revision) for cell in shown] == [(Month(2026, 3), 1), (Month(2026, 4), 2)]
    jobs.stop()
    desk.close()
