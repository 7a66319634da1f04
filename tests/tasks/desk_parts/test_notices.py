"""A notice that calls a meeting becomes a paper and a meeting that names it, in one step."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from burden_desktop.domain.kinds import KINDS, kind_named
from burden_desktop.domain.point import Point
from burden_desktop.domain.reading.called_event import notices
from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks.desk import LedgerDesk

NOTICE = """梅溪县水利局文件
梅水发〔2026〕8号
关于召开全县小型水库管护工作会议的通知
各乡镇人民政府：
　　定于4月9日（星期四）上午9:00在县水利局四楼会议室召开会议，请分管负责同志参加。联系人：农水股，手机13900000000。
梅溪县水利局
二〇二六年四月二日
"""
DAY = date(2026, 4, 2)


@pytest.fixture
def desk(tmp_path: Path, clock: Any) -> Iterator[LedgerDesk]:
    made = LedgerDesk(Ledger.create(tmp_path / "ledger.db", Point("梅溪县柳溪镇", "MX-07", reporter="镇党政办"), clock=clock), clock)
    yield made
    made.close()


def test_a_paper_that_calls_a_meeting_gives_both_and_loses_nothing(desk: LedgerDesk) -> None:
    paper, meeting = desk.notices.read(NOTICE, DAY)
    assert (paper.kind, paper.values["doc_no"], paper.values["received_on"]) == ("document", "梅水发〔2026〕8号", "2026-04-02")
    assert (meeting.kind, meeting.values["held_on"], meeting.values["starts_at"]) == ("meeting", "2026-04-09", "09:00")
    assert paper.reading is meeting.reading
    (alone,) = desk.notices.read("关于春耕的通知\n各村：\n请做好春耕。\n白杨镇人民政府\n2026年4月1日", DAY)
    assert alone.kind == "document"


def test_a_visit_announced_by_a_paper_gives_both(desk: LedgerDesk) -> None:
    text = (
        "梅溪县水利局\n梅水函〔2026〕12号\n关于开展水库安全检查的通知\n各乡镇人民政府：\n我局定于4月15日至16日到各乡镇开展检查，请于4月10日前报送自查报告。\n"
        "梅溪县水利局\n2026年4月2日\n"
    )
    paper, visit = desk.notices.read(text, DAY)
    assert (paper.kind, paper.values["doc_no"], paper.values["deadline"]) == ("document", "梅水函〔2026〕12号", "2026-04-10")
    assert (visit.kind, visit.values["starts_on"], visit.values["ends_on"]) == ("inspection", "2026-04-15", "2026-04-16")


def test_a_message_that_calls_a_meeting_has_no_paper_behind_it(desk: LedgerDesk) -> None:
    assert [draft.kind for draft in desk.notices.read("【县水利局】明天上午9点在县水利局四楼开防汛会议，请分管领导参加", DAY)] == ["meeting"]


def test_what_becomes_of_both_is_a_setting(desk: LedgerDesk) -> None:
    (notice,) = notices(desk.notices.read(NOTICE, DAY))
    assert desk.notices.called_meeting == "ask" and notice.both
    assert [[draft.kind for draft in notice.wished(choice)] for choice in ("both", "meeting", "document")] == [
        ["document", "meeting"], ["meeting"], ["document"]]  # fmt: skip
    desk.notices.choose("document")
    assert desk.notices.called_meeting == "document"


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_a_notice_taken_for_another_kind_keeps_what_that_kind_records(desk: LedgerDesk, kind: str) -> None:
    paper, _ = desk.notices.read(NOTICE, DAY)
    told = desk.notices.as_kind(paper, kind)
    declared = kind_named(kind)
    assert told.kind == kind and set(told.values) <= {field.name for field in declared.fields}
    assert told.values["organ"] == "梅溪县水利局" and "水库管护" in str(told.values[declared.titled_by])


def test_two_papers_in_one_paste_are_read_one_after_the_other(desk: LedgerDesk) -> None:
    other = NOTICE.replace("〔2026〕8号", "〔2026〕9号").replace("召开", "做好").replace("管护工作会议", "管护工作")
    assert [draft.values.get("doc_no") for draft in desk.notices.read(NOTICE + other, DAY)] == ["梅水发〔2026〕8号", None, "梅水发〔2026〕9号"]


def test_the_draft_marks_its_words_and_keeps_no_telephone(desk: LedgerDesk) -> None:
    _, meeting = desk.notices.read(NOTICE, DAY)
    words = {mark.field: meeting.source[mark.start : mark.stop] for mark in meeting.evidence}
    assert words["title"] == "关于召开全县小型水库管护工作会议的通知"
    assert words["place"] == "县水利局四楼会议室"
    assert words["held_on"].startswith("定于4月9日")
    assert "13900000000" not in meeting.source
    assert len(meeting.source) == len(NOTICE)
