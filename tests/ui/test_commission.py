"""A commission's window over a real ledger: a point is enrolled, its months received, the overview shows the history."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from burden_desktop.domain.months.month import Month
from burden_desktop.domain.point import Point
from burden_desktop.domain.role import COMMISSION
from burden_desktop.domain.texts import Texts, say
from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks import close_month, enter
from burden_desktop.tasks.desk import LedgerDesk
from burden_desktop.tasks.identity import export_certificate, make_identity
from burden_desktop.ui import asking
from burden_desktop.ui.changes import Changes
from burden_desktop.ui.commission.enrol_dialog import EnrolAnswer, EnrolDialog
from burden_desktop.ui.commission.overview_page import OverviewPage
from burden_desktop.ui.commission.points_page import PointsPage
from burden_desktop.ui.commission.receive_page import ReceivePage
from burden_desktop.ui.jobs import Jobs
from burden_desktop.ui.look.appearance import DARK, LIGHT, SYSTEM, wear
from burden_desktop.ui.page import Workplace
from burden_desktop.ui.pages import page_entries
from burden_desktop.ui.screenshots import screenshots

from ..conftest import StandingClock
from ..records import POINT

SCREENS = Path(__file__).resolve().parents[2] / "out" / "screens" / "commission"
SECRET = "春风又绿江南岸12"  # noqa: S105 - of a key made for this test
MARCH = Month(2026, 3)


@pytest.fixture(scope="module")
def handed_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a point's certificate, its month in two revisions, and a file that is none."""
    folder, clock = tmp_path_factory.mktemp("point"), StandingClock()
    make_identity(POINT, folder / "id.p12", SECRET, algorithm="ec", now=clock())
    export_certificate(folder / "id.p12", SECRET, folder / "point.cer")
    with Ledger.create(folder / "ledger.db", POINT, clock=clock) as ledger:
        for _ in range(2):
            if ledger.months.sealed(MARCH):
                close_month.correct_month(ledger, MARCH, "漏记一件，核对后补上")
            enter.enter(ledger, "document", {"received_on": "2026-03-05", "organ": "青禾县民政局", "title": "关于报送情况的通知"})
            closing = close_month.prepare(ledger, MARCH, now=clock())
            signed = close_month.make(closing, (folder / "id.p12").read_bytes(), SECRET, path="", now=clock())
            close_month.commit(ledger, signed, folder / "in")
    (folder / "in" / "说明.pdf").write_bytes(b"%PDF-1.7 hello")
    return folder


@pytest.fixture
def desk(tmp_path: Path, clock: StandingClock) -> Iterator[LedgerDesk]:
    ledger = Ledger.create(tmp_path / "c" / "ledger.db", Point("青禾县纪委监委", "JW-01"), clock=clock, role=COMMISSION)
    made = LedgerDesk(ledger, clock)
    yield made
    made.close()


@pytest.fixture
def work(desk: LedgerDesk, qtbot: QtBot, chinese_fonts: None) -> Iterator[Workplace]:
    jobs = Jobs()
    yield Workplace(desk, (), Texts(), Changes(), jobs, lambda place: None, None)  # type: ignore[arg-type]
    jobs.stop()


def enrolled(work: Workplace, handed_in: Path, monkeypatch: pytest.MonkeyPatch) -> PointsPage:
    page = PointsPage(work)
    page.open()
    monkeypatch.setattr(asking, "open_file", lambda *_: handed_in / "point.cer")
    monkeypatch.setattr(EnrolDialog, "ask", lambda *_, **__: EnrolAnswer(False, False))
    page.enrol()
    return page


def received(work: Workplace, handed_in: Path, qtbot: QtBot) -> ReceivePage:
    page = ReceivePage(work)
    page.open()
    page.receive([handed_in / "in"])
    qtbot.waitUntil(lambda: not work.jobs.busy, timeout=30_000)
    return page


def test_a_point_is_enrolled_its_months_received_and_shown(
    work: Workplace, handed_in: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    points = enrolled(work, handed_in, monkeypatch)
    assert (points.table.rowCount(), points.table.item(0, 0).text()) == (1, "SQ-01")
    page = received(work, handed_in, qtbot)
    assert "核验3份：接受1份，接受但有提示1份，拒收1份，已收过0份" in page.banner.text
    assert [page.table.item(row, 2).text() for row in range(3)] == ["接受，有提示", "接受", "拒收"]
    assert not page.progress.isVisible() and page.files_button.isEnabled()
    overview = OverviewPage(work)
    overview.open()
    assert overview.table.item(0, 1).text() == "已报，有提示，第2版"
    assert [overview.files.item(row, 0).text() for row in range(2)] == ["第2版", "第1版"]
    assert overview.records.rowCount() == 2
    opened: list[str] = []
    monkeypatch.setattr("burden_desktop.ui.commission.overview_page.QDesktopServices.openUrl", lambda url: bool(opened.append(url.toLocalFile())) or True)
    overview.open_file()
    assert Path(opened[0]).read_bytes() == (handed_in / "in" / "SQ-01-2026-03-r2.pdf").read_bytes()
    overview.table.setCurrentCell(0, 2)
    assert "登记前" in overview.cell_title.text() and overview.files.rowCount() == 0
    monkeypatch.setattr(asking, "line", lambda *_: "密钥丢失")
    points.table.setCurrentCell(0, 0)
    points.suspend()
    assert "已停用" in points.table.item(0, 2).text() and not points.suspend_button.isEnabled()


def test_a_points_name_stands_beside_its_row_however_far_the_months_are_scrolled(
    work: Workplace, handed_in: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    enrolled(work, handed_in, monkeypatch)
    page = OverviewPage(work)
    qtbot.addWidget(page)
    page.resize(900, 500)
    page.show()
    page.open()
    names = page.table.verticalHeader()
    page.table.setCurrentCell(0, page.table.columnCount() - 1)
    assert page.table.horizontalScrollBar().value() > 0
    assert names.isVisible() and page.table.verticalHeaderItem(0).text() == POINT.name
    assert page.table.isColumnHidden(0)


def test_large_letters_leave_rows_and_buttons_of_the_overview_in_sight(work: Workplace, handed_in: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    before = app.font()
    enrolled(work, handed_in, monkeypatch)
    received(work, handed_in, qtbot)
    try:
        wear(app, percent=200, theme=LIGHT, family=None)
        page = OverviewPage(work)
        qtbot.addWidget(page)
        page.resize(980, 650)
        page.fit(980)
        page.show()
        page.open()
        QApplication.processEvents()
        for table in (page.table, page.files, page.records):
            assert table.viewport().height() >= table.rowHeight(0) > 0
        right = page.open_button.mapTo(page, page.open_button.rect().bottomRight()).x()
        assert right <= page.width()
    finally:
        wear(app, percent=100, theme=SYSTEM, family=None)
        app.setFont(before)


def test_a_long_reason_is_shortened_in_its_cell_and_whole_in_the_tip(work: Workplace, handed_in: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    enrolled(work, handed_in, monkeypatch)
    received(work, handed_in, qtbot)
    one = replace(work.desk.receiving.received()[0], notices=(say("下列规则关闭后又打开：{rules}。", rules="、".join(["同日多次迎检"] * 29)),), reasons=())
    monkeypatch.setattr(work.desk.receiving, "received", lambda: (one,))
    page = ReceivePage(work)
    page.open()
    cell = page.table.item(0, 3)
    assert len(cell.text()) <= 110 and cell.text().endswith("…")
    assert cell.toolTip().count("同日多次迎检") == 29


def test_a_stopped_batch_keeps_what_was_judged(work: Workplace, handed_in: Path, qtbot: QtBot, tmp_path: Path) -> None:
    for number in range(12):
        shutil.copyfile(handed_in / "in" / "说明.pdf", tmp_path / f"{number}.pdf")
    page = ReceivePage(work)
    page.open()
    page.receive(sorted(tmp_path.glob("*.pdf")))
    page.cancel()
    qtbot.waitUntil(lambda: not work.jobs.busy, timeout=30_000)
    assert page.table.rowCount() < 12


def test_enrolling_waits_for_the_comparison(desk: LedgerDesk, handed_in: Path, qtbot: QtBot, chinese_fonts: None) -> None:
    from PySide6.QtWidgets import QWidget

    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = EnrolDialog(parent, Texts(), desk.receiving.look_at(handed_in / "point.cer"), has_one=True)
    assert not dialog.agree.isEnabled()
    dialog.compared.setChecked(True)
    assert not dialog.agree.isEnabled()
    dialog.replace.setChecked(True)
    assert dialog.agree.isEnabled()
    dialog.show()
    SCREENS.mkdir(parents=True, exist_ok=True)
    dialog.grab().save(str(SCREENS / "enrol.png"))


@pytest.mark.parametrize(("theme", "percent"), [(LIGHT, 100), (DARK, 200)])
def test_every_page_of_a_commission_is_pictured(
    work: Workplace, desk: LedgerDesk, handed_in: Path, qtbot: QtBot, clock: StandingClock, monkeypatch: pytest.MonkeyPatch,
    theme: str, percent: int,
) -> None:  # fmt: skip
    if theme == LIGHT:
        enrolled(work, handed_in, monkeypatch)
        received(work, handed_in, qtbot)
        clock.now += timedelta(days=1)
    files = screenshots(desk, Texts(), SCREENS, kinds=(), theme=theme, percent=percent)  # type: ignore[arg-type]
    names = [entry.name for entry in page_entries((), desk)]  # type: ignore[arg-type]
    assert names == ["overview", "receive", "points", "backups", "settings"]
    assert [file.name.partition("-")[0] for file in files] == names
    assert QApplication.instance() is not None
