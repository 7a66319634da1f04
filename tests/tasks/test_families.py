"""One paper in several shapes is proposed as one family with its evidence; a person joins and parts."""

from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest

from burden_desktop.domain.bodies.kin import Relation
from burden_desktop.domain.errors.joining import NotOneKind
from burden_desktop.domain.errors.months import SealedMonth
from burden_desktop.domain.kinds import kind_named
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.record import Record
from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks.enter import change, enter
from burden_desktop.tasks.families import join, kin_of, part

from ..conftest import StandingClock
from ..records import POINT


@pytest.fixture
def ledger(tmp_path: Path, clock: StandingClock) -> Iterator[Ledger]:
    with Ledger.create(tmp_path / "a.db", POINT, clock=clock) as made:
        yield made


def paper(ledger: Ledger, title: str, organ: str = "青禾县人民政府办公室", **more: object) -> Record:
    return enter(ledger, "document", {"received_on": "2026-03-05", "organ": organ, "title": title, **more})


def meeting(ledger: Ledger, title: str, organ: str, day: str) -> Record:
    return enter(ledger, "meeting", {"held_on": day, "organ": organ, "title": title})


def proposed(ledger: Ledger, record: Record) -> list[tuple[str, Relation]]:
    return [(kin.number, kin.relation) for kin in kin_of(ledger, record)]


@pytest.mark.parametrize(
    "forwarded",
    [
        "青禾县农业农村局关于转发《云岭市农业农村局关于做好春季农机安全检查的通知》的通知",
        "转发云岭市农业农村局关于做好春季农机安全检查的通知",
        "关于转发做好春季农机安全检查的通知的函",
    ],
)
def test_a_forwarding_is_proposed_with_its_evidence(ledger: Ledger, forwarded: str) -> None:
    first = paper(ledger, "关于做好春季农机安全检查的通知", "云岭市农业农村局")
    later = paper(ledger, forwarded, "青禾县农业农村局", doc_no="青农发〔2026〕3号")
    assert later.family != first.family
    assert proposed(ledger, later) == [(first.number, Relation.FORWARDING)]
    assert proposed(ledger, first) == [(later.number, Relation.FORWARDING)]
    assert [str(line) for line in kin_of(ledger, later)[0].evidence] == ["标题说的是同一件事：做好春季农机安全检查", "其中一份是转发"]


def test_a_reissue_is_proposed_and_likeness_alone_is_not(ledger: Ledger) -> None:
    first = paper(ledger, "关于报送春耕进度的通知", doc_no="青政办〔2026〕3号")
    again = paper(ledger, "关于报送春耕进度的通知", doc_no="青政办〔2026〕4号", note="以此份为准")
    paper(ledger, "关于报送夏收进度的通知", doc_no="青政办〔2026〕5号")
    paper(ledger, "关于报送第2批春耕进度的通知", doc_no="青政办〔2026〕6号")
    paper(ledger, "关于报送春耕进度的通知", "云岭市统计局", doc_no="云统〔2026〕1号")
    assert (again.number, Relation.REISSUE) in proposed(ledger, first)
    assert len(proposed(ledger, first)) == 1


def test_layered_meetings_are_proposed_and_far_ones_are_not(ledger: Ledger) -> None:
    top = meeting(ledger, "全省森林防火工作视频会议", "江岭省林业厅", "2026-03-02")
    below = meeting(ledger, "全县森林防火工作会议", "青禾县林业局", "2026-03-04")
    meeting(ledger, "全县森林防火工作会议", "青禾县应急管理局", "2026-05-04")
    meeting(ledger, "全县安全生产工作会议", "青禾县应急管理局", "2026-03-04")
    assert proposed(ledger, below) == [(top.number, Relation.LAYERED)]


def test_joined_records_count_as_one_thing_and_stay_joined_through_changes(ledger: Ledger) -> None:
    first = paper(ledger, "关于做好春季农机安全检查的通知", "云岭市农业农村局")
    later = paper(ledger, "转发关于做好春季农机安全检查的通知", "青禾县农业农村局")
    joined = join(ledger, later.number, first.number)
    assert joined.family == first.family and kin_of(ledger, joined) == ()
    changed = change(ledger, "document", later.id, {"received_on": "2026-03-09", "title": "转发《关于做好春季农机安全检查的通知》"})
    assert changed.family == first.family
    assert ledger.check().ok
    ledger.undoing.undo()
    assert ledger.undoing.undo() is not None
    assert ledger.records.by_number(later.number).family == later.family
    assert ledger.check().ok


def test_a_parted_record_is_a_thing_of_its_own(ledger: Ledger) -> None:
    first = paper(ledger, "关于值班的通知")
    second = paper(ledger, "关于值班的通知")
    assert first.family == second.family
    alone = part(ledger, second.number)
    assert alone.family != first.family
    assert change(ledger, "document", second.id, {"note": "无关"}).family == alone.family


def test_only_records_of_one_kind_join_and_none_of_a_closed_month(ledger: Ledger) -> None:
    first, other = paper(ledger, "关于甲的通知"), paper(ledger, "关于乙的通知")
    talk = meeting(ledger, "全县甲会议", "青禾县林业局", "2026-03-04")
    with pytest.raises(NotOneKind):
        join(ledger, first.number, talk.number)
    ledger.months.seal(Month(2026, 3), revision=1, file_name="f.pdf", sha256="0" * 64, expected_head=ledger.history.head())
    with pytest.raises(SealedMonth):
        join(ledger, first.number, other.number)


PAPERS = (
    {"received_on": "2026-03-01", "doc_no": "青政办〔2026〕3号"},
    {"received_on": "2026-03-20", "doc_no": "青政办〔2026〕4号"},
    {"received_on": "2026-03-18"},
    {"received_on": "2026-04-15"},
)


def test_any_order_of_entry_gives_the_same_things_and_figures(tmp_path: Path, clock: StandingClock) -> None:
    """One without a number between two with numbers joins the nearer, and is moved when the nearer comes later."""
    outcomes = set()
    for turn, order in enumerate(permutations(PAPERS)):
        with Ledger.create(tmp_path / f"{turn}.db", POINT, clock=clock) as ledger:
            ids = [paper(ledger, "关于报送春耕进度的通知", **told).id for told in order]
            held = [ledger.records.get(kind_named("document"), id) for id in ids]
            by_family: dict[str | None, set[object]] = {}
            for record in held:
                by_family.setdefault(record.family, set()).add(record.values["received_on"])
            months = tuple(ledger.tallies.of(kind_named("document"), Month(2026, number), Month(2026, number)).things for number in (3, 4))
            outcomes.add((frozenset(map(frozenset, by_family.values())), months))
            assert ledger.check().ok
    assert outcomes == {(frozenset({frozenset({"2026-03-01"}), frozenset({"2026-03-18", "2026-03-20", "2026-04-15"})}), (2, 1))}


def test_a_paper_moved_by_a_later_one_goes_back_with_its_undoing(ledger: Ledger) -> None:
    title = "关于报送春耕进度的通知"
    first, loose = (paper(ledger, title, **told) for told in (PAPERS[0], PAPERS[2]))
    assert loose.family == first.family
    second = paper(ledger, title, **PAPERS[1])
    document = kind_named("document")
    assert ledger.records.get(document, loose.id).family == second.family != first.family
    ledger.undoing.undo()
    assert ledger.records.get(document, loose.id).family == first.family
