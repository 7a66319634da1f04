"""A payload is held against its own records: whatever follows from them is counted again, whatever is foreign is named."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from burden_desktop.domain.handed_in.payload import compose, encode
from burden_desktop.domain.handed_in.submission import read_submission
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.point import Point
from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks import close_month, enter
from burden_desktop.tasks.recounted import LEFT, recount_faults
from burden_desktop.tasks.summarise import sum_up

from ..conftest import StandingClock

MARCH = Month(2026, 3)
BUREAU, OFFICE = "青禾县粮食局", "青禾县信访办"
WRITTEN: tuple[tuple[str, dict[str, object]], ...] = (
    ("document", {"received_on": "2026-02-20", "organ": BUREAU, "title": "关于仓储安全检查的通知", "channel": "纸质"}),
    ("inspection", {"starts_on": "2026-02-21", "organ": OFFICE, "title": "积案化解督查"}),
    ("document", {"received_on": "2026-03-02", "organ": BUREAU, "title": "关于仓储安全检查的通知", "minutes": 30, "asks": "填表"}),
    ("document", {"received_on": "2026-03-04", "organ": OFFICE, "title": "关于夏粮收购进度的通知", "channel": "电子公文"}),
    ("meeting", {"held_on": "2026-03-06", "organ": BUREAU, "title": "全县防汛抗旱部署会议", "duration_minutes": 90, "headcount": 2, "format": "现场"}),
    ("inspection", {"starts_on": "2026-03-10", "organ": OFFICE, "title": "积案化解督查", "minutes": 45, "escorts": 3}),
    ("report_request", {"received_on": "2026-03-12", "organ": OFFICE, "title": "夏粮收购进度统计表", "in_catalogue": "否"}),
    ("certificate", {"requested_on": "2026-03-13", "organ": BUREAU, "title": "仓库权属证明"}),
    ("plaque", {"title": "粮食安全示范点", "organ": BUREAU, "put_up_on": "2026-01-10"}),
)


@pytest.fixture(scope="module")
def true(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """March of a point with records of most kinds, a paper and a visit that came before, a change and a withdrawal."""
    folder, clock = tmp_path_factory.mktemp("true"), StandingClock()
    with Ledger.create(folder / "ledger.db", Point("青禾县柳湾镇", "LW-07"), clock=clock) as ledger:
        made = [enter.enter(ledger, kind, written) for kind, written in WRITTEN]
        extra = enter.enter(ledger, "document", {"received_on": "2026-03-05", "organ": BUREAU, "title": "误登的一件"})
        enter.withdraw(ledger, "document", extra.id)
        enter.change(ledger, "document", made[3].id, {"minutes": 15})
        clock.set(2026, 4, 2, 9, 30)
        closing = close_month.prepare(ledger, MARCH, now=clock())
        told = compose(sum_up(closing.material), closing.material.all_records, closing.chain, closing.issue)
    return json.loads(encode(told))  # type: ignore[no-any-return]


def faults(body: dict[str, Any]) -> str:
    return " ".join(map(str, recount_faults(read_submission(encode(body)))))


def test_what_the_program_told_holds(true: dict[str, Any]) -> None:
    assert {matter["kind"] for matter in true["detail"]["matters"]} == {"repeated", "visited", "asked_after"}
    assert true["detail"]["acts"] == {"change": 1, "withdraw": 1} and true["figures"]["document"]["minutes"] == 45
    assert faults(true) == ""


def put(path: str, value: object) -> Callable[[dict[str, Any]], None]:
    *way, last = path.split("/")

    def doctor(body: Any) -> None:
        for step in way:
            body = body[int(step) if step.isdigit() else step]
        body[int(last) if last.isdigit() else last] = value

    return doctor


@pytest.mark.parametrize(
    ("doctor", "place"),
    [
        (put("figures/document/minutes", 46), "figures.document.minutes"),
        (put("figures/document/minutes_unknown", 1), "figures.document.minutes_unknown"),
        (lambda body: body["by_organ"]["document"].reverse(), "by_organ.document"),
        (put("detail/bodies/document", [["青禾县委办公室", 2]]), "detail.bodies.document"),
        (put("detail/known_as", [["青禾县无名局", BUREAU]]), "detail.known_as"),
        (put("detail/groups/document/channel", [["工作群", 500]]), "detail.groups.document.channel"),
        (put("detail/groups/document/asks", [["填表", 500]]), "detail.groups.document.asks"),
        (put("detail/groups/document/line", [["教育", 9]]), "detail.groups.document.line"),
        (put("detail/groups/document/genre", [["举报", 2]]), "detail.groups.document.genre"),
        (put("detail/groups/meeting/format", [["视频", 1]]), "detail.groups.meeting.format"),
        (put("detail/groups/report_request/in_catalogue", [["是", 1]]), "detail.groups.report_request.in_catalogue"),
        (put("detail/hours/meeting", {"known": 5, "estimated": 0}), "detail.hours.meeting"),
        (put("detail/hours/inspection/estimated", 60), "detail.hours.inspection"),
        (put("detail/hours_by_organ/0/1/estimated", 1_000), "detail.hours_by_organ"),
        (put("detail/trend/document", [1, 1, 1, 1, 1, 9]), "detail.trend.document"),
        (put("detail/trend_months", ["2026-03"] * 6), "detail.trend_months"),
        (put("detail/acts/withdraw", 7), "detail.acts.withdraw"),
        (put("detail/acts/change", 0), "detail.acts.change"),
        (put("detail/matters/0/times", 9), "detail.matters"),
        (put("detail/matters/2/numbers", ["收2026-0003"]), "detail.matters"),
        (put("detail/matters/2/title", "别的事"), "detail.matters"),
        (put("detail/basis", "一切正常。"), "detail.basis"),
        (put("detail/until", "2026-05-01"), "detail.until"),
        (put("detail/by_hand", {"document": ["别的"]}), "detail.by_hand"),
        (put("detail/ledger_seconds", "很久"), "detail.ledger_seconds"),
        (put("detail/unofficial_years", [1999]), "detail.unofficial_years"),
        (put("detail/targets", {"document": {"base": 12, "percent": 5, "base_year": 2025, "counted": 99, "same_period": 3, "since": ""}}), "detail.targets.document"),
        (put("records/0/minutes", 1), "figures.document.minutes"),
    ],
)  # fmt: skip
def test_what_contradicts_the_records_is_named(true: dict[str, Any], doctor: Callable[[dict[str, Any]], None], place: str) -> None:
    body = copy.deepcopy(true)
    doctor(body)
    assert place in faults(body)


def levels(node: Any, way: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Every object in the payload, one of each list."""
    if isinstance(node, dict):
        return [way, *(found for name, value in node.items() for found in levels(value, (*way, name)))]
    return [found for place, value in enumerate(node[:1]) for found in levels(value, (*way, place))] if isinstance(node, list) else []


def test_a_foreign_name_is_refused_at_every_level(true: dict[str, Any]) -> None:
    from burden_desktop.domain.handed_in.submission import UnreadableSubmission

    taken = []
    for way in levels(true):
        body = copy.deepcopy(true)
        at = body
        for step in way:
            at = at[step]
        at["hidden"] = "藏在里面的话"
        try:
            taken += [] if faults(body) else [way]
        except UnreadableSubmission:
            continue
    assert taken == []


def test_the_manual_names_in_words_what_a_file_alone_cannot_prove(true: dict[str, Any]) -> None:
    manual = Path(__file__).parents[2] / "resources/manual/zh/trust.md"
    words = ("累计", "条线", "形式", "文种", "估算", "目标", "手工", "存量的走势", "用时", "提示", "修改的文字")
    assert [word for word in words if word not in manual.read_text("utf-8").split("单凭月报不能复算")[1]] == []
    assert "genre" in LEFT
