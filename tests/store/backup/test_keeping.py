"""Backups that nobody has to think of: made, thinned, copied, compared before they are restored."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from burden_desktop.domain.errors.ledger import NotABackup
from burden_desktop.domain.kinds import kind_named
from burden_desktop.domain.months.month import Month
from burden_desktop.store import Ledger
from burden_desktop.store.backup.thinning import made_at_of, superfluous
from burden_desktop.tasks.comparison import comparison_told

DOCUMENT, MEETING = kind_named("document"), kind_named("meeting")
Written = Callable[..., dict[str, Any]]


def test_half_an_hour_of_changes_is_the_most_at_risk(ledger: Ledger, document: Written, clock: Any) -> None:
    assert ledger.backups.if_due() is None, "nothing was entered yet"
    ledger.records.add(DOCUMENT, document())
    first = ledger.backups.if_due()
    assert first and first.name == "ledger-20260402-093000-auto.db"
    ledger.records.add(DOCUMENT, document())
    clock.advance(minutes=29)
    assert ledger.backups.if_due() is None
    clock.advance(minutes=1)
    assert ledger.backups.if_due()
    clock.advance(days=3)
    assert ledger.backups.if_due() is None, "nothing changed since"


def test_a_backup_that_is_gone_or_a_clock_set_back_makes_one_due(ledger: Ledger, document: Written, clock: Any) -> None:
    ledger.records.add(DOCUMENT, document())
    made = ledger.backups.if_due()
    assert made
    made.unlink()
    assert ledger.backups.if_due()
    ledger.records.add(DOCUMENT, document())
    clock.advance(days=-2)
    assert ledger.backups.if_due()


def test_before_a_step_only_what_changed_is_backed_up(ledger: Ledger, document: Written) -> None:
    ledger.records.add(DOCUMENT, document())
    made = ledger.backups.if_changed(named="-before-import")
    assert made and made.name.endswith("-before-import.db")
    assert ledger.backups.if_changed(named="-before-import") is None


def test_automatic_backups_thin_to_hours_days_and_months() -> None:
    now = datetime(2026, 4, 2, 9, 30)  # noqa: DTZ001 - names bear no offset
    moments = [now - timedelta(minutes=10 * step) for step in range(6 * 24 * 70)]
    files = [Path(f"ledger-{moment:%Y%m%d-%H%M%S}-auto.db") for moment in moments]
    others = [Path("ledger-20250101-000000.db"), Path("ledger-20250102-000000-before-restore.db"), Path("ledger-20250102-x-auto.db")]
    gone = set(superfluous([*files, *others], now))
    stay = sorted((made for file in files if file not in gone and (made := made_at_of(file))), reverse=True)
    assert stay[:12] == moments[:12], "two hours in full"
    assert len([moment for moment in stay if timedelta(hours=2) <= now - moment < timedelta(days=1)]) in (22, 23)
    assert len([moment for moment in stay if timedelta(days=1) <= now - moment < timedelta(days=31)]) in (30, 31)
    assert [f"{moment:%Y-%m}" for moment in stay if now - moment >= timedelta(days=31)] == ["2026-03", "2026-02", "2026-01"]
    assert not gone & set(others)


def test_thinning_happens_with_the_next_backup(ledger: Ledger, document: Written, clock: Any, path: Path) -> None:
    for _ in range(5):
        ledger.records.add(DOCUMENT, document())
        ledger.backups.make(named="-auto")
        clock.advance(minutes=5)
    by_hand = ledger.backups.make()
    clock.advance(days=2)
    ledger.records.add(DOCUMENT, document())
    ledger.backups.make(named="-auto")
    left = sorted(file.name for file in (path.parent / "backups").iterdir())
    assert left == ["ledger-20260402-095000-auto.db", by_hand.name, "ledger-20260404-095500-auto.db"]


def test_the_second_place_gets_each_backup_and_each_signed_file_once(
    ledger: Ledger, document: Written, clock: Any, path: Path, tmp_path: Path
) -> None:
    place = tmp_path / "移动硬盘"
    place.mkdir()
    (path.parent / "reports").mkdir()
    (path.parent / "reports" / "QH-01-2026-03-r1.pdf").write_bytes(b"%PDF signed")
    ledger.backups.choose_second_place(place)
    ledger.records.add(DOCUMENT, document())
    made = ledger.backups.make()
    assert (place / made.name).read_bytes() == made.read_bytes()
    assert (place / "reports" / "QH-01-2026-03-r1.pdf").read_bytes() == b"%PDF signed"
    assert ledger.backups.reminder() is None
    place.rename(tmp_path / "pulled")
    ledger.backups.make()
    told = ledger.backups.reminder()
    assert told and "不在" in str(told) and "2026-04-02" in str(told)
    place.write_text("no folder")
    assert ledger.backups.make().exists()
    ledger.backups.choose_second_place(None)
    assert ledger.backups.reminder() is None


def test_a_full_second_place_spoils_no_backup_and_is_told(
    ledger: Ledger, document: Written, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from burden_desktop.store.backup import keeping as backup_keeping

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    place = tmp_path / "stick"
    place.mkdir()
    ledger.backups.choose_second_place(place)
    ledger.records.add(DOCUMENT, document())
    with monkeypatch.context() as patched:
        patched.setattr(backup_keeping, "copy_file", full)
        assert ledger.backups.make().exists()
    assert "磁盘已满" in str(ledger.backups.reminder())
    ledger.backups.make()
    assert ledger.backups.reminder() is None


def test_a_restore_is_told_before_it_is_done(
    path: Path, ledger: Ledger, document: Written, meeting: Written, clock: Any, seal: Callable[..., None], tmp_path: Path
) -> None:
    one, two = ledger.records.add_many(DOCUMENT, [document(), document(title="要撤销的")])
    backup = ledger.backup()
    same = ledger.compare(backup)
    assert (same.entries, same.forked) == (0, False)
    assert [str(told) for told in comparison_told(same)][1:] == ["与现有台账一致，恢复不会改变任何记录。"]
    ledger.records.change(DOCUMENT, one.id, {"pages": 3})
    ledger.records.withdraw(DOCUMENT, two.id)
    new = ledger.records.add(MEETING, meeting())
    seal(ledger, Month(2026, 3))
    found = ledger.compare(backup)
    assert (found.entries, found.forked, found.lost_months) == (4, False, (("2026-03", 1),))
    assert (found.lost["meeting"], found.gained["document"], found.changed["document"]) == ((new.number,), (two.number,), (one.number,))
    words = "\n".join(str(told) for told in comparison_told(found))
    assert f"会少参会1条：{new.number}" in words and "2026年3月第1版月报已经封存" in words
    ledger.close()
    with Ledger.restore(path, backup, clock=clock, reason="练习") as restored:
        (safety,) = (path.parent / "backups").glob("*-before-restore.db")
        assert restored.compare(safety).forked
    with Ledger.restore(path, safety, clock=clock) as undone:
        assert undone.records.get(MEETING, new.id) == new
        assert undone.months.last_sealed() == Month(2026, 3)
    (tmp_path / "text").write_text("no backup")
    with Ledger.open(path, clock=clock) as opened, pytest.raises(NotABackup):
        opened.compare(tmp_path / "text")
