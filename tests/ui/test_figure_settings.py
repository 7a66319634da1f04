"""设置: targets, usual minutes and last year's figures are set in plain words, and nothing typed is lost."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from burden_desktop.domain.months.detail import Target
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.months.past_figures import PastFigure
from burden_desktop.domain.texts import Sentence
from burden_desktop.ui import asking
from burden_desktop.ui.settings.calendar_section import CalendarSection
from burden_desktop.ui.settings.effort_section import EffortSection
from burden_desktop.ui.settings.past_figures_section import PastFiguresSection
from burden_desktop.ui.settings.settings_page import SettingsPage
from burden_desktop.ui.settings.target_section import TargetSection
from burden_desktop.ui.window import Window

from .fake_desk import FakeDesk, full_desk


@pytest.fixture
def desk() -> FakeDesk:
    return full_desk(3)


@pytest.fixture
def page(window: Window) -> SettingsPage:
    window.show_page("settings")
    shown = window.page("settings")
    assert isinstance(shown, SettingsPage)
    return shown


def test_a_target_is_set_and_taken_away(page: SettingsPage, desk: FakeDesk) -> None:
    section = page.sections["target_section"]
    assert isinstance(section, TargetSection) and section.keep() is None
    year, base, percent = section.boxes["document"]
    year.setValue(2018)
    base.setValue(600)
    percent.setValue(35)
    assert section.keep() == {"document": Target(600, 35, 2018)}
    section.save()
    assert desk.figures.kept_targets == {"document": Target(600, 35, 2018)} and section.keep() is None
    base.setValue(0)
    section.save()
    assert desk.figures.kept_targets == {}


def test_usual_minutes_are_kept_beside_those_of_kinds_not_shown(page: SettingsPage, desk: FakeDesk) -> None:
    desk.figures.kept_efforts = {**desk.figures.kept_efforts, "gone": (5, 1)}
    section = page.sections["effort_section"]
    assert isinstance(section, EffortSection)
    section.boxes["meeting"][0].setValue(90)
    section.boxes["meeting"][1].setValue(2)
    section.save()
    assert desk.figures.kept_efforts == {"document": (20, 1), "meeting": (90, 2), "gone": (5, 1)}


@pytest.fixture
def past(page: SettingsPage) -> PastFiguresSection:
    section = page.sections["past_figures_section"]
    assert isinstance(section, PastFiguresSection)
    assert section.year.value() == 2025
    return section


def test_last_years_figures_by_hand(past: PastFiguresSection, desk: FakeDesk) -> None:
    past.table.item(0, 0).setText("31")
    past.table.item(2, 1).setText(" 6 ")
    assert not past.table.item(10, 0).flags() & Qt.ItemFlag.ItemIsEditable, "the ledger holds papers of November"
    assert past.table.item(10, 1).flags() & Qt.ItemFlag.ItemIsEditable, "but no meetings"
    past.save()
    assert set(desk.figures.past()) == {PastFigure("document", Month(2025, 1), 31), PastFigure("meeting", Month(2025, 3), 6)}
    assert past.keep() is None
    past.year.setValue(2024)
    assert past.table.item(0, 0).text() == ""
    past.year.setValue(2025)
    assert past.table.item(0, 0).text() == "31"


def test_the_base_of_a_closed_month_is_said_to_change_no_report(past: PastFiguresSection, desk: FakeDesk) -> None:
    desk.figures.closed = Sentence("2026年1月已封存，签署的月报不会改变。")
    past.table.item(0, 0).setText("31")
    past.save()
    assert "已保存1个月度数字" in past.banner.text and "签署的月报不会改变" in past.banner.text


def test_what_is_no_number_is_named_and_stays(past: PastFiguresSection, desk: FakeDesk) -> None:
    past.table.item(1, 0).setText("约30")
    past.save()
    assert "2月的收文填了“约30”" in past.banner.text and not desk.figures.past()
    past.year.setValue(2024)
    assert past.year.value() == 2025 and past.table.item(1, 0).text() == "约30", "a year with a fault is not left"


def test_another_year_keeps_what_was_typed(past: PastFiguresSection, desk: FakeDesk) -> None:
    past.table.item(1, 0).setText("30")
    past.year.setValue(2024)
    assert desk.figures.past() == (PastFigure("document", Month(2025, 2), 30),)


def test_figures_of_a_file(qtbot: QtBot, past: PastFiguresSection, desk: FakeDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "open_file", lambda *_: Path("上年.xlsx"))
    desk.figures.file = (PastFigure("document", Month(2024, 5), 44),)
    past.file_button.click()
    qtbot.waitUntil(lambda: bool(desk.figures.past()))
    assert past.year.value() == 2024 and past.table.item(4, 0).text() == "44"
    desk.figures.file = (PastFigure("document", Month(2025, 12), 44),)
    past.file_button.click()
    qtbot.waitUntil(lambda: "不能手工录入" in past.banner.text)


def test_what_was_typed_comes_back_when_the_page_is_built_anew(page: SettingsPage, past: PastFiguresSection) -> None:
    past.table.item(3, 0).setText("12")
    target = page.sections["target_section"]
    assert isinstance(target, TargetSection)
    target.boxes["meeting"][1].setValue(80)
    kept = page.keep()
    past.table.item(3, 0).setText("")
    target.boxes["meeting"][1].setValue(0)
    page.bring_back(kept)
    assert past.table.item(3, 0).text() == "12" and target.boxes["meeting"][1].value() == 80


def test_a_year_of_rest_days_is_added_from_a_file_or_typed(page: SettingsPage, desk: FakeDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    section = page.sections["calendar_section"]
    assert isinstance(section, CalendarSection)
    assert "2027年的放假和调休还没有" in section.told.text()
    file = tmp_path / "2027.txt"
    file.write_text("二月六日上班", "utf-8")
    monkeypatch.setattr(asking, "open_file", lambda *_: file)
    section.take_file()
    assert section.banner.state == "error" and "第1行" in section.banner.text
    file.write_bytes(bytes([0xFF, 0xFE, 0x31]))
    section.take_file()
    assert section.banner.state == "error" and "UTF-8" in section.banner.text
    monkeypatch.setattr(asking, "line", lambda *_: "2027-01-01 休\n2027-02-06 班")
    section.type_days()
    assert section.banner.text == "已加入2天。\n2027年的放假安排还不全，没有写到春节、清明节、劳动节、端午节、中秋节、国庆节；工作日按周末和已加入的日子推算。"
    assert "2027年的放假安排还不全" in section.told.text() and "已在程序里" not in section.told.text().splitlines()[1]
    assert [section.days.item(row).text() for row in range(2)] == ["2027年1月1日 星期五 休", "2027年2月6日 星期六 班"]
    section.days.item(0).setSelected(True)
    section.remove_button.click()
    assert section.days.count() == 1 and section.banner.text == "已去掉1天。"
    section.days.selectAll()
    section.remove_button.click()
    assert section.days.isHidden() and "2027年的放假和调休还没有" in section.told.text()


def test_a_day_that_overrules_the_program_is_told(page: SettingsPage, monkeypatch: pytest.MonkeyPatch) -> None:
    section = page.sections["calendar_section"]
    assert isinstance(section, CalendarSection)
    monkeypatch.setattr(asking, "line", lambda *_: "2026-10-10 休")
    section.type_days()
    assert section.banner.state == "warning"
    assert section.banner.text == "已加入1天。\n2026-10-10与程序自带的安排相反，今后按加入的计算。"
    assert section.days.item(0).text() == "2026年10月10日 星期六 休（与程序自带的安排相反）"
