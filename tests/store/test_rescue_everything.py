"""A rescue takes over everything that can be read, not the records alone; closed months stay closed; the rest is named."""

import random
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from burden_desktop.domain.bodies.organ import Level
from burden_desktop.domain.errors.damage import PointUnread
from burden_desktop.domain.errors.months import SealedMonth
from burden_desktop.domain.kinds import KINDS, kind_named
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.months.past_figures import PastFigure
from burden_desktop.domain.months.rules import Answer
from burden_desktop.domain.point import Point
from burden_desktop.store import Ledger
from burden_desktop.store.damage.raw_trees import trees_of
from burden_desktop.tasks.rescue import as_json, rescue, told

DOCUMENT, MEETING = kind_named("document"), kind_named("meeting")
MARCH, APRIL = Month.parse("2026-03"), Month.parse("2026-04")
PAGE = 4096
Written = Callable[..., dict[str, Any]]
TABLES = {
    "month": "SELECT month, revision, open_for_correction, reason FROM month",
    "month_revision": "SELECT month, revision, file_name, sha256 FROM month_revision",
    "organ": "SELECT name, level, nature, line FROM organ",
    "organ_alias": "SELECT organ_alias.name, organ.name FROM organ_alias JOIN organ ON organ.id = organ_id",
    "past_figure": "SELECT * FROM past_figure",
    "remark": "SELECT finding, rule, answer, text FROM remark",
    "setting": "SELECT * FROM setting",
    "ledger_time": "SELECT * FROM ledger_time",
    "number_series": "SELECT * FROM number_series",
}
"""What must be the same before and after, whatever the row ids."""


def _tables(ledger: Ledger) -> dict[str, set[tuple[Any, ...]]]:
    found = {name: set(ledger._book.rows(sql)) for name, sql in TABLES.items()}
    for kind in KINDS:
        found[kind.name] = {
            (number, last_field, withdrawn is None)
            for number, last_field, withdrawn in ledger._book.rows(
                f"SELECT number, {kind.fields[-1].name}, withdrawn_at FROM {kind.name}"  # noqa: S608 - declared names
            )
        }
    return found


@pytest.fixture
def lived_in(ledger: Ledger, clock: Any, document: Written, meeting: Written, seal: Callable[..., None]) -> Ledger:
    """A ledger with something of everything: two closed months, one of them corrected; open until a test closes it."""
    papers = [document(title=f"第{n}号通知", organ=f"云川县第{n % 40}局", note="长" * 400) for n in range(1, 201)]
    records = ledger.records.add_many(DOCUMENT, papers)
    ledger.records.add_many(MEETING, [meeting(title=f"第{n}次会议") for n in range(1, 40)])
    ledger.records.withdraw(DOCUMENT, records[10].id)
    names = {organ.name: organ.id for organ in ledger.organs.all()}
    ledger.organs.describe(names["云川县第1局"], level=Level.CITY, nature="部门", line="农业")
    ledger.organs.merge(names["云川县第3局"], into=names["云川县第2局"])
    ledger.organ_names.set_aliases(names["云川县第4局"], ("四局",))
    ledger.past_figures.set_many([PastFigure("document", Month(2025, month), 10 + month) for month in range(1, 13)])
    ledger.remarks.set("finding-1", "many-papers", Answer.EXPLAINED, "县里集中部署")
    for key in ("rules.meeting-length", "targets", "efforts", "texts.2026-04"):
        ledger.settings.set(key, '{"a": 1}')
    ledger.time.add(date(2026, 5, 3), 300)
    seal(ledger, MARCH)
    ledger.months.reopen(MARCH, "漏报一件")
    seal(ledger, MARCH, 2)
    clock.set(2026, 5, 3, 9)
    seal(ledger, APRIL)
    return ledger


def _overwrite(path: Path, pages: list[int], seed: int = 1) -> None:
    content, chance = bytearray(path.read_bytes()), random.Random(seed)  # noqa: S311 - a repeatable harm
    for page in pages:
        content[(page - 1) * PAGE : page * PAGE] = chance.randbytes(PAGE)
    path.write_bytes(content)


def _pages_of(path: Path, *tables: str) -> list[int]:
    return [page for page, owner in trees_of(path.read_bytes()).owners.items() if owner in tables]


def _rescued(path: Path, tmp_path: Path, clock: Any) -> tuple[dict[str, Any], Path]:
    new = tmp_path / "new" / "ledger.db"
    found = rescue(path, new, clock)
    assert all(str(sentence) for sentence in told(found))
    return as_json(found, new), new


def test_a_file_alone_whose_chain_is_whole_goes_on_as_it_was(
    path: Path, lived_in: Ledger, clock: Any, tmp_path: Path, document: Written
) -> None:
    before, head = _tables(lived_in), lived_in.history.entries()
    lived_in.close()
    answer, new = _rescued(path, tmp_path, clock)
    with Ledger.open(new, clock=clock) as rescued:
        assert _tables(rescued) == before
        assert rescued.history.entries()[:-1] == head and rescued.history.entries()[-1].action == "restore"
        assert rescued.check().ok and not rescued.derived.differing() and not rescued.breaks()
        with pytest.raises(SealedMonth):
            rescued.records.add(DOCUMENT, document(received_on="2026-03-20"))
        assert rescued.undoing.undo() is not None, "what was done before can still be taken back"
    assert (answer["lost"], answer["closed"], answer["broken"]) == ([], ["2026-03", "2026-04"], [])


def test_where_the_chain_is_harmed_everything_else_is_taken_over(
    path: Path, lived_in: Ledger, clock: Any, tmp_path: Path, document: Written
) -> None:
    before = _tables(lived_in)
    lived_in.close()
    pages = _pages_of(path, "history", "history_content")
    _overwrite(path, pages[3:6])
    answer, new = _rescued(path, tmp_path, clock)
    with Ledger.open(new, clock=clock) as rescued:
        after = _tables(rescued)
        assert {name: rows ^ after[name] for name, rows in before.items() if rows != after[name]} == {}
        assert rescued.check().ok and not rescued.derived.differing()
        with pytest.raises(SealedMonth):
            rescued.records.add(DOCUMENT, document(received_on="2026-03-20"))
        assert {(told.month, told.revision) for told in rescued.breaks()} == {("2026-03", 1), ("2026-03", 2), ("2026-04", 1)}
        assert rescued.months.signed_head()[0] == 0, "the next signed month tells all that came behind"
        assert rescued.undoing.undo() is None, "a rescue is no step"
    assert (answer["closed"], answer["broken"]) == (["2026-03", "2026-04"],) * 2
    assert {one["table"] for one in answer["lost"]} <= {"history", "history_content"} and answer["lost"]


def test_the_next_month_is_sealed_on_top_of_a_rescue(
    path: Path, lived_in: Ledger, clock: Any, tmp_path: Path, seal: Callable[..., None], document: Written
) -> None:
    lived_in.close()
    _overwrite(path, _pages_of(path, "history")[1:2])
    _, new = _rescued(path, tmp_path, clock)
    clock.set(2026, 6, 2, 9)
    with Ledger.open(new, clock=clock) as rescued:
        rescued.records.add(DOCUMENT, document(received_on="2026-05-20"))
        rescued.months.reopen(APRIL, "再更正")
        seal(rescued, APRIL, 2)
        seal(rescued, Month.parse("2026-05"))
        assert rescued.check().ok
        assert rescued.breaks(rescued.months.signed_head()[0]) == ()
    shutil.copyfile(new, tmp_path / "again.db")
    _rescued(tmp_path / "again.db", tmp_path / "twice", clock)


@pytest.mark.parametrize("chain_too", [False, True])
def test_months_whose_files_are_unreadable_stay_closed_while_signed_files_lie_beside(
    path: Path, lived_in: Ledger, clock: Any, tmp_path: Path, chain_too: bool
) -> None:
    lived_in.close()
    reports = path.parent / "reports"
    reports.mkdir()
    for name in ("QH-01-2026-03-r1", "QH-01-2026-03-r2", "QH-01-2026-04-r1"):
        (reports / f"{name}.pdf").write_bytes(name.encode())
    seals = _pages_of(path, "history_content")[1:3] if chain_too else []
    _overwrite(path, [*_pages_of(path, "month_revision", "month"), *seals])
    answer, new = _rescued(path, tmp_path, clock)
    with Ledger.open(new, clock=clock) as rescued:
        assert [str(one.month) for one in rescued.months.all()] == ["2026-03", "2026-04"]
        assert rescued.months.is_closed(MARCH) and rescued.months.is_closed(APRIL)
        assert rescued.months.sealed(MARCH).revision == 2  # type: ignore[union-attr]
        assert rescued.check().ok
    assert answer["closed"] == ["2026-03", "2026-04"]
    if chain_too:
        assert answer["broken"] == ["2026-03", "2026-04"]
        assert {"table": "month_revision", "count": 2, "pages": 0, "names": ["2026-03", "2026-04"]} in answer["lost"]


def test_what_a_harmed_table_held_and_nothing_else_tells_is_named(path: Path, lived_in: Ledger, clock: Any, tmp_path: Path) -> None:
    lived_in.close()
    _overwrite(path, _pages_of(path, "setting", "remark", "past_figure", "organ_alias", "organ"))
    answer, new = _rescued(path, tmp_path, clock)
    with Ledger.open(new, clock=clock) as rescued:
        assert rescued.remarks.all()["finding-1"].text == "县里集中部署", "the chain tells it"
        assert len(rescued.past_figures.all()) == 12
        body = rescued.organs.named("云川县第1局")
        assert body and (body.level, body.nature, body.line) == (Level.CITY, "部门", "农业")
        merged = rescued.organs.named("云川县第3局")
        assert merged and merged.name == "云川县第2局"
    assert {"table": "setting", "count": None, "pages": 1, "names": []} in answer["lost"]


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_of_a_file_with_one_page_in_twenty_overwritten_most_is_read_of_every_table(
    path: Path, lived_in: Ledger, clock: Any, tmp_path: Path, seed: int
) -> None:
    before = _tables(lived_in)
    lived_in.close()
    pages = len(path.read_bytes()) // PAGE
    _overwrite(path, random.Random(seed).sample(range(1, pages + 1), round(pages * 0.05)), seed)  # noqa: S311
    harmed = trees_of(path.read_bytes()).harmed
    answer, new = _rescued(path, tmp_path, clock)
    with Ledger.open(new, clock=clock) as rescued:
        after = _tables(rescued)
        assert rescued.check().ok and not rescued.derived.differing()
        assert rescued.months.is_closed(MARCH) and rescued.months.is_closed(APRIL)
    named = {one["table"] for one in answer["lost"]}
    for table, rows in before.items():
        assert rows <= after[table] or table in named or harmed[table], f"{table} lost something in silence"
    assert len(after["document"] & before["document"]) >= 0.95 * len(before["document"])
    assert not {row[0] for row in after["document"]} - {row[0] for row in before["document"]}


def test_a_file_that_tells_no_more_whose_it_is_needs_the_name_and_code_beside_it(
    path: Path, lived_in: Ledger, clock: Any, tmp_path: Path, point: Point
) -> None:
    before = _tables(lived_in)
    lived_in.close()
    content = path.read_bytes()
    name = point.name.encode()
    content = content.replace(name + point.code.encode(), b"\xff" * len(name + point.code.encode()))
    told = b'"name":"' + name + b'"'
    assert told in content, "the first entry tells it too"
    path.write_bytes(content.replace(told, b"\xff" * len(told)))
    new = tmp_path / "new.db"
    with pytest.raises(PointUnread, match="--code"):
        rescue(path, new, clock)
    rescue(path, new, clock, named=point)
    with Ledger.open(new, clock=clock) as rescued:
        assert rescued.point == point and _tables(rescued)["document"] == before["document"]
