"""The whole program, driven through its journeys in a process of its own, opens no socket of any network.

An audit hook of the interpreter sees every socket of Python, in each process that is started; Qt could only reach out
with its network library, which is never loaded. Not looked at: the clipboard, what opens a file outside (the system's
own reader of PDF files), and a printer's driver.
"""

import os
import subprocess
import sys
import textwrap
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WATCH = """
import socket, sys

def watch(event, arguments):
    if event in ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto", "urllib.Request"):
        raise SystemExit(f"network: {event} {arguments}")
    if event == "socket.__new__" and arguments[1] != getattr(socket, "AF_UNIX", None):
        raise SystemExit(f"network: {event} {arguments}")

sys.addaudithook(watch)
"""
JOURNEYS = """
    import sys
    from pathlib import Path
    from burden_desktop.app import start
    folder = Path(sys.argv[1])
    demo = folder / "demo"
    def run(*words):
        code = start([str(word) for word in words])
        assert code == 0, (words, code)
    run("demo", "--out", demo)
    (folder / "pass").write_text("made for this test")
    secret = ("--passphrase-file", folder / "pass")
    point = ("--ledger", folder / "p" / "ledger.db")
    run(*point, "init", "--name", "A", "--code", "A-1")
    run("identity", "new", "--name", "A", "--code", "A-1", "--out", folder / "a.p12", *secret)
    run("identity", "sheet", folder / "a.p12", *secret, "--out", folder / "sheet")
    run(*point, "add", "document", "received_on=2026-01-05", "organ=B", "title=C")
    run(*point, "close", "2026-01", "--identity", folder / "a.p12", *secret, "--out", folder / "in")
    (folder / "trust").mkdir()
    (folder / "trust" / "a.cer").write_bytes((folder / "sheet" / "A-1.cer").read_bytes())
    run("verify", *(folder / "in").glob("*.pdf"), "--trust", folder / "trust")
    commission = ("--ledger", folder / "c" / "ledger.db")
    run(*commission, "init", "--name", "D", "--code", "D-1", "--role", "commission")
    from burden_desktop.signing.enrolment import look_at
    found = look_at((folder / "trust" / "a.cer").read_bytes())
    run(*commission, "points", "enrol", folder / "trust" / "a.cer", "--fingerprint", found.fingerprint)
    run(*commission, "receive", folder / "in")
    run(*commission, "overview")
    run(*point, "backup")
    run(*point, "check")
    run("self-check")
"""


WINDOW = """
    import sys
    from datetime import datetime
    from pathlib import Path
    from PySide6.QtWidgets import QApplication
    from burden_desktop.app import now
    from burden_desktop.domain.kinds import KINDS
    from burden_desktop.domain.months.month import Month
    from burden_desktop.domain.texts import Texts
    from burden_desktop.tasks.desk import LedgerDesk
    from burden_desktop.tasks.ledger_care import new_ledger
    from burden_desktop.ui import asking
    from burden_desktop.ui.attending import attend
    from burden_desktop.ui.month.close_dialog import CloseDialog, ClosingAnswer
    from burden_desktop.ui.commission.enrol_dialog import EnrolAnswer, EnrolDialog
    from burden_desktop.ui.first_run import Wizard
    from burden_desktop.ui.jobs import Jobs
    from burden_desktop.ui.identity.passphrase_dialog import PassphraseDialog
    from burden_desktop.ui.start import application
    from burden_desktop.ui.window import Window
    folder, secret = Path(sys.argv[1]), "made for this test"
    app = application(Texts())

    def settle(jobs):
        while jobs.busy:
            app.processEvents()
        app.processEvents()

    def first_start(role):
        jobs = Jobs()
        make = lambda path, point, role: LedgerDesk(new_ledger(path, point, now, role), now)
        wizard = Wizard(Texts(), make, folder / role / "ledger.db", jobs)
        wizard.show()
        page = wizard.point_page
        (page.commission_button if role == "commission" else page.point_button).click()
        page.form.name.setText("A")
        page.form.code.setText("A-1")
        wizard.next() if role == "point" else wizard.accept()
        if role == "point":
            asking.save_file = lambda *_: folder / "a.p12"
            PassphraseDialog.ask = lambda *_: secret
            wizard.identity_page.part.make()
            settle(jobs)
        jobs.stop()
        window = Window(wizard.desk, KINDS, Texts())
        window.show()
        attend(window, wizard.desk, Texts())
        for name in window._names:
            window.show_page(name)
            settle(window.jobs)
        return window, wizard.desk

    window, desk = first_start("point")
    window.entry.notice.setPlainText("青禾县民政局：请于本周五前报送低保核查台账。")
    month = Month.of(desk.today()).previous
    desk.add("document", {"received_on": str(month.first_day), "organ": "B", "title": "C"})
    page = window.page("month")
    page.show_month(month)
    settle(window.jobs)
    page.preview()
    settle(window.jobs)
    CloseDialog.ask = lambda *_, **__: ClosingAnswer(folder / "a.p12", secret, "")
    page.close_month()
    settle(window.jobs)
    assert desk.month_state(month) == "closed", page.banner.text
    window.show_manual()
    window.close()
    signed = next((folder / "point" / "reports").glob("*.pdf"))
    desk.close()
    window, desk = first_start("commission")
    asking.open_file = lambda *_: folder / "a.cer"
    EnrolDialog.ask = lambda *_, **__: EnrolAnswer(False, False)
    window.page("points").enrol()
    window.page("receive").receive([signed])
    settle(window.jobs)
    (received,) = desk.receiving.received()
    assert received.outcome != "refused", received.reasons
    window.show_page("overview")
    window.close()
    desk.close()
    loaded = Path("/proc/self/maps")
    assert "PySide6.QtNetwork" not in sys.modules
    assert not loaded.exists() or "Qt6Network" not in loaded.read_text()
"""


def _driven(program: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    """Run with the watch in this process and in every process that it starts."""
    (folder / "watch").mkdir()
    (folder / "watch" / "sitecustomize.py").write_text(WATCH)
    paths = os.pathsep.join([str(folder / "watch"), str(ROOT)])
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program), str(folder)],
        capture_output=True, text=True, check=False, timeout=300,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": paths},
    )  # fmt: skip


def test_the_whole_program_opens_no_socket(tmp_path: Path) -> None:
    done = _driven(JOURNEYS, tmp_path)
    assert done.returncode == 0 and "network" not in done.stderr, done.stdout[-500:] + done.stderr[-2000:]


def test_the_window_opens_no_socket(tmp_path: Path) -> None:
    done = _driven(WINDOW, tmp_path)
    assert done.returncode == 0 and "network" not in done.stderr, done.stdout[-500:] + done.stderr[-2000:]


def test_the_watch_goes_red(tmp_path: Path) -> None:
    done = _driven("import socket; socket.socket()", tmp_path)
    assert done.returncode == 1 and "network: socket.__new__" in done.stderr
