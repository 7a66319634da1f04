"""性质 of a body as its name tells: party, government, department, coordinating body, and the like.

None where the name does not tell: a rule that needs the nature then keeps silent.
"""

import re
from typing import Final

from ..texts import label

PARTY: Final = label("党委")
GOVERNMENT: Final = label("政府")
DEPARTMENT: Final = label("部门")
COORDINATING: Final = label("议事协调机构")
ENTERPRISE: Final = label("企事业")
MASS: Final = label("群团")
OTHER: Final = label("其他")
NATURES: Final = (PARTY, GOVERNMENT, DEPARTMENT, COORDINATING, ENTERPRISE, MASS, OTHER)

# The first sign that matches decides; each is looked for in the name without its brackets.
_SIGNS: Final = tuple(
    (nature, re.compile(sign))
    for nature, sign in (
        (COORDINATING, r"领导小组|指挥部|联席会议|协调机制|(?:工作)?专班|攻坚办|创建办|(?:委员会|小组)办公室$|安委会|安委办|防指|议事协调"),
        (MASS, r"总工会|工会|共青团|团(?:省|市|县|区|工)委|妇女联合会|妇联|残(?:疾人)?联(?:合会)?|科协|科学技术协会|工商联|文联|红十字会|侨联|关工委"),
        (ENTERPRISE, r"学校|中学|小学|幼儿园|学院|大学|医院|卫生院|公司|集团|银行|供电所|电网"),
        (DEPARTMENT, r"(?:局|厅|总队|支队|大队|监察委员会|监委|法院|检察院)(?:办公室)?$|.*(?:组织部|宣传部|统战部|政法委(?:员会)?|网信办|编办|巡察办|信访局|社会工作部)$"
                     r"|.{2,}(?:卫生健康|发展和改革|发展改革|国有资产监督管理|民族宗教事务|住房和城乡建设|监督管理|纪律检查)委员会$|(?:卫健委|发改委|住建委|国资委|民宗委|纪委监委|纪委)$"
                     r"|^(?:教育|公安|民政|财政|司法|水利|商务|审计|科学技术|应急管理|农业农村|自然资源|生态环境|交通运输)部$|林业和草原局$"),
        (GOVERNMENT, r"人民政府(?:办公厅|办公室)?$|政府办(?:公室)?$|^(?:省|市|县|区|州|国)(?:府|政)?办$|国务院(?:办公厅)?$|街道办事处$|管理委员会$|管委会$"),
        (PARTY, r"(?:党委|党工委|县委|市委|省委|区委|州委|镇委|乡委|中共.+委员会|党中央|中共中央)(?:办公厅|办公室|办)?$|^中办$"),
    )
)
_BELOW: Final = re.compile(r"(?:党委|党工委|[省市县区州旗镇乡]委(?!员)|人民政府|政府|街道办事处|街道党工委|管委会)")


def guess_nature(name: str) -> str | None:
    """The nature that a body's name tells, None when it does not."""
    bare = re.sub(r"[\s《》“”（）()]", "", name)
    for nature, sign in _SIGNS:
        if sign.search(bare):
            return nature
    return None


def names_party_or_government(addressee: str) -> bool:
    """Whether 主送 names a party committee or a government (各乡镇党委、人民政府 …)."""
    return bool(_BELOW.search(addressee))
