"""Registers made to do harm, or broken on the way: refused by name within bounds, or read as far as they are sound."""

import os
import time
import zipfile
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter

from burden_desktop.domain.errors.reading import FileTooLarge, TooManyRows, UnreadableFile
from burden_desktop.domain.reading.draft import RegisterReading
from burden_desktop.intake.files.sandbox import boxed
from burden_desktop.intake.registers.plain_book import is_plain
from burden_desktop.intake.registers.register import read_register

SHEET = "xl/worksheets/sheet1.xml"
HEAD = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">'
    '<c r="A1" t="inlineStr"><is><t>收文日期</t></is></c><c r="B1" t="inlineStr"><is><t>标题</t></is></c></row>'
    '<row r="2"><c r="A2" t="inlineStr"><is><t>2026-03-05</t></is></c><c r="B2" t="inlineStr"><is><t>某通知</t></is></c></row>'
)
TAIL = "</sheetData></worksheet>"


def book(sheet: str) -> bytes:
    """A workbook whose only sheet is that XML."""
    plain, made = BytesIO(), BytesIO()
    with xlsxwriter.Workbook(plain) as fresh:
        fresh.add_worksheet("收文")
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
        for name in old.namelist():
            new.writestr(name, sheet if name == SHEET else old.read(name))
    return made.getvalue()


def read(tmp_path: Path, name: str, content: bytes) -> RegisterReading:
    path = tmp_path / name
    path.write_bytes(content)
    return read_register(path, kind=None, today=date(2026, 5, 1))


def test_a_cell_at_the_far_corner_takes_only_the_reader_down(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"角.xlsx"):
        read(tmp_path, "角.xlsx", book(HEAD + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' + TAIL))


@pytest.mark.parametrize(
    "far",
    ['<c r="XFD1048576"><v>1</v></c>', "<c s='1' r = 'xfd1048576'><v>1</v></c>", '<c r="&#88;FD1048576"><v>1</v></c>', "<!DOCTYPE a>"],
)
def test_a_book_that_is_not_plainly_built_is_not_read_in_our_own_process(far: str) -> None:
    assert is_plain(book(HEAD + TAIL), "a.xlsx")
    assert not is_plain(book(HEAD + f'<row r="1048576">{far}</row>' + TAIL), "a.xlsx")


def test_a_zip_bomb_is_refused_by_what_it_says_and_boxed_when_it_lies(tmp_path: Path) -> None:
    bomb = book(HEAD + " " * 110_000_000 + TAIL)
    assert len(bomb) < 1_000_000
    with pytest.raises(FileTooLarge, match=r"弹.xlsx"):
        read(tmp_path, "弹.xlsx", bomb)
    with zipfile.ZipFile(BytesIO(bomb)) as archive:
        size = archive.getinfo(SHEET).file_size
    assert not is_plain(bomb.replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little")), "弹.xlsx")


def test_rows_far_below_are_refused_and_named(tmp_path: Path) -> None:
    with pytest.raises(TooManyRows, match="1048576行"):
        read(tmp_path, "高.xlsx", book(HEAD + '<row r="1048576"><c r="A1048576"><v>1</v></c></row>' + TAIL))


def test_a_hundred_thousand_empty_rows_below_do_no_harm(tmp_path: Path) -> None:
    empty = "".join(f'<row r="{row}"><c r="A{row}" s="0"/></row>' for row in range(3, 100_003))
    assert [row.row for row in read(tmp_path, "空行.xlsx", book(HEAD + empty + TAIL)).rows] == [2]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        "收文日期,标题\n2026-03-05,".encode() + "长".encode() * 3_500_000,
        b"<html><table>" + b"<tr>" + b"<td rowspan=500 colspan=500>x</td>" * 50,
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(256)) * 400,
        book(HEAD + TAIL)[:900],
        book('<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>' + HEAD.replace("某通知", "&b;") + TAIL),
    ],
    ids=["nothing", "one long cell", "spans", "rubbish", "cut short", "entities"],
)
def test_broken_or_swollen_file_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(UnreadableFile, match=r"坏.xls"):
        read(tmp_path, "坏.xls", content)


@pytest.mark.parametrize(("work", "arguments"), [(time.sleep, (60,)), (os._exit, (3,)), (bytearray, (2_000_000_000,))])
def test_a_reader_that_hangs_falls_or_swells_is_ended_and_the_file_named(work: Callable[..., object], arguments: tuple[int]) -> None:
    with pytest.raises(UnreadableFile, match=r"某.xls"):
        boxed(work, *arguments, file="某.xls", seconds=1.5)


def test_what_the_boxed_reader_refuses_arrives_as_what_it_is() -> None:
    with pytest.raises(FileTooLarge, match=r"大.xls.*上限5 MB"):
        boxed(_refuse, file="大.xls")


def _refuse() -> None:
    raise FileTooLarge(file="大.xls", size="9 MB", limit="5 MB")
