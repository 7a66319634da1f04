"""What every test may lean on: no display, no network, a clock that stands still, named outside tools.

A test that needs an outside tool asks `needs("pdfsig")`: where the tool is missing the test is skipped, and the
end of the run names each check that could not run, so that nobody takes a skip for a pass.
"""

import os
import shutil
import socket
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("LANG", "C.UTF-8")

# What is chosen at this computer stands in the user's own folder: that of whoever runs the tests is left alone.
_HOME = tempfile.TemporaryDirectory(prefix="burden-tests-")
os.environ["XDG_DATA_HOME"] = _HOME.name

# How long a case takes depends on what else the machine does: no test is timed.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

ROOT = Path(__file__).resolve().parent.parent
CHINA = timezone(timedelta(hours=8))

# Where a tool comes from, for the sentence of the skip.
PACKAGE_OF = {
    "pdfsig": "poppler-utils",
    "pdftotext": "poppler-utils",
    "pdftoppm": "poppler-utils",
    "pdfinfo": "poppler-utils",
    "certutil": "libnss3-tools",
    "mutool": "mupdf-tools",
    "java": "openjdk-17-jdk-headless",
    "javac": "openjdk-17-jdk-headless",
    "xvfb-run": "xvfb",
    "makensis": "nsis",
    "objdump": "binutils",
    "openssl": "openssl",
    "gcc": "gcc",
}


@dataclass
class StandingClock:
    """A clock that shows the same aware moment until a test moves it."""

    now: datetime = datetime(2026, 4, 2, 9, 30, tzinfo=CHINA)

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **step: float) -> None:
        """Move on by keyword arguments of timedelta, such as days=1."""
        self.now += timedelta(**step)

    def set(self, *parts: int) -> None:
        """Show another moment of China time: year, month, day, hour …"""
        self.now = datetime(*parts, tzinfo=CHINA)  # type: ignore[arg-type,misc]


@pytest.fixture
def clock() -> StandingClock:
    """2 April 2026, 09:30 in China, until moved."""
    return StandingClock()


@pytest.fixture
def utc_now() -> datetime:
    """The moment of `clock` in UTC."""
    return StandingClock().now.astimezone(UTC)


@pytest.fixture(scope="session")
def needs() -> Callable[[str], str]:
    """A function tool → its path; skips the test with a stated reason where the tool is missing."""

    def path_of(tool: str) -> str:
        found = shutil.which(tool)
        if found is None:
            pytest.skip(f"{tool} is missing (Debian package {PACKAGE_OF.get(tool, tool)})")
        return found

    return path_of


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The running program never uses the network: whoever tries fails the test."""
    reach = socket.socket.connect

    def refuse(self: socket.socket, address: Any) -> None:
        if self.family == socket.AF_UNIX:
            return reach(self, address)
        raise AssertionError(f"the program tried to reach the network: {address}")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    yield


@pytest.fixture(scope="session")
def chinese_fonts(qapp: Any) -> None:
    """Registers the fonts that ship with the program; a bare machine shows boxes without them."""
    from PySide6.QtGui import QFontDatabase

    for font in sorted((ROOT / "resources" / "fonts").glob("*.[ot]tf")):
        QFontDatabase.addApplicationFont(str(font))


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Name each check that could not run here."""
    reasons: dict[str, list[str]] = {}
    for report in terminalreporter.stats.get("skipped", []):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        reasons.setdefault(reason.removeprefix("Skipped: "), []).append(report.nodeid)
    terminalreporter.section("checks that could not run here")
    if not reasons:
        terminalreporter.line("none: every check ran")
    for reason, tests in sorted(reasons.items()):
        terminalreporter.line(f"{reason}:")
        for test in tests:
            terminalreporter.line(f"  {test}")
