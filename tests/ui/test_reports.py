"""回看, 规则 and the findings of 本月: every figure leads to its records, every change is kept."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSpinBox
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from burden_desktop.app import texts
from burden_desktop.domain.kinds import KINDS
from burden_desktop.domain.months.detail import Matter
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.months.rules import Answer
from burden_desktop.domain.months.summary import Finding
from burden_desktop.domain.texts import Texts
from burden_desktop.ui import asking
from burden_desktop.ui.desk import CLOSED, CORRECTING
from burden_desktop.ui.month.findings_list import why_closed
from burden_desktop.ui.month.load_calendar import LoadModel
from burden_desktop.ui.month.month_page import MonthPage
from burden_desktop.ui.month.report_text_dialog import ReportTextDialog
from burden_desktop.ui.month.review_page import ReviewPage
from burden_desktop.ui.month.rules_page import RulesPage
from burden_desktop.ui.place import Place
from burden_desktop.ui.window import Window

from .fake_desk import FakeDesk, full_desk

MARCH = Month(2026, 3)


@pytest.fixture
def desk() -> FakeDesk:
    return full_desk(12)


@pytest.fixture
def month_page(qtbot: QtBot, window: Window) -> MonthPage:
    window.show_page("month")
    page = window.page("month")
    assert isinstance(page, MonthPage)
    page.show_month(MARCH)
    qtbot.waitUntil(lambda: page.findings.list.topLevelItemCount() == 1)
    return page


def test_a_finding_and_a_row_of_figures_lead_to_their_records(qtbot: QtBot, window: Window, month_page: MonthPage) -> None:
    places: list[Place] = []
    month_page.opened.connect(places.append)
    qtbot.keyClick(month_page.findings.list, Qt.Key.Key_Return)
    month_page.table.activated.emit(month_page.figures.index(1, 2))
    assert places == [Place("document", numbers=("收2026-0003",)), Place("meeting", month=MARCH)]
    assert "公开通报：当天布置当天要。" in month_page.findings.words.text()


def test_a_remark_is_kept_by_the_findings_identity(
    month_page: MonthPage, desk: FakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "line", lambda *_: None)
    month_page.findings.buttons[Answer.WRONG].click()
    assert desk.reports.remarks == {}
    monkeypatch.setattr(asking, "line", lambda *_: "已向来文单位说明")
    month_page.findings.buttons[Answer.EXPLAINED].click()
    assert desk.reports.remarks == {"ab12": (Answer.EXPLAINED, "已向来文单位说明")}


def test_a_closed_month_takes_no_remark_and_says_why(qtbot: QtBot, month_page: MonthPage, desk: FakeDesk) -> None:
    desk.states[MARCH] = CLOSED
    month_page.show_month(MARCH)
    qtbot.waitUntil(lambda: not month_page.findings.buttons[Answer.EXPLAINED].isEnabled())
    assert not any(button.isEnabled() for button in month_page.findings.buttons.values())
    assert "更正重报" in month_page.findings.closed_words.text() and month_page.findings.open_button.isEnabled()
    moved = replace(desk.summarise(desk.summary_inputs(MARCH)), rules_moved=("计划和备案",))
    assert "（计划和备案）不影响本月" in why_closed(Texts(), moved)
    desk.states[MARCH] = CORRECTING
    month_page.show_month(MARCH)
    qtbot.waitUntil(lambda: month_page.findings.buttons[Answer.EXPLAINED].isEnabled())
    assert month_page.findings.closed_words.isHidden()


def test_texts_of_the_report_are_edited_beside_what_is_made(
    qtbot: QtBot, month_page: MonthPage, desk: FakeDesk, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ReportTextDialog, "ask", lambda *_: {"opening": "本月来文略多。"})
    month_page.edit_texts()
    qtbot.waitUntil(lambda: desk.reports.kept_texts == {"opening": "本月来文略多。"})
    qtbot.waitUntil(lambda: not window.jobs.busy)
    dialog = ReportTextDialog(month_page, Texts(), MARCH, desk.reports.texts(None))
    qtbot.addWidget(dialog)
    assert dialog.answer() == {}
    dialog.back["opening"].click()
    assert dialog.answer() == {"opening": "本月平稳。"}


def test_words_older_than_the_figures_are_told_before_closing(
    qtbot: QtBot, month_page: MonthPage, desk: FakeDesk, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.reports.kept_texts["opening"] = "本月来文略多。"
    month_page.show_month(MARCH)
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert month_page.texts.doubts == () and month_page.banner.text == ""
    desk.reports.made_text = "本月收文13件。"
    month_page.show_month(MARCH)
    qtbot.waitUntil(lambda: "数字已变，请核对：总体情况" in month_page.banner.text)
    assert "13件" not in month_page.banner.text
    begun: list[Month] = []
    monkeypatch.setattr(month_page.closing, "begin", begun.append)
    monkeypatch.setattr(asking, "yes", lambda *_, **__: False)
    month_page.close_month()
    assert begun == []
    monkeypatch.setattr(asking, "yes", lambda *_, **__: True)
    month_page.close_month()
    assert begun == [MARCH]
    dialog = ReportTextDialog(month_page, Texts(), MARCH, desk.reports.texts(None))
    qtbot.addWidget(dialog)
    assert dialog.answer() == {}
    dialog.checked["opening"].setChecked(True)
    assert dialog.answer() == {"opening": "本月来文略多。"}, "words that still hold are kept beside the new figures"


def test_a_number_that_nobody_counted_is_told_at_once(qtbot: QtBot, month_page: MonthPage, desk: FakeDesk, window: Window) -> None:
    desk.reports.kept_texts["opening"] = "本月收文9件。"
    month_page.show_month(MARCH)
    qtbot.waitUntil(lambda: "总体情况的文字里有程序没有统计出的数字：9件" in month_page.banner.text)
    assert len(month_page.texts.doubts) == 1
    desk.reports.made_text = desk.reports.made_of = "本月收文9件。"
    month_page.show_month(MARCH)
    qtbot.waitUntil(lambda: month_page.texts.doubts == ())


def test_copies_are_written_side_by_side(
    qtbot: QtBot, month_page: MonthPage, desk: FakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "save_file", lambda *_: Path("月报.docx"))
    month_page.save_copies()
    qtbot.waitUntil(lambda: desk.reports.written == {Path("月报.docx"): b"word", Path("月报.xlsx"): b"tables"})


@pytest.fixture
def review(window: Window) -> ReviewPage:
    window.show_page("review")
    page = window.page("review")
    assert isinstance(page, ReviewPage)
    return page


def test_halves_stand_side_by_side_and_a_cell_leads_to_its_month(window: Window, review: ReviewPage) -> None:
    places: list[Place] = []
    review._work.jobs.stop()
    review._work = review._work._replace(go=places.append)
    assert [review.table.item(0, column).text() for column in (0, 3, 7, 8, 10)] == ["收文", "12", "12", "—", "12"]
    review.table.cellActivated.emit(0, 3)
    assert places == [Place("document", month=MARCH)]
    assert [review.table.item(0, column).text() for column in (4, 5, 6)] == ["—"] * 3, "months to come hold no figure"


def test_a_day_of_the_calendar_opens_exactly_its_records(
    window: Window, review: ReviewPage, desk: FakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    places: list[Place] = []
    review._work = review._work._replace(go=places.append)
    asked: list[list[str]] = []
    monkeypatch.setattr(asking, "one_of", lambda *_, actions: asked.append(actions))
    review.calendar.activated.emit(review.calendar.load.index(1, 30))  # 31 February is no day
    review.calendar.activated.emit(review.calendar.load.index(0, 0))  # nothing came on New Year's Day
    review.calendar.activated.emit(review.calendar.load.index(2, 4))
    assert places == [] and asked == [["收文（1）", "参会（1）", "迎检（1）"]]
    monkeypatch.setattr(asking, "one_of", lambda *_, actions: 1)
    review.calendar.activated.emit(review.calendar.load.index(2, 4))
    assert places == [Place("meeting", numbers=(desk.kept["meeting"][4].number,))]
    desk.add("document", {"received_on": "2026-04-01", "organ": "青禾县民政局", "title": "四月的通知"})
    review.calendar.activated.emit(review.calendar.load.index(3, 0))
    assert places[1:] == [Place("document", numbers=(desk.kept["document"][-1].number,))]


def test_the_chart_of_the_months_leads_to_their_records(qtbot: QtBot, window: Window, review: ReviewPage) -> None:
    qtbot.waitUntil(lambda: review.chart.chart is not None)
    assert review.chart.chart and "收文 3月 12" in review.chart.accessibleDescription()
    places: list[Place] = []
    review._work = review._work._replace(go=places.append)
    review.chart.opened.emit(next(bar for bar in review.chart.chart.bars if bar.kind == "document" and bar.series == 2))
    assert places == [Place("document", month=MARCH)]


def test_what_comes_back_leads_to_its_records(month_page: MonthPage) -> None:
    places: list[Place] = []
    month_page.opened.connect(places.append)
    month_page.matters.show_matters(
        (
            Matter("repeated", "关于防汛的通知", "青禾县水利局", 3, ("收2026-0003",), ("收2026-0001",)),
            Matter("asked_after", "关于防汛的通知", "青禾县水利局", 1, ("表2026-0001",), ("收2026-0003",)),
        )
    )
    for row in range(2):
        month_page.matters.list.setCurrentItem(month_page.matters.list.topLevelItem(row))
        month_page.matters.list._open(month_page.matters.list.topLevelItem(row))
    assert places == [Place("document", numbers=("收2026-0001", "收2026-0003")), Place("report_request", numbers=("表2026-0001",))]


def test_a_finding_of_a_planned_plaque_opens_it_by_the_number_in_its_sentence(month_page: MonthPage) -> None:
    places: list[Place] = []
    month_page.opened.connect(places.append)
    month_page.findings.show_findings((Finding("plaque-basis", "remind", (), "提示：甲局《某牌》拟挂（编号牌2026-0003），没有填写依据。", "cd34"),))
    assert month_page.findings.open_button.isEnabled()
    month_page.findings.open_button.click()
    assert places == [Place("plaque", numbers=("牌2026-0003",))]


def test_halves_follow_one_another(review: ReviewPage) -> None:
    review._go(-1)
    assert review.name.text() == "2025年下半年"
    review._go(1)
    review._go(1)
    assert review.name.text() == "2026年下半年"


def test_the_review_is_made_shown_and_saved(
    qtbot: QtBot, review: ReviewPage, desk: FakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    review.make_review()
    qtbot.waitUntil(review.save_button.isEnabled)
    assert review.view.pages is not None
    monkeypatch.setattr(asking, "save_file", lambda *_: Path("回看.pdf"))
    review.save()
    assert sorted(path.suffix for path in desk.reports.written) == [".docx", ".pdf", ".xlsx"]


def test_the_calendar_keeps_the_rules_of_qt(qtmodeltester: ModelTester, desk: FakeDesk, qtbot: QtBot) -> None:
    model = LoadModel(Texts(), Qt.GlobalColor.blue)
    qtmodeltester.check(model)
    model.show_year(2026, desk.reports.load(2026), desk.reports.works)
    qtmodeltester.check(model)
    assert model.index(2, 0).data() == "3"
    assert model.index(2, 0).data(Qt.ItemDataRole.ToolTipRole) == "2026-03-01（休息日）：3件（次）"
    assert model.index(1, 30).data() is None


@pytest.fixture
def rules(window: Window) -> RulesPage:
    window.show_page("rules")
    page = window.page("rules")
    assert isinstance(page, RulesPage)
    return page


def test_a_rule_is_switched_and_given_back(rules: RulesPage, desk: FakeDesk) -> None:
    item = rules.list.topLevelItem(0)
    item.setCheckState(0, Qt.CheckState.Unchecked)
    assert desk.reports.pack.changed == ("document-growth",)
    assert item.text(2) == "未启用，已调整"
    rules.back.click()
    assert desk.reports.pack.changed == ()
    assert item.checkState(0) is Qt.CheckState.Checked


def test_a_bound_is_moved(rules: RulesPage, desk: FakeDesk) -> None:
    rules.list.setCurrentItem(rules.list.topLevelItem(1))
    bounds = [spin for spin in rules.findChildren(QSpinBox) if spin.accessibleName() == "综合性文件字数上限"]
    assert bounds[-1].value() == 5000
    bounds[-1].setValue(4500)
    rule = desk.reports.pack.rule("document-length")
    assert rule is not None and rule.parameters["comprehensive"] == 4500
    assert "除部署综合性工作外" in rules.words.text() and "若干规定" in rules.source.text()


def test_local_rules_come_switched_off(rules: RulesPage) -> None:
    states = {rules.list.topLevelItem(row).text(0): rules.list.topLevelItem(row).text(2) for row in range(rules.list.topLevelItemCount())}
    assert len(states) == 33
    assert {state for name, state in states.items() if name.startswith(("吉林", "张家界"))} == {"未启用"}


def test_every_kind_has_a_row_in_the_review(review: ReviewPage) -> None:
    assert review.table.rowCount() == len(KINDS)


def test_rules_have_english_titles_in_an_english_window_and_sources_stay_chinese(qtbot: QtBot, chinese_fonts: None, desk: FakeDesk) -> None:
    window = Window(desk, KINDS, texts("en"))
    qtbot.addWidget(window)
    window.show_page("rules")
    page = window.page("rules")
    assert isinstance(page, RulesPage)
    titles = [page.list.topLevelItem(row).text(0) for row in range(page.list.topLevelItemCount())]
    assert len(titles) == 33 and titles[1] == "Length of documents"
    assert not any("\u4e00" <= letter <= "\u9fff" for title in titles for letter in title)
    page.list.setCurrentItem(page.list.topLevelItem(1))
    assert page.form.itemAt(0, page.form.ItemRole.LabelRole).widget().text() == "Characters at most, comprehensive document"
    assert "若干规定" in page.source.text()
    window.jobs.stop()


def test_a_fact_sheet_is_made_for_the_body_that_was_chosen(
    qtbot: QtBot, month_page: MonthPage, desk: FakeDesk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(asking, "choose", lambda *said: asked.append(said[-1]) or 1)
    monkeypatch.setattr(asking, "save_file", lambda *said: tmp_path / said[2])
    month_page.findings.sheet_button.click()
    sheet = tmp_path / "QH-2026-03-提醒事实单-青禾县应急管理局.pdf"
    qtbot.waitUntil(lambda: sheet in desk.reports.written)
    assert asked == [["青禾县民政局（3条提示）", "青禾县应急管理局（1条提示）"]]
    assert desk.reports.written[sheet] == "青禾县应急管理局".encode()
    assert desk.reports.written[sheet.with_suffix(".docx")] == b"2026-04-17"
    desk.reports.concerned = ()
    month_page.findings.sheet_button.click()
    qtbot.waitUntil(lambda: "不需要事实单" in month_page.banner.text)
