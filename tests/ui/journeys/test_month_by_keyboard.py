"""From the first start to a signed month by keyboard alone, over a real ledger and with a real key: first record, a nil
month, a printed and closed month, two names of one body made one and parted again."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from burden_desktop.domain.listing import Listing
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.point import Point
from burden_desktop.domain.texts import Texts
from burden_desktop.signing import identity
from burden_desktop.tasks.desk import LedgerDesk
from burden_desktop.tasks.identity import make_identity
from burden_desktop.tasks.ledger_care import new_ledger
from burden_desktop.ui.bodies_page import BodiesPage
from burden_desktop.ui.desk import CLOSED
from burden_desktop.ui.first_run import Wizard
from burden_desktop.ui.jobs import Jobs
from burden_desktop.ui.month.close_dialog import CloseDialog
from burden_desktop.ui.month.month_page import MonthPage
from burden_desktop.ui.window import Window

from ..real_ledger import POINT, open_window, record_page
from .typist import CONTROL, Typist

Report = Callable[[str], None]
MARCH = Month(2026, 3)
SECRET = "spring-wind-2026-river"  # noqa: S105 - of keys made for one test


@pytest.fixture
def key(tmp_path: Path, clock: Any, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(identity, "ROUNDS", 2_000)  # a lock that is opened at once
    made = tmp_path / "point.p12"
    make_identity(POINT, made, SECRET, algorithm="ec", now=clock())
    return made


@pytest.fixture
def dialogs() -> Iterator[Callable[[type[QDialog], Callable[[Any], None]], None]]:
    """Do something in the next dialog of a class; a dialog that nobody answers is shut."""

    def answer(wanted: type[QDialog], act: Callable[[Any], None]) -> None:
        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, wanted):
                QTimer.singleShot(20, look)
                return
            try:
                QTest.qWaitForWindowActive(dialog)
                act(dialog)
            finally:
                dialog.close()

        QTimer.singleShot(0, look)

    yield answer


def go_to_page(window: Window, typist: Typist, name: str) -> None:
    """By the keys: the nearest numbered page, then on with Ctrl+PgDown."""
    numbered = [entry.name for entry in window.entries if not entry.key][:9]
    typist.key(Qt.Key(Qt.Key.Key_0 + len(numbered)), CONTROL)
    for _ in window.entries:
        if window.entries[window.stack.currentIndex()].name == name:
            return
        typist.key(Qt.Key.Key_PageDown, CONTROL)
    raise AssertionError(name)


def test_first_run_to_first_record(qtbot: QtBot, tmp_path: Path, clock: Any, typist: Typist, report: Report) -> None:
    def create(path: Path, point: Point, role: str) -> LedgerDesk:
        return LedgerDesk(new_ledger(path, point, clock, role), clock)

    jobs = Jobs()
    wizard = Wizard(Texts(), create, tmp_path / "ledger.db", jobs)
    qtbot.addWidget(wizard)
    wizard.show()
    wizard.activateWindow()
    QTest.qWaitForWindowActive(wizard)
    form = wizard.point_page.form
    typist.tab_to(form.name)
    typist.chinese("青禾县", "柳溪镇")
    typist.tab_to(form.code)
    typist.text("QH-07")
    typist.tab_to(form.reporter)
    typist.chinese("镇党政办")
    typist.key(Qt.Key.Key_Return)
    assert wizard.currentPage() is wizard.identity_page
    typist.tab_to(wizard.button(Wizard.WizardButton.FinishButton))
    typist.key(Qt.Key.Key_Return)
    jobs.stop()
    made = wizard.desk
    assert made is not None and made.point.name == "青禾县柳溪镇"
    made.close()  # type: ignore[attr-defined]
    with open_window(tmp_path / "ledger.db", clock) as (desk, window):
        go_to_page(window, typist, "document")
        typist.key(Qt.Key.Key_N, CONTROL)
        typist.chinese("县水利局")
        typist.tab_to(record_page(window).form.editors["title"])
        typist.chinese("关于防汛的通知")
        typist.key(Qt.Key.Key_Return)
        (record,) = desk.lists.at("document", Listing(), 0, 5)
        assert record.values["title"] == "关于防汛的通知"
        assert desk.steps.past("document", record.number)[0].by == "镇党政办"
    report(f"first run to first record: {typist.effort}; {typist.longest}")


def _month(window: Window, typist: Typist) -> MonthPage:
    go_to_page(window, typist, "month")
    page = window.page("month")
    assert isinstance(page, MonthPage)
    typist.tab_to(page.before)
    typist.key(Qt.Key.Key_Space)
    assert page.month == MARCH
    return page


def _seal(typist: Typist) -> Callable[[CloseDialog], None]:
    def act(dialog: CloseDialog) -> None:
        typist.tab_to(dialog.form.passphrase_line)
        typist.text(SECRET)
        typist.key(Qt.Key.Key_Return)

    return act


def test_a_nil_month_is_closed(
    qtbot: QtBot, tmp_path: Path, clock: Any, key: Path, typist: Typist, report: Report, dialogs: Any
) -> None:
    with open_window(tmp_path / "ledger.db", clock) as (desk, window):
        desk.identities.choose(key, None)
        page = _month(window, typist)
        qtbot.waitUntil(lambda: not window.jobs.busy)
        assert page.close_button.text() == "零报告封存"
        typist.tab_to(page.close_button)
        dialogs(CloseDialog, _seal(typist))
        typist.key(Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: desk.month_state(MARCH) == CLOSED, timeout=30_000)
        qtbot.waitUntil(lambda: not window.jobs.busy, timeout=30_000)
        assert (desk.sealed_pdf(MARCH) or b"").startswith(b"%PDF")
    report(f"nil month: {typist.effort}; {typist.longest}")


def test_a_month_is_printed_and_closed(
    qtbot: QtBot, tmp_path: Path, clock: Any, key: Path, typist: Typist, report: Report, dialogs: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = tmp_path / "paper.pdf"
    asked: list[tuple[int, int]] = []

    def accept(dialog: QPrintDialog) -> int:
        """The system's dialog, answered: printed into a file."""
        asked.append((dialog.minPage(), dialog.maxPage()))
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(paper))
        return 1

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    with open_window(tmp_path / "ledger.db", clock) as (desk, window):
        desk.identities.choose(key, None)
        for day in range(1, 6):
            desk.add("document", {"received_on": f"2026-03-{day:02}", "organ": "县水利局", "title": f"关于第{day}件事的通知"})
        page = _month(window, typist)
        qtbot.waitUntil(lambda: not window.jobs.busy)
        typist.tab_to(page.print_button)
        typist.key(Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: paper.exists() and not window.jobs.busy, timeout=30_000)
        assert paper.read_bytes().startswith(b"%PDF") and asked[0][0] == 1 and asked[0][1] >= 3
        assert "已送打印机" in page.banner.text
        typist.tab_to(page.close_button)
        dialogs(CloseDialog, _seal(typist))
        typist.key(Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: desk.month_state(MARCH) == CLOSED and not window.jobs.busy, timeout=30_000)
        assert not page.close_button.isEnabled() and page.correct_button.isEnabled()
    report(f"print and close: {typist.effort}; {typist.longest}")


def test_two_names_of_one_body_are_merged_and_parted(qtbot: QtBot, tmp_path: Path, clock: Any, typist: Typist, report: Report) -> None:
    with open_window(tmp_path / "ledger.db", clock) as (desk, window):
        for organ in ("县农业农村局", "县农业农村局", "县业农村局"):
            desk.add("document", {"received_on": "2026-04-01", "organ": organ, "title": "关于备耕的通知"})
        go_to_page(window, typist, "bodies")
        page = window.page("bodies")
        assert isinstance(page, BodiesPage)
        typist.tab_to(page.search)
        typist.chinese("县业")
        typist.tab_to(page.table)
        typist.key(Qt.Key.Key_Home)
        assert "县农业农村局" in page.near.text()
        typist.tab_to(page.into)
        typist.chinese("县农业农村局")
        typist.tab_to(page.merge_button)
        typist.key(Qt.Key.Key_Space)
        (body,) = (row for row in desk.bodies.find("") if row.records)
        assert (body.organ.name, body.records, body.organ.aliases) == ("县农业农村局", 3, ("县业农村局",))
        typist.tab_to(page.search)
        typist.key(Qt.Key.Key_A, CONTROL)
        typist.key(Qt.Key.Key_Delete)
        typist.tab_to(page.table)
        typist.key(Qt.Key.Key_Z, CONTROL)
        assert {row.organ.name: row.records for row in desk.bodies.find("") if row.records} == {"县农业农村局": 2, "县业农村局": 1}
        typist.key(Qt.Key.Key_Y, CONTROL)
        assert [row.records for row in desk.bodies.find("") if row.records] == [3]
        assert desk._ledger.check().ok
    report(f"merge two names, undo, redo: {typist.effort}; {typist.longest}")


def test_a_record_of_any_kind_is_found_by_letters_within_four_seconds(tmp_path: Path, clock: Any, typist: Typist, report: Report) -> None:
    """Two characters by their initials: the letters go from the input method into the box with one more key."""
    with open_window(tmp_path / "ledger.db", clock) as (desk, window):
        for n in range(30):
            desk.add("document", {"received_on": f"2026-03-{n + 1:02}", "organ": "县水利局", "title": f"关于第{n}件事的通知"})
        meeting = desk.add("meeting", {"held_on": "2026-03-09", "organ": "县应急管理局", "title": "防汛工作会"})
        typist.think()
        typist.key(Qt.Key.Key_F3)
        typist.letters("fx")
        typist.key(Qt.Key.Key_Return)
        shown = record_page(window, "meeting").pane.current
        assert shown is not None and shown.number == meeting.number
        assert window.entries[window.stack.currentIndex()].name == "meeting"
    report(f"found by two initials, of any kind: {typist.effort}")
    assert typist.effort.seconds <= 4
