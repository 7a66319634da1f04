"""A chain that is broken is noted, and only what it touches is frozen; nothing of it can be hidden again."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from burden_desktop.domain.errors.ledger import BrokenChain, FrozenMonth, FrozenRecord, ReadOnlyLedger
from burden_desktop.domain.errors.steps import CannotUndo
from burden_desktop.domain.kinds import kind_named
from burden_desktop.domain.months.month import Month
from burden_desktop.store import Ledger
from burden_desktop.store.backup.list_of import is_whole

DOCUMENT, PLAQUE = kind_named("document"), kind_named("plaque")
Written = Callable[..., dict[str, Any]]
Outside = Callable[..., None]
EDIT = "UPDATE history SET at = '2026-01-01T00:00:00+08:00' WHERE seq = 5"
"""Entry 5 is the first of April."""


@pytest.fixture
def april(path: Path, ledger: Ledger, document: Written, seal: Callable[..., None]) -> Path:
    """Two papers in March, which is sealed; one in April, changed once; none in May."""
    ledger.records.add_many(DOCUMENT, [document(title=f"第{n}号通知") for n in (1, 2)])
    seal(ledger, Month(2026, 3))
    paper = ledger.records.add(DOCUMENT, document(received_on="2026-04-01", title="四月的通知"))
    ledger.records.change(DOCUMENT, paper.id, {"pages": 2})
    ledger.close()
    return path


def test_only_the_months_concerned_are_frozen(april: Path, clock: Any, outside: Outside, document: Written) -> None:
    outside(EDIT)
    with Ledger.open(april, clock=clock) as opened:
        assert opened.first_bad == 5 and opened.found_breaks()[0].months == ("2026-04",)
        assert "2026年4月只能查看，其他月份照常" in str(opened.broken_words)
        paper = opened.records.page(DOCUMENT, month=Month(2026, 4))[0]
        for write in (
            lambda: opened.records.add(DOCUMENT, document(received_on="2026-04-02")),
            lambda: opened.records.change(DOCUMENT, paper.id, {"pages": 9}),
            lambda: opened.records.change(DOCUMENT, paper.id, {"handling": "已办"}),
            lambda: opened.records.withdraw(DOCUMENT, paper.id),
            lambda: opened.joining.part(paper),
            lambda: opened.records.add(DOCUMENT, document(received_on="2026-03-02"), late=True),
        ):
            with pytest.raises((FrozenMonth, CannotUndo), match="2026年4月"):
                write()
        with pytest.raises(CannotUndo, match="2026年4月"):
            opened.undoing.undo()
        added = opened.records.add(DOCUMENT, document(received_on="2026-05-02"))
        opened.settings.set("language", "en")
        with pytest.raises(FrozenMonth):
            opened.records.change(DOCUMENT, added.id, {"received_on": "2026-04-30"})
        opened.records.change(DOCUMENT, added.id, {"pages": 3})
    with Ledger.open(april, clock=clock) as again:
        assert len(again.found_breaks()) == 1 and "2026-05" not in again.frozen
        assert again.check().first_bad == 5 and again.check().unnoted is None and not again.check().ok


def test_the_ledger_as_it_was_found_is_kept(april: Path, clock: Any, outside: Outside) -> None:
    outside(EDIT)
    Ledger.open(april, clock=clock).close()
    (kept,) = (april.parent / "backups").glob("*-as-found.db")
    with pytest.raises(BrokenChain):
        Ledger.restore(april, kept, clock=clock, reason="不该恢复的")


def test_a_ledger_with_a_noted_break_is_backed_up_and_restored(april: Path, clock: Any, outside: Outside, document: Written) -> None:
    outside(EDIT)
    with Ledger.open(april, clock=clock) as opened:
        backup = opened.backups.make()
        opened.records.add(DOCUMENT, document(received_on="2026-05-02"))
    with Ledger.restore(april, backup, clock=clock) as restored:
        assert restored.first_bad == 5 and restored.check().unnoted is None


def test_a_backup_from_before_makes_all_well(april: Path, clock: Any, outside: Outside, document: Written) -> None:
    with Ledger.open(april, clock=clock) as sound:
        backup = sound.backups.make()
    outside(EDIT)
    Ledger.open(april, clock=clock).close()
    with Ledger.restore(april, backup, clock=clock) as restored:
        assert restored.first_bad is None and restored.check().ok
        restored.records.add(DOCUMENT, document(received_on="2026-04-02"))


def test_a_signed_month_that_tells_the_break_ends_it(
    april: Path, clock: Any, outside: Outside, document: Written, seal: Callable[..., None]
) -> None:
    outside(EDIT)
    with Ledger.open(april, clock=clock) as opened:
        seal(opened, Month(2026, 4))
        assert opened.first_bad is None and opened.broken_words is None
        opened.months.reopen(Month(2026, 4), "核对后更正")
        opened.records.add(DOCUMENT, document(received_on="2026-04-02"))
        assert opened.check().unnoted is None
        assert not opened.check().ok, "what does not fit does not fit by being told"


@pytest.mark.parametrize(
    ("again", "first_bad"),
    [
        ("UPDATE history SET at = '2026-02-02T00:00:00+08:00' WHERE seq = 5", 5),
        ("UPDATE history SET digest = hash WHERE seq = 6", 5),
        ("UPDATE history SET at = '2026-02-02T00:00:00+08:00' WHERE seq = 8", 8),
        ("DELETE FROM history_content WHERE seq = 7", 5),
        ("UPDATE history_content SET after = replace(after, '2026-04', '2026-09') WHERE seq = 7", 5),
        ("DELETE FROM history WHERE seq = 7", 5),
        ("UPDATE history SET digest = hash WHERE seq = 3", 3),
    ],
)
def test_what_is_edited_after_a_break_was_noted_is_a_new_break(
    april: Path, clock: Any, outside: Outside, document: Written, again: str, first_bad: int
) -> None:
    outside(EDIT)
    with Ledger.open(april, clock=clock) as opened:
        opened.records.add(DOCUMENT, document(received_on="2026-05-02"))
    outside(again)
    with Ledger.open(april, clock=clock) as opened:
        assert opened.found_breaks()[-1].first_bad == first_bad
        assert opened.found_breaks()[-1].seq > 8
        assert opened.check().unnoted is None


def test_entries_whose_end_was_cut_off_go_on_behind_what_was_signed(
    april: Path, clock: Any, outside: Outside, document: Written
) -> None:
    outside("DELETE FROM history WHERE seq >= 3")
    with Ledger.open(april, clock=clock) as opened:
        assert opened.first_bad == 3
        assert opened.found_breaks()[0].seq > 6 and opened.found_breaks()[0].months == ("2026-03", "2026-04")
        opened.records.add(DOCUMENT, document(received_on="2026-05-02"))
    with Ledger.open(april, clock=clock) as again:
        assert len(again.found_breaks()) == 1


def test_of_a_rebuilt_chain_all_behind_the_last_head_that_stands_is_in_doubt(
    april: Path, clock: Any, outside: Outside
) -> None:
    outside("UPDATE month_revision SET chain_head = replace(chain_head, substr(chain_head, 1, 1), 'x')")
    with Ledger.open(april, clock=clock) as opened:
        assert opened.first_bad == 3 and opened.found_breaks()[0].months == ("2026-03", "2026-04")


def test_what_stands_for_a_time_is_frozen_by_itself(path: Path, ledger: Ledger, clock: Any, outside: Outside) -> None:
    written = PLAQUE.validate({"title": "工作站", "organ": "青禾县民政局", "put_up_on": "2026-01-01"})
    first, second = ledger.records.add_many(PLAQUE, [written, {**written, "title": "服务点"}])
    ledger.close()
    outside("UPDATE history SET digest = hash WHERE seq = 3")
    with Ledger.open(path, clock=clock) as opened:
        with pytest.raises(FrozenRecord, match=second.number):
            opened.records.change(PLAQUE, second.id, {"place": "门口"})
        with pytest.raises(FrozenRecord):
            opened.records.withdraw(PLAQUE, second.id)
        opened.records.change(PLAQUE, first.id, {"place": "门口"})


def test_where_the_break_cannot_be_noted_nothing_is_written_at_all(
    april: Path, clock: Any, outside: Outside, document: Written
) -> None:
    outside(EDIT)
    (april.parent / "backups").write_bytes(b"in the way")
    with Ledger.open(april, clock=clock) as opened:
        assert opened.first_bad == 5 and "只能查看" in str(opened.broken_words)
        with pytest.raises(ReadOnlyLedger):
            opened.records.add(DOCUMENT, document(received_on="2026-05-02"))


def test_a_backup_of_an_earlier_version_is_looked_at_too(april: Path, clock: Any, outside: Outside) -> None:
    outside("ALTER TABLE history_content DROP COLUMN beside")
    assert is_whole(april)
    outside(EDIT)
    assert not is_whole(april)


def test_a_month_that_is_frozen_keeps_its_families(april: Path, clock: Any, outside: Outside, document: Written) -> None:
    outside(EDIT)
    with Ledger.open(april, clock=clock) as opened:
        (frozen,) = opened.records.page(DOCUMENT, month=Month(2026, 4))
        later = opened.records.add(DOCUMENT, document(received_on="2026-05-01", title="四月的通知", doc_no="云政办〔2026〕8号"))
        assert opened.records.get(DOCUMENT, frozen.id) == frozen
        assert later.family == frozen.family, "one thing, under the name that stands in the frozen month"
