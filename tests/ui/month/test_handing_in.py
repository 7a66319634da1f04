"""A signed month can be reached and handed in: its folder opens, and a copy goes where the clerk says, byte by byte."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from burden_desktop.domain.identity_kept import IdentityKept
from burden_desktop.domain.months.month import Month
from burden_desktop.ui import asking
from burden_desktop.ui.desk import CLOSED, CORRECTING
from burden_desktop.ui.month.month_page import MonthPage
from burden_desktop.ui.window import Window

from ..fake_desk import FakeDesk

MARCH = Month(2026, 3)


@pytest.fixture
def page(window: Window, desk: FakeDesk, tmp_path: Path) -> MonthPage:
    file = tmp_path / "QSZ-01-2026-03-r1.pdf"
    file.write_bytes(b"%PDF signed")
    desk.signed_files[MARCH], desk.states[MARCH] = file, CLOSED
    window.show_page("month")
    shown = window.page("month")
    assert isinstance(shown, MonthPage)
    shown.show_month(MARCH)
    return shown


def test_a_closed_month_names_its_file_and_opens_its_folder(
    page: MonthPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    assert "QSZ-01-2026-03-r1.pdf" in page.banner.text
    page.banner.offers[0].click()
    assert opened == [QUrl.fromLocalFile(str(tmp_path))]


def test_a_copy_holds_the_signed_bytes(page: MonthPage, desk: FakeDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "save_file", lambda *_: tmp_path / "stick" / "QSZ-01-2026-03-r1.pdf")
    page.banner.offers[1].click()
    assert desk.reports.written[tmp_path / "stick" / "QSZ-01-2026-03-r1.pdf"] == b"%PDF signed"
    assert "stick" in page.banner.text and len(page.banner.offers) == 3


def test_an_open_month_offers_nothing(page: MonthPage, desk: FakeDesk) -> None:
    desk.states[MARCH] = CORRECTING
    page.show_month(MARCH)
    assert page.banner.text == "" and page.banner.offers == []


@pytest.mark.parametrize(("content", "state"), [(b"%PDF signed", "good"), (b"%PDF signed!", "error")])
def test_what_is_on_the_stick_is_looked_at_as_the_commission_will(
    qtbot: QtBot, page: MonthPage, desk: FakeDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes, state: str
) -> None:
    page.banner.offers[2].click()
    assert page.banner.state == "error" and "签名证书" in page.banner.text
    desk.identities.kept = IdentityKept(tmp_path / "id.p12")
    (tmp_path / "copy.pdf").write_bytes(content)
    monkeypatch.setattr(asking, "open_file", lambda *_: tmp_path / "copy.pdf")
    page.show_month(MARCH)
    page.banner.offers[2].click()
    qtbot.waitUntil(lambda: "copy.pdf" in page.banner.text)
    assert page.banner.state == state
