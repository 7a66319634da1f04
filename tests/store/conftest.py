"""A real ledger on the disk, and papers to put into it."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from burden_desktop.domain.kinds import kind_named
from burden_desktop.domain.point import Point
from burden_desktop.store import Ledger


@pytest.fixture
def point() -> Point:
    return Point(name="云川县青禾镇", code="QH-01")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


@pytest.fixture
def ledger(path: Path, point: Point, clock: Any) -> Iterator[Ledger]:
    with Ledger.create(path, point, clock=clock) as ledger:
        yield ledger


@pytest.fixture
def document() -> Callable[..., dict[str, Any]]:
    """Canonical values of a 收文; keyword arguments say what is different."""

    def written(**fields: object) -> dict[str, Any]:
        plain = {"received_on": "2026-03-05", "organ": "云川县人民政府办公室", "title": "关于开展安全检查的通知"}
        return kind_named("document").validate({**plain, **fields})

    return written


@pytest.fixture
def meeting() -> Callable[..., dict[str, Any]]:
    """Canonical values of a 参会."""

    def written(**fields: object) -> dict[str, Any]:
        plain = {"held_on": "2026-03-06", "organ": "云川市应急管理局", "title": "防汛工作会议"}
        return kind_named("meeting").validate({**plain, **fields})

    return written


@pytest.fixture
def seal() -> Callable[..., None]:
    """Seals a month as `tasks` would, after the file was signed."""

    def sealed(ledger: Ledger, month: Any, revision: int = 1) -> None:
        ledger.months.seal(
            month, revision=revision, file_name=f"{month}-{revision}.pdf", sha256=f"{revision}" * 64,
            expected_head=ledger.history.head(),
        )

    return sealed


@pytest.fixture
def outside(path: Path) -> Callable[..., None]:
    """Runs SQL on a closed ledger, as somebody with a database browser would."""

    def run(*statements: str) -> None:
        with closing(sqlite3.connect(path)) as connection:
            for statement in statements:
                connection.execute(statement)
            connection.commit()

    return run
