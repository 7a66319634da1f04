"""Where people sign: names, date, the place of the wet seal, and the box of the visible digital signature."""

from datetime import datetime
from typing import Final

from ..domain.point import Point
from .faces import Style
from .lines import Breaker
from .sheet import MM, Sheets

HEIGHT: Final = 190.0
_BOX: Final = (200.0, 74.0)  # of the digital signature, in points
_SEAL: Final = 42 * MM  # a round official seal of 42 mm fits


def signature_block(
    sheets: Sheets, point: Point, made_at: datetime, content_hash: str, *, picture: str = ""
) -> tuple[float, float, float, float]:
    """Draw the block on the current page, or on a new upright one; returns the box for the digital signature.

    `picture` names the page's picture of a seal, drawn in the place of the wet one."""
    if sheets.y - HEIGHT < sheets.bottom:
        sheets.new_page(wide=False)
    else:
        sheets.y -= 22
    sheets.bookmark("签署")
    left, top = sheets.x, sheets.y
    for place, (title, name) in enumerate((("编报人", point.reporter), ("审核人", point.approver))):
        y = top - 16 - place * 26
        sheets.text(left, y, f"{title}：{name}", Style.SERIF, 12)
        sheets.line(left + 48, y - 3, left + _BOX[0], y - 3)
    date = f"{made_at.year}年{made_at.month}月{made_at.day}日"
    sheets.text(left, top - 68, f"日　期：{date}", Style.SERIF, 12)
    box_bottom = top - 84 - _BOX[1]
    sheets.box(left, box_bottom, *_BOX, dashed=True)
    sheets.text(left, box_bottom + _BOX[1] + 3, "电子签名", Style.SANS, 8)  # outside: the stamp fills the box
    seal_left = max(left + _BOX[0] + 30, min(sheets.right - _SEAL, left + 320))
    if picture:
        sheets.picture(picture, seal_left, top - 8 - _SEAL, _SEAL)
    else:
        sheets.box(seal_left, top - 8 - _SEAL, _SEAL, _SEAL, dashed=True)
        sheets.text(seal_left + _SEAL / 2, top - 12 - _SEAL / 2, "（盖章处）", Style.SERIF, 11, align=0.5)
    y = box_bottom - 13
    told = f"内容摘要（SHA-256）：{content_hash}" if content_hash else ""
    for line in Breaker(sheets.faces, Style.SANS, 8).lines(told, sheets.width):
        sheets.text(left, y, line, Style.SANS, 8)
        y -= 11
    sheets.y = y
    return left, box_bottom, left + _BOX[0], box_bottom + _BOX[1]
