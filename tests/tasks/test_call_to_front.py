"""A second start calls the open window to the front; nobody else, and the call leaves nothing behind."""

import json
from pathlib import Path

import pytest

from burden_desktop.domain.errors.ledger import LedgerInUse
from burden_desktop.store.files.lock import call_file, lock_file
from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks.call_to_front import call_to_front, take_call

from ..conftest import StandingClock
from ..records import POINT


@pytest.fixture
def path(tmp_path: Path, clock: StandingClock) -> Path:
    path = tmp_path / "a.db"
    Ledger.create(path, POINT, clock=clock).close()
    return path


def test_the_open_window_hears_the_call(path: Path, clock: StandingClock) -> None:
    heard: list[bool] = []
    with Ledger.open(path, clock=clock):
        with pytest.raises(LedgerInUse):
            Ledger.open(path, clock=clock)
        assert call_to_front(path, pause=lambda _: heard.append(take_call(path)))
        assert heard == [True] and not take_call(path)


def test_a_call_that_nobody_answers_leaves_nothing(path: Path, clock: StandingClock) -> None:
    with Ledger.open(path, clock=clock):
        assert not call_to_front(path, pause=lambda _: None)
    assert not call_file(path).exists()


def test_a_window_on_another_computer_is_not_called(path: Path) -> None:
    lock_file(path).write_text(json.dumps({"user": "甲", "machine": "别处"}), "utf-8")
    assert not call_to_front(path, pause=lambda _: pytest.fail("it waited"))
    assert not call_file(path).exists()


def test_where_nothing_can_be_written_nobody_is_called(path: Path, clock: StandingClock) -> None:
    with Ledger.open(path, clock=clock):
        call_file(path).mkdir()
        assert not call_to_front(path, pause=lambda _: None) and not take_call(path)
