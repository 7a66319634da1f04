"""Whatever place a command is given to write to: a sentence where the place refuses, and nothing half-written."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from .conftest import Console

_WORD = ("--passphrase-file", "pass")
_COMMANDS: tuple[tuple[str, ...], ...] = (
    ("export", "document", "--out", "{}/a.xlsx"),
    ("export", "document", "--out", "{}/a.csv"),
    ("template", "document", "--out", "{}/a.xlsx"),
    ("import", "bad.csv", "--rejected", "{}/a.xlsx"),
    ("report", "2026-03", "--out", "{}"),
    ("copies", "2026-03", "--out", "{}"),
    ("review", "2026-H1", "--out", "{}"),
    ("identity", "new", "--name", "n", "--code", "N-1", "--out", "{}/k.p12", *_WORD),
    ("identity", "import", "id.p12", "--out", "{}/k.p12", *_WORD),
    ("identity", "export", "id.p12", "--out", "{}/k.cer", *_WORD),
    ("identity", "sheet", "id.p12", "--out", "{}", *_WORD),
    ("handover", "{}/h.zip"),
    ("rescue", "{}/r.db"),
    ("demo", "--out", "{}"),
    ("close", "2026-03", "--identity", "id.p12", "--out", "{}", *_WORD),
)
_LEDGERS: tuple[tuple[str, ...], ...] = (
    ("init", "--name", "n", "--code", "N-1"),
    ("takeover", "h.zip"),
    ("restore", "b.db"),
)


@pytest.fixture
def office(identified: Console, monkeypatch: pytest.MonkeyPatch) -> Console:
    """A ledger with a record, a handover file, a backup and a register of which a row is refused, all at hand."""
    c = identified
    monkeypatch.chdir(c.folder)
    c.ok("add", "document", "received_on=2026-03-05", "organ=青禾县民政局", "title=关于某事的通知")
    c.ok("handover", "h.zip")
    Path("b.db").write_bytes(next((c.folder / "backups").iterdir()).read_bytes())
    Path("bad.csv").write_text("收文日期,来文单位,标题\n,,\n不知何时,青禾县民政局,关于某事的通知\n", "utf-8")
    return c


def _places(folder: Path) -> dict[str, Path]:
    (folder / "file").write_text("x", "utf-8")
    places = {"below a file": folder / "file" / "in", "a name too long": folder / ("长" * 200)}
    if sys.platform == "linux":
        places["a folder that takes nothing"] = Path("/proc/self")
    return places


def _lying(folder: Path) -> dict[str, bytes]:
    """What lies there, but for what every command may leave: locks, and backups made before."""
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.suffix != ".lock" and file.parent.name != "backups" and file.name != "a.db"
    }


@pytest.mark.parametrize("place", ["below a file", "a name too long", "a folder that takes nothing"])
def test_a_place_that_refuses_is_told_and_nothing_is_left(office: Console, place: str) -> None:
    where = _places(office.folder).get(place)
    if where is None:
        pytest.skip("only Linux has a folder that takes nothing from anybody")
    before, counted = _lying(office.folder), office.json("check")["counts"]
    for words in _COMMANDS:
        code, out, told = office.run(*(word.format(where) for word in words))
        assert code == 1 and told.strip() and "Traceback" not in told + out, (words, told)
    assert _lying(office.folder) == before
    assert office.json("check")["counts"] == counted
    office.ledger = where / "n.db"
    for words in (*_LEDGERS, ("check",), ("month", "2026-03")):
        assert "Traceback" not in office.refused(*words), words
    assert _lying(office.folder) == before


@contextmanager
def _small_files() -> Iterator[None]:
    """No file may grow, as on a disk with no more room."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on a file's size")
def test_a_disk_that_is_full_is_told_and_nothing_is_left(office: Console) -> None:
    (office.folder / "new").mkdir()
    before = _lying(office.folder)
    for words in (*_COMMANDS, *_LEDGERS):
        kept, office.ledger = office.ledger, office.folder / "new" / "n.db" if words in _LEDGERS else office.ledger
        with _small_files():
            code, out, told = office.run(*(word.format("new") for word in words))
        office.ledger = kept
        assert code == 1 and told.strip() and "Traceback" not in told + out, (words, told)
        left = {name for name in _lying(office.folder) if name not in before}
        assert left <= {"new/.burden-desktop-sample"}, (words, left)
    assert office.json("check")["ok"]


def test_a_path_of_240_letters_is_written_to_or_told(office: Console) -> None:
    deep = office.folder
    while len(str(deep)) < 230:
        deep = deep / "某某街道办事处二〇二六年资料"[: max(1, 238 - len(str(deep)))]
    for words in _COMMANDS:
        code, out, told = office.run(*(word.format(deep) for word in words))
        assert "Traceback" not in told + out and (code == 0 or told.strip()), (words, told)
    assert (deep / "a.xlsx").is_file() and (deep / "SQ-01-2026-03-r1.pdf").is_file()
    assert not list(deep.rglob(".*.part"))


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="this user may write every folder")
def test_a_folder_without_rights_is_told(office: Console) -> None:
    closed = office.folder / "closed"
    closed.mkdir(mode=0o500)
    for words in _COMMANDS:
        code, _, told = office.run(*(word.format(closed) for word in words))
        assert code == 1 and "Traceback" not in told, words
    assert list(closed.iterdir()) == []
