"""Where people sign: names, date, the place of the wet seal, and the box of the visible digital signature.

It stands under the text that they sign, before the record tables, as the names under any paper of an office do.
"""

from datetime import datetime
from typing import Final

from ..domain.point import Point
from .faces import Style
from .lines import Breaker
from .sheet import MM, Sheets

_GAP: Final = 14.0
_LINE: Final = 21.0
_NAME: Final = 11.0
_BOX: Final = (282.0, 58.0)  # of the digital signature, in points
_SEAL: Final = 42 * MM  # a round official seal of 42 mm fits
_HASH: Final = (7.5, 13.0)  # size, and room for its line


def signature_height(content_hash: str) -> float:
    """Points that the block takes, the gap above it included."""
    return _GAP + 3 * _LINE + 6 + _BOX[1] + (_HASH[1] if content_hash else 0)


def signature_block(
    sheets: Sheets, point: Point, made_at: datetime, content_hash: str, *, picture: str = ""
) -> tuple[float, float, float, float]:
    """Draw the block on the current page, or on a new upright one; returns the box for the digital signature.

    `picture` names the page's picture of a seal, drawn in the place of the wet one."""
    if sheets.y - signature_height(content_hash) < sheets.bottom:
        sheets.new_page(wide=False)
    sheets.y -= _GAP
    sheets.bookmark("签署")
    left, top = sheets.x, sheets.y
    date = f"{made_at.year}年{made_at.month}月{made_at.day}日"
    for place, (title, told) in enumerate((("编报人", point.reporter), ("审核人", point.approver), ("日　期", date))):
        y = top - 13 - place * _LINE
        line = f"{title}：{told}"
        sheets.text(left, y, line, Style.SERIF, _fitting(sheets, line, _BOX[0]))
        sheets.line(left + 44, y - 4, left + _BOX[0], y - 4, weight=0.4, grey=0.4)
    box_bottom = top - 3 * _LINE - 6 - _BOX[1]
    sheets.box(left, box_bottom, *_BOX, dashed=True)
    sheets.text(left + _BOX[0] - 3, box_bottom + _BOX[1] + 2.5, "电子签名", Style.SANS, 7, align=1)  # outside: the stamp fills the box
    seal_left = sheets.right - _SEAL
    if picture:
        sheets.picture(picture, seal_left, top - 6 - _SEAL, _SEAL)
    else:
        sheets.box(seal_left, top - 6 - _SEAL, _SEAL, _SEAL, dashed=True)
        sheets.text(seal_left + _SEAL / 2, top - 10 - _SEAL / 2, "（盖章处）", Style.SERIF, 11, align=0.5)
    told = f"内容摘要（SHA-256）：{content_hash}" if content_hash else ""
    for line in Breaker(sheets.faces, Style.SANS, _HASH[0]).lines(told, sheets.width):
        sheets.text(left, box_bottom - 11, line, Style.SANS, _HASH[0])
    sheets.y = box_bottom - (_HASH[1] if content_hash else 0)
    return left, box_bottom, left + _BOX[0], box_bottom + _BOX[1]


def _fitting(sheets: Sheets, told: str, room: float) -> float:
    """The size at which a name fits its line."""
    wide = sheets.faces.width(told, Style.SERIF, _NAME)
    return _NAME if wide <= room else _NAME * room / wide
