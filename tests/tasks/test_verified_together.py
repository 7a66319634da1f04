"""Several files in one call of `verify`: what they say of each other, with no register at hand."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from burden_desktop.domain.handed_in.submission import read_submission
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.months.summary import MonthSummary
from burden_desktop.domain.together import InHand, Said, said_together
from burden_desktop.signing.trust import read_trust
from burden_desktop.store.records import Records
from burden_desktop.tasks import close_month, verify
from burden_desktop.tasks.audit import audit_files
from burden_desktop.tasks.examiner import judge_file
from burden_desktop.tasks.judging import Judged

from ..a_point import SECRET, APoint
from ..conftest import StandingClock


@pytest.fixture
def point(tmp_path: Path, clock: StandingClock) -> APoint:
    return APoint(tmp_path / "p", clock)


def said(point: APoint, *files: Path) -> list[tuple[bool, str]]:
    """(accepted, everything told) of each, as `verify` says it, but judged without the pool."""
    trust = read_trust(point.cer.parent)

    class Here:
        def __enter__(self) -> "Here":
            return self

        def __exit__(self, *_: object) -> None: ...

        def judge(self, given: Any, at: Any) -> list[Judged]:
            return [judge_file(file, trust, at) for file in given]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(verify, "Examiner", lambda trust: Here())
        verdicts = verify.verify_files(files, point.cer.parent, point.clock())
        return [(one.accepted, " ".join(map(str, (*one.reasons, *one.notices)))) for one in verdicts]


def rebuilt(point: APoint, folder: Path, papers: int) -> APoint:
    """Another ledger of the same name and key, with other records before March was closed."""
    other = APoint(folder, point.clock)
    other.p12, other.cer = point.p12, point.cer
    for day in range(10, 10 + papers):
        other.add(f"2026-03-{day}")
    return other


def test_honest_months_and_a_correction_say_nothing_of_each_other(point: APoint) -> None:
    march, april = point.months("2026-03", "2026-04")
    point.correct("2026-03")
    point.add("2026-03-09")
    corrected = point.close("2026-03")
    may = point.months("2026-05")[0]
    answers = said(point, may, corrected, april, march, march)
    assert [accepted for accepted, _ in answers] == [True] * 5
    assert not any(word in told for _, told in answers for word in ("矛盾", "接不上", "缺月"))


@pytest.mark.parametrize("papers", [0, 9], ids=["as long", "longer"])
def test_two_files_of_one_month_and_revision_refuse_each_other(point: APoint, tmp_path: Path, papers: int) -> None:
    honest = point.months("2026-03")[0]
    second = rebuilt(point, tmp_path / "other", papers).months("2026-03")[0]
    for accepted, told in said(point, honest, second):
        assert not accepted and "矛盾" in told


def test_a_month_of_a_rebuilt_ledger_contradicts_its_neighbour(point: APoint, tmp_path: Path) -> None:
    """As long a chain: the heads differ. A longer one leaves a gap that no month and no correction fills: told."""
    march = point.months("2026-03")[0]
    same = rebuilt(point, tmp_path / "same", 0)
    same.months("2026-03")
    april = same.months("2026-04")[0]
    assert [accepted for accepted, _ in said(point, march, april)] == [False, False]
    longer = rebuilt(point, tmp_path / "longer", 9).months("2026-03", "2026-04")[1]
    (_, first), (accepted, told) = said(point, march, longer)
    assert accepted and f"接不上同时核验的{march.name}" in told and not first


def test_a_folder_stands_for_its_files_and_missing_months_are_told(point: APoint, tmp_path: Path) -> None:
    march, april, _ = point.months("2026-03", "2026-04", "2026-05")
    april.unlink()
    (_, first), (_, second) = said(point, march.parent)
    assert "缺月" not in first and "缺月：没有收到2026年4月的月报" in second
    (tmp_path / "empty").mkdir()
    ((accepted, told),) = said(point, tmp_path / "empty")
    assert not accepted and "没有PDF文件" in told


def test_a_record_that_stands_nowhere_is_named_by_verify_and_audit(
    point: APoint, clock: StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    march = point.months("2026-03")[0]
    clock.set(2026, 4, 10, 9, 30)
    hidden = point.add("2026-04-09", "不想报的一件")
    whole = Records.in_month
    monkeypatch.setattr(Records, "in_month", lambda self, *of: tuple(one for one in whole(self, *of) if one.number != hidden.number))
    honest = close_month.sum_up

    def lying(material: Any) -> MonthSummary:
        told = honest(material)
        return replace(told, detail=replace(told.detail, trend={kind: (*past[:-1], told.kinds[kind].month) for kind, past in told.detail.trend.items()}))

    monkeypatch.setattr(close_month, "sum_up", lying)
    april = point.months("2026-04")[0]
    accepted, told = said(point, april)[0]
    assert accepted and f"不在月报中的记录1条：{hidden.number}" in told
    assert audit_files(march, april, clock())[2].nowhere == (hidden.number,)


def test_other_points_are_left_alone(point: APoint, tmp_path: Path, clock: StandingClock) -> None:
    other = APoint(tmp_path / "q", clock, code="SQ-02", name="青禾县柳湾村")
    in_hand = []
    for owner in (point, other):
        judged = judge_file(owner.months("2026-03")[0], read_trust(owner.cer.parent), clock())
        in_hand.append(InHand(owner.point.code, judged.sha256, read_submission(judged.payload)))
    assert said_together(in_hand) == (Said(), Said())


def test_a_late_entry_that_moves_on_after_an_early_closing_is_told_as_what_it_is(point: APoint) -> None:
    march = point.months("2026-03")[0]
    point.add("2026-04-02")
    april = point.close("2026-04", early="清明放假")
    late = point.add("2026-03-20", "补登的通知", late=True)
    point.correct("2026-04")
    again = point.close("2026-04", early="清明放假")
    told = [words for _, words in said(point, march, april, again)]
    assert f"补登1条，日期属于已封存的月份，记在以后的月份：{late.number}（2026年5月）" in told[2]
    assert not any("却不在月报中" in words for words in told)
    point.withdraw(late)
    point.clock.set(2026, 6, 2, 9, 30)
    assert not any("却不在月报中" in words for _, words in said(point, march, april, again, point.close("2026-05")))


def test_a_late_entry_that_the_named_month_does_not_hold_is_asked_about(point: APoint) -> None:
    point.months("2026-03")
    point.add("2026-04-02")
    point.close("2026-04", early="清明放假")
    late = point.add("2026-03-20", "补登的通知", late=True)
    point.correct("2026-04")
    again = point.close("2026-04", early="清明放假")
    point.clock.set(2026, 6, 2, 9, 30)
    with point.open() as ledger, pytest.MonkeyPatch.context() as patch:
        in_month = Records.in_month
        patch.setattr(Records, "in_month", lambda self, kind, month: tuple(one for one in in_month(self, kind, month) if one.number != late.number))
        closing = close_month.prepare(ledger, Month(2026, 5), now=point.clock())
        signed = close_month.make(closing, point.p12.read_bytes(), SECRET, path="", now=point.clock())
        may = close_month.commit(ledger, signed, point.out).file
    assert f"却不在月报中的记录1条：{late.number}" in said(point, again, may)[1][1]


def test_a_corrected_month_says_which_file_replaces_it(point: APoint) -> None:
    first = point.months("2026-03")[0]
    point.correct("2026-03")
    point.add("2026-03-09")
    second = point.close("2026-03")
    told = [words for _, words in said(point, first, second)]
    assert "已由同时核验的第2版" in told[0] and "以第2版为准" in told[0]
    assert "替换" not in told[1]
