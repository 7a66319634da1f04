"""The commission's side has files alone: what it counts in them, and how it catches a ledger that was doctored."""

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from burden_desktop.domain.chain.deeds import Deeds, deeds, entries_of
from burden_desktop.domain.errors.ledger import BreakNoted
from burden_desktop.domain.handed_in.audit import DIFFERS, EXTENDS, REVERSED, SAME
from burden_desktop.domain.handed_in.receiving import NOTICED, REFUSED
from burden_desktop.domain.handed_in.submission import read_submission, sealed_twice
from burden_desktop.domain.months.detail import Target
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.months.summary import MonthSummary
from burden_desktop.domain.point import Point
from burden_desktop.domain.role import COMMISSION
from burden_desktop.signing.trust import Trust, read_trust
from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks import before_closing, close_month
from burden_desktop.tasks.audit import audit_files, check_against
from burden_desktop.tasks.desk import LedgerDesk
from burden_desktop.tasks.examiner import judge_file
from burden_desktop.tasks.month_detail import set_targets
from burden_desktop.tasks.points import enrol
from burden_desktop.tasks.rules import pack_of, rule_titles, set_pack, shipped_pack

from ..a_point import APoint, received_here
from ..conftest import StandingClock
from ..doctor import delete_record, move, rebuild_from


@pytest.fixture
def point(tmp_path: Path, clock: StandingClock) -> APoint:
    """Two papers in March, entered in March; March is closed."""
    made = APoint(tmp_path / "p", clock)
    clock.set(2026, 3, 20, 9, 30)
    made.add("2026-03-05", "关于某事的通知")
    made.add("2026-03-06", "关于另一件事的通知")
    clock.set(2026, 4, 2, 9, 30)
    return made


@pytest.fixture
def desk(tmp_path: Path, clock: StandingClock, point: APoint) -> Iterator[LedgerDesk]:
    ledger = Ledger.create(tmp_path / "c" / "ledger.db", Point("青禾县纪委监委", "JW-01"), clock=clock, role=COMMISSION)
    enrol(ledger, point.cer, fingerprint=point.fingerprint, now=clock())
    made = LedgerDesk(ledger, clock)
    yield made
    made.close()


def taken(desk: LedgerDesk, *files: Path) -> list[tuple[str, str]]:
    """(outcome, what was said) of each file."""
    answers = received_here(desk._ledger, files, desk._clock())
    return [(one.outcome, " ".join(map(str, (*one.reasons, *one.notices)))) for one in answers]


def test_what_was_done_in_between_is_counted_in_the_next_file(point: APoint, desk: LedgerDesk, clock: StandingClock) -> None:
    march = point.close("2026-03")
    clock.set(2026, 4, 10, 9, 30)
    gone = point.add("2026-04-09", "后来撤销的一件")
    quick, slow = point.add("2026-04-10", "当天改的一件"), point.add("2026-04-10", "过了三天才改的一件")
    point.change(quick, title="当天改过的一件")
    point.add("2026-03-28", "三月里漏记的一件", late=True)
    clock.advance(days=3, hours=1)
    point.change(slow, title="过了三天改过的一件")
    point.withdraw(gone)
    clock.set(2026, 5, 2, 9, 30)
    april = point.close("2026-04")
    assert REFUSED not in [outcome for outcome, _ in taken(desk, march, april)]
    newest, _ = desk.receiving.received()
    told = desk.receiving.deeds(newest.sha256)
    assert str(told) == "自上一份月报以来：撤销1条，清除0条，补登1条，录入三天以后又修改1条。"
    _, new, found = audit_files(march, april, clock())
    assert (found.link, found.late, found.changed_later) == (EXTENDS, ("收2026-0006",), (slow.number,))
    assert found.actions == {"add": 4, "change": 2, "withdraw": 1}
    assert deeds(new.submission).withdrawn == (gone.number,)


def test_a_rule_that_was_off_for_a_while_is_told_by_the_files_alone(point: APoint, desk: LedgerDesk, clock: StandingClock) -> None:
    march = point.close("2026-03")
    clock.set(2026, 4, 9, 9, 30)
    with point.open() as ledger:
        shipped = shipped_pack()
        for off, bound in ((True, 80), (False, 80)):
            set_pack(ledger, replace(shipped, rules=tuple(
                replace(rule, on=not off) if rule.id == "meeting-length"
                else replace(rule, parameters={**rule.parameters, "bound": bound}) if "bound" in rule.parameters else rule
                for rule in shipped.rules
            )))  # fmt: skip
        set_targets(ledger, {"document": Target(100, 30, 2019)})
        assert ledger.check().ok and pack_of(ledger).rule("meeting-length") == shipped.rule("meeting-length")
    clock.set(2026, 5, 2, 9, 30)
    point.add("2026-04-05")
    april = point.close("2026-04")
    title = rule_titles()["meeting-length"]
    found = audit_files(march, april, clock())[2]
    assert found.switches.there_and_back == (title,) and found.switches.settings == ("压减目标",)
    assert f"其间关闭后又打开（或打开后又关闭）的规则1条：{title}" in map(str, found.sentences)
    answers = taken(desk, march, april)
    assert answers[1][0] != REFUSED and title in answers[1][1], answers


def test_a_change_of_what_was_handed_in_is_counted_as_late_by_the_file_alone(
    point: APoint, clock: StandingClock, desk: LedgerDesk
) -> None:
    march = point.close("2026-03")
    with point.open() as ledger:
        first = next(iter(ledger.records.page(_document(), limit=1, newest_first=False)))
    point.change(first, handling="已办结")
    clock.set(2026, 5, 2, 9, 30)
    april = point.close("2026-04")
    old, new, found = audit_files(march, april, clock())
    assert deeds(new.submission) == Deeds(changed_later=(first.number,)) and found.changed == (first.number,)
    assert deeds(new.submission, entries_of(old.submission)).changed_later == (first.number,)
    assert taken(desk, march, april)[1][0] == "accepted"


def _document():  # type: ignore[no-untyped-def]
    from burden_desktop.domain.kinds import kind_named

    return kind_named("document")


def _retitle(connection: sqlite3.Connection) -> None:
    move(connection, 3, "2026-03-20T08:00:00+08:00")


@pytest.mark.parametrize(
    ("first", "alter"),
    [(2, delete_record("收2026-0001")), (3, _retitle), (3, delete_record("收2026-0002"))],
    ids=["a deleted record", "a doctored entry", "a rebuilt tail"],
)
def test_a_ledger_doctored_behind_a_signed_month_is_caught_by_the_next_file(
    point: APoint, desk: LedgerDesk, clock: StandingClock, first: int, alter: Callable[[sqlite3.Connection], None]
) -> None:
    march = point.close("2026-03")
    assert taken(desk, march)[0][0] == "accepted"
    rebuild_from(point.path, first, alter)
    clock.set(2026, 5, 2, 9, 30)
    point.add("2026-04-05")
    april = point.close("2026-04")
    outcome, words = taken(desk, april)[0]
    assert outcome == REFUSED and "历史链与已收到的月报接不上" in words, words
    assert audit_files(march, april, clock())[2].link == DIFFERS
    with point.open() as ledger:
        assert check_against(ledger, march, clock()) is not None
        assert ledger.first_bad is None, "who rebuilds everything deceives the ledger alone"


def test_a_record_deleted_between_two_months_leaves_a_hole_in_the_numbers(
    point: APoint, desk: LedgerDesk, clock: StandingClock
) -> None:
    taken(desk, point.close("2026-03"))
    clock.set(2026, 5, 2, 9, 30)
    for day in ("05", "06", "07"):
        point.add(f"2026-04-{day}")
    rebuild_from(point.path, 4, delete_record("收2026-0004"))
    april = point.close("2026-04")
    outcome, words = taken(desk, april)[0]
    assert outcome == "noticed" and "没有编号收2026-0004的录入" in words


def test_a_record_that_only_vanished_from_the_table_is_found_by_the_point_and_told(
    point: APoint, desk: LedgerDesk
) -> None:
    with sqlite3.connect(point.path) as connection:
        connection.execute("DELETE FROM document WHERE number = '收2026-0001'")
    with pytest.raises(BreakNoted):
        point.close("2026-03")
    outcome, words = taken(desk, point.close("2026-03"))[0]
    assert outcome == "noticed" and "断链" in words and "可能在程序之外被改动" in words


def test_the_payload_that_was_received_is_what_is_counted(point: APoint, desk: LedgerDesk) -> None:
    (answer,) = received_here(desk._ledger, [point.close("2026-03")], desk._clock())
    told = read_submission(desk._ledger.receiving.payload(answer.sha256))
    assert deeds(told) == Deeds() and desk.receiving.deeds(answer.sha256) is None


def test_a_rebuilt_ledger_does_not_get_in_by_its_later_month(point: APoint, desk: LedgerDesk, clock: StandingClock, tmp_path: Path) -> None:
    """The honest March is in hand; of another ledger with the same key May comes first, as if April were only late."""
    assert taken(desk, point.close("2026-03"))[0][0] == "accepted"
    other = APoint(tmp_path / "other", clock)
    other.p12 = point.p12
    for day in range(10, 19):
        other.add(f"2026-03-{day}")
    _, april, may = other.months("2026-03", "2026-04", "2026-05")
    assert taken(desk, may)[0][0] == "noticed"
    outcome, words = taken(desk, april)[0]
    assert outcome == REFUSED and "接不上" in words


def test_a_gap_behind_a_file_must_be_a_month_or_a_correction(point: APoint, desk: LedgerDesk, clock: StandingClock) -> None:
    """April corrected before May was closed: May, then April, asks for the correction, and with it all is well."""
    march, april = point.close("2026-03"), point.months("2026-04")[0]
    point.correct("2026-04")
    point.add("2026-04-20")
    corrected = point.close("2026-04")
    may = point.months("2026-05")[0]
    assert [outcome for outcome, _ in taken(desk, march)] != [REFUSED]
    assert taken(desk, may)[0][0] == "noticed"
    assert "接不上" in taken(desk, april)[0][1]
    assert taken(desk, corrected)[0][0] == "noticed"
    assert "旧版不再接受" in taken(desk, april)[0][1]


def test_files_laid_the_wrong_way_round_or_twice_accuse_nobody(point: APoint, clock: StandingClock) -> None:
    march = point.close("2026-03")
    april = point.months("2026-04")[0]
    point.correct("2026-03")
    point.add("2026-03-09")
    corrected = point.close("2026-03")
    assert audit_files(april, march, clock())[2].link == REVERSED
    assert audit_files(corrected, april, clock())[2].link == REVERSED
    assert audit_files(march, march, clock())[2].link == SAME
    assert audit_files(march, april, clock())[2].link == EXTENDS


def test_a_month_sealed_twice_in_one_chain_contradicts_its_revision(point: APoint) -> None:
    point.close("2026-03")
    point.correct("2026-03")
    body = {"month": "2026-03", "issue": {}, "chain": {"entries": [
        {"action": "seal", "kind": "month", "number": "2026-03"}, {"action": "add", "kind": "document", "number": "x"},
    ]}}  # fmt: skip
    assert sealed_twice(body)
    body["chain"]["entries"].append({"action": "reopen", "kind": "month", "number": "2026-03"})  # type: ignore[index]
    assert not sealed_twice(body)
    corrected = point.close("2026-03")
    told = judge_file(corrected, Trust({}), point.clock())
    assert not any("封存了两次" in str(reason) for reason in told.verdict.reasons)


def test_a_month_closed_while_another_stands_open_says_so_everywhere(point: APoint, desk: LedgerDesk, clock: StandingClock) -> None:
    march = point.close("2026-03")
    point.correct("2026-03")
    clock.set(2026, 5, 2, 9, 30)
    point.add("2026-04-05")
    with point.open() as ledger:
        (told,) = before_closing.told_before_closing(ledger, Month(2026, 4))
        (unchanged,) = before_closing.told_before_closing(ledger, Month(2026, 3))
        assert str(told).startswith("2026年3月正在更正") and "没有改动任何记录" in str(unchanged)
    april = point.close("2026-04")
    (_, first), (_, second) = taken(desk, march, april)
    assert "正在更正" not in first and "封存时2026年3月正在更正" in second
    corrected = point.close("2026-03")
    outcome, words = taken(desk, corrected)[0]
    assert outcome == "noticed" and "2026年4月的月报签署在这次更正之前" in words
    payload = desk._ledger.receiving.payload(desk.receiving.received()[1].sha256)
    assert "封存时2026年3月的月报正在更正" in read_submission(payload).issue.remarks


def test_a_month_signed_after_the_correction_is_not_called_outdated(point: APoint, desk: LedgerDesk) -> None:
    march = point.close("2026-03")
    point.correct("2026-03")
    corrected = point.close("2026-03")
    april = point.months("2026-04")[0]
    answers = taken(desk, march, corrected, april)
    assert not any("签署在这次更正之前" in words or "正在更正" in words for _, words in answers)


def test_another_name_than_the_certificates_is_told(point: APoint, desk: LedgerDesk) -> None:
    with point.open() as ledger:
        ledger.set_point(Point("青禾县石桥镇人民政府", "SQ-01"))
    outcome, words = taken(desk, point.close("2026-03"))[0]
    assert outcome == "noticed" and "“青禾县石桥镇人民政府”与证书上的“青禾县石桥镇”不同" in words


@pytest.mark.parametrize(
    "words",
    [
        "UPDATE enrolled SET not_after = '2099-01-01'",
        "UPDATE enrolled SET suspended_at = '2026-04-02'",
        "DELETE FROM enrolled",
        "UPDATE received SET month = '2026-02'",
        "UPDATE received SET head = 'x'",
        "DELETE FROM received",
        "UPDATE received_payload SET packed = zeroblob(3)",
        "file",
    ],
)
def test_the_commissions_own_register_is_held_against_its_chain(point: APoint, desk: LedgerDesk, words: str) -> None:
    taken(desk, point.close("2026-03"))
    path = desk._ledger.path
    assert desk._ledger.check().ok
    if words == "file":
        (kept,) = (path.parent / "received").iterdir()
        kept.write_bytes(kept.read_bytes() + b"x")
    else:
        desk._ledger._book.connection.execute(words)
    assert not desk._ledger.check().ok


@pytest.mark.parametrize("name", ["石桥镇 عين", "عين", "𬭎桥镇", "ﷺ镇"])
def test_a_name_that_certificates_cannot_compare_is_signed_and_accepted_without_a_word(
    tmp_path: Path, clock: StandingClock, name: str
) -> None:
    point = APoint(tmp_path / "p", clock, name=name)
    judged = judge_file(point.close("2026-03"), read_trust(point.cer.parent), clock())
    assert judged.verdict.accepted, judged.verdict.reasons
    assert not judged.verdict.notices


def test_a_base_that_the_earlier_report_did_not_say_is_told(
    point: APoint, desk: LedgerDesk, clock: StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A changed program could lower its own month by a higher one before; both files are in the commission's hands."""
    march = point.close("2026-03")
    honest = close_month.sum_up

    def lying(material: Any) -> MonthSummary:
        told = honest(material)
        trend = {**told.detail.trend, "document": (*told.detail.trend["document"][:-2], 99, told.kinds["document"].month)}
        kinds = {**told.kinds, "document": replace(told.kinds["document"], previous=99)}
        return replace(told, kinds=kinds, detail=replace(told.detail, trend=trend))

    clock.set(2026, 5, 2, 9, 30)
    with monkeypatch.context() as patch:
        patch.setattr(close_month, "sum_up", lying)
        april = point.close("2026-04")
    (_, first), (outcome, second) = taken(desk, march, april)
    assert outcome == NOTICED and "上月数与2026年3月第1版不同（本份/当时：收文99/" in second and "上月数" not in first
