"""Whoever edits the file outside the program is found out."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from burden_desktop.domain.chain.history import SALT_BYTES, digest_of, first_break
from burden_desktop.domain.kinds import kind_named
from burden_desktop.domain.months.month import Month
from burden_desktop.store import Ledger

DOCUMENT = kind_named("document")
Written = Callable[..., dict[str, Any]]


@pytest.fixture
def busy(ledger: Ledger, document: Written, seal: Callable[..., None]) -> Ledger:
    """Three records, one changed, one withdrawn, a month sealed after them, one more record, closed."""
    first, second, _ = ledger.records.add_many(DOCUMENT, [document(title=f"第{n}号通知") for n in (1, 2, 3)])
    ledger.records.change(DOCUMENT, first.id, {"pages": 3})
    ledger.records.withdraw(DOCUMENT, second.id)
    seal(ledger, Month(2026, 3))
    ledger.records.add(DOCUMENT, document(received_on="2026-04-01"))
    assert ledger.check().ok
    ledger.close()
    return ledger


def test_every_change_leaves_one_entry_that_follows_from_the_last(ledger: Ledger, document: Written, clock: Any) -> None:
    made = ledger.history.head()
    assert [(one.seq, one.action, one.kind, one.number) for one in ledger.history.entries()] == [(1, "init", "point", "QH-01")]
    record = ledger.records.add(DOCUMENT, document())
    ledger.records.change(DOCUMENT, record.id, {"pages": 2})
    ledger.records.withdraw(DOCUMENT, record.id)
    entries = ledger.history.entries()
    assert [(entry.seq, entry.action, entry.kind, entry.number) for entry in entries] == [
        (1, "init", "point", "QH-01"),
        (2, "add", "document", "收2026-0001"),
        (3, "change", "document", "收2026-0001"),
        (4, "withdraw", "document", "收2026-0001"),
    ]
    assert first_break(entries) is None
    assert made == (1, entries[0].hash) and ledger.history.head() == (4, entries[-1].hash)
    assert ledger.history.entries(2) == entries[2:]
    assert {entry.at for entry in entries} == {clock().isoformat(timespec="seconds")}
    assert ledger.check().entries == 4


def test_history_of_a_record_tells_what_was_and_what_became(ledger: Ledger, document: Written) -> None:
    record = ledger.records.add(DOCUMENT, document())
    ledger.records.add(DOCUMENT, document(title="别的"))
    ledger.records.change(DOCUMENT, record.id, {"pages": 2})
    ledger.records.withdraw(DOCUMENT, record.id)
    added, changed, withdrawn = ledger.history.of_record(record.number)
    assert added.before is None and added.after is not None
    assert added.after["title"] == record.values["title"]
    assert added.after == {**(changed.before or {}), "new_body": ["云川县人民政府办公室", "county"]}
    assert changed.after == {**(changed.before or {}), "pages": 2}
    assert (withdrawn.before, withdrawn.after) == (changed.after, None)


def test_digest_is_that_of_the_domain(ledger: Ledger, document: Written) -> None:
    record = ledger.records.add(DOCUMENT, document(note="引\"号\n换行"))
    ledger.records.change(DOCUMENT, record.id, {"pages": 2})
    ledger.history.account = "登记员"
    ledger.records.change(DOCUMENT, record.id, {"pages": 3})
    for seq, digest, salt, before, after, beside in ledger._book.rows(
        "SELECT seq, digest, salt, before, after, beside FROM history JOIN history_content USING (seq)"
    ):
        states = [json.loads(told) if told else None for told in (before, after, beside)]
        assert digest == digest_of(salt, *states), seq
        assert len(salt) == SALT_BYTES


@pytest.mark.parametrize(
    ("edit", "first_bad"),
    [
        ("UPDATE history SET at = '2026-01-01T00:00:00+08:00' WHERE seq = 3", 3),
        ("UPDATE history SET number = '收2026-0009' WHERE seq = 1", 1),
        ("UPDATE history SET digest = hash WHERE seq = 4", 4),
        ("UPDATE history SET hash = digest WHERE seq = 7", 7),
        ("DELETE FROM history WHERE seq = 2", 2),
        ("DELETE FROM history WHERE seq = 1", 1),
        ("DELETE FROM history WHERE seq >= 6", 6),
    ],
)
def test_edited_chain_is_found_at_opening(
    path: Path, busy: Ledger, clock: Any, outside: Callable[..., None], edit: str, first_bad: int
) -> None:
    outside(edit)
    with Ledger.open(path, clock=clock) as opened:
        assert opened.first_bad == opened.check().first_bad == first_bad
        assert f"第{first_bad}条" in str(opened.broken_words)


@pytest.mark.parametrize(
    ("edit", "first_bad"),
    [
        ("UPDATE document SET title = '改过的标题' WHERE id = 1", 5),
        ("UPDATE document SET pages = NULL WHERE id = 1", 5),
        ("UPDATE document SET booked_in = '2026-02' WHERE id = 3", 4),
        ("UPDATE document SET late = 1 WHERE id = 4", 8),
        ("UPDATE document SET withdrawn_at = '2026-04-01' WHERE id = 3", 4),
        ("UPDATE document SET withdrawn_at = NULL WHERE id = 2", 6),
        ("DELETE FROM document WHERE id = 1", 5),
        ("INSERT INTO document (id, number, booked_in, late, created_at, changed_at, received_on, organ, title)"
         " VALUES (9, '收2026-0099', '2026-03', 0, '', '', '2026-03-01', '某局', '塞进来的')", 9),
        ("UPDATE history_content SET after = replace(after, '通知', '通告') WHERE seq = 4", 4),
        ("UPDATE history_content SET salt = zeroblob(16) WHERE seq = 3", 3),
        ("UPDATE history_content SET beside = '{\"by\":\"别人\"}' WHERE seq = 6", 6),
        ("UPDATE month SET open_for_correction = 1", 7),
        ("UPDATE month SET reason = '补上的理由'", 7),
        ("UPDATE month_revision SET sha256 = replace(sha256, '1', '2')", 7),
        ("UPDATE month_revision SET file_name = 'x.pdf'", 7),
        ("DELETE FROM month_revision", 7),
        ("UPDATE number_series SET last = 9", 9),
        ("UPDATE number_series SET last = 3", 8),
        ("DELETE FROM number_series", 8),
        ("INSERT INTO month VALUES ('2026-04', 1, 0, '')", 10),  # behind the entry that notes it at opening
        ("UPDATE organ SET level = 'city'", 2),
        ("UPDATE organ SET line = '宣传'", 2),
        ("UPDATE organ SET name = '某局'", 2),
        ("UPDATE document SET organ_id = NULL WHERE id = 3", 4),
    ],
)  # fmt: skip
def test_edited_record_is_found_by_the_check(
    path: Path, busy: Ledger, clock: Any, outside: Callable[..., None], edit: str, first_bad: int
) -> None:
    outside(edit)
    with Ledger.open(path, clock=clock) as opened:
        found = opened.check()
    assert (found.ok, found.integrity, found.chain_ok, found.first_bad) == (False, "ok", False, first_bad)


def test_content_deleted_without_a_purge_is_found(
    path: Path, busy: Ledger, clock: Any, outside: Callable[..., None]
) -> None:
    outside("DELETE FROM history_content WHERE seq = 2")
    with Ledger.open(path, clock=clock) as opened:
        assert (opened.check().ok, opened.check().first_bad) == (False, 2)
        assert opened.history.of_record("收2026-0001")[0].after is None


def test_index_that_lies_is_found_by_the_check(path: Path, busy: Ledger, clock: Any) -> None:
    import sqlite3

    connection = sqlite3.connect(path)
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute(
        "UPDATE sqlite_schema SET sql = replace(sql, 'received_on, id', 'title, id') WHERE name = 'document_by_date'"
    )
    connection.commit()
    connection.close()
    with Ledger.open(path, clock=clock) as opened:
        found = opened.check()
    assert not found.ok
    assert found.integrity != "ok"
    assert [one.what for one in found.strange] == ["index document_by_date"]


def test_a_tail_that_was_cut_off_with_its_records_is_missed_in_the_series(
    path: Path, busy: Ledger, clock: Any, outside: Callable[..., None]
) -> None:
    outside("DELETE FROM history_content WHERE seq = 8", "DELETE FROM history WHERE seq = 8", "DELETE FROM document WHERE id = 4")
    with Ledger.open(path, clock=clock) as opened:
        assert opened.first_bad is None, "the chain alone cannot know"
        assert opened.check().first_bad == 8


def test_two_entries_that_were_swapped_are_found(path: Path, busy: Ledger, clock: Any, outside: Callable[..., None]) -> None:
    outside("UPDATE history SET seq = seq + 100 WHERE seq IN (4, 5)", "UPDATE history SET seq = 4 WHERE seq = 105", "UPDATE history SET seq = 5 WHERE seq = 104")
    with Ledger.open(path, clock=clock) as opened:
        assert opened.first_bad == 4


def test_a_chain_rebuilt_from_the_middle_no_longer_leads_to_what_was_signed(
    path: Path, busy: Ledger, clock: Any, outside: Callable[..., None]
) -> None:
    from burden_desktop.domain.chain.history import link

    with Ledger.open(path, clock=clock) as opened:
        entries = opened.history.entries()
    head, rebuilt = entries[2].hash, []
    for entry in entries[3:]:
        digest = "f" * 64 if entry.seq == 4 else entry.digest
        head = link(head, entry.seq, entry.at, entry.action, entry.kind, entry.number, digest)
        rebuilt.append(f"UPDATE history SET digest = '{digest}', hash = '{head}' WHERE seq = {entry.seq}")  # noqa: S608
    outside(*rebuilt)
    with Ledger.open(path, clock=clock) as opened:
        assert opened.first_bad == 6, "the head that March was signed with"
        assert opened.check().first_bad == 6


def test_a_program_that_guesses_levels_otherwise_finds_no_tampering(
    path: Path, ledger: Ledger, document: Written, clock: Any, outside: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    from burden_desktop.domain.bodies.organ import Level
    from burden_desktop.store.bodies import organs

    record = ledger.records.add(DOCUMENT, document(organ="云川县民政局"))
    ledger.records.change(DOCUMENT, record.id, {"organ": "某单位"})
    monkeypatch.setattr(organs, "guess_level", lambda name: Level.CENTRAL)
    ledger.records.add(DOCUMENT, document(organ="新来的单位"))
    assert {organ.name: organ.level and organ.level.value for organ in ledger.organs.all()} == {
        "云川县民政局": "county", "某单位": None, "新来的单位": "central",
    }  # fmt: skip
    assert ledger.check().ok
    ledger.close()
    outside("UPDATE organ SET level = 'city' WHERE name = '某单位'")
    with Ledger.open(path, clock=clock) as opened:
        assert opened.check().first_bad == 3
