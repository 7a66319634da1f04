"""What comes back in a month is shown with its records; what is not known to be one matter is not shown."""

from datetime import date
from typing import Any

import pytest

from burden_desktop.analysis.matters import matters_of, pairs_of
from burden_desktop.domain.bodies.organ import Level
from burden_desktop.domain.months.detail import Matter
from burden_desktop.domain.months.earlier import Earlier
from burden_desktop.domain.record import Record

from .rules.months import MARCH, bare, evidence, form


def paper(id: int, title: str, on: str = "2026-03-02", **more: object) -> Record:
    return bare("document", id, title=title, received_on=on, **more)


def of(kind: str, *records: Record, **more: Any) -> list[Matter]:
    return [matter for matter in matters_of(evidence(*records, **more)) if matter.kind == kind]


def in_family(id: int, family: str | None) -> Record:
    held = paper(id, "关于防汛的通知")
    return Record(held.id, held.kind, held.number, MARCH, False, family, held.level, held.values, "", "")


def test_a_paper_that_came_again_counts_what_came_before() -> None:
    earlier = {"甲号": [Earlier("收2026-0001", date(2026, 2, 3), "青禾县民政局", "关于防汛的通知")]}
    (again,) = of("repeated", in_family(1, "甲号"), in_family(2, "乙号"), in_family(3, None), receipts=earlier)
    assert (again.title, again.times, again.numbers, again.earlier) == ("关于防汛的通知", 2, ("document-1",), ("收2026-0001",))


def test_layered_meetings_need_two_known_levels() -> None:
    def called(id: int, title: str, level: Level | None) -> Record:
        held = bare("meeting", id, title=title, held_on="2026-03-03")
        return Record(held.id, held.kind, held.number, MARCH, False, None, level, held.values, "", "")

    city, county, unknown = (
        called(1, "全市安全生产工作会议", Level.CITY), called(2, "县安全生产部署会", Level.COUNTY), called(3, "安全生产工作会议", None)
    )  # fmt: skip
    (layered,) = of("layered", city, county, unknown)
    assert (layered.title, layered.organ, layered.numbers) == ("安全生产", "市级、县级", ("meeting-1", "meeting-2"))
    assert of("layered", city, unknown) == []


def test_visits_on_one_matter_by_one_body() -> None:
    one, other = bare("inspection", 1, title="森林防火", starts_on="2026-03-03"), bare("inspection", 2, title="森林防火", starts_on="2026-03-09", organ="青禾县林业局")
    before = {"inspection": [Earlier("检2026-0009", date(2026, 2, 20), "青禾县民政局", "森林防火")]}
    assert of("visited", one, other) == []
    (again,) = of("visited", one, other, recent=before)
    assert (again.times, again.numbers, again.earlier) == (2, ("inspection-1",), ("检2026-0009",))


def test_a_form_asked_for_after_the_bodys_own_paper() -> None:
    sent = paper(1, "关于做好高标准农田建设项目管护工作的通知")
    asked = form(2, title="高标准农田建设管护情况统计表", received_on="2026-03-20")
    (after,) = of("asked_after", sent, asked)
    assert (after.title, after.organ, after.times) == ("关于做好高标准农田建设项目管护工作的通知", "青禾县民政局", 1)
    assert (after.numbers, after.earlier) == (("report_request-2",), ("document-1",))


@pytest.mark.parametrize(
    "held",
    [
        (paper(1, "关于做好高标准农田建设项目管护工作的通知", "2026-03-21"), form(2, title="高标准农田建设管护情况统计表", received_on="2026-03-20")),
        (paper(1, "关于做好高标准农田建设项目管护工作的通知", organ="青禾县水利局"), form(2, title="高标准农田建设管护情况统计表")),
        (paper(1, "关于做好森林防灭火工作的通知"), form(2, title="高标准农田建设管护情况统计表")),
        (paper(1, "关于报送有关情况的通知"), form(2, title="有关情况统计表")),
    ],
    ids=["asked before", "another body", "another matter", "no matter told"],
)
def test_what_does_not_follow_is_not_shown(held: tuple[Record, Record]) -> None:
    assert of("asked_after", *held) == []


def test_a_paper_of_the_weeks_before_and_a_merged_body_count() -> None:
    before = {"document": [Earlier("收2026-0007", date(2026, 1, 20), "青禾县农业农村局", "关于高标准农田建设的通知")]}
    asked = form(2, title="高标准农田建设情况表", organ="县农业农村局", received_on="2026-03-20")
    assert of("asked_after", asked, recent=before) == []
    (after,) = of("asked_after", asked, recent=before, names={"县农业农村局": "青禾县农业农村局"})
    assert after.earlier == ("收2026-0007",)
    late = form(2, title="高标准农田建设情况表", organ="县农业农村局", received_on="2026-03-22")
    assert of("asked_after", late, recent=before, names={"县农业农村局": "青禾县农业农村局"}) == []


def test_the_frame_of_a_title_tells_no_matter() -> None:
    assert pairs_of("关于进一步做好有关工作的通知") == frozenset()
    assert pairs_of("关于防汛的通知") == {"防汛"}
