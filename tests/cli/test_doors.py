"""A point's ledger and a commission's each refuse the other's doors by name, and say where to go."""

from pathlib import Path

import pytest

from burden_desktop.cli.main import command_line

from .conftest import Console

POINTS = {
    "add": ("document", "received_on=2026-03-05", "organ=青禾县民政局", "title=通知"),
    "list": ("document",),
    "import": ("FILE",),
    "export": ("document", "--out", "FILE"),
    "month": ("2026-03",),
    "report": ("2026-03", "--out", "FOLDER"),
    "close": ("2026-03", "--identity", "FILE", "--passphrase-file", "FILE", "--out", "FOLDER"),
    "correct": ("2026-03", "--reason", "漏记"),
    "figures": ("2025-03", "document=31"),
    "target": ("document", "--base", "600", "--year", "2018", "--percent", "30"),
    "calendar": ("FILE",),
    "review": ("2026-H1", "--out", "FOLDER"),
    "factsheet": ("2026-03",),
    "copies": ("2026-03", "--out", "FOLDER"),
    "kin": ("收2026-0001",),
    "search": ("通知",),
    "purge": ("收2026-0001", "--reason", "误录"),
}
COMMISSIONS = {
    "points list": (),
    "points enrol": ("FILE", "--fingerprint", "00"),
    "points suspend": ("SQ-01", "--reason", "密钥丢失"),
    "receive": ("FOLDER",),
    "overview": (),
}
BOTH = {"screen-lock", "init", "check", "backup", "restore", "rescue", "handover"}
NO_LEDGER = {"read", "template", "takeover", "verify", "identity", "demo", "self-check", "audit"}


@pytest.fixture
def at(console: Console, tmp_path: Path) -> Console:
    (tmp_path / "f.csv").write_text("来文单位,收文日期,标题\n青禾县民政局,2026-03-05,关于报送情况的通知\n", "utf-8")
    (tmp_path / "folder").mkdir()
    return console


def _words(name: str, rest: tuple[str, ...], folder: Path) -> list[object]:
    places = {"FILE": folder / "f.csv", "FOLDER": folder / "folder"}
    return [*name.split(), *(places.get(word, word) for word in rest)]


def test_every_command_is_known_to_be_of_one_role_or_both() -> None:
    known = {name.split()[0] for name in (*POINTS, *COMMISSIONS)} | BOTH | NO_LEDGER
    assert set(command_line.commands) == known


@pytest.mark.parametrize("name", POINTS)
def test_a_commission_refuses_what_is_a_points(at: Console, tmp_path: Path, name: str) -> None:
    at.ledger = tmp_path / "commission.db"
    at.ok("init", "--name", "青禾县纪委监委", "--code", "JW-01", "--role", "commission")
    before = at.json("check")["chain"]["head"]
    assert "纪委的收件台账，不登记记录" in at.refused(*_words(name, POINTS[name], tmp_path))
    assert at.json("check")["chain"]["head"] == before


@pytest.mark.parametrize("name", COMMISSIONS)
def test_a_point_refuses_what_is_a_commissions(at: Console, tmp_path: Path, name: str) -> None:
    told = at.refused(*_words(name, COMMISSIONS[name], tmp_path))
    assert "不是纪委的收件台账" in told and "--role commission" in told


def test_commission_without_a_name_makes_a_commissions_ledger(at: Console, tmp_path: Path) -> None:
    at.ledger = tmp_path / "commission.db"
    at.ok("init", "--name", "青禾县纪委监委", "--code", "JW-01", "--commission")
    assert "还没有登记监测点" in at.run("overview")[2]
