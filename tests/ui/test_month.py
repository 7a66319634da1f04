"""Month, settings and first start in the window, with dialogs replaced."""

import threading
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QTableView
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from burden_desktop.domain.errors.signing import WrongPassphrase
from burden_desktop.domain.identity_kept import IdentityKept
from burden_desktop.domain.kinds import KINDS
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.point import Point
from burden_desktop.domain.texts import Texts
from burden_desktop.ui import asking
from burden_desktop.ui.desk import CLOSED, CORRECTING
from burden_desktop.ui.first_run import Wizard
from burden_desktop.ui.jobs import Jobs
from burden_desktop.ui.look import paper
from burden_desktop.ui.month.close_dialog import CloseDialog, ClosingAnswer
from burden_desktop.ui.month.figures_model import FiguresModel
from burden_desktop.ui.month.month_page import MonthPage
from burden_desktop.ui.settings.point_section import PointSection
from burden_desktop.ui.settings.settings_page import SettingsPage
from burden_desktop.ui.window import Window

from .fake_desk import FakeDesk, FakePages, full_desk

MARCH = Month(2026, 3)


def _month(window: Window) -> MonthPage:
    window.show_page("month")
    page = window.page("month")
    assert isinstance(page, MonthPage)
    page.show_month(MARCH)
    return page


def test_figures_keep_the_rules_of_qt(qtmodeltester: ModelTester) -> None:
    model, desk = FiguresModel(KINDS, Texts()), full_desk(2)
    model.show_summary(desk.summarise(desk.summary_inputs(MARCH)))
    qtmodeltester.check(model)
    assert model.index(0, 4).data() == "—"


def test_closing_signs_in_a_job_and_seals_the_month(
    qtbot: QtBot, window: Window, desk: FakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = ClosingAnswer(Path("point.p12"), "secret words", "")
    monkeypatch.setattr(CloseDialog, "ask", lambda *args, **named: answer)
    page = _month(window)
    page.close_month()
    qtbot.waitUntil(lambda: desk.month_state(MARCH) == CLOSED)
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert desk.passphrases == ["secret words"]
    (worker,) = desk.prepared_by
    assert worker is not threading.main_thread(), "the examination of a large ledger takes seconds"
    assert not page.close_button.isEnabled()
    assert page.correct_button.isEnabled()
    assert page.view.pages is not None


def test_wrong_passphrase_is_told_and_nothing_is_sealed(
    qtbot: QtBot, window: Window, desk: FakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object) -> None:
        raise WrongPassphrase(path="point.p12")

    asked: list[dict[str, object]] = []

    def ask(*args: object, **named: object) -> ClosingAnswer | None:
        asked.append(named)
        return ClosingAnswer(Path("point.p12"), "x", "村委换届") if len(asked) == 1 else None

    monkeypatch.setattr(CloseDialog, "ask", ask)
    monkeypatch.setattr(desk.sealing, "make", refuse)
    page = _month(window)
    page.close_month()
    qtbot.waitUntil(lambda: len(asked) == 2)  # asked once more, with all but the passphrase as it was
    assert (asked[1]["identity"], asked[1]["reason"]) == (Path("point.p12"), "村委换届")
    assert "口令不对" in str(asked[1]["trouble"])
    assert desk.month_state(MARCH) != CLOSED
    assert page.close_button.isEnabled()


def test_correction_asks_for_a_reason(window: Window, desk: FakeDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.states[MARCH] = CLOSED
    monkeypatch.setattr(asking, "line", lambda *args: "漏登两份来文")
    page = _month(window)
    page.correct()
    assert desk.month_state(MARCH) == CORRECTING
    assert page.close_button.isEnabled()
    assert "已经封存" not in page.banner.text


def test_correction_names_the_closed_months_behind_it(window: Window, desk: FakeDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.states.update(dict.fromkeys((MARCH, MARCH.plus(1), MARCH.plus(2)), CLOSED))
    monkeypatch.setattr(asking, "line", lambda *args: "漏登两份来文")
    page = _month(window)
    page.correct()
    assert "2026年4月、2026年5月已经封存" in page.banner.text


def test_close_dialog_waits_for_identity_and_passphrase(qtbot: QtBot, window: Window) -> None:
    dialog = CloseDialog(window, Texts(), MARCH, window._desk.sealing, identity=None, early=True)
    qtbot.addWidget(dialog)
    assert not dialog.seal.isEnabled()
    dialog.form.identity_line.setText("point.p12")
    dialog.form.passphrase_line.setText("secret")
    assert not dialog.seal.isEnabled()
    dialog.reason.setText("村委换届")
    assert dialog.seal.isEnabled()


def test_chosen_pages_are_printed(qtbot: QtBot, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setFromTo(2, 2)
    assert paper.print_pages(FakePages(), printer) == 1
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")


def test_settings_keep_the_code_and_store_the_rest(window: Window, desk: FakeDesk) -> None:
    window.show_page("settings")
    page = window.page("settings")
    assert isinstance(page, SettingsPage)
    section = page.sections["point_section"]
    assert isinstance(section, PointSection)
    assert section.form.code.isReadOnly()
    section.form.report_day.setValue(8)
    section.save()
    assert desk.point.report_day == 8
    section.form.name.setText("石桥镇")
    section.save()
    assert "证书" not in section.banner.text, "none was made yet"
    desk.identities.kept = IdentityKept(Path("key.p12"))
    section.form.name.setText("石桥镇人民政府")
    section.save()
    assert "签名证书上仍是“石桥镇”" in section.banner.text


def test_first_start_makes_a_ledger(qtbot: QtBot, chinese_fonts: None, tmp_path: Path) -> None:
    made: list[tuple[Point, str]] = []

    def create(path: Path, point: Point, role: str) -> FakeDesk:
        made.append((point, role))
        return FakeDesk()

    jobs = Jobs()
    wizard = Wizard(Texts(), create, tmp_path / "ledger.db", jobs)
    qtbot.addWidget(wizard)
    wizard.show()
    wizard.next()
    assert wizard.currentPage() is wizard.point_page
    assert wizard.point_page.banner.isVisible()
    wizard.point_page.form.name.setText("石桥村")
    wizard.point_page.form.code.setText("QH-0312")
    wizard.next()
    assert wizard.currentPage() is wizard.identity_page
    assert made == [(Point("石桥村", "QH-0312"), "point")]
    jobs.stop()


def test_jobs_run_beside_and_report_on_the_window_thread(qtbot: QtBot) -> None:
    jobs, told = Jobs(), []
    jobs.start(threading.get_ident, lambda worker: told.append((worker, threading.get_ident())), told.append)
    cancelled = jobs.start(lambda: "never", told.append, told.append)
    cancelled.cancel()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert len(told) == 1
    assert told[0][0] != told[0][1] == threading.get_ident()
    jobs.stop()


def test_every_control_has_a_name_for_the_screen_reader(window: Window) -> None:
    nameless = []
    for name in ("document", "meeting", "inspection", "month", "settings"):
        window.show_page(name)
        for kind in (QLineEdit, QPlainTextEdit, QComboBox, QTableView, QAbstractButton):
            for widget in window.page(name).findChildren(kind):
                parent = widget.parent()  # held: in PySide6 6.7 a child goes with its parent's passing wrapper
                inner = widget.objectName().startswith("qt_") or isinstance(parent, (QSpinBox, QComboBox, QLineEdit, QTableView))
                own = widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text())
                if not own and not inner and type(widget).__module__.startswith(("PySide6", "burden")):
                    nameless.append((name, type(widget).__name__, widget.objectName(), type(parent).__name__))
    assert nameless == []
