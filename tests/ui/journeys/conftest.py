"""What the journeys leave behind for people: effort and the longest pause, in out/journeys.txt."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from burden_desktop.ui import asking

from .typist import Typist

REPORT = Path(__file__).resolve().parents[3] / "out" / "journeys.txt"


@pytest.fixture(autouse=True)
def nobody_asks(monkeypatch: pytest.MonkeyPatch, chinese_fonts: None) -> None:
    """A journey meets no question."""
    monkeypatch.setattr(asking, "yes", lambda *args, **named: pytest.fail(f"asked: {args[2]}"))


@pytest.fixture
def typist() -> Typist:
    return Typist()


@pytest.fixture(scope="session")
def report() -> Iterator[Callable[[str], None]]:
    """Lines are written at the end of the run."""
    lines: list[str] = []
    yield lines.append
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text("\n".join(lines) + "\n", encoding="utf-8")


@pytest.fixture(autouse=True)
def no_popup_left() -> Iterator[None]:
    yield
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
