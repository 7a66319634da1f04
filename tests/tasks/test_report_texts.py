"""Edited texts stay with their month and go back when they are emptied; same month, same bytes."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from burden_desktop.domain.months.month import Month
from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks import close_month, enter
from burden_desktop.tasks.report_texts import report_texts, set_text, texts_of
from burden_desktop.tasks.summarise import gather, sum_up

from ..records import POINT
from ..report.invented_month import ISSUE

MARCH = Month(2026, 3)


@pytest.fixture
def ledger(tmp_path: Path, clock: Any) -> Iterator[Ledger]:
    with Ledger.create(tmp_path / "ledger.db", POINT, clock=clock) as made:
        enter.enter(made, "document", {"received_on": "2026-03-05", "organ": "青禾县民政局", "title": "一件事"})
        yield made


def test_a_text_is_kept_with_the_one_it_replaces(ledger: Ledger) -> None:
    material = gather(ledger, MARCH)
    made = report_texts(material.all_records, sum_up(material))["opening"].made
    set_text(ledger, MARCH, "opening", "本月\n平稳。", made)
    assert sum_up(gather(ledger, MARCH)).texts["opening"].text == "本月 平稳。"
    assert texts_of(ledger, MARCH.previous) == {}
    set_text(ledger, MARCH, "opening", made, made)
    assert texts_of(ledger, MARCH) == {}


def test_the_same_month_gives_the_same_bytes(ledger: Ledger, clock: Any) -> None:
    drafts = [close_month.draft_of(close_month.draft_material(ledger, MARCH, now=clock())) for _ in range(2)]
    assert drafts[0] == drafts[1]


def test_words_older_than_the_figures_are_flagged_and_told_in_the_report(ledger: Ledger) -> None:
    from burden_desktop.report.blocks import Prose
    from burden_desktop.report.month_blocks import month_blocks

    def stands() -> tuple[list[str], str]:
        material = gather(ledger, MARCH)
        summary = sum_up(material)
        stale = [key for key, text in report_texts(material.all_records, summary).items() if text.stale]
        blocks = month_blocks(summary, material.all_records, ISSUE)
        return stale, "".join(block.text for block in blocks if isinstance(block, Prose))

    material = gather(ledger, MARCH)
    made = report_texts(material.all_records, sum_up(material))
    set_text(ledger, MARCH, "opening", "本月收文一件，平稳。", made["opening"].made)
    set_text(ledger, MARCH, "advice", "暂无建议。", made["advice"].made)
    stale, told = stands()
    assert stale == [] and "总体情况、典型问题和建议。" in told and "又有变动" not in told
    enter.enter(ledger, "document", {"received_on": "2026-03-06", "organ": "青禾县民政局", "title": "又一件事"})
    stale, told = stands()
    assert stale == ["opening"] and "总体情况的文字修改以后，台账数字又有变动" in told
