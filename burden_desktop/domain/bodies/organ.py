"""An issuing body (单位) and what its name already says: its level and its nature."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from ..pattern import pattern
from ..texts import label


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

# A central body's name before a place is its local branch: the place tells the level (国家税务总局青禾县税务局).
_BRANCH: Final = pattern(r"(?:国家[\u4e00-\u9fff]{2,8}?(?:总局|局)|中国(?:共产党|共产主义青年团|人民政治协商会议|国民党革命委员会)|中共|共青团|国网|中国[\u4e00-\u9fff]{2})(?=[\u4e00-\u9fff]{1,8}?(?:[省市县区旗州盟镇乡]|街道|调查队))")
_OTHER: Final = pattern(r".*(?:(?<!党)校|中学|小学|幼儿园|学院|大学|(?:小学|中学|中心校|(?<![局委厅室政县区市])学校|幼儿园|学院)[\u4e00-\u9fff]{0,4}(?:处|室|办|科|部|团委|工会|大队部)|公司|集团|银行|支行|分行|营业部|企业|工厂|农场|合作社)$|(?:中心)?校(?:长)?室?$")
# From the most telling beginning to the least; the first that matches decides.
_LEVEL_SIGNS: Final = (
    (Level.CENTRAL, r"国务院|中共中央|中央|全国|国家|中办|国办|最高人民|中华人民共和国|教育部|公安部|民政部|财政部|"
                    r"人力资源(?:和)?社会保障部|自然资源部|生态环境部|住房(?:和)?城乡建设部|交通运输部|水利部|农业农村部|商务部|应急管理部|科技部|"
                    r"科学技术部|工业和信息化部|司法部|中国人民银行|审计署|海关总署|.*总局$"),
    (Level.VILLAGE, r".{2,}嘎查|.{2,}(?:村|社区)(?:民委员会|居民委员会|委会|委员会|党支部|党总支|党委|支部|两委)?$|.{0,4}村民?委(?:员)?会|.{0,4}(?:社区)?居民?委(?:员)?会|村支部"),
    (Level.TOWNSHIP, r".{0,12}?(?:街道|乡镇(?=人民政府|政府|党委|党政)|(?<![城乡])(?!(?<=村)镇(?:科|股|处|建设|规划))[镇乡](?!镇|村振|村建|企业?局|建设|级|[\u4e00-\u9fff]{0,3}[县市区](?!域))|城镇(?=人民政府|党委|党政|委员会)|苏木)"),
    (Level.PROVINCE, r"省|.{2,4}省|.{2,6}自治区(?!.*[县旗])|自治区|(?:北京|上海|天津|重庆)市(?!.{1,7}(?<![社小])[区县](?!域))"),
    (Level.COUNTY, r"县|区(?!域)|旗|.{1,7}?(?:县|自治县|旗)(?!级)|.{1,6}市.{1,5}[区县](?!域)|.{2,9}(?<!社)区(?!域|块)(?!.*市)"),
    (Level.CITY, r"市(?!场)|州|自治州|盟|地区|.{1,7}?(?:市(?!场|政(?!府|协|法|务)|民)|自治州|州|盟|地区)"),
)
_SIGNS: Final = tuple((level, pattern(signs)) for level, signs in _LEVEL_SIGNS)


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
    bare = re.sub(r"[\s《》“”]|城市|都市|市场|市容|市民(?![政族营间])", "", name)
    if _OTHER.match(bare):
        return Level.OTHER
    place = _BRANCH.sub("", bare, count=1) if _BRANCH.match(bare) and not bare.startswith(("中共中央", "国家级")) else bare
    if re.match(r"国家统计局.{2,6}调查总队", bare):
        return Level.PROVINCE
    if place != bare and place.endswith("调查队") and not re.search(r"[省市县区旗州]", place):
        return None  # 国家统计局平陵调查队: the place alone does not tell
    for level, sign in _SIGNS:
        if sign.match(place):
            return level
    return None


def lead_organ(organs: str) -> str:
    """The first of jointly issuing bodies, joined by 、: it leads."""
    return organs.split("、")[0]
