"""What the commands replace at the places that they are given, and what they never do."""

from pathlib import Path

import pytest

from .conftest import Console


def test_no_command_writes_over_a_ledger_a_key_or_a_signed_file(closing: tuple[object, ...], identified: Console) -> None:
    c, folder = identified, identified.folder
    c.ok("add", "document", "received_on=2026-03-05", "organ=青禾县民政局", "title=关于某事的通知")
    c.ok("close", "2026-03", *closing)
    own = folder / "reports" / "SQ-01-2026-03-r1.pdf"
    kept = {file: file.read_bytes() for file in (c.ledger, folder / "id.p12", own, folder / "out" / own.name)}
    word = ("--passphrase-file", folder / "pass")
    for words in (
        ("template", "document", "--out", c.ledger),
        ("template", "document", "--out", folder / "id.p12"),
        ("template", "document", "--out", own),
        ("template", "document", "--out", folder / "reports" / "a.xlsx"),
        ("export", "document", "--out", c.ledger),
        ("export", "document", "--out", folder / "backups" / "a.csv"),
        ("import", folder / "none.csv", "--rejected", c.ledger),
        ("identity", "export", folder / "id.p12", "--out", folder / "id.p12", *word),
        ("identity", "export", folder / "id.p12", "--out", c.ledger, *word),
        ("identity", "new", "--name", "n", "--code", "N", "--out", c.ledger, *word),
        ("identity", "new", "--name", "n", "--code", "N", "--out", folder / "id.p12", *word),
        ("identity", "import", folder / "id.p12", "--out", folder / "id.p12", *word),
        ("handover", folder / "id.p12"),
        ("handover", c.ledger),
        ("handover", own),
        ("report", "2026-03", "--out", folder / "reports"),
        ("rescue", c.ledger),
        ("rescue", folder / "id.p12"),
        ("close", "2026-04", *closing),
    ):
        c.refused(*words)
        if "--rejected" in words or words[0] in ("template", "export", "handover", "report"):
            assert "覆盖" in c.refused(*words, "--replace") or "不能写成" in c.refused(*words, "--replace") or "自己的" in c.refused(*words)
    assert {file: file.read_bytes() for file in kept} == kept
    assert sorted(file.name for file in own.parent.iterdir()) == [own.name]


def test_what_a_command_wrote_before_gives_way_and_what_was_edited_does_not(console: Console) -> None:
    out = console.folder / "out"
    for _ in range(2):
        console.ok("export", "document", "--out", out / "收文.xlsx")
        console.ok("export", "document", "--out", out / "收文.csv")
        console.ok("report", "2026-03", "--out", out)
        console.ok("copies", "2026-03", "--out", out)
        console.ok("review", "2026-H1", "--out", out)
        console.ok("add", "document", "received_on=2026-03-05", "organ=青禾县民政局", "title=关于某事的通知")
        (out / "收文.csv").unlink()
    book = out / "收文.xlsx"
    book.write_bytes(book.read_bytes() + b"edited")
    word = out / "SQ-01-2026-H1-半年回看.docx"
    word.write_bytes(word.read_bytes() + b"edited")
    (out / "SQ-01-2026-H1-半年回看.pdf").unlink()
    assert "没有覆盖" in console.refused("export", "document", "--out", book)
    assert "没有覆盖" in console.refused("review", "2026-H1", "--out", out)
    assert not (out / "SQ-01-2026-H1-半年回看.pdf").exists()  # all of them or none
    console.ok("export", "document", "--out", book, "--replace")
    console.ok("review", "2026-H1", "--out", out, "--replace")


def test_what_was_not_taken_is_not_stored_where_its_place_is_refused(console: Console, tmp_path: Path) -> None:
    register = tmp_path / "a.csv"
    register.write_text("收文日期,来文单位,标题\n2026-03-05,青禾县民政局,关于某事的通知\n", "utf-8")
    (tmp_path / "own.xlsx").write_bytes(b"own work")
    console.refused("import", register, "--rejected", tmp_path / "own.xlsx")
    assert console.lines("list", "document") == [] and (tmp_path / "own.xlsx").read_bytes() == b"own work"


@pytest.mark.parametrize("name", ["ledger", "trust", "report"])
def test_a_sample_deletes_no_folder_of_somebody_else(console: Console, tmp_path: Path, name: str) -> None:
    (tmp_path / "mine" / name).mkdir(parents=True)
    (tmp_path / "mine" / name / "a.txt").write_text("own work", "utf-8")
    assert "没有删除" in console.refused("demo", "--out", tmp_path / "mine")
    assert (tmp_path / "mine" / name / "a.txt").exists()
