"""Each way in which a file may stand among what was received before: the verdict, and its words."""

import hashlib
import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from burden_desktop.domain.handed_in import payload
from burden_desktop.domain.handed_in.receiving import ACCEPTED, KNOWN, NOTICED, REFUSED, Received
from burden_desktop.domain.point import Point
from burden_desktop.domain.role import COMMISSION
from burden_desktop.domain.texts import say
from burden_desktop.signing.identity import load_identity
from burden_desktop.store.ledger import Ledger
from burden_desktop.store.receiving import Receiving
from burden_desktop.tasks import close_month
from burden_desktop.tasks.examiner import judge_file
from burden_desktop.tasks.points import enrol, suspend
from burden_desktop.tasks.receive import Arrival, decide, receive, trust_of

from ..a_point import SECRET, APoint, received_here
from ..conftest import StandingClock


@dataclass(frozen=True)
class Story:
    """What two points signed in the spring, under the names by which the tests ask for it."""

    point: APoint
    first_cer: Path
    files: dict[str, Path]


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    clock, folder = StandingClock(), tmp_path_factory.mktemp("story")
    point = APoint(folder / "p", clock)
    first_cer, files = point.cer, {}
    clock.set(2026, 4, 2, 9, 30)
    point.add("2026-03-05")
    before_march = point.folder / "before-march.db"
    shutil.copyfile(point.path, before_march)
    with point.open() as ledger:
        backup = ledger.backup()
    files["march"] = point.close("2026-03")
    files["march again"] = _closed_on_a_copy(point, before_march, "2026-03", "rebuilt")
    files["april of a rebuilt ledger"] = _april_on_a_copy(point, before_march, clock)
    files["march after a told break"] = _after_a_restore(point, backup, clock)
    clock.set(2026, 5, 2, 9, 30)
    point.add("2026-04-05")
    files["april"] = point.close("2026-04")
    clock.set(2026, 5, 3, 9, 30)
    point.correct("2026-03")
    point.add("2026-03-09")
    files["march corrected"] = point.close("2026-03")
    clock.set(2026, 6, 9, 9, 30)
    point.new_key()
    point.add("2026-05-05")
    files["may by a renewed key, late"] = point.close("2026-05")
    files["of a later version"] = _of_a_later_version(point, "2026-06", clock)
    clock.set(2026, 7, 2, 9, 30)
    files["june of tomorrow"] = point.close("2026-06")
    files["of another's key"] = _by_another(folder, clock)
    return Story(point, first_cer, files)


def _on(point: APoint, copy: Path, act: Callable[[APoint], Any]) -> Any:
    """Do something with another state of the point's ledger in its place; the present state comes back."""
    kept, reports = point.path.with_name("kept.db"), point.folder / "reports"
    point.path.replace(kept)
    aside = reports.rename(point.folder / "reports-aside") if reports.exists() else None
    shutil.copyfile(copy, point.path)
    try:
        return act(point)
    finally:
        kept.replace(point.path)
        shutil.rmtree(reports, ignore_errors=True)
        if aside is not None:
            aside.rename(reports)


def _closed_on_a_copy(point: APoint, copy: Path, month: str, name: str) -> Path:
    def act(point: APoint) -> Path:
        point.add("2026-03-20")
        return point.close(month, out=point.folder / name)

    return Path(_on(point, copy, act))


def _april_on_a_copy(point: APoint, copy: Path, clock: StandingClock) -> Path:
    """Somebody went back to before March without a restore, closed both months anew, and hands in the second."""

    def act(point: APoint) -> Path:
        point.add("2026-03-20")
        point.close("2026-03", out=point.folder / "other")
        clock.set(2026, 5, 2, 9, 30)
        return point.close("2026-04", out=point.folder / "other")

    made = Path(_on(point, copy, act))
    clock.set(2026, 4, 2, 9, 30)
    return made


def _after_a_restore(point: APoint, backup: Path, clock: StandingClock) -> Path:
    present = point.folder / "present.db"
    shutil.copyfile(point.path, present)

    def act(point: APoint) -> Path:
        clock.advance(hours=1)
        Ledger.restore(point.path, backup, clock=clock, reason="硬盘损坏，只有旧备份").close()
        return point.close("2026-03", out=point.folder / "restored")

    return Path(_on(point, present, act))


def _of_a_later_version(point: APoint, month: str, clock: StandingClock) -> Path:
    clock.set(2026, 7, 1, 9, 30)
    with pytest.MonkeyPatch.context() as patch, point.open() as ledger:
        patch.setattr(payload, "VERSION", 2)
        closing = close_month.prepare(ledger, close_month.Month.parse(month), now=clock())
        signed = close_month.make(closing, point.p12.read_bytes(), SECRET, path="", now=clock())
    file = point.folder / "version-2.pdf"
    file.write_bytes(signed.pdf)
    return file


def _by_another(folder: Path, clock: StandingClock) -> Path:
    """A neighbour makes a month that bears this point's name and code, and signs it with a key of its own."""
    neighbour = APoint(folder / "n", clock, code="LX-02", name="青禾县柳溪镇")
    pretended = APoint(folder / "x", clock)
    pretended.add("2026-06-05")
    with pretended.open() as ledger:
        drawn = close_month.draw(close_month.prepare(ledger, close_month.Month.parse("2026-06"), now=clock()))
    identity = load_identity(neighbour.p12.read_bytes(), SECRET, path="")
    file = folder / "another.pdf"
    file.write_bytes(close_month._signed(drawn, identity, clock()).pdf)
    shutil.copyfile(neighbour.cer, folder / "neighbour.cer")
    return file



AT = datetime.fromisoformat("2026-07-02T10:00:00+08:00")


class Desk:
    """The commission's desk on the day of `at`: `take` gives outcomes and what was said, one file after the other."""

    def __init__(self, ledger: Ledger, clock: StandingClock, story: Story) -> None:
        self.ledger, self.clock, self.story = ledger, clock, story

    def enrol(self, cer: Path, **how: bool) -> None:
        from burden_desktop.signing.enrolment import look_at

        found = look_at(cer.read_bytes())
        assert found is not None
        enrol(self.ledger, cer, fingerprint=found.fingerprint, now=self.clock(), **how)

    def take(self, *names: str, at: datetime | None = None) -> list[Received]:
        answers: list[Received] = []
        for name in names:
            answers.extend(received_here(self.ledger, [self.story.files[name]], at or self.clock()))
        return answers


def outcomes(answers: Sequence[Received]) -> list[str]:
    return [one.outcome for one in answers]


def said(received: Received) -> str:
    return " ".join(str(sentence) for sentence in (*received.reasons, *received.notices))


@pytest.fixture
def desk(tmp_path: Path, story: Story) -> Iterator[Desk]:
    clock = StandingClock()
    ledger = Ledger.create(tmp_path / "c" / "ledger.db", Point("青禾县纪委监委", "JW-01"), clock=clock, role=COMMISSION)
    made = Desk(ledger, clock, story)
    made.enrol(story.first_cer)
    clock.now = AT
    yield made
    ledger.close()


def test_a_month_in_time_is_accepted_and_kept_under_its_hash(desk: Desk, story: Story) -> None:
    (march,) = desk.take("march", at=datetime.fromisoformat("2026-04-02T10:00:00+08:00"))
    assert (march.outcome, march.reasons, march.notices) == (ACCEPTED, (), ())
    kept = desk.ledger.path.parent / "received" / f"{march.sha256}.pdf"
    assert hashlib.sha256(kept.read_bytes()).hexdigest() == march.sha256


def test_a_duplicate_is_named_and_not_kept_twice(desk: Desk) -> None:
    first, second = desk.take("march", "march")
    assert first.outcome != REFUSED and second.outcome == KNOWN and "收到过" in said(second)
    assert len(desk.ledger.receiving.of_point("SQ-01")) == 1


def test_another_file_of_the_same_revision_is_refused(desk: Desk) -> None:
    _, other = desk.take("march", "march again")
    assert other.outcome == REFUSED and "两份内容不同" in said(other)


def test_a_chain_that_does_not_extend_the_last_head_is_refused(desk: Desk) -> None:
    _, other = desk.take("march", "april of a rebuilt ledger")
    assert other.outcome == REFUSED and "历史链与已收到的月报接不上" in said(other)


def test_a_told_break_is_accepted_with_its_reason(desk: Desk) -> None:
    _, restored = desk.take("march", "march after a told break")
    assert restored.outcome == NOTICED and restored.revision == 2
    assert "断链" in said(restored) and "硬盘损坏，只有旧备份" in said(restored)


def test_a_correction_is_told_with_its_reason(desk: Desk) -> None:
    answers = desk.take("march", "april", "march corrected")
    assert answers[-1].outcome == NOTICED and "更正：第2版，理由：漏记一件" in said(answers[-1])


def test_an_older_revision_replayed_is_refused(desk: Desk) -> None:
    answers = desk.take("april", "march corrected", "march")
    assert answers[-1].outcome == REFUSED and "旧版不再接受" in said(answers[-1])
    assert "没有收到2026年3月第1版" in said(answers[1])


def test_a_gap_and_lateness_are_told(desk: Desk, story: Story) -> None:
    desk.enrol(story.point.cer, renew=True)
    _, may = desk.take("march", "may by a renewed key, late")
    assert may.outcome == NOTICED
    assert "缺月：没有收到2026年4月的月报" in said(may) and "迟报：应于2026-06-05前报送" in said(may) and "缺一段" in said(may)


def test_what_comes_out_of_order_is_told(desk: Desk) -> None:
    _, march = desk.take("april", "march")
    assert march.outcome == NOTICED and "补报：晚于以后月份的月报收到" in said(march)


def test_a_renewed_certificate_counts_beside_the_old_one(desk: Desk, story: Story) -> None:
    (refused,) = desk.take("may by a renewed key, late")
    assert refused.outcome == REFUSED and "没有登记" in said(refused)
    desk.enrol(story.point.cer, renew=True)
    assert REFUSED not in outcomes(desk.take("march", "april", "march corrected", "may by a renewed key, late"))


def test_a_file_that_todays_rules_refuse_and_that_was_received_before_is_told_as_received(desk: Desk, story: Story) -> None:
    desk.take("march")
    judged = judge_file(story.files["march"], trust_of(desk.ledger), AT)
    refused = replace(judged, verdict=replace(judged.verdict, accepted=False, reasons=(say("写法已不同。"),)), payload=b"")
    (again,) = decide(desk.ledger, [Arrival(story.files["march"], refused)], AT)
    assert (again.outcome, again.month, again.reasons) == (KNOWN, "2026-03", ()) and "收到过" in said(again)
    of_nobody = replace(refused, verdict=replace(refused.verdict, trusted=False))
    (strange,) = decide(desk.ledger, [Arrival(story.files["march"], of_nobody)], AT)
    assert strange.outcome == REFUSED


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda body: body.pop("edition"), ""),
        (lambda body: body["detail"].update(more=1), ""),
        (lambda body: body.pop("issue"), "2026年3月月报的数据，本版读不出来"),
        (lambda body: body.pop("records"), "2026年3月月报的数据，本版读不出来"),
    ],
)
def test_what_another_version_kept_is_read_as_it_was_or_passed_over(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, change: Callable[[dict[str, Any]], None], told: str
) -> None:
    (march,) = desk.take("march")
    body = json.loads(desk.ledger.receiving.payload(march.sha256))
    change(body)
    monkeypatch.setattr(Receiving, "payload", lambda _, sha256: json.dumps(body).encode())
    (april,) = desk.take("april")
    assert april.outcome in (ACCEPTED, NOTICED)
    assert told in said(april) and bool(told) == ("读不出来" in said(april))


def test_a_suspended_point_is_refused_whatever_time_it_claims(desk: Desk) -> None:
    assert outcomes(desk.take("march")) == [NOTICED]
    suspend(desk.ledger, "SQ-01", "密钥丢失")
    (april,) = desk.take("april")
    assert april.outcome == REFUSED and "已于2026-07-02停用：密钥丢失" in said(april)
    assert str(april.signed_at) < "2026-07-02"
    assert [one.month for one in desk.ledger.receiving.of_point("SQ-01")] == ["2026-03"]


def test_another_points_key_is_refused_and_both_are_named(desk: Desk, story: Story) -> None:
    desk.enrol(story.files["of another's key"].with_name("neighbour.cer"))
    (other,) = desk.take("of another's key")
    assert other.outcome == REFUSED and "“SQ-01”" in said(other) and "“LX-02”" in said(other)


def test_an_unknown_version_of_the_payload_is_named(desk: Desk, story: Story) -> None:
    desk.enrol(story.point.cer, renew=True)
    (later,) = desk.take("of a later version")
    assert later.outcome == REFUSED and "数据版本“2”本程序不认识，请升级程序" in said(later)


def test_a_signature_from_after_its_receipt_is_refused(desk: Desk, story: Story) -> None:
    desk.enrol(story.point.cer, renew=True)
    (june,) = desk.take("june of tomorrow", at=AT - timedelta(days=1))
    assert june.outcome == REFUSED and "晚于收到时间" in said(june)


def test_a_file_changed_since_it_was_judged_is_not_kept(desk: Desk, story: Story, tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    shutil.copyfile(story.files["march"], file)
    judged = judge_file(file, trust_of(desk.ledger), AT)
    file.write_bytes(file.read_bytes() + b"\n")
    (answer,) = decide(desk.ledger, [Arrival(file, judged)], AT)
    assert answer.outcome == REFUSED and "核验之后变了" in said(answer)


def test_a_folder_in_any_order_is_set_in_order_by_the_pool(desk: Desk, story: Story, tmp_path: Path) -> None:
    desk.enrol(story.point.cer, renew=True)
    for place, name in enumerate(("may by a renewed key, late", "march corrected", "april", "march")):
        shutil.copyfile(story.files[name], tmp_path / f"{place}.pdf")
    answers = list(receive(desk.ledger, [tmp_path], AT))
    assert [(one.month, one.revision) for one in answers] == [("2026-05", 1), ("2026-03", 2), ("2026-04", 1), ("2026-03", 1)]
    assert REFUSED not in outcomes(answers)
    assert not any("缺" in said(one) or "补报" in said(one) for one in answers)
    assert replace(answers[0], notices=()).outcome == NOTICED
