"""What should never have been entered goes for good, from the ledger and every backup; its digest stays."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from burden_desktop.domain.errors.entry import UnknownRecord
from burden_desktop.domain.errors.months import ReasonMissing
from burden_desktop.domain.kinds import kind_named
from burden_desktop.domain.months.month import Month
from burden_desktop.store import Ledger

DOCUMENT = kind_named("document")
Written = Callable[..., dict[str, Any]]
WORDS = "某某同志身份证号码写进了标题"


def _holding(folder: Path) -> list[str]:
    """Files in which the words or any pair of their characters stand together."""
    parts = [WORDS.encode(), WORDS[:5].encode(), "\x1f".join(WORDS[4:8]).encode()]
    return sorted(
        file.relative_to(folder).as_posix()
        for file in folder.rglob("*")
        if file.is_file() and any(part in file.read_bytes() for part in parts)
    )


def test_purged_record_is_nowhere_and_the_chain_holds(
    path: Path, ledger: Ledger, document: Written, clock: Any, tmp_path: Path
) -> None:
    second = tmp_path / "stick"
    second.mkdir()
    ledger.backups.choose_second_place(second)
    kept = ledger.records.add(DOCUMENT, document())
    wrong = ledger.records.add(DOCUMENT, document(title=WORDS, note=WORDS * 9))
    ledger.records.change(DOCUMENT, wrong.id, {"title": WORDS + "（改）"})
    ledger.backups.make()
    ledger.records.withdraw(DOCUMENT, wrong.id)
    damaged = path.parent / "backups" / "ledger-20260101-000000-damaged.db"
    damaged.write_bytes(WORDS.encode())
    assert len(_holding(path.parent)) == 5, "the journal of an open ledger holds the last change too"
    head = ledger.history.head()
    purged = ledger.purge(wrong.number, "误录个人信息")
    assert (purged.number, purged.backups, purged.left) == (wrong.number, 2, (damaged,))
    assert _holding(path.parent) == [damaged.relative_to(path.parent).as_posix()]
    assert ledger.check().ok
    (entry,) = ledger.history.entries(head[0])
    assert (entry.action, entry.number) == ("purge", wrong.number)
    *before, told = [step.after for step in ledger.history.of_record(wrong.number)]
    assert before == [None] * 3 and told and told["reason"] == "误录个人信息" and told.keys() == {"reason", "mark"}
    assert ledger.records.page(DOCUMENT, text="安全") == (kept,)
    assert ledger.records.page(DOCUMENT, text="身份证") == ()
    assert ledger.undoing.undo() is None
    assert ledger.records.add(DOCUMENT, document()).number == "收2026-0003"
    ledger.close()
    (backup,) = (path.parent / "backups").glob("ledger-20260402-*.db")
    with Ledger.restore(path, backup, clock=clock) as restored:
        assert restored.check().ok
        assert restored.records.page(DOCUMENT, text="安全") == (kept,)


def test_purging_needs_a_reason_and_a_record(ledger: Ledger, document: Written) -> None:
    record = ledger.records.add(DOCUMENT, document())
    with pytest.raises(ReasonMissing):
        ledger.purge(record.number, " ")
    with pytest.raises(UnknownRecord):
        ledger.purge("收2026-0099", "误录")
    assert ledger.records.get(DOCUMENT, record.id) == record


def test_words_written_elsewhere_and_a_body_that_nothing_else_names_go_too(
    path: Path, ledger: Ledger, document: Written
) -> None:
    ledger.records.add(DOCUMENT, document())
    wrong = ledger.records.add(DOCUMENT, document(title=WORDS, organ="只此一处的单位"))
    other = ledger.records.add(DOCUMENT, document(title="另一件", note=f"见“{WORDS}”"))
    ledger.settings.set("texts.2026-03", json.dumps({"problems": {"text": f"如{WORDS}所示"}}, ensure_ascii=False))
    ledger.backups.make()
    purged = ledger.purge(wrong.number, "误录个人信息")
    assert ledger.settings.get("texts.2026-03") == '{"problems": {"text": "如〔已清除〕所示"}}'
    assert [organ.name for organ in ledger.organs.all()] == ["云川县人民政府办公室"]
    assert purged.words == {WORDS} and purged.others == (other.number,)
    assert ledger.check().ok and ledger.derived.differing() == ()
    ledger.purge(other.number, "误录个人信息")
    assert _holding(path.parent) == []


def test_content_that_vanished_without_a_purge_is_named(path: Path, ledger: Ledger, document: Written, seal: Any, clock: Any) -> None:
    ledger.records.add(DOCUMENT, document())
    gone = ledger.records.add(DOCUMENT, document(title="要抹掉的一件"))
    seal(ledger, Month(2026, 3))
    ledger.close()
    for about in (f"number = '{gone.number}'", "kind = 'month'"):
        copy = path.with_name("doctored.db")
        copy.write_bytes(path.read_bytes())
        with closing(sqlite3.connect(copy)) as doctored, doctored:
            (first,) = doctored.execute(f"SELECT min(seq) FROM history WHERE {about}").fetchone()  # noqa: S608
            doctored.execute(f"DELETE FROM history_content WHERE seq IN (SELECT seq FROM history WHERE {about})")  # noqa: S608
            doctored.execute("DELETE FROM document WHERE number = ?", (gone.number,))
            doctored.execute("DELETE FROM month_revision")
            doctored.execute("DELETE FROM month")
        with Ledger.open(copy, clock=clock) as opened:
            checked = opened.check()
            assert not checked.ok and checked.first_bad is not None and checked.first_bad <= first
