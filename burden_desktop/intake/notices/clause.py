"""The clauses of a notice and whom they speak to: what is asked of others, or not asked at all, is left out."""

import re
from typing import Final

NEGATION: Final = re.compile(r"(?:不再|不用|不必|不需要?|不要求|不要|无需|无须|不得|严禁|禁止|免于|毋需|暂不|不另|不单独|不查|不翻|不听|不看|不提供|不准备|不召开|不安排|不组织|不收集|不留|不填|不报|不设|不打|不搞|不拍|不发|不陪|不参加|不出席|不到场|不接送|不迎送|不做|不算|可不|不另行|取消|停止|不作|不统一|作废)")
_SENTENCE: Final = re.compile(r"[。；;！!\n…]+")
_CLAUSE: Final = re.compile(r"[。；;！!，,\n：:]+")
_READERS: Final = r"(?:各|有关|相关|上述)?(?:乡镇|镇街|乡|镇|街道|村|社区|学校|中小学|幼儿园|单位|校|卫生院|站|园|村民|居委会|物业|企业|所|园区|成员单位|有关单位)"
_OTHER_LEVELS: Final = re.compile(
    r"^(?:[（(][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+、|\d+[.、．])?\s*(?:请|由|其中|同时)?\s*"
    r"(?:各?(?:县|市|区)(?:（[^）]*）|\([^)]*\))*(?:级|直|[、区市县]|局|(?:人民)?政府|卫|农|教|民|政|委|主管|有关|于|要|应|将|自行|请|\d|[\u4e00-\u9fff]{2,10}(?:局|委|办|厅|中心|办公室|指挥部|政府|部)(?:于|要|应|将|统一|负责|汇总|在|会同|牵头))|省级|省直|县局|县里|市局|省厅|我[局委办厅站镇乡县]|(?:我|本)(?:分|支|大|总)?(?:局|厅|队|公司)|"
    r"[\u4e00-\u9fff]{0,12}(?:安委办|领导小组|办公室|指挥部|专班|考核组|检查组|督查组|工作组)(?:于|将|会同|在|统一|负责|根据)|各市)"
)
_NAMED: Final = re.compile(r"^(?:[（(]?[一二三四五六七八九十\d]+[)）、.]?)?\s*(?:请)?(?![\u4e00-\u9fff]{0,2}[贵你我各本请])(?:[\u4e00-\u9fff]{2,4}(?:镇|乡|街道|村|社区|县|区)、)*[\u4e00-\u9fff]{2,4}(?<!的)(?:(?<!乡)镇|乡|街道|村|社区)(?:要|应|须|务必|于|作|在)")

# Units called by name one after the other, of several sorts: 石冲乡、南坝街道、县民政局要…
_NAMED_LIST: Final = re.compile(r"^(?:[（(]?[一二三四五六七八九十\d]+[)）、.]?)?[一-鿿]{0,4}?(?![各本我你贵])(?:[\u4e00-\u9fff]{2,6}(?<!各)(?<!有关)(?:镇|乡|街道|村|社区|县|区|局|办|委|中心)、)+[\u4e00-\u9fff]{2,8}(?:镇|乡|街道|村|社区|县|区|局|办|委|中心)(?:要|应|须|务必|于|作)")

_COUNTIES: Final = re.compile(r"各(?:县|区|旗)(?:[（(][^）)]{0,10}[)）])?(?:、?(?:县|市|区|州|旗))*")
_CLIENTS: Final = ("企业", "农户", "群众", "申请人", "个人", "家长", "学生", "考生", "参赛者", "经营户", "业主", "用人单位", "申报单位", "申报人", "养殖户", "种植户")
_BELOW: Final = re.compile(r"乡|镇|街道|村|社区|校|园|医院|卫生院|企业|苏木|监测点|基层|[站所](?:[，：:]|$)")
# A sentence that opens with units by name, whatever it goes on to say: 汶塘镇、大垅乡准备发言，…
_UNITS: Final = r"[\u4e00-\u9fff]{1,5}?(?:镇|乡|街道|村|社区|苏木|小学|中学|学校|幼儿园|卫生院)"
_BY_NAME: Final = re.compile(rf"(?:^|(?<=[。；;\n）)]))\s*(?:[（(]?[一二三四五六七八九十\d]{{1,2}}[)）、.．]\s*)?(?:请|其中[，,]?)?(?P<names>{_UNITS}(?:、{_UNITS})+)(?![、等]|[各本有相该])[^。；;\n]*")
_ALL: Final = re.compile(r"各|本|我|你|贵|有关|相关|所有|全体|乡镇|镇街|村社区")
_TOWN_GOVERNMENTS: Final = re.compile(r"(?:乡|镇|街道)[^，、：:]{0,8}(?:人民政府|政府|办事处)")
# Who stands beside the governments among the addressees and is asked apart.
_BESIDE: Final = ("卫生院", "卫生服务中心", "学校", "中心校", "中小学", "幼儿园", "派出所", "司法所", "医院")
# 4月4日至6日，各县…: when, before who
_FIRST_WHEN: Final = re.compile(r"^(?:[（(]?[一二三四五六七八九十\d]{1,2}[)）、.．]\s*)?(?:自|从|在)?\d{1,4}[年月][^，,。；]{0,14}[日号月起间][，,]\s*(?=各|省|市|县|区)")
NARRATED: Final = re.compile(r"违规|擅自|变相|[某×]{1,3}(?:局|镇|乡|村|县|区|单位|部门|市|街道)|被(?:查处|通报|问责|处分)|查处了?|问题。|经查")


def sentences(text: str) -> list[str]:
    return [part.strip() for part in _SENTENCE.split(text) if part.strip()]


def to_reader(text: str, addressee: str) -> str:
    """The text without what is asked of those the reader serves (企业于…前报乡镇), of units called by name, of institutions where town
    governments are addressed too; and with 各县（市、区） read as 各单位 where the notice is addressed to them and to nobody below."""
    clients = [word for word in _CLIENTS if word not in addressee]
    text = re.sub(rf"(?:^|(?<=[。；;\n]))\s*(?:[（(]?[一二三四五六七八九十\d]+[)）、.．]\s*)?(?:{'|'.join(clients)})(?:于|应|须|需|要|可|应当|须于|自|凭|在)[^。；;\n]*", "", text)
    text = _BY_NAME.sub(lambda found: _named(found, addressee), text)
    beside = [word for word in _BESIDE if word in addressee] if _TOWN_GOVERNMENTS.search(addressee) else []
    if beside:
        text = re.sub(rf"(?:^|(?<=[。；;\n]))\s*(?:[（(]?[一二三四五六七八九十\d]{{1,2}}[)）、.．]\s*)?(?:请)?各?(?:[\u4e00-\u9fff]{{0,4}}(?:{'|'.join(beside)})、?)+(?:于|应|须|需|要|在|按|将)[^。；;\n]*", "", text)
    if not _COUNTIES.match(addressee) or _BELOW.search(addressee):
        return text
    return _COUNTIES.sub("各单位", text)


def _named(found: "re.Match[str]", addressee: str) -> str:
    """A sentence of units by name: gone, unless it means all, or the reader is among them."""
    if _ALL.search(found["names"]):
        return found[0]
    return found[0].replace(found["names"], "各单位", 1) if any(name in addressee for name in found["names"].split("、")) else ""


def clauses(text: str) -> list[str]:
    return [part.strip() for part in _CLAUSE.split(text) if part.strip()]


def for_others(sentence: str) -> bool:
    """Whether the sentence begins with another level, the issuer itself or units called by name."""
    begins = sentence.strip()
    if re.match(r"(?:请)?(?:上述|以上|被(?:通报|点名|抽查|检查))[^，。；]{0,8}(?:单位|乡镇|镇|乡|村|街道|学校)", begins):  # units named before
        return True
    if re.match(r"[^，。；]{2,14}(?:要|让|叫|催)(?:我们|咱们|我[村镇乡校县]|大家)", begins):  # 县委改革办要我们报…
        return False
    begins = _FIRST_WHEN.sub("", begins)
    asked_for = re.search(r"[，,：:](?=请(?!示|假))", begins)
    if asked_for:  # what stands before …，请 tells why; the asking begins behind it
        return for_others(begins[asked_for.end() :])
    if re.match(rf"(?:请)?{_READERS}", re.sub(r"^[（(]?[一二三四五六七八九十\d]+[)）、.．]", "", begins)):
        return False
    return bool(_OTHER_LEVELS.match(begins) or _NAMED.match(begins) or (_NAMED_LIST.match(begins) and not re.match(r"[^，。；]{0,20}各", begins)))


def asked(clause: str, pattern: "re.Pattern[str]") -> bool:
    """Whether the clause asks for it: the words stand there without a 'not' before them."""
    found = pattern.search(clause)
    return bool(found) and not NEGATION.search(clause[: found.end()] if found else "")
