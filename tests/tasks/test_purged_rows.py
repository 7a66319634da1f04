"""A purged record does not come back with the register that it came from, and the import says so."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from burden_desktop.domain.kinds import kind_named
from burden_desktop.domain.purge_mark import Likeness, likeness, mark_of
from burden_desktop.domain.reading.import_outcome import ImportOutcome
from burden_desktop.domain.reading.rejection import why_rejected
from burden_desktop.store.damage.raw_trees import trees_of
from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks.enter import enter
from burden_desktop.tasks.import_register import preview, standing, store_rows
from burden_desktop.tasks.purge import purge
from burden_desktop.tasks.rescue import rescue

from ..conftest import StandingClock
from ..records import POINT

DOCUMENT = kind_named("document")
ROWS = "收文日期,来文单位,发文字号,标题\n2026-03-01,县财政局,云财〔2026〕1号,关于甲的通知\n2026-03-02,县教育局,,关于某人住址的通知\n"
MORE = "2026-03-03,县教育局,,关于丙的通知\n2026-03-02,县教育局,,关于乙的通知\n"


@pytest.fixture
def ledger(tmp_path: Path, clock: StandingClock) -> Iterator[Ledger]:
    with Ledger.create(tmp_path / "a.db", POINT, clock=clock) as made:
        yield made


@pytest.fixture
def bring(tmp_path: Path, clock: StandingClock) -> Callable[..., ImportOutcome]:
    def brought(ledger: Ledger, rows: str, *, again: bool = False) -> ImportOutcome:
        (tmp_path / "收文登记.csv").write_text(rows, "utf-8")
        return store_rows(ledger, preview(tmp_path / "收文登记.csv", "document", clock().date()), again=again)

    return brought


def _titles(ledger: Ledger) -> set[object]:
    return {record.values["title"] for record in ledger.records.page(DOCUMENT)}


def test_the_growing_register_brings_all_but_the_purged_row(ledger: Ledger, bring: Any, tmp_path: Path, clock: StandingClock) -> None:
    brought = bring(ledger, ROWS)
    purge(ledger, brought.records[1].number, "个人信息")
    reading = preview(tmp_path / "收文登记.csv", "document", clock().date())
    assert [row.reason for row in standing(ledger, reading).reading.rejected] == ["purged"], "the preview says so before"
    again = bring(ledger, ROWS + MORE)
    (refused,) = again.reading.rejected
    assert (refused.reason, refused.row, refused.cells) == ("purged", 3, ())
    assert brought.records[1].number in str(why_rejected(refused)) and "彻底清除" in str(why_rejected(refused))
    assert _titles(ledger) == {"关于甲的通知", "关于乙的通知", "关于丙的通知"}
    assert b"\xe6\x9f\x90\xe4\xba\xba\xe4\xbd\x8f\xe5\x9d\x80" not in ledger.path.read_bytes()
    assert ledger.check().ok


def test_what_was_retitled_before_it_was_purged_is_known_by_every_title_it_had(ledger: Ledger, bring: Any) -> None:
    brought = bring(ledger, ROWS)
    ledger.records.change(DOCUMENT, brought.records[1].id, {"title": "（改过的标题）"})
    purge(ledger, brought.records[1].number, "个人信息")
    assert [row.reason for row in bring(ledger, ROWS).reading.rejected] == ["purged"]


def test_the_same_paper_entered_by_hand_afterwards_is_the_row(ledger: Ledger, bring: Any) -> None:
    brought = bring(ledger, ROWS)
    purge(ledger, brought.records[1].number, "误录")
    enter(ledger, "document", {"received_on": "2026-03-02", "organ": "县教育局", "title": "关于某人住址的通知"})
    again = bring(ledger, ROWS)
    assert not again.reading.rejected and len(again.standing.known) == 2


def test_a_restore_and_a_rescue_remember_what_was_purged(ledger: Ledger, bring: Any, tmp_path: Path, clock: StandingClock) -> None:
    brought = bring(ledger, ROWS)
    backup = ledger.backups.make()
    purge(ledger, brought.records[1].number, "个人信息")
    path = ledger.path
    ledger.close()
    with Ledger.restore(path, backup, clock=clock) as restored:
        assert [row.reason for row in bring(restored, ROWS).reading.rejected] == ["purged"]
    content = bytearray(path.read_bytes())
    page = next(page for page, owner in trees_of(bytes(content)).owners.items() if owner == "document")
    content[(page - 1) * 4096 : page * 4096] = bytes(4096)
    alone = tmp_path / "alone" / "ledger.db"
    alone.parent.mkdir()
    alone.write_bytes(content)
    rescue(alone, alone.with_name("new.db"), clock)
    with Ledger.open(alone.with_name("new.db"), clock=clock) as rescued:
        assert [row.reason for row in bring(rescued, ROWS).reading.rejected] == ["purged"]


STATE = {"received_on": "2026-03-02", "title": "关于某人住址的通知", "doc_no": "云财〔2026〕9号", "organ": "县财政局"}


@pytest.mark.parametrize(
    ("other", "like"),
    [
        ({"title": "关于 某人住址 的通知"}, Likeness.SAME),
        ({"organ": "县财政局、县教育局"}, Likeness.SAME),
        ({"organ": "财政局"}, Likeness.SAME),
        ({"doc_no": ""}, Likeness.POSSIBLE),
        ({"organ": ""}, Likeness.POSSIBLE),
        ({"title": "别的"}, Likeness.POSSIBLE),
        ({"organ": "县教育局"}, Likeness.POSSIBLE),
        ({"doc_no": "", "organ": "县教育局"}, Likeness.ANOTHER),
        ({"doc_no": "云财〔2026〕10号"}, Likeness.ANOTHER),
        ({"title": "关于别人住址的通知", "doc_no": ""}, Likeness.ANOTHER),
        ({"received_on": "2026-03-03"}, Likeness.ANOTHER),
    ],
)  # fmt: skip
def test_a_number_or_a_body_that_differs_speaks_against(other: dict[str, str], like: Likeness) -> None:
    mark = mark_of(DOCUMENT, [STATE], b"s" * 16)
    assert not any("某人" in str(value) for value in mark.values())

    def called(name: str) -> tuple[str, ...]:
        return ("县财政局", "财政局") if name == "财政局" else ()

    assert likeness(DOCUMENT, {**STATE, **other}, mark, called) is like
    assert likeness(DOCUMENT, {**STATE, **other}, {}, called) is Likeness.ANOTHER


def test_another_paper_of_the_same_day_and_title_comes_in_and_a_doubtful_one_is_the_clerks_to_decide(
    ledger: Ledger, bring: Any
) -> None:
    purge(ledger, bring(ledger, ROWS).records[1].number, "个人信息")
    other = "2026-03-02,县民政局,,关于某人住址的通知\n"
    doubtful = "2026-03-02,县教育局,云教〔2026〕7号,关于某人住址的通知\n"
    first = bring(ledger, ROWS + other + doubtful)
    assert [record.values["organ"] for record in first.records] == ["县民政局"]
    assert [row.reason for row in first.reading.rejected] == ["purged", "possibly_purged"]
    refused = first.reading.rejected[1]
    assert "可能是" in str(why_rejected(refused)) and dict(refused.cells)["发文字号"] == "云教〔2026〕7号"
    second = bring(ledger, ROWS + other + doubtful, again=True)
    assert [record.values["doc_no"] for record in second.records] == ["云教〔2026〕7号"]
    assert [row.reason for row in second.reading.rejected] == ["purged"]


def test_a_mark_of_the_first_form_leaves_the_row_to_the_clerk(ledger: Ledger, bring: Any) -> None:
    """It held pairs of a day and the hash of a title or a number."""
    brought = bring(ledger, ROWS)
    number = brought.records[1].number
    purge(ledger, number, "个人信息")
    told = json.loads(ledger._book.rows("SELECT after FROM history JOIN history_content USING (seq) WHERE action = 'purge'")[0][0])
    pairs = [[day, words] for day, *hashes in told["mark"]["seen"] for words in hashes[:2] if words]
    mark = {"salt": told["mark"]["salt"], "seen": pairs}
    row = {"received_on": "2026-03-02", "organ": "县教育局", "title": "关于某人住址的通知"}
    assert likeness(DOCUMENT, row, mark) is Likeness.POSSIBLE
    assert likeness(DOCUMENT, {**row, "received_on": "2026-03-03"}, mark) is Likeness.ANOTHER
    assert likeness(DOCUMENT, {**row, "title": "关于乙的通知"}, mark) is Likeness.ANOTHER
