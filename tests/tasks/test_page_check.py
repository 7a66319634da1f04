"""Honest months with awkward words are never refused for how a reader copies their pages."""

from datetime import timedelta
from pathlib import Path

import pytest

from burden_desktop.domain.months.month import Month
from burden_desktop.domain.point import Point
from burden_desktop.domain.texts import say
from burden_desktop.signing.identity import certificate_of, load_identity, new_identity
from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks import close_month, enter, page_redraw
from burden_desktop.tasks.judging import judge_bytes

from ..conftest import StandingClock
from ..signing.month_on_paper import trusting

MARCH = Month(2026, 3)
SECRET = "春风又绿江南岸12"  # noqa: S105 - of a key made for this test
LONG = "青禾县石桥镇人民政府党政综合办公室（含纪检监察和信访维稳岗位）基层减负监测点第一联络站暨村级代办点甲乙丙"
AWKWARD = (
    "口径说明", "二、分项情况", "关于印发《一、总体情况》的通知", "收文（件） 3 3件次", "=1+1", "x" * 200, "关于" + "很长" * 60 + "的通知",
    "a-b-c " * 30, "𝔘𝔫𝔦 😀 emoji", "ﬁligature ﬀ", "①②③Ⅳ㎡", "soft\u00adhyphen", "zero\u200bwidth", "e\u0301", "〔2026〕3号",
    "附表 收文记录（99件次）", "第1页 共1页", "<b>&amp;</b>", "\\(back)\\slash", "١٢٣ שלום", "½ ²", "一" * 82, "Ａ１ｂ２", "⼀⼆ radicals",
    "ß ſ İ ı", "ｶﾞ ㌔ ㍻", "K Å Ω", "가각",
)  # fmt: skip


@pytest.mark.parametrize("name", ["青禾县石桥镇", LONG, "㙍䶮𬭎𫖯村", "A-B C/D（镇）", "石桥镇　二〇二六"])
def test_an_honest_month_with_awkward_words_is_accepted_at_the_first_look(
    name: str, tmp_path: Path, clock: StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At the first: its pages are to the byte what their payload makes, letters of rare fonts too."""
    monkeypatch.setattr(page_redraw, "eye_faults", lambda body, pdf: (say("looked at twice"),))
    key = new_identity(name, "SQ-01", SECRET, now=clock() - timedelta(days=1))
    with Ledger.create(tmp_path / "ledger.db", Point(name, "SQ-01"), clock=clock) as ledger:
        for place, words in enumerate(AWKWARD, 1):
            day, organ = f"2026-03-{place % 28 + 1:02d}", words if place % 3 == 0 else "青禾县民政局"
            enter.enter(ledger, "document", {"received_on": day, "organ": organ, "title": words})
        ledger.settings.set("remarks.2026-03", "口径说明\n收文（件） 9 9件次\n一、总体情况")
        closing = close_month.prepare(ledger, MARCH, now=clock())
        pdf = close_month.make(closing, key, SECRET, path="", now=clock()).pdf
    trust = trusting(tmp_path / "t", point=certificate_of(load_identity(key, SECRET, path="")))
    verdict = judge_bytes("a.pdf", pdf, trust, clock()).verdict
    assert verdict.accepted, [str(reason) for reason in verdict.reasons]
