"""Edited texts stay with their month and go back when they are emptied; same month, same bytes."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from burden_desktop.domain.month import Month
from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks import close_month, enter
from burden_desktop.tasks.report_texts import editable_texts, set_text, texts_of
from burden_desktop.tasks.summarise import gather, sum_up

from ..records import POINT

MARCH = Month(2026, 3)


@pytest.fixture
def ledger(tmp_path: Path, clock: Any) -> Iterator[Ledger]:
    with Ledger.create(tmp_path / "ledger.db", POINT, clock=clock) as made:
        enter.enter(made, "document", {"received_on": "2026-03-05", "organ": "青禾县民政局", "title": "一件事"})
        yield made


def test_a_text_is_kept_with_the_one_it_replaces(ledger: Ledger) -> None:
    material = gather(ledger, MARCH)
    made = editable_texts(material.all_records, sum_up(material))["opening"][1]
    set_text(ledger, MARCH, "opening", "本月\n平稳。", made)
    assert sum_up(gather(ledger, MARCH)).texts["opening"].text == "本月 平稳。"
    assert texts_of(ledger, MARCH.previous) == {}
    set_text(ledger, MARCH, "opening", made, made)
    assert texts_of(ledger, MARCH) == {}


def test_the_same_month_gives_the_same_bytes(ledger: Ledger, clock: Any) -> None:
    drafts = [close_month.draft_of(close_month.draft_material(ledger, MARCH, now=clock())) for _ in range(2)]
    assert drafts[0] == drafts[1]
