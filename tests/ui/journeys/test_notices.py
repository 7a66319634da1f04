"""Notices pasted and files dropped: what the hand does for each, beside the same papers in a plain spreadsheet."""

from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from burden_desktop.domain.listing import Listing

from ..real_ledger import open_window, record_page
from .typist import CONTROL, Effort, Typist, keys_of

Report = Callable[[str], None]
PAPER = "青禾县水利局文件\n青水发〔2026〕12号\n关于做好水库管护工作的通知\n各乡镇：\n请做好管护，4月20日前报送情况。\n青禾县水利局\n2026年4月1日\n"
MEETING = (
    "青禾县林业局文件\n青林发〔2026〕8号\n关于召开全县森林防火工作会议的通知\n各乡镇人民政府：\n"
    "定于4月9日（星期四）上午9:00在县林业局四楼会议室召开会议，请分管负责同志参加。\n青禾县林业局\n2026年4月2日\n"
)
LETTER = "关于商请协助核查农房底数的函\n柳溪镇人民政府：\n请于4月15日前将核查结果函告我局。\n青禾县住房和城乡建设局\n2026年4月1日\n"
LINE = "4.1 县农业农村局 关于做好春耕备耕工作的通知 青农发[2026]3号"
CHAT = "【青禾县应急管理局】关于开展汛前隐患排查的通知\n各乡镇：请于4月10日下班前报送排查情况。\n青禾县应急管理局\n2026年4月2日"
PASTED = (PAPER, MEETING, LETTER, LINE, CHAT)
MANDATORY = ("organ", "title")


def _in_a_spreadsheet() -> Effort:
    """The same paper: serial, date, body and number in full, title; a Tab behind each."""
    title = ("~关于做好", "水库管护", "~工作的", "~通知")
    effort = Effort().add("M", 4).add("K", len("61") + len("2026-4-2") + keys_of("青禾县水利局") + sum(map(keys_of, title)) + 5)
    return effort.add("K", keys_of("青水发") + len("[2026]12") + keys_of("号"))


def test_a_pasted_notice_costs_seconds(tmp_path: Path, clock: Any, typist: Typist, report: Report) -> None:
    """The text is on the clipboard; to the bar, paste, Enter, a look, Enter. What was not read must be typed."""
    costs = []
    with open_window(tmp_path / "ledger.db", clock) as (desk, window):
        desk.notices.choose("both")
        desk.notices.warm()
        for kind in ("document", "meeting"):
            record_page(window, kind)
        for text in PASTED:
            typist.effort = Effort()
            QApplication.clipboard().setText(text)
            typist.key(Qt.Key.Key_L, CONTROL)
            typist.key(Qt.Key.Key_V, CONTROL)
            typist.key(Qt.Key.Key_Return)
            made = 0
            while window.entry.notice.toPlainText():
                page = window.page(window._shown)
                pane = page.form_pane
                assert pane is not None and all(pane.form.written()[name] for name in MANDATORY), text
                typist.think()
                typist.key(Qt.Key.Key_Return)
                made += 1
                assert made <= 2, text
            costs.append(typist.effort.seconds / made)
        assert len(desk.lists.at("document", Listing(), 0, 9)) == len(PASTED)
        assert len(desk.lists.at("meeting", Listing(), 0, 9)) == 1
    report(f"pasted notice: median {median(costs):.1f} s a record (most {max(costs):.1f}); in a spreadsheet {_in_a_spreadsheet()}; {typist.longest}")
    assert median(costs) <= 4


def drop(window: Any, paths: list[Path], typist: Typist) -> None:
    """Hand to the mouse, the files picked up and let go over the window, hand back."""
    typist.effort.add("M").add("H", 2).add("P", 2).add("B", 2)
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    window.dropEvent(QDropEvent(QPointF(500, 500), copy, held, left, Qt.KeyboardModifier.NoModifier))


def test_a_file_copied_in_the_file_list_is_pasted_like_a_dropped_one(
    tmp_path: Path, clock: Any, typist: Typist, report: Report, qtbot: QtBot
) -> None:
    """Ctrl+C where the file stands chosen, back to the window, Ctrl+L, Ctrl+V, a look, Enter."""
    with open_window(tmp_path / "ledger.db", clock) as (desk, window):
        record_page(window)
        file, held = tmp_path / "通知.txt", QMimeData()
        file.write_text(PAPER, "utf-8")
        held.setUrls([QUrl.fromLocalFile(str(file))])
        typist.effort.add("M").add("K", 4)  # Ctrl+C there, Alt+Tab back
        QApplication.clipboard().setMimeData(held)
        typist.key(Qt.Key.Key_L, CONTROL)
        typist.key(Qt.Key.Key_V, CONTROL)
        qtbot.waitUntil(lambda: record_page(window).edited, timeout=20_000)
        assert window.entry.notice.toPlainText() == "", "the file's name is no notice"
        typist.think()
        typist.key(Qt.Key.Key_Return)
        assert desk.count("document") == 1
    report(f"file copied and pasted: {typist.effort}; {typist.longest}")
    QApplication.clipboard().clear()  # what Python made must not lie there when the interpreter ends


def test_files_dropped_together_cost_seconds_each(tmp_path: Path, clock: Any, typist: Typist, report: Report, qtbot: QtBot) -> None:
    costs = {}
    with open_window(tmp_path / "ledger.db", clock) as (desk, window):
        record_page(window)
        for count in (1, 6):
            typist.effort = Effort()
            paths = [tmp_path / f"{count}-{n}.txt" for n in range(count)]
            for n, path in enumerate(paths):
                path.write_text(PAPER.replace("12号", f"{count}{n}号"), "utf-8")
            drop(window, paths, typist)
            qtbot.waitUntil(lambda: record_page(window).edited, timeout=20_000)
            for _ in paths:
                typist.think()
                typist.key(Qt.Key.Key_Return)
            assert not record_page(window).edited
            costs[count] = typist.effort.seconds / count
        assert desk.count("document") == 7
    report(f"dropped file: {costs[1]:.1f} s alone, {costs[6]:.1f} s each of six; {typist.longest}")
    assert costs[6] <= 3
