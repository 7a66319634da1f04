"""Months that one restore took out of the chain are told in one sentence; the payload keeps each."""

from burden_desktop.domain.chain.chain_break import ChainBreak, break_sentences


def _lost(*months: str, seq: int = 9, revision: int = 1) -> list[ChainBreak]:
    return [ChainBreak(seq, "2026-09-02T08:00:00+08:00", "硬盘坏了", month, revision, "0" * 64) for month in months]


def _told(*breaks: ChainBreak) -> list[str]:
    return [str(sentence) for sentence in break_sentences(breaks)]


def test_one_month_is_told_by_its_revision() -> None:
    assert _told(*_lost("2026-03", revision=2)) == ["断链：2026-09-02恢复了较早的备份，已报出的2026年3月第2版月报不在现有历史链中。理由：硬盘坏了"]


def test_a_span_of_months_is_one_sentence() -> None:
    (told,) = _told(*_lost("2026-03", "2026-01", "2026-02"))
    assert told == "断链：2026-09-02恢复了较早的备份，已报出的2026年1月至2026年3月月报共3份，不在现有历史链中。理由：硬盘坏了"


def test_revisions_of_one_month_are_counted() -> None:
    (told,) = _told(*_lost("2026-03"), *_lost("2026-03", revision=2))
    assert "2026年3月月报共2版" in told


def test_each_restore_is_told_for_itself() -> None:
    assert len(_told(*_lost("2026-01", "2026-02"), *_lost("2026-03", seq=12))) == 2
