"""One rule for every file that is written where somebody named the place."""

import ast
import os
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    KeySerializationEncryption,
    NoEncryption,
    PrivateFormat,
)

from burden_desktop.domain.errors.files import (
    LedgersOwnFolder,
    NeverReplaced,
    SampleInTheWay,
    StandsThere,
    UnknownFileType,
)
from burden_desktop.domain.errors.ledger import CannotWrite
from burden_desktop.domain.kinds import KINDS
from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks import written_here
from burden_desktop.tasks.over import Over
from burden_desktop.tasks.register_files import WORKBOOK, empty_register
from burden_desktop.tasks.sample_place import clear_sample
from burden_desktop.tasks.write_out import place_meant, write_out

from ..conftest import ROOT, StandingClock
from ..records import POINT

EVERY = (".xlsx", ".pdf", ".cer", ".db", ".pem", ".csv")
OURS = b"%PDF-1.7\n1 0 obj << /Producer (Burden Desktop) >>\n%%EOF\n"


def _refused(target: Path, *levels: Over) -> None:
    before = target.read_bytes() if target.is_file() else b""
    for level in levels or Over:
        with pytest.raises(NeverReplaced):
            write_out(target, b"new", EVERY, over=level)
    assert (target.read_bytes() if target.is_file() else b"") == before


def test_a_ledger_is_never_replaced_open_or_not(tmp_path: Path, clock: StandingClock) -> None:
    with Ledger.create(tmp_path / "a.db", POINT, clock=clock) as ledger:
        _refused(ledger.path)
        assert ledger.check().ok
    _refused(tmp_path / "a.db")
    (tmp_path / "a.db.lock").unlink()
    _refused(tmp_path / "a.db")
    (tmp_path / "a.db").rename(tmp_path / "a.xlsx")
    _refused(tmp_path / "a.xlsx")


_LOCKED = BestAvailableEncryption(b"word")


@pytest.mark.parametrize("private", [ec.generate_private_key(ec.SECP256R1()), rsa.generate_private_key(65537, 2048)], ids=["ec", "rsa"])
@pytest.mark.parametrize(
    ("encoding", "form", "lock"),
    [
        (Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()),
        (Encoding.PEM, PrivateFormat.PKCS8, _LOCKED),
        (Encoding.DER, PrivateFormat.PKCS8, NoEncryption()),
        (Encoding.DER, PrivateFormat.PKCS8, _LOCKED),
        (Encoding.DER, PrivateFormat.TraditionalOpenSSL, NoEncryption()),
    ],
)
def test_a_key_is_never_replaced_whatever_its_name(
    tmp_path: Path, private: ec.EllipticCurvePrivateKey, encoding: Encoding, form: PrivateFormat, lock: KeySerializationEncryption
) -> None:
    (tmp_path / "key.cer").write_bytes(private.private_bytes(encoding, form, lock))
    _refused(tmp_path / "key.cer")


def test_a_signed_file_is_never_replaced_but_may_be_written_again_as_it_is(tmp_path: Path) -> None:
    signed = OURS + bytes(3_000_000) + b"/ByteRange [0 1 2 3]"
    (tmp_path / "a.pdf").write_bytes(signed)
    _refused(tmp_path / "a.pdf")
    write_out(tmp_path / "a.pdf", signed, EVERY, over=Over.NOTHING)
    assert (tmp_path / "a.pdf").read_bytes() == signed


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders, and links need rights")
def test_what_is_no_regular_file_is_never_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.xlsx")
    (tmp_path / "b.xlsx").symlink_to("/dev/null")
    (tmp_path / "c.xlsx").mkdir()
    (tmp_path / "d.xlsx").symlink_to(tmp_path / "c.xlsx")
    for name in "abcd":
        _refused(tmp_path / f"{name}.xlsx")
    assert (tmp_path / "b.xlsx").is_symlink() and (tmp_path / "a.xlsx").is_fifo()


@pytest.mark.parametrize("folder", ["reports", "backups", "received"])
def test_nothing_is_put_among_what_a_ledger_keeps(tmp_path: Path, clock: StandingClock, folder: str) -> None:
    (tmp_path / folder).mkdir()
    write_out(tmp_path / folder / "a.pdf", b"x", EVERY)  # no ledger, no folder of one
    Ledger.create(tmp_path / "a", POINT, clock=clock).close()
    with pytest.raises(LedgersOwnFolder):
        write_out(tmp_path / folder / "SQ-01-2026-03-r1.pdf", b"x", EVERY, over=Over.ASKED)


def test_only_what_the_program_wrote_and_nobody_touched_gives_way(tmp_path: Path) -> None:
    target = tmp_path / "收文.xlsx"
    write_out(target, empty_register(KINDS[0]), WORKBOOK)
    write_out(target, empty_register(KINDS[1]), WORKBOOK)
    with zipfile.ZipFile(target) as book:
        parts = {name: book.read(name) for name in book.namelist()}
        assert book.testzip() is None
    again = BytesIO()
    with zipfile.ZipFile(again, "w") as book:  # as any spreadsheet program saves it
        for name, content in parts.items():
            book.writestr(name, content)
    target.write_bytes(again.getvalue())
    with pytest.raises(StandsThere):
        write_out(target, empty_register(KINDS[0]), WORKBOOK)
    assert target.read_bytes() == again.getvalue()
    write_out(target, empty_register(KINDS[0]), WORKBOOK, over=Over.ASKED)
    with pytest.raises(StandsThere):
        write_out(target, empty_register(KINDS[1]), WORKBOOK, over=Over.NOTHING)


def test_a_draft_gives_way_until_somebody_notes_something_on_it(tmp_path: Path) -> None:
    target = tmp_path / "草稿.pdf"
    for content in (OURS, OURS + b"%\n", OURS + b"2 0 obj << /Note >>\n%%EOF\n"):
        write_out(target, content, EVERY)
    with pytest.raises(StandsThere):
        write_out(target, OURS, EVERY)
    target.write_bytes(b"%PDF-1.7 of somebody else %%EOF")
    with pytest.raises(StandsThere):
        write_out(target, OURS, EVERY)


def test_plain_text_gives_way_at_its_place_while_it_is_as_it_was_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "收文.csv"
    for content in (b"one", b"two", b"three"):
        write_out(target, content, EVERY)
    target.rename(tmp_path / "参会.csv")  # somebody's own copy, though the same words
    with pytest.raises(StandsThere):
        write_out(tmp_path / "参会.csv", b"four", EVERY)
    target.write_bytes(b"three, and a row of somebody")
    with pytest.raises(StandsThere):
        write_out(target, b"four", EVERY)
    monkeypatch.setattr("burden_desktop.paths.user_folder", lambda: tmp_path / "收文.csv" / "no folder")
    write_out(tmp_path / "报表.csv", b"one", EVERY)  # nothing can be remembered, and all the same it is written
    with pytest.raises(StandsThere):
        write_out(tmp_path / "报表.csv", b"two", EVERY)


def test_only_the_last_places_are_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(written_here, "_MOST", 2)
    for name in "abc":
        write_out(tmp_path / f"{name}.csv", b"one", EVERY)
    write_out(tmp_path / "c.csv", b"two", EVERY)
    with pytest.raises(StandsThere):
        write_out(tmp_path / "a.csv", b"two", EVERY)


def test_a_folder_or_a_name_without_ending_says_where_a_file_is_meant(tmp_path: Path) -> None:
    assert place_meant(tmp_path, WORKBOOK, name="收文") == tmp_path / "收文.xlsx"
    assert place_meant(tmp_path / "我的", WORKBOOK, name="收文") == tmp_path / "我的.xlsx"
    assert place_meant(tmp_path / "a.csv", WORKBOOK, name="收文") == tmp_path / "a.csv"
    (tmp_path / "nowhere").symlink_to(tmp_path / "gone")
    assert place_meant(tmp_path / "nowhere", WORKBOOK, name="收文") == tmp_path / "nowhere"


def test_a_link_that_leads_nowhere_stands_there(tmp_path: Path) -> None:
    (tmp_path / "a.csv").symlink_to(tmp_path / "gone.csv")
    with pytest.raises(StandsThere):
        write_out(tmp_path / "a.csv", b"x", EVERY)


@pytest.mark.parametrize("name", ["a", "a.txt", "ledger.db", "a.xlsx.exe", ".xlsx"])
def test_another_ending_is_refused_by_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnknownFileType):
        write_out(tmp_path / name, b"x", WORKBOOK, over=Over.ASKED)


def test_a_place_that_cannot_be_looked_at_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite):
        write_out(tmp_path / ("x" * 300 + ".xlsx"), b"x", WORKBOOK)


def test_a_sample_removes_only_what_a_sample_made(tmp_path: Path) -> None:
    (tmp_path / "report").mkdir()
    (tmp_path / "report" / "年终总结.docx").write_bytes(b"own work")
    with pytest.raises(SampleInTheWay):
        clear_sample(tmp_path, ("ledger", "report"))
    assert (tmp_path / "report" / "年终总结.docx").exists()
    clear_sample(tmp_path / "new", ("report",))
    (tmp_path / "new" / "report").mkdir()
    clear_sample(tmp_path / "new", ("report",))
    assert not (tmp_path / "new" / "report").exists()


_OWN_PLACES = {
    "store/here.py",  # in the user's own folder
    "tasks/write_file.py", "tasks/write_out.py",
    "tasks/close_month.py",  # under a hidden name; what stands is refused there
    "tasks/receive.py",  # the file received, in the ledger's own folder
    "tasks/desk_parts/sealing.py", "tasks/desk_parts/drafts.py",  # beside the ledger
    "tasks/written_here.py",  # in the user's own folder
    "tasks/handover.py",  # what arrives; what stands is refused there
    "tasks/demo.py",  # in a folder that the sample made
}  # fmt: skip


def test_nobody_writes_where_somebody_named_the_place_but_by_the_rule() -> None:
    package = ROOT / "burden_desktop"
    writing = {
        file.relative_to(package).as_posix()
        for file in package.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if (isinstance(node, ast.ImportFrom) and node.module == "write_file")
        or (isinstance(node, ast.Attribute) and node.attr in ("write_bytes", "write_text"))
    }
    assert writing <= _OWN_PLACES
