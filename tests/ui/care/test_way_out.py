"""A damaged ledger is told with a button for each way out; nothing is done without one."""

import pytest

from burden_desktop.domain.errors.ledger import CannotWrite, OlderBackup
from burden_desktop.domain.texts import Texts, say
from burden_desktop.ui import asking
from burden_desktop.ui.care.way_out import WayOut, ask_way_out

TROUBLE = say("已封存。")


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    heard: list[str] = []
    monkeypatch.setattr(asking, "tell", lambda parent, title, sentence: heard.append(sentence))
    return heard


def _answer(monkeypatch: pytest.MonkeyPatch, *answers: int | None) -> None:
    given = list(answers)
    monkeypatch.setattr(asking, "one_of", lambda *args, **named: given.pop(0))


def test_the_chosen_way_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    gone: list[str] = []
    _answer(monkeypatch, 1)
    assert ask_way_out(None, Texts(), TROUBLE, [WayOut("甲", gone.append), WayOut("乙", lambda reason: gone.append(f"乙{reason}"))])
    assert gone == ["乙"]


def test_shutting_the_question_does_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    _answer(monkeypatch, None)
    assert not ask_way_out(None, Texts(), TROUBLE, [WayOut("甲", lambda reason: pytest.fail("done"))])


def test_lost_months_ask_for_a_reason_and_a_refusal_asks_again(
    qtbot: object, monkeypatch: pytest.MonkeyPatch, told: list[str]
) -> None:
    tried: list[str] = []

    def go(reason: str) -> None:
        tried.append(reason)
        if not reason:
            raise OlderBackup(month="2026年3月")
        if len(tried) < 4:
            raise CannotWrite(path="a.db", detail="满")

    reasons = ["", "硬盘损坏", "硬盘损坏"]
    monkeypatch.setattr(asking, "line", lambda *args, **named: reasons.pop(0))
    _answer(monkeypatch, 0, None)
    assert not ask_way_out(None, Texts(), TROUBLE, [WayOut("甲", go)]), "no reason, nothing done"
    _answer(monkeypatch, 0, 0)
    assert ask_way_out(None, Texts(), TROUBLE, [WayOut("甲", go)])
    assert len(told) == 1 and "不能写入" in told[0] and tried == ["", "", "硬盘损坏", "", "硬盘损坏"]
