"""登记表: one page by which a commission enrols a point, to be compared with the certificate handed over beside it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

from .. import paths
from .archive import archive
from .faces import Faces, Style
from .lines import Breaker
from .pen import PdfPen
from .sheet import MM, Sheets

TITLE: Final = "基层减负监测点签名证书登记表"
_LABEL: Final = 96.0
_QR_SIZE: Final = 42 * MM
_QUIET: Final = 4  # modules of white around a QR code (ISO/IEC 18004, 9.1)


@dataclass(frozen=True, slots=True)
class Enrolment:
    """What the sheet says. `groups` is the fingerprint as two people read it to each other."""

    name: str
    code: str
    fingerprint: str
    groups: str
    not_before: date
    not_after: date
    commission: str
    made_at: datetime


def enrolment_sheet(told: Enrolment) -> bytes:
    """The page as PDF/A-3u."""
    faces = Faces(paths.resources() / "fonts")
    pen = PdfPen(faces)
    sheets = Sheets(faces, pen)
    sheets.new_page(wide=False)
    middle = (sheets.x + sheets.right) / 2
    sheets.text(middle, sheets.y - 24, TITLE, Style.BOLD, 20, align=0.5)
    sheets.y -= 62
    rows = (
        ("监测点名称", told.name),
        ("监测点代码", told.code),
        ("报送纪委", told.commission or "________________"),
        ("证书有效期", f"{_day(told.not_before)}至{_day(told.not_after)}"),
        ("证书指纹（SHA-256）", ""),
    )
    for title, value in rows:
        _row(sheets, title, value)
    _fingerprint(sheets, told.groups)
    _qr(sheets, f"BURDEN-DESKTOP ENROL 1\n{told.code}\n{told.fingerprint}")
    _notes(sheets, told)
    return archive(
        sheets.finish(pen, draft=False),
        title=f"{TITLE}（{told.name}）",
        author=told.name,
        made_at=told.made_at,
        attachments={},
        colours=paths.resources() / "color" / "sRGB.icc",
    )


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _row(sheets: Sheets, title: str, value: str) -> None:
    sheets.text(sheets.x, sheets.y - 14, title, Style.BOLD, 12)
    for line in Breaker(sheets.faces, Style.SERIF, 13).lines(value, sheets.width - _LABEL) or ("",):
        sheets.text(sheets.x + _LABEL, sheets.y - 14, line, Style.SERIF, 13)
        sheets.y -= 20
    sheets.y -= 8


def _fingerprint(sheets: Sheets, groups: str) -> None:
    """Four lines of four groups, large: they are read aloud."""
    parts = groups.split()
    for start in range(0, len(parts), 4):
        for place, part in enumerate(parts[start : start + 4]):
            sheets.text(sheets.x + 20 + place * 78, sheets.y - 18, part, Style.SANS, 17)
        sheets.y -= 28
    sheets.y -= 14


def _qr(sheets: Sheets, text: str) -> None:
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    count = code.getModuleCount()
    step = _QR_SIZE / (count + 2 * _QUIET)
    left, top = sheets.x + 20 + _QUIET * step, sheets.y - _QUIET * step
    for row in range(count):
        column = 0
        while column < count:
            run = 0
            while column + run < count and code.isDark(row, column + run):
                run += 1
            if run:
                sheets.box(left + column * step, top - (row + 1) * step, run * step, step, fill=0, edge=None)
            column += run or 1
    sheets.text(sheets.x + 20 + _QR_SIZE + 18, sheets.y - _QR_SIZE / 2, "二维码内容：代码和证书指纹", Style.SERIF, 11)
    sheets.y -= _QR_SIZE + 20


def _notes(sheets: Sheets, told: Enrolment) -> None:
    notes = (
        f"请将本表打印盖章，连同证书文件（{told.code}.cer）交纪委登记。",
        "纪委登记时，请与监测点当面或电话核对以上指纹，逐组一致方可登记。",
        "私钥和口令由监测点保管，不在本表和证书文件中。丢失或泄露请立即告知纪委停用，并重新登记。",
    )
    for number, note in enumerate(notes, 1):
        for line in Breaker(sheets.faces, Style.SERIF, 12).lines(f"{number}. {note}", sheets.width):
            sheets.text(sheets.x, sheets.y - 14, line, Style.SERIF, 12)
            sheets.y -= 20
    sheets.y -= 26
    for place, title in enumerate(("监测点负责人：", "经办人：", "日期：")):
        sheets.text(sheets.x + place * sheets.width / 3, sheets.y - 14, title, Style.SERIF, 12)
    sheets.text(sheets.right, sheets.y - 60, "（盖章）", Style.SERIF, 12, align=1)
