"""Whatever can change a figure or a sentence of a report is bound by the chain: edited outside the program, it is named."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from burden_desktop.domain.bodies.organ import Level
from burden_desktop.domain.errors.ledger import FrozenMonth
from burden_desktop.domain.errors.months import SealedMonth
from burden_desktop.domain.kinds import kind_named
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.months.past_figures import PastFigure
from burden_desktop.domain.months.rules import Answer
from burden_desktop.domain.point import Point
from burden_desktop.domain.role import COMMISSION
from burden_desktop.domain.setting_keys import DECLARED, declared, is_bound
from burden_desktop.store import Ledger
from burden_desktop.store.migrations import SET_NAME

DOCUMENT = kind_named("document")
Written = Callable[..., dict[str, Any]]
Outside = Callable[..., None]


@pytest.fixture
def told(ledger: Ledger, document: Written) -> Ledger:
    """Two bodies with a further name, a figure by hand, a remark and a setting; closed."""
    ledger.records.add_many(DOCUMENT, [document(), document(organ="云川县民政局", title="另一件")])
    ledger.organ_names.set_aliases(1, ["县府办"])
    ledger.organs.describe(2, level=Level.COUNTY, nature="部门", line="民政")
    ledger.past_figures.set_many([PastFigure("document", Month(2025, 4), 80)])
    ledger.remarks.set("0123456789abcdef", "document-length", Answer.EXPLAINED, "附件较多")
    ledger.settings.set("targets", '{"document": {"base": 100}}')
    ledger.settings.set("language", "en")
    assert ledger.check().ok
    ledger.close()
    return ledger


EDITS = (
    ("UPDATE point SET name = '别处'", "point"),
    ("UPDATE point SET report_day = 28", "point"),
    ("DELETE FROM past_figure", "figure document 2025-04"),
    ("UPDATE past_figure SET things = 500", "figure document 2025-04"),
    ("INSERT INTO past_figure VALUES ('meeting', '2025-04', 500)", "figure meeting 2025-04"),
    ("DELETE FROM remark", "remark 0123456789abcdef"),
    ("UPDATE remark SET answer = 'wrong'", "remark 0123456789abcdef"),
    ("UPDATE remark SET at = '2026-01-01T00:00:00+08:00'", "remark 0123456789abcdef"),
    ("INSERT INTO remark VALUES ('x', 'y', 'wrong', 'z', '2026')", "remark x"),
    ("UPDATE setting SET value = '' WHERE key = 'targets'", "setting targets"),
    ("DELETE FROM setting WHERE key = 'targets'", "setting targets"),
    ("INSERT INTO setting VALUES ('rules.meeting-length', '{\"on\": false}')", "setting rules.meeting-length"),
    ("INSERT INTO setting VALUES ('remarks.2026-03', '另行说明')", "setting remarks.2026-03"),
)
IN_THE_DIRECTORY = (
    ("INSERT INTO organ (name, level) VALUES ('国务院', 'central')", "organ 国务院"),
    ("DELETE FROM organ_alias", "organ 云川县人民政府办公室"),
    ("INSERT INTO organ_alias VALUES ('民政', 2)", "organ 云川县民政局"),
    ("UPDATE organ_alias SET organ_id = 2", "organ 云川县人民政府办公室"),
    ("UPDATE organ SET line = '宣传' WHERE id = 2", "organ 云川县民政局"),
)


@pytest.mark.parametrize(("edit", "named"), EDITS)
def test_what_no_entry_tells_is_named_at_opening_and_in_the_next_report(
    path: Path, told: Ledger, clock: Any, outside: Outside, edit: str, named: str
) -> None:
    outside(edit)
    with Ledger.open(path, clock=clock) as opened:
        assert opened.first_bad is not None and "对不上" in str(opened.broken_words)
        found = opened.check()
        assert named in [one.what for one in found.strange] and not found.ok
        assert len(opened.found_breaks()) == 1 and found.unnoted is None
    with Ledger.open(path, clock=clock) as again:
        assert len(again.found_breaks()) == 1, "it is noted once"


@pytest.mark.parametrize(("edit", "named"), IN_THE_DIRECTORY)
def test_the_directory_is_what_its_entries_make_of_it(
    path: Path, told: Ledger, clock: Any, outside: Outside, edit: str, named: str
) -> None:
    outside(edit)
    with Ledger.open(path, clock=clock) as opened:
        assert named in [one.what for one in opened.check().strange]


@pytest.mark.parametrize(
    "edit",
    [
        ("UPDATE month SET open_for_correction = 1",),
        ("DELETE FROM month_revision", "DELETE FROM month"),
        ("UPDATE month_revision SET sha256 = replace(sha256, '1', '2')",),
    ],
    ids=["reopened", "unsealed", "another file"],
)
def test_a_closed_month_that_was_opened_by_hand_takes_nothing(
    path: Path, ledger: Ledger, document: Written, seal: Callable[..., None], clock: Any, outside: Outside, edit: tuple[str, ...]
) -> None:
    ledger.records.add(DOCUMENT, document())
    seal(ledger, Month(2026, 3))
    ledger.close()
    outside(*edit)
    with Ledger.open(path, clock=clock) as opened:
        assert "2026年3月只能查看" in str(opened.broken_words)
        with pytest.raises((FrozenMonth, SealedMonth)):
            opened.records.add(DOCUMENT, document())


def test_a_level_forged_through_a_further_name_is_named(path: Path, told: Ledger, clock: Any, outside: Outside) -> None:
    outside(
        "INSERT INTO organ (id, name, level) VALUES (99, '国务院', 'central')",
        "INSERT INTO organ_alias VALUES ('云川县民政局', 99)",
        "UPDATE document SET organ_id = 99 WHERE organ = '云川县民政局'",
        "DELETE FROM organ WHERE id = 2",
    )
    with Ledger.open(path, clock=clock) as opened:
        assert {"organ 国务院", "organ 云川县民政局"} <= {one.what for one in opened.check().strange}


def test_the_directory_holds_through_everything_that_is_done_to_it(ledger: Ledger, document: Written) -> None:
    names = ["云川县民政局", "民政局", "县局", "某协会"]
    ledger.records.add_many(DOCUMENT, [document(organ=name, title=name) for name in names])
    first, second, third, _ = (ledger.organs.named(name) for name in names)
    assert first and second and third
    ledger.organs.merge(third.id, into=second.id)
    ledger.organs.merge(second.id, into=first.id)
    assert ledger.check().ok
    ledger.organ_names.lead_with(first.id, "民政局")
    ledger.records.add(DOCUMENT, document(organ="县局"))
    assert ledger.check().ok
    ledger.undoing.undo()
    ledger.undoing.undo()
    ledger.undoing.undo()
    ledger.organs.describe(first.id, level=None, nature="部门")
    assert ledger.check().ok, [one.what for one in ledger.check().strange]


def test_purged_records_leave_a_directory_that_holds(path: Path, ledger: Ledger, document: Written, clock: Any) -> None:
    """Whoever brought a body is gone, the body stays while others name it, and goes with the last of them."""
    first, second, _ = ledger.records.add_many(DOCUMENT, [document(organ="误写的单位", title=f"第{n}件要清除的") for n in (1, 2, 3)])
    backup = ledger.backup()
    ledger.purge(first.number, "误录")
    assert ledger.check().ok and ledger.organs.named("误写的单位")
    ledger.purge(second.number, "误录")
    assert ledger.check().ok
    third = ledger.records.page(DOCUMENT)[0]
    ledger.purge(third.number, "误录")
    assert ledger.check().ok and ledger.organs.named("误写的单位") is None
    assert "误写的单位".encode() not in path.read_bytes() and "误写的单位".encode() not in backup.read_bytes()
    ledger.close()
    with Ledger.restore(path, backup, clock=clock, reason="") as restored:
        assert restored.check().ok, [one.what for one in restored.check().strange]


def test_words_purged_from_a_text_of_the_report_are_gone_from_its_past_too(path: Path, ledger: Ledger, document: Written, clock: Any) -> None:
    record = ledger.records.add(DOCUMENT, document(title="关于甲某某救助金发放的请示"))
    ledger.settings.set("remarks.2026-03", "关于甲某某救助金发放的请示已办。")
    ledger.settings.set("remarks.2026-03", "已办。")
    backup = ledger.backup()
    ledger.purge(record.number, "误录个人信息")
    assert ledger.check().ok and ledger.settings.get("remarks.2026-03") == "已办。"
    assert "甲某某".encode() not in path.read_bytes() + backup.read_bytes()
    ledger.close()
    with Ledger.restore(path, backup, clock=clock, reason="") as restored:
        assert restored.check().ok, [one.what for one in restored.check().strange]


def test_what_was_doctored_is_made_good_by_saying_it_anew(path: Path, told: Ledger, clock: Any, outside: Outside, point: Point) -> None:
    outside("UPDATE point SET name = '别处'", "UPDATE setting SET value = 'x' WHERE key = 'targets'")
    with Ledger.open(path, clock=clock) as opened:
        opened.set_point(opened.point)
        opened.settings.set("targets", "x")
        assert opened.check().ok, "an entry tells it now"
        opened.set_point(point)
        assert opened.check().ok and opened.point == point


def test_a_setting_of_one_computer_leaves_no_entry(ledger: Ledger) -> None:
    before = ledger.history.count()
    ledger.settings.set("font_percent", "150")
    assert ledger.history.count() == before
    ledger.settings.set("efforts", "{}")
    ledger.settings.set("efforts", "{}")
    assert [(one.action, one.kind, one.number) for one in ledger.history.entries(before)] == [("change", "setting", "efforts")]


def test_an_undeclared_setting_is_our_own_fault(ledger: Ledger) -> None:
    with pytest.raises(KeyError, match="no_such_key"):
        ledger.settings.set("no_such_key", "1")
    assert declared("columns.document") and declared("rules.meeting-length") and declared("columns") is None
    assert is_bound("texts.2026-03") and not is_bound("backup.last") and not is_bound("no_such_key")
    assert all(one.named or not one.bound for one in DECLARED)


def test_a_commissions_role_is_bound(tmp_path: Path, point: Point, clock: Any) -> None:
    path = tmp_path / "c.db"
    Ledger.create(path, point, clock=clock, role=COMMISSION).close()
    with sqlite3.connect(path) as connection:
        connection.execute("DELETE FROM setting WHERE key = 'role'")
    connection.close()
    with Ledger.open(path, clock=clock) as opened:
        assert "setting role" in [one.what for one in opened.check().strange]


def test_a_point_is_not_made_a_commission(path: Path, told: Ledger, clock: Any, outside: Outside) -> None:
    outside("INSERT INTO setting VALUES ('role', 'commission')")
    with Ledger.open(path, clock=clock) as opened:
        assert "只能查看" in str(opened.broken_words) and "setting role" in [one.what for one in opened.check().strange]


def _make_older(path: Path) -> None:
    """As an earlier version left it: without the step, and without what it began to enter."""
    with sqlite3.connect(path) as connection:
        connection.execute("DELETE FROM _sqlite_migrations WHERE migration_set = ? AND name = 'm070_told'", (SET_NAME,))
        connection.execute("DROP INDEX history_told")
        connection.execute("DELETE FROM history_content")
        connection.execute("DELETE FROM history")
        connection.execute("INSERT INTO setting VALUES ('rules', '{\"meeting-length\": {\"on\": false}, \"x\": 1}')")
        connection.execute("INSERT INTO organ (name, level) VALUES ('云川县民政局', 'county')")
    connection.close()


def test_an_older_ledger_is_entered_as_it_was_found(path: Path, ledger: Ledger, clock: Any, outside: Outside) -> None:
    ledger.close()
    _make_older(path)
    with Ledger.open(path, clock=clock) as opened:
        entries = [(one.action, one.kind, one.number) for one in opened.history.entries()]
        assert entries == [("found", "point", "QH-01"), ("found", "setting", "rules.meeting-length"), ("found", "organ", "云川县民政局")]
        assert opened.settings.beginning("rules.", str) == {"rules.meeting-length": '{"on":false}'} and opened.check().ok
    with Ledger.open(path, clock=clock) as again:
        assert again.history.count() == 3
    outside("UPDATE point SET approver = '某某'")
    with Ledger.open(path, clock=clock) as opened:
        assert opened.check().first_bad == 1


def test_an_upgrade_that_is_made_to_run_again_enters_nothing(path: Path, ledger: Ledger, clock: Any, outside: Outside) -> None:
    ledger.close()
    _make_older(path)
    Ledger.open(path, clock=clock).close()
    outside(
        "DELETE FROM _sqlite_migrations WHERE name = 'm070_told'", "DROP INDEX history_told", "UPDATE point SET approver = '某某'",
    )  # fmt: skip
    with Ledger.open(path, clock=clock) as opened:
        assert [one.action for one in opened.history.entries()].count("found") == 3
        assert not opened.check().ok


def test_nobody_makes_a_ledger_older_to_have_it_entered_as_found(path: Path, told: Ledger, clock: Any, outside: Outside) -> None:
    outside(
        "DELETE FROM _sqlite_migrations WHERE name = 'm070_told'", "DROP INDEX history_told", "UPDATE point SET name = '别处'",
    )  # fmt: skip
    with Ledger.open(path, clock=clock) as opened:
        assert "point" in [one.what for one in opened.check().strange]
