"""What a visit asks for besides its days: how many come, whether they score, which materials they look at.

A field that the notice does not speak of stays out; 不打分、不排名 is spoken of.
"""

import re
from typing import Final

from ...domain.reading.calendar_words import number
from .clause import NEGATION, clauses

_SCORING: Final = re.compile(r"打分|评分|计分|排名|排序|量化考核|千分制|百分制")
_UNSCORED: Final = re.compile(r"(?:不|无|不再|不进行|不予|不作|不搞)(?:打分|评分|计分|排名|排序|通报排名|打分排名)")
_MATERIALS: Final = (
    ("汇报", re.compile(r"汇报材料|书面汇报|听取[^，。；]{0,14}汇报|汇报稿|工作汇报")),
    ("PPT", re.compile(r"PPT|幻灯|多媒体汇报", re.IGNORECASE)),
    ("台账", re.compile(r"台账|台帐")),
    ("照片", re.compile(r"照片|影像|图片")),
    ("佐证", re.compile(r"佐证|印证材料|备查资料|备查材料")),
)
_VISITORS: Final = re.compile(r"一行\s*(?P<all>[\d一二三四五六七八九十]{1,3})\s*人|[组队]共\s*(?P<sum>[\d一二三四五六七八九十]{1,3})\s*人")


def visit_details(text: str) -> dict[str, str | int]:
    """`scoring`, `materials`, `visitors`, as the clerk's form has them."""
    told: dict[str, str | int] = {}
    parts = clauses(text)
    if any(_SCORING.search(part) and not NEGATION.search(part) for part in parts):
        told["scoring"] = "是"
    elif _UNSCORED.search(text):
        told["scoring"] = "否"
    wanted = [name for name, words in _MATERIALS if any(words.search(part) and not NEGATION.search(part) for part in parts)]
    if wanted:
        told["materials"] = "、".join(wanted)
    counts = {number(found["all"] or found["sum"]) for found in _VISITORS.finditer(text)}
    if len(counts) == 1:
        told["visitors"] = counts.pop()
    return told
