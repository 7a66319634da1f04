"""Pages loaded while nobody waits."""


from functools import partial
from pathlib import Path
from typing import Any

from pytestqt.qtbot import QtBot

from burden_desktop.ui.ahead import DAILY, PARTS, LoadAhead

from .real_ledger import open_window


def test_one_module_at_a_time_until_all_are_there(qtbot: QtBot, monkeypatch) -> None:
    loaded: list[str] = []
    monkeypatch.setattr("burden_desktop.ui.ahead.import_module", lambda name, package: loaded.append(name))
    ahead = LoadAhead(("today_page", "records.record_page", "records.record_page"), pause=0)
    qtbot.waitUntil(lambda: ahead.done, timeout=2_000)
    assert loaded == [".today_page", ".records.record_page"]


def test_stopped_it_loads_nothing_more(qtbot: QtBot, monkeypatch) -> None:
    loaded: list[str] = []
    monkeypatch.setattr("burden_desktop.ui.ahead.import_module", lambda name, package: loaded.append(name))
    ahead = LoadAhead(("today_page",), pause=10)
    ahead.stop()
    qtbot.wait(40)
    assert loaded == [] and not ahead.done


def test_steps_follow_the_modules_and_wait_until_they_may(qtbot: QtBot, monkeypatch) -> None:
    done: list[str] = []
    free = False
    monkeypatch.setattr("burden_desktop.ui.ahead.import_module", lambda name, package: done.append(name))
    ahead = LoadAhead(("today_page",), pause=0, steps=[partial(done.append, "part"), partial(done.append, "page")], may=lambda: free)
    qtbot.wait(30)
    assert done == [".today_page"], "nothing is asked of a ledger that is lent"
    free = True
    qtbot.waitUntil(lambda: ahead.done, timeout=2_000)
    assert done == [".today_page", "part", "page"]


def test_a_page_built_ahead_is_kept_only_once_it_was_asked_for(qtbot: QtBot, chinese_fonts: None, tmp_path: Path, clock: Any) -> None:
    with open_window(tmp_path / "ledger.db", clock) as (_, window):
        window.build_ahead("document")
        window.build_ahead("month")
        before = window.pages["document"]
        assert set(window._asked) == {"today"}
        window.show_page("document")
        assert window.page("document") is before and set(window._asked) == {"today", "document"}
        window.dress_anew()
        assert set(window.pages) == {"today", "document"}, "what nobody asked for is not built anew"


def test_every_part_and_page_that_is_loaded_ahead_is_there(qtbot: QtBot, chinese_fonts: None, tmp_path: Path, clock: Any) -> None:
    with open_window(tmp_path / "ledger.db", clock) as (desk, window):
        assert all(hasattr(desk, part) for part in PARTS)
        assert set(DAILY) <= {entry.name for entry in window.entries}
