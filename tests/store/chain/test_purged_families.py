"""A purge leaves no word of the record as the name of a family, and what was joined through it stays one thing."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from burden_desktop.domain.kinds import kind_named
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.record import Record
from burden_desktop.domain.same_thing import Member
from burden_desktop.domain.without import kept_together
from burden_desktop.store import Ledger
from burden_desktop.store.damage.raw_trees import trees_of
from burden_desktop.tasks.enter import enter
from burden_desktop.tasks.rescue import rescue

DOCUMENT = kind_named("document")
WORDS = "某某同志低保材料的函"
Enter = Callable[..., Record]


@pytest.fixture
def received(ledger: Ledger) -> Enter:
    def brought(day: str, title: str, organ: str, **more: str) -> Record:
        record = enter(ledger, "document", {"received_on": f"2026-03-{day}", "organ": organ, "title": title, **more})
        return ledger.records.by_number(record.number)

    return brought


def _families(ledger: Ledger) -> dict[str, str | None]:
    return {record.number: record.family for record in ledger.records.page(DOCUMENT)}


def _holding(folder: Path, words: str) -> list[str]:
    return [str(file.relative_to(folder)) for file in sorted(folder.rglob("*")) if file.is_file() and words.encode() in file.read_bytes()]


@pytest.mark.parametrize("withdrawn", [False, True])
@pytest.mark.parametrize("more", [{}, {"doc_no": "青民〔2026〕9号"}])
def test_no_family_is_named_after_a_purged_record(
    path: Path, ledger: Ledger, received: Enter, clock: Any, more: dict[str, str], withdrawn: bool
) -> None:
    wrong = received("02", WORDS, "青禾县财政局", **more)
    first = received("05", "校舍检修办法", "青禾县民政局")
    second = received("06", "道路养护办法", "青禾县交通局")
    for record in (first, second):
        ledger.joining.join(ledger.records.by_number(record.number), ledger.records.by_number(wrong.number))
    assert len(set(_families(ledger).values())) == 1
    if withdrawn:
        ledger.records.withdraw(DOCUMENT, second.id)
    backup = ledger.backups.make()
    purged = ledger.purge(wrong.number, "误录个人信息")
    assert purged.others == () and purged.left == ()
    for words in (WORDS, *more.values()):
        assert _holding(path.parent, words) == []
    assert ledger.check().ok and ledger.derived.differing() == ()
    assert ledger.undoing.undo() is None
    present = _families(ledger)
    assert present[first.number] == "校舍检修办法|青禾县民政局|2026-03-05"
    assert withdrawn or len(set(present.values())) == 1
    if withdrawn:
        ledger.trash.reinstate(DOCUMENT, second.id)
        assert len(set(_families(ledger).values())) == 1 and ledger.check().ok
    ledger.close()
    with Ledger.restore(path, backup, clock=clock) as restored:
        assert restored.check().ok and _holding(path.parent, WORDS) == []
        assert len(set(_families(restored).values())) == 1


def test_a_record_that_says_the_same_keeps_the_name(ledger: Ledger, received: Enter) -> None:
    wrong = received("02", WORDS, "青禾县财政局")
    alike = received("03", WORDS, "青禾县财政局")
    other = received("05", "校舍检修办法", "青禾县民政局")
    ledger.joining.join(other, ledger.records.by_number(wrong.number))
    assert ledger.purge(wrong.number, "误录").others == (alike.number, other.number)
    assert ledger.check().ok
    assert set(_families(ledger).values()) == {f"{WORDS}|青禾县财政局|2026-03-03"}
    ledger.purge(alike.number, "误录")
    assert ledger.check().ok and _holding(ledger.path.parent, WORDS) == []


def test_what_was_joined_through_it_stays_one_thing_whatever_comes(ledger: Ledger, received: Enter) -> None:
    first = received("02", "关于校舍检修的通知", "青禾县教育局")
    wrong = received("03", WORDS, "青禾县财政局")
    third = received("05", "校舍检修办法", "青禾县民政局")
    ledger.joining.join(wrong, first)  # said in the record that goes
    ledger.joining.join(third, ledger.records.by_number(wrong.number))
    ledger.purge(wrong.number, "误录")
    assert len(set(_families(ledger).values())) == 1
    received("06", "关于校舍检修的通知", "青禾县教育局")
    assert len(set(_families(ledger).values())) == 1 and ledger.check().ok
    assert third.number in _families(ledger)


def test_a_ledger_in_which_it_was_purged_before_keeps_together_too(ledger: Ledger, received: Enter) -> None:
    """Two that name a receipt which stands nowhere."""
    one = received("02", "关于校舍检修的通知", "青禾县教育局")
    gone = received("03", WORDS, "青禾县财政局")
    two = received("05", "校舍检修办法", "青禾县民政局")
    for record in (one, two):
        ledger.joining.join(record, ledger.records.by_number(gone.number))
    ledger.purge(gone.number, "误录")
    received("06", "关于校舍检修的通知", "青禾县教育局")
    assert len(set(_families(ledger).values())) == 1


def test_a_closed_month_loses_the_name_too(path: Path, ledger: Ledger, received: Enter) -> None:
    wrong = received("02", WORDS, "青禾县财政局")
    other = received("05", "校舍检修办法", "青禾县民政局")
    ledger.joining.join(other, wrong)
    ledger.months.seal(Month(2026, 3), revision=1, file_name="a.pdf", sha256="0" * 64, expected_head=ledger.history.head())
    ledger.purge(wrong.number, "误录")
    assert _holding(path.parent, WORDS) == [] and ledger.check().ok
    ledger.close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT family FROM document").fetchall() == [(f"with|{other.number}",)]


def test_what_the_purged_one_was_one_with_by_itself_is_not_held() -> None:
    one, two = Member("1", "2026-03-02", None, "a"), Member("2", "2026-03-03", None, "a")
    three = Member("3", "2026-03-04", None, "b", said="2")
    assert kept_together((one, two, three), 30, "2") == {"3": "2 1"}, "joined to 2, which is one with 1 by its title"
    assert kept_together((one, two), 30, "2") == {}


def test_a_rescue_over_a_cleaned_backup_tells_anew_what_went(path: Path, ledger: Ledger, received: Enter, clock: Any) -> None:
    wrong = received("02", WORDS, "青禾县财政局")
    other = received("05", "校舍检修办法", "青禾县民政局")
    ledger.joining.join(other, wrong)
    ledger.backups.make()
    ledger.purge(wrong.number, "误录")
    ledger.close()
    content = bytearray(path.read_bytes())
    page = next(page for page, owner in trees_of(bytes(content)).owners.items() if owner == "document")
    content[(page - 1) * 4096 : page * 4096] = bytes(4096)
    path.write_bytes(content)
    rescue(path, path.with_name("new.db"), clock)
    with Ledger.open(path.with_name("new.db"), clock=clock) as rescued:
        assert rescued.check().strange == ()
        assert _families(rescued) == {other.number: "校舍检修办法|青禾县民政局|2026-03-05"}
    assert _holding(path.parent, WORDS) == []
