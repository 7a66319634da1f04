"""Journeys by keyboard alone, over a real ledger: first record, sixty papers, find and correct, undo after a restart."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt

from burden_desktop.domain.listing import Listing

from ..real_ledger import open_window, record_page
from .typist import CONTROL, SHIFT, Effort, Typist, keys_of

Report = Callable[[str], None]
TITLE = ("~关于做好", "春耕备耕", "~工作的", "~通知")
WHOLE_TITLE = "关于做好春耕备耕工作的通知"
BODY = "县农业农村局"


def _titles(desk: Any) -> list[str]:
    return [str(record.values["title"]) for record in desk.lists.at("document", Listing(), 0, 100)]


def _spreadsheet_record(number: bool = True) -> Effort:
    """The same paper in a plain spreadsheet: serial, date, body and number in full, title; a Tab behind each."""
    effort = Effort()
    effort.add("M", 4).add("K", len("61") + len("2026-4-2") + keys_of(BODY) + sum(map(keys_of, TITLE)) + 5)
    return effort.add("K", keys_of("云农发") + len("[2026]3") + keys_of("号")) if number else effort


def test_first_record(tmp_path: Path, clock: Any, typist: Typist, report: Report) -> None:
    with open_window(tmp_path / "ledger.db", clock) as (desk, window):
        record_page(window)  # loaded, as after the first look at it
        window.show_page("settings")
        names = [entry.name for entry in window.entries if not entry.key]
        typist.key(Qt.Key(Qt.Key.Key_1 + names.index("document")), CONTROL)
        typist.key(Qt.Key.Key_N, CONTROL)
        typist.chinese(BODY)
        typist.key(Qt.Key.Key_Tab)
        typist.key(Qt.Key.Key_Tab)
        typist.chinese(*TITLE)
        typist.key(Qt.Key.Key_Return)
        (record,) = desk.lists.at("document", Listing(), 0, 5)
        assert record.values["received_on"] == "2026-04-02"
        assert record.values["title"] == WHOLE_TITLE
        assert record.values["organ"] == BODY
        assert typist.cursor is record_page(window).form.editors["organ"]
    report(f"first record: {typist.effort}; {typist.longest}")


def test_typed_and_repeated_and_found_record_within_their_seconds(
    tmp_path: Path, clock: Any, typist: Typist, report: Report
) -> None:
    """A paper of a known body: the body by its name's beginning, the number by its serial; of the title, everyday
    phrases by their initials and the matter in full pinyin."""
    with open_window(tmp_path / "ledger.db", clock) as (desk, window):
        desk.add("document", {"received_on": "2026-04-01", "organ": BODY, "doc_no": "云农发〔2026〕2号", "title": "关于防汛的通知"})
        page = record_page(window)
        page.new()
        typist.think()
        typist.chinese("县农")
        typist.key(Qt.Key.Key_Down)
        typist.key(Qt.Key.Key_Return)
        typist.key(Qt.Key.Key_Tab)
        typist.text("3")
        typist.key(Qt.Key.Key_Tab)
        typist.think()
        typist.chinese(*TITLE)
        typist.key(Qt.Key.Key_Return)
        newest = desk.lists.at("document", Listing(), 0, 1)[0]
        assert (newest.values["organ"], newest.values["doc_no"]) == (BODY, "云农发〔2026〕3号")
        typed, typist.effort = typist.effort, Effort()

        typist.think()
        typist.key(Qt.Key.Key_D, CONTROL)
        typist.text("4")
        typist.key(Qt.Key.Key_Return)
        newest = desk.lists.at("document", Listing(), 0, 1)[0]
        assert (newest.values["title"], newest.values["doc_no"]) == (WHOLE_TITLE, "云农发〔2026〕4号")
        repeated, typist.effort = typist.effort, Effort()

        typist.think()
        typist.key(Qt.Key.Key_F, CONTROL)
        typist.chinese("汛")
        typist.key(Qt.Key.Key_Return)
        assert page.model.rowCount() == 1
        assert page.pane.current is not None and page.pane.current.number == "收2026-0001"
        found = typist.effort
    repeated_sheet = Effort().add("M", 2).add("K", 2 + len("2026-4-2") + 4 * 3 + 7)  # copy a row, serial, date, number
    found_sheet = Effort().add("M", 1).add("K", 2 + keys_of("汛") + 2)  # the find dialog, Enter, Esc
    report(f"typed record: {typed}; in a spreadsheet {_spreadsheet_record()}")
    report(f"repeated record: {repeated}; in a spreadsheet {repeated_sheet}")
    report(f"found record: {found}; in a spreadsheet {found_sheet}")
    report(f"these three: {typist.longest}")
    assert typed.seconds <= 15
    assert repeated.seconds <= 6
    assert found.seconds <= 4


def test_a_typed_record_in_full_pinyin_within_its_seconds(tmp_path: Path, clock: Any, typist: Typist, report: Report) -> None:
    """No phrase by its initials: the matter alone is typed, the frame of the body's titles taken over by ↓."""
    with open_window(tmp_path / "ledger.db", clock) as (desk, window):
        desk.add("document", {"received_on": "2026-04-01", "organ": BODY, "doc_no": "云农发〔2026〕2号", "title": "关于做好秋收工作的通知"})
        record_page(window).new()
        typist.think()
        typist.chinese("县农")
        typist.key(Qt.Key.Key_Down)
        typist.key(Qt.Key.Key_Return)
        typist.key(Qt.Key.Key_Tab)
        typist.text("3")
        typist.key(Qt.Key.Key_Tab)
        typist.think()
        typist.chinese("春耕备耕")
        typist.key(Qt.Key.Key_Down)
        typist.think()
        typist.key(Qt.Key.Key_Return)
        assert desk.lists.at("document", Listing(), 0, 1)[0].values["title"] == WHOLE_TITLE
    report(f"typed record in full pinyin: {typist.effort}")
    assert typist.effort.seconds <= 15


def test_sixty_papers(tmp_path: Path, clock: Any, typist: Typist, report: Report) -> None:
    """Every fourth paper new, the others like the one above with another number."""
    with open_window(tmp_path / "ledger.db", clock) as (desk, window):
        page = record_page(window)
        page.new()
        for n in range(60):
            if n % 4 == 0:
                typist.think()
                typist.chinese(BODY)
                typist.key(Qt.Key.Key_Tab)
                typist.text(f"YN[2026]{n + 1}")
                typist.key(Qt.Key.Key_Tab)
                typist.think()
                typist.chinese(*TITLE)
            else:
                typist.think()
                typist.key(Qt.Key.Key_D, CONTROL)
                typist.text(f"YN[2026]{n + 1}")
            typist.key(Qt.Key.Key_Return)
        assert desk.lists.count("document", Listing()) == 60
        assert page.model.rowCount() == 60
        assert not page.edited
        assert len({record.values["doc_no"] for record in desk.lists.at("document", Listing(), 0, 60)}) == 60
    per_paper = typist.effort.seconds / 60
    report(f"sixty papers: {per_paper:.1f} s a paper; {typist.longest}")


def test_find_and_correct(tmp_path: Path, clock: Any, typist: Typist, report: Report) -> None:
    with open_window(tmp_path / "ledger.db", clock) as (desk, window):
        for n in range(30):
            desk.add("document", {"received_on": f"2026-03-{n + 1:02}", "organ": BODY, "title": f"关于第{n}件事的通知", "copies": 1})
        page = record_page(window)
        typist.key(Qt.Key.Key_F, CONTROL)
        typist.chinese("第")
        typist.text("17")
        typist.key(Qt.Key.Key_Return)
        assert page.model.rowCount() == 1
        typist.key(Qt.Key.Key_Return)
        for _ in range(3):
            typist.key(Qt.Key.Key_Tab)
        assert typist.cursor is page.form.editors["title"]
        typist.key(Qt.Key.Key_End)
        typist.chinese("更正")
        typist.key(Qt.Key.Key_Return)
        assert "关于第17件事的通知更正" in _titles(desk)
        assert typist.cursor is page.table
        typist.key(Qt.Key.Key_F, CONTROL)
        typist.key(Qt.Key.Key_Delete)
        typist.key(Qt.Key.Key_Return)
        assert page.model.rowCount() == 30
    report(f"find and correct: {typist.effort}; {typist.longest}")


def test_undo_after_a_restart(tmp_path: Path, clock: Any, typist: Typist, report: Report) -> None:
    path = tmp_path / "ledger.db"
    with open_window(path, clock) as (desk, window):
        for n in range(5):
            desk.add("document", {"received_on": "2026-04-01", "organ": BODY, "title": f"第{n}号通知"})
        page = record_page(window)
        page.reload()
        page._to_table()
        typist.key(Qt.Key.Key_Down, SHIFT)
        typist.key(Qt.Key.Key_Delete)
        assert page.model.rowCount() == 3
        window.close()
    with open_window(path, clock) as (desk, window):
        page = record_page(window)
        page._to_table()
        typist.key(Qt.Key.Key_Z, CONTROL)
        assert page.model.rowCount() == 5
        typist.key(Qt.Key.Key_Z, CONTROL)
        assert page.model.rowCount() == 4
        typist.key(Qt.Key.Key_Y, CONTROL)
        assert page.model.rowCount() == 5
        assert desk._ledger.check().ok
    report(f"undo after a restart: {typist.effort}; {typist.longest}")
