"""The level of an issuer as one notice tells it: by its name, and where the name is silent or double, by whom it writes to."""

import re

from ...domain.bodies.organ import guess_level
from .layout import Layout

_NO_DISTRICT = re.compile(r"社区|小区|园区|景区|开发区|辖区|灾区|地区|高新区|示范区|新区|库区|矿区|片区|林区|厂区|校区|区别|区分|区间|区域")
_LOCAL_OFFICE = re.compile(r"(?:民政|民生|卫健|社保|综治|应急|农业|文化|党建|组织|宣传|妇联|团委|残联|武装|司法|财政|经管|计生|统计|环保|城管|医保|党政|综合)[\u4e00-\u9fff]{0,2}(?:办|站|所|中心|办公室)?")


_SCHOOL_OFFICE = re.compile(r"(?:德育|教务|政教|总务|教导|教科|学生|安全|后勤|校务|党政|校|团委|工会)[\u4e00-\u9fff]{0,2}(?:处|室|办|办公室|科)|少先队大队部")


def level_of(organ: str, layout: Layout) -> str | None:
    """A 市 that writes to townships and knows no county below it is a county-level one; an office without a place that writes to
    villages is the township's."""
    told = guess_level(organ)
    readers = layout.addressee or "".join(layout.body)[:24]
    if told is None:
        return _without_place(organ, readers)
    if told.value == "city" and re.search(r"乡镇|各镇|街道|各村|社区", layout.addressee):
        rest = _NO_DISTRICT.sub("", layout.addressee + "".join(layout.body))
        if not re.search(r"[县区](?!级)|旗", rest):
            return "county"
    return told.value


def _without_place(organ: str, readers: str) -> str | None:
    """The level of a body that names no place, by whom alone such a body writes to; None where they do not tell."""
    if _LOCAL_OFFICE.fullmatch(organ) and re.search(r"各?(?:村|社区|网格|居委会|小组)", readers):
        return "township"
    if _SCHOOL_OFFICE.fullmatch(organ) and re.search(r"老师|班级|各班|班主任|年级|教研组|家长|教师|级部", readers):
        return "other"
    if re.search(r"(?:局|队|委|办公室)$", organ) and re.match(r"(?:各|有关|相关)[\u4e00-\u9fff]{0,4}?(?:乡镇|镇街|街道|镇|乡)", readers) and not re.search(r"[县市区]", readers.replace("社区", "")):
        return "county"
    return None
