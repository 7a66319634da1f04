"""A register of 300 rows dropped on the bar, looked at, two rows mended, stored; and the grown one a month later."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from burden_desktop.ui.registers.import_dialog import ImportDialog

from ..real_ledger import open_window, record_page
from .typist import CONTROL, Typist

Report = Callable[[str], None]
HEAD = "序号,收文日期,来文单位,文号,标题,份数,办理情况\n"


def rows(first: int, last: int) -> str:
    return "".join(
        f"{n},3月{n % 28 + 1}日,青禾县第{n % 20}局,青发〔2026〕{n}号,关于做好第{n}项工作的通知,{n % 3 + 1},\n" for n in range(first, last)
    )


def drop(path: Path, window: Any, typist: Typist) -> None:
    """Hand to the mouse, the file picked up and let go over the bar: the model's H, 2 P, 2 B and a thought."""
    typist.effort.add("M").add("H").add("P", 2).add("B", 2)
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    window.entry.notice.dropEvent(QDropEvent(QPointF(5, 5), copy, held, left, Qt.KeyboardModifier.NoModifier))


def opened(qtbot: QtBot, window: Any, new: int) -> ImportDialog:
    qtbot.waitUntil(lambda: any(one.isVisible() and one.store.isEnabled() for one in window.findChildren(ImportDialog)), timeout=20_000)
    dialog = next(one for one in window.findChildren(ImportDialog) if one.isVisible())
    assert f"登记{new}行" in dialog.store.text()
    dialog.activateWindow()
    QTest.qWaitForWindowActive(dialog)
    return dialog


def test_a_register_of_300_rows_costs_seconds(tmp_path: Path, clock: Any, typist: Typist, report: Report, qtbot: QtBot) -> None:
    register = tmp_path / "2026年收文登记.csv"
    register.write_text(HEAD + rows(0, 299) + "299,2月30日,县林业局,,关于补植补造的通知,1,\n", "utf-8")
    with open_window(tmp_path / "ledger.db", clock) as (desk, window):
        record_page(window)
        drop(register, window, typist)
        dialog = opened(qtbot, window, new=299)
        typist.think()
        typist.effort.add("P", 2).add("B", 6).add("K", len("2.28") + 1)  # the tab, then the cell, written over
        dialog.mendable.setData(dialog.mendable.index(0, 3), "2.28")
        qtbot.waitUntil(lambda: "登记300行" in dialog.store.text() and dialog.store.isEnabled(), timeout=20_000)
        typist.think()
        typist.effort.add("H")
        dialog.store.setFocus()  # the Return that ends the cell's editing leaves the cursor in the table: one Tab
        typist.effort.add("K")
        with qtbot.waitSignal(dialog.finished, timeout=20_000):
            typist.key(Qt.Key.Key_Return)
        assert desk.count("document") == 300
        first = typist.effort.seconds
        register.write_text(HEAD + rows(0, 299) + "299,2.28,县林业局,,关于补植补造的通知,1,\n" + rows(300, 320), "utf-8")
        drop(register, window, typist)
        dialog = opened(qtbot, window, new=20)
        typist.think()
        typist.effort.add("H")
        with qtbot.waitSignal(dialog.finished, timeout=20_000):
            typist.key(Qt.Key.Key_Return)
        assert desk.count("document") == 320
        QApplication.processEvents()
        window.activateWindow()
        QTest.qWaitForWindowActive(window)
        page = record_page(window)
        page.table.setFocus()
        typist.key(Qt.Key.Key_Z, CONTROL)
        assert desk.count("document") == 300
    assert first <= 25
    report(f"register of 300 rows: {first:.1f} s, the grown one {typist.effort.seconds - first:.1f} s; {typist.longest}")
