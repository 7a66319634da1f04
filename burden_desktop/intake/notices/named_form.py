"""The form that a message without a title asks for, and who wants it: 把秋粮收购进度表报县粮食局 → name and body.

Only words in so many letters are taken: a name that ends in 表, 清单, 台账 … right before or behind the verb of sending.
"""

import re
from typing import Final

from .organ import ORGAN_END, organ_line

_FORM: Final = r"(?:(?![和及与])[\u4e00-\u9fffA-Za-z\d]){2,24}?(?:统计表|情况表|登记表|汇总表|进度表|明细表|调查表|核查表|花名册|台账|清单|报表|总结|报告|(?<![代填报])表)(?![\u4e00-\u9fff]{0,2}[格达态扬率])"
_QUOTED: Final = re.compile(rf"[《“](?P<form>{_FORM})[》”]")
_SENT: Final = re.compile(rf"(?:把|将|请报|填报?|报送|上报|补报|催报)(?:本[\u4e00-\u9fff]{{1,3}}的?|你们?[\u4e00-\u9fff]?的?|各自的?|好的?)?(?P<form>{_FORM})(?![和及与、])")
_TO: Final = re.compile(rf"(?:报[送给到至]?|交[到给至]?|发[到给至]?|送[到至]?)(?P<body>[省市县区镇乡街][\u4e00-\u9fff]{{1,14}}?(?:{ORGAN_END}))(?![\u4e00-\u9fff]*(?:邮箱|群))")


def named_form(text: str) -> str | None:
    """The form's name; None where none or more than one is named."""
    names = {found["form"] for found in _QUOTED.finditer(text)} or {found["form"] for found in _SENT.finditer(text)}
    return names.pop() if len(names) == 1 else None


def wanted_by(text: str) -> str | None:
    """The body that the form goes to; None where none or more than one is named."""
    bodies = {found["body"] for found in _TO.finditer(text)}
    body = bodies.pop() if len(bodies) == 1 else None
    return body if body and organ_line(body) else None
