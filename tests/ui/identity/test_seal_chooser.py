"""The seal's picture is chosen in the window, kept beside the ledger, printed at its true size, refused in words."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image, ImageDraw
from pytestqt.qtbot import QtBot

from burden_desktop.domain.months.month import Month
from burden_desktop.domain.texts import Texts
from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks import enter
from burden_desktop.tasks.desk import LedgerDesk
from burden_desktop.tasks.identity import make_identity
from burden_desktop.ui import asking
from burden_desktop.ui.identity.seal_chooser import SealChooser
from burden_desktop.ui.month.close_dialog import CloseDialog

from ...conftest import StandingClock
from ...records import POINT

SCREENS = Path(__file__).resolve().parents[3] / "out" / "screens" / "approval"
SECRET = "春风又绿江南岸12"  # noqa: S105 - of a key made for this test
MARCH = Month(2026, 3)


def picture(*, ground: int = 0, size: tuple[int, int] = (500, 500)) -> bytes:
    image = Image.new("RGBA", size, (255, 255, 255, ground))
    ImageDraw.Draw(image).ellipse((8, 8, size[0] - 8, size[1] - 8), outline=(200, 0, 0, 255), width=16)
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


@pytest.fixture
def desk(tmp_path: Path, clock: StandingClock) -> Iterator[LedgerDesk]:
    ledger = Ledger.create(tmp_path / "l" / "ledger.db", POINT, clock=clock)
    enter.enter(ledger, "document", {"received_on": "2026-03-05", "organ": "青禾县民政局", "title": "关于报送情况的通知"})
    made = LedgerDesk(ledger, clock)
    yield made
    made.close()


@pytest.fixture
def chooser(desk: LedgerDesk, qtbot: QtBot, chinese_fonts: None) -> SealChooser:
    made = SealChooser(Texts(), desk.sealing)
    qtbot.addWidget(made)
    made.show()
    return made


def choose(chooser: SealChooser, file: Path, content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_bytes(content)
    monkeypatch.setattr(asking, "open_file", lambda *_: file)
    chooser.choose_button.click()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (picture(ground=255), "底色不透明"),
        (picture(size=(500, 400)), "正方形"),
        (picture(size=(100, 100)), "240"),
        (b"\xff\xd8\xff\xe0 JPEG", "PNG"),
        (picture()[:300], "损坏"),
    ],
)
def test_an_unfit_picture_is_refused_in_words_and_the_kept_one_stays(
    chooser: SealChooser, desk: LedgerDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes, words: str
) -> None:
    choose(chooser, tmp_path / "good.png", picture(), monkeypatch)
    choose(chooser, tmp_path / "bad.png", content, monkeypatch)
    assert words in chooser.banner.text
    assert desk.sealing.seal_picture == picture()


def test_the_picture_is_remembered_and_printed_at_its_true_size(
    chooser: SealChooser, desk: LedgerDesk, tmp_path: Path, clock: StandingClock, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    assert not chooser.picture.isVisible() and not chooser.forget_button.isVisible()
    choose(chooser, tmp_path / "seal.png", picture(), monkeypatch)
    (tmp_path / "seal.png").unlink()  # it was on a stick
    assert chooser.picture.isVisible() and "42毫米" in chooser.told.text()
    dialog = CloseDialog(chooser, Texts(), MARCH, desk.sealing, identity=Path("id.p12"), early=True)
    assert not dialog.seal_picture.picture.isHidden()
    dialog.show()
    SCREENS.mkdir(parents=True, exist_ok=True)
    dialog.grab().save(str(SCREENS / "close-with-seal.png"))
    make_identity(POINT, tmp_path / "id.p12", SECRET, algorithm="ec", now=clock())
    signed = desk.sealing.make(desk.sealing.prepare(MARCH, ""), tmp_path / "id.p12", SECRET)
    document: Any = pypdfium2.PdfDocument(signed.pdf)
    (seal,) = [thing for index in range(len(document)) for thing in document[index].get_objects(filter=[3])]
    left, bottom, right, top = seal.get_bounds()
    document.close()
    assert [(right - left) / 72 * 25.4, (top - bottom) / 72 * 25.4] == pytest.approx([42, 42], abs=0.1)
    chooser.forget_button.click()
    assert desk.sealing.seal_picture == b"" and not chooser.picture.isVisible()
