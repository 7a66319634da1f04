"""One wrong value in each column, one command each: the others are tried by `make doctored`."""

import json
from pathlib import Path

import pytest

from burden_desktop.app import texts
from burden_desktop.cli.main import run
from burden_desktop.cli.workshop import Workshop

from .values import QUICK, Edit, clock, doctor, edits, make, tried, workshop


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("sound"))


def test_no_column_brings_a_command_down(sound: Path, tmp_path: Path) -> None:
    first: dict[tuple[str, str], Edit] = {}
    for edit in edits(sound):
        first.setdefault((edit.table, edit.column), edit)
    assert len(first) > 200
    found = [
        trouble
        for place, edit in enumerate(first.values())
        for trouble in tried(sound, tmp_path / "one", edit, (QUICK[place % len(QUICK)],))
    ]
    assert found == []


@pytest.mark.parametrize(
    ("edit", "named", "listed"),
    [
        (Edit("organ", "level", "x"), "organ 1 level", "organ 云川县民政局"),
        (Edit("setting", "value", "{"), "setting calendar", "setting calendar"),
        (Edit("document", "received_on", "x"), "document 收2026-0001 received_on", "record 收2026-0001"),
        (Edit("document", "minutes", 1 << 62), "document 收2026-0001 minutes", "record 收2026-0001"),
        (Edit("remark", "answer", "x"), "remark 0123456789abcdef answer", "remark 0123456789abcdef"),
        (Edit("point", "report_day", 99), "point", "point"),
    ],
    ids=str,
)
def test_the_place_and_the_way_out_are_named_and_check_lists_it(
    sound: Path, tmp_path: Path, edit: Edit, named: str, listed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / sound.name
    path.write_bytes(sound.read_bytes())
    assert doctor(path, edit)
    shop = Workshop(path.with_name("default.db"), clock, texts, lambda *_: ())
    assert run(["--ledger", str(path), "month", "2026-04"], shop) == 1
    said = capsys.readouterr().err
    assert named in said and "check" in said and "备份" in said
    assert run(["--ledger", str(path), "check", "--json"], shop) == 1
    answer = json.loads(capsys.readouterr().out)
    assert not answer["ok"] and listed in answer["strange"]


def test_a_sound_ledger_passes(sound: Path) -> None:
    assert workshop(sound, "check") == 0
