"""Sentences of the report: percentages only where there is a base, counts beside every percentage."""

from dataclasses import replace

import pytest

from burden_desktop.domain.months.detail import MonthDetail
from burden_desktop.report.wording import opening, percent, summary_row

from .invented_month import record, summary_of


@pytest.mark.parametrize(
    ("now", "base", "told"),
    [(11, 12, "-8.3%"), (12, 11, "+9.1%"), (5, 5, "0.0%"), (5, 0, "—"), (5, None, "—"), (0, 4, "-100.0%")],
)
def test_percentage_needs_a_base(now: int, base: int | None, told: str) -> None:
    assert percent(now, base) == told


@pytest.mark.parametrize(
    ("previous", "told"),
    [
        (4, "环比下降50.0%（上月4件）"),
        (1, "环比增长100.0%（上月1件）"),
        (2, "与上月持平（2件）"),
        (0, "，上月为0件"),
        (None, "，上月无记录"),
    ],
)
def test_opening_compares_with_counts_beside(previous: int | None, told: str) -> None:
    sentence = opening(summary_of([record(0), record(1)], previous=previous, last_year=3))
    assert told in sentence
    assert "环比上" not in sentence
    assert "环比与" not in sentence
    assert "1—3月，累计收文2件，同比下降33.3%（上年同期3件）" in sentence


def test_a_month_that_is_not_over_is_compared_with_no_whole_one() -> None:
    whole = summary_of([record(0)], previous=10, last_year=8)
    part = replace(whole, detail=MonthDetail(until="2026-03-05"))
    assert "下降90.0%" in opening(whole) and "%" not in opening(part)
    assert "收文1件，上月10件，上年同月8件" in opening(part) and "累计收文1件，上年同期8件" in opening(part)
    figures = whole.kinds["document"]
    assert [cell for cell in summary_row("document", figures, over=False) if "%" in cell] == []
    assert len([cell for cell in summary_row("document", figures) if "%" in cell]) == 3


def test_kind_without_records_is_named_in_a_month_that_has_others() -> None:
    assert "；本月无参会、迎检、报表、证明、挂牌、工作群·应用、问题整改。" in opening(summary_of([record(0)]))
