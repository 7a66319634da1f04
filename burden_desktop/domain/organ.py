"""An issuing body (单位) and what its name already says: its level and its nature."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from .texts import label


class Level(StrEnum):
    """层级 of a body, seen from the point. County covers 县级市 and 区, township also 街道."""

    CENTRAL = "central"
    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"
    TOWNSHIP = "township"
    VILLAGE = "village"
    OTHER = "other"


LEVEL_LABELS: Final = {
    Level.CENTRAL: label("中央"),
    Level.PROVINCE: label("省级"),
    Level.CITY: label("市级"),
    Level.COUNTY: label("县级"),
    Level.TOWNSHIP: label("乡级"),
    Level.VILLAGE: label("村级"),
    Level.OTHER: label("其他"),
}

# From the most telling beginning to the least; the first that matches decides.
_LEVEL_SIGNS: Final = (
    (Level.CENTRAL, r"国务院|中共中央|中央|全国|国家(?!税务局.{1,8}[省市县区])|中办|国办|最高人民|中华人民共和国|教育部|公安部|民政部|财政部|"
                    r"人力资源(?:和)?社会保障部|自然资源部|生态环境部|住房(?:和)?城乡建设部|交通运输部|水利部|农业农村部|商务部|应急管理部|科技部|"
                    r"科学技术部|工业和信息化部|司法部|中国人民银行|审计署|海关总署|.*总局$"),
    (Level.VILLAGE, r".{2,}(?:村|社区)(?:民委员会|居民委员会|委会|委员会|党支部|党总支|党委|支部|两委)?$|村委会|社区居委会"),
    (Level.TOWNSHIP, r".{0,12}?(?<!城)(?:镇|乡|街道)(?!村|企|建设)"),
    (Level.PROVINCE, r"省|.{2,4}省|.{2,6}自治区(?!.*[县旗])|自治区|(?:中共)?(?:北京|上海|天津|重庆)市(?!.{1,4}区)"),
    (Level.COUNTY, r"县|区(?!域)|旗|(?:中共)?.{1,7}?(?:县|自治县|旗)(?!级)|(?:中共)?.{1,6}市.{1,5}[区县](?!域)|(?:中共)?.{2,5}(?<!社)区(?!域|块)"),
    (Level.CITY, r"市|州|(?:中共)?.{1,7}?(?:市|自治州|州|盟|地区)(?!场|政|民)"),
)
_SIGNS: Final = tuple((level, re.compile(rf"(?:中共)?(?:{signs})")) for level, signs in _LEVEL_SIGNS)


@dataclass(frozen=True, slots=True)
class Organ:
    """A row of the directory; `level` is None while nobody has said and the name does not tell."""

    id: int
    name: str
    level: Level | None
    nature: str | None = None
    line: str | None = None
    aliases: tuple[str, ...] = ()


def guess_level(name: str) -> Level | None:
    """The level that a body's name tells, None when it does not (a guess would be a wrong figure)."""
    bare = re.sub(r"[\s《》“”]", "", name)
    for level, sign in _SIGNS:
        if sign.match(bare):
            return level
    return None


def lead_organ(organs: str) -> str:
    """The first of jointly issuing bodies, joined by 、: it leads."""
    return organs.split("、")[0]
