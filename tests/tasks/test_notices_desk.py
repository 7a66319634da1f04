"""A notice that calls a meeting becomes a paper and a meeting that names it, in one step."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from burden_desktop.domain.errors.entry import InvalidRecord
from burden_desktop.domain.listing import Listing
from burden_desktop.domain.point import Point
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


def test_meeting_notice_gives_both_drafts_until_only_the_meeting_is_wished(desk: LedgerDesk) -> None:
    assert desk.notices.called_meeting == "ask"
    paper, meeting = desk.notices.read(NOTICE, DAY)
    assert (paper.kind, paper.values["doc_no"], paper.values["received_on"]) == ("document", "梅水发〔2026〕8号", "2026-04-02")
    assert (meeting.kind, meeting.values["held_on"], meeting.values["starts_at"]) == ("meeting", "2026-04-09", "09:00")
    desk.notices.choose("meeting")
    assert [draft.kind for draft in desk.notices.read(NOTICE, DAY)] == ["meeting"]
    assert [draft.kind for draft in desk.notices.read("关于春耕的通知\n各村：\n请做好春耕。\n白杨镇人民政府\n2026年4月1日", DAY)] == ["document"]


def test_the_stored_meeting_names_the_paper_that_called_it(desk: LedgerDesk) -> None:
    paper, meeting = desk.notices.enter_called(*(draft.values for draft in desk.notices.read(NOTICE, DAY)))
    assert meeting.values["notice"] == paper.number
    desk.steps.undo()
    assert desk.lists.count("document", Listing()) == desk.lists.count("meeting", Listing()) == 0


def test_a_meeting_that_cannot_be_stored_leaves_no_paper_behind(desk: LedgerDesk) -> None:
    paper, meeting = desk.notices.read(NOTICE, DAY)
    with pytest.raises(InvalidRecord):
        desk.notices.enter_called(paper.values, {**meeting.values, "held_on": None})
    assert desk.lists.count("document", Listing()) == 0


def test_the_draft_marks_its_words_and_keeps_no_telephone(desk: LedgerDesk) -> None:
    _, meeting = desk.notices.read(NOTICE, DAY)
    words = {mark.field: meeting.source[mark.start : mark.stop] for mark in meeting.evidence}
    assert words["title"] == "关于召开全县小型水库管护工作会议的通知"
    assert words["place"] == "县水利局四楼会议室"
    assert words["held_on"].startswith("定于4月9日")
    assert "13900000000" not in meeting.source
    assert len(meeting.source) == len(NOTICE)
