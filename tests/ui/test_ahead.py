"""Pages loaded while nobody waits."""


from pytestqt.qtbot import QtBot

from burden_desktop.ui.ahead import LoadAhead


def test_one_module_at_a_time_until_all_are_there(qtbot: QtBot, monkeypatch) -> None:
    loaded: list[str] = []
    monkeypatch.setattr("burden_desktop.ui.ahead.import_module", lambda name, package: loaded.append(name))
    ahead = LoadAhead(("today_page", "record_page", "record_page"), pause=0)
    qtbot.waitUntil(lambda: ahead.done, timeout=2_000)
    assert loaded == [".today_page", ".record_page"]


def test_stopped_it_loads_nothing_more(qtbot: QtBot, monkeypatch) -> None:
    loaded: list[str] = []
    monkeypatch.setattr("burden_desktop.ui.ahead.import_module", lambda name, package: loaded.append(name))
    ahead = LoadAhead(("today_page",), pause=10)
    ahead.stop()
    qtbot.wait(40)
    assert loaded == [] and not ahead.done
