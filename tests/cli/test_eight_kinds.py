"""All eight kinds through every command, from their mandatory fields to the verified month."""

from pathlib import Path

import pytest

from burden_desktop.domain.kind import Kind
from burden_desktop.domain.kinds import KINDS

from .conftest import Console

LEAST = {
    "document": ("received_on=2026-03-05", "organ=青禾县民政局", "title=关于某事的通知"),
    "meeting": ("held_on=2026-03-05", "organ=青禾县民政局", "title=某事推进会"),
    "inspection": ("starts_on=2026-03-05", "organ=青禾县民政局", "title=某事检查"),
    "report_request": ("received_on=2026-03-05", "organ=青禾县民政局", "title=某事统计表"),
    "certificate": ("requested_on=2026-03-05", "organ=青禾县供电所", "title=居住证明"),
    "plaque": ("title=议事厅", "organ=青禾县民政局"),
    "app_group": ("title=某事工作群", "organ=青禾县民政局", "type=群"),
    "problem": ("fact=同一张表两个单位都要", "category=多头填报", "found_on=2026-03-05"),
}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_mandatory_fields_are_enough(console: Console, kind: Kind) -> None:
    assert {pair.partition("=")[0] for pair in LEAST[kind.name]} == {field.name for field in kind.fields if field.required}
    answer = console.json("add", kind.name, *LEAST[kind.name])
    assert answer["number"].startswith(kind.mark)
    (listed,) = console.lines("list", kind.name)
    assert listed["number"] == answer["number"] and listed["kind"] == kind.name


def test_every_kind_comes_back_from_its_own_export(console: Console, tmp_path: Path) -> None:
    here = console.ledger
    for kind in KINDS:
        console.ledger = here
        console.json("add", kind.name, *LEAST[kind.name])
        listed = console.lines("list", kind.name)
        file = tmp_path / f"{kind.name}.xlsx"
        console.ok("export", kind.name, "--out", file)
        assert console.json("import", file)["rows"][0]["kind"] == kind.name
        assert len(console.lines("list", kind.name)) == 1, "what is there already is not added again"
        console.ledger = tmp_path / f"{kind.name}.db"
        console.ok("init", "--name", "青禾县石桥镇", "--code", "SQ-01")
        console.json("import", file, "--kind", kind.name)
        assert console.lines("list", kind.name) == listed


def test_month_of_eight_kinds_closes_and_is_accepted(identified: Console, closing: tuple[object, ...]) -> None:
    console = identified
    for kind in KINDS:
        since = {"plaque": ("put_up_on=2020-05-01",), "app_group": ("created_on=2024-05-01",)}.get(kind.name, ())
        console.json("add", kind.name, *LEAST[kind.name], *since)
    figures = console.json("month", "2026-03")
    assert {name: told["month"] for name, told in figures["kinds"].items()} == {kind.name: 1 for kind in KINDS}
    assert figures["by_organ"]["problem"] == [] and figures["by_level"]["problem"] == {"unknown": 1}
    for kind in KINDS:
        assert len(console.lines("list", kind.name, "--month", "2026-03")) == 1
    closed = console.json("close", "2026-03", *closing)
    (verdict,) = console.lines("verify", closed["file"], "--trust", console.folder / "trust")
    assert verdict["accepted"], verdict
