"""Who must come: the highest rank that a notice asks of its reader's people, to attend or to accompany."""

import re
from typing import Final

from .clause import NEGATION

# 副镇长, 副书记, 副乡镇长 … are deputies although the words 镇长 and 书记 stand in them.
_VICE: Final = re.compile(r"副(?:党委|党工委|支部)?(?:乡镇长|乡镇|镇街|[乡镇县区市校院园站所局]长|书记|主任|组长|科长)|纪(?:工)?委委员|政法(?:委)?(?:委员|书记)|(?:组织|宣传|统战|党委|党工委)委员|武装部(?:部)?长|人大主席")
# Of a township's people the heads of its offices are no 主要负责同志.
_HEADS_OF_OFFICES: Final = re.compile(
    r"(?<!指挥)所所长|(?:(?![和及与])[\u4e00-\u9fff]){2,6}(?<!指挥)所长|(?:派出|司法|财政|土管|国土)所长|(?:(?![和及与、])[\u4e00-\u9fff（）()]){0,12}(?:中心|服务站|办公室|站办所|站所|[^承主督交协举]办)(?:主任|(?:有关|相关|主要)?负责(?:同志|人))|(?:(?![和及与])[\u4e00-\u9fff]){1,4}站?站长"
)
_THEIR_OFFICES: Final = re.compile(r"(?:^|[各、，])[\u4e00-\u9fff]{0,12}(?:站所|站办所|办所|(?<!指挥)所|站|办|中心|办公室|科室|股室)(?:[，、：:（(]|$)")
_TRADERS: Final = re.compile(r"(?:经营主体|企业|合作社|商户|施工单位|项目单位|物业(?:公司)?|养殖场|家庭农场)[”\"]?(?:主要|有关)?(?:负责人|代表|法人)")
_OF_EACH: Final = re.compile(r"各(?:完小|(?:中小)?学校|校|(?:幼儿)?园|村(?:\（社区\）|（社区）)?|社区|卫生院)负责(?:人|同志)")
_NOT_THE_FIRST: Final = re.compile(r"(?:不安排|不要求|不需|无需|不请|不必)[^，。；]{0,6}(?:主要(?:负责|领导)(?:同志|人)?|党政正职|一把手)[^，。；]{0,6}(?:参会|参加|出席|到会|陪同|到场)")
_COMING = re.compile(r"在[村校院所站]等(?!级)|参会|参加|出席|到会|到场|陪同|随同|带队|到会|列席|与会|本人|陪检|等候|莅临|光临|接听|旁听|率队|率|选派|选送|推荐.{0,6}[名人]|在场|候会|协助|引导|配合(?=检查|核查|调研|入户)|带路|领路|入场|收听收看|组织收看|替会|派")
_PEOPLE_LABEL = re.compile(r"(?:参会|参加|参训|出席|培训|与会|列席)(?:单位[及和、]?)?(?:人员|对象|范围|同志|领导)|培训对象|^(?:[\d一二三四五六七八九十]+[.、．]|[（(][\d一二三四五六七八九十]+[)）])?\s*(?:参会|人\s*员|对象|参加|出席|列席)\s*[:：]")
_LABEL_ALONE: Final = re.compile(r"(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]|\d+[.、．])?[\u4e00-\u9fff]{2,8}[:：]?")
_BY_NAME: Final = re.compile(r"\s*(?![各本你贵])[\u4e00-\u9fff]{1,4}(?:镇|乡|街道|村)、(?![各本你贵])[\u4e00-\u9fff]{1,4}(?:镇|乡|街道|村)")  # 麦地乡、桃园乡…一并参加
_SO_MANY: Final = re.compile(r"\s*每(?:个)?[\u4e00-\u9fff]{1,4}(?:\d+|[一两二三])(?:名|位|人)")  # …参会，每个乡镇1名分管领导
_OTHERS_PEOPLE: Final = re.compile(r"主会场|[省市县区]直|各(?:县|区)|(?:县|市|区)[\u4e00-\u9fff]{2,8}(?:局|委|办|部)[^，。；]{0,6}(?:主要|分管|负责)|[检督考核验评调查]组|专家")
_NOBODY: Final = re.compile(r"(?:参会|参加|参训|出席|与会|列席|有关|相关|受表彰|到会)(?:人员|同志)(?!名单)(?=[，,。；;、：:准提请须应要务参到出列]|$)", re.MULTILINE)  # says nothing of ranks
_PASSED_ON: Final = re.compile(r"^.{0,12}?(?<!会议)(?:通知|组织|安排|带领(?!.{0,6}参加))(?=[^，。；]{2,24}(?:参会|参加|到会|出席|到场))")  # 请各村站长通知1名代表参会
_PRINCIPAL = re.compile(r"主要(?:负责|领导|同志)|党政(?:主要|正职|一把手)|一把手|正职|书记|[乡镇县区]长(?!助理)|街道主任|办事处主任|(?<!副)校(?:（园）|\(园\))?长|(?<!副)园长|(?<!副)院长|(?<!副)站长|(?<!副)所长|村主任|村支书|支书|村委会主任|居委会主任|(?<![副小办室科心女保站会委])主任(?=参会|参加|[、，。）]|在|到|必须|亲自|带队|陪同|全程|$)|社区主任|主要负责人|负责人本人|主职|法定代表人")
_DEPUTY = re.compile(r"分管|副职|班子成员|党委委员|副职|有关负责|相关负责|主管领导|协管|负责同志|负责人|领导")
_STAFF = re.compile(r"[农技护巡协防疫安全林管]{2}员|业务(?:人员|骨干|干部|工作人员)|工作人员|经办人|具体(?:负责|承办|从事)|管理员|联络人|联络员|专员|骨干|网格员|专干|信息员|统计员|会计|报账员|医生|教师|干部|操作员|熟悉情况|队员|人员|专职|辅导员|宣传员|派.{0,4}代表")


def attendee_level(body: str, addressee: str, *, invited: bool) -> str | None:
    """The highest rank asked of the reader's people: principal, deputy or staff. Who is `invited` and told no more comes himself."""
    body = _VICE.sub("副职", body)
    if "纪委" not in addressee and "纪工委" not in addressee:
        body = re.sub("纪(?:工)?委书记", "副职", body)
    if _of_a_town(addressee, body):
        body = _TRADERS.sub("", _HEADS_OF_OFFICES.sub("业务人员", body))
    body = _OF_EACH.sub("主要负责人", body)
    told = [_PASSED_ON.sub("", line) for line in _people(body) if not NEGATION.search(line) and not re.search("不变|照旧|同前", line)]
    mine = [line for line in told if re.search(_reader_word(addressee), line) and not _BY_NAME.match(line)]
    rank = _rank("；".join(mine))
    if rank == "principal" and _NOT_THE_FIRST.search(body):
        rank = _rank(_PRINCIPAL.sub("", "；".join(mine)))
    others = _OTHERS_PEOPLE if not re.search("县|市|区|局|成员单位|部门", addressee.replace("社区", "")) else None
    return rank or _rank("；".join(line for line in told if not (others and others.search(line)))) or (_rank(_VICE.sub("副职", _persons(addressee))) if invited else None)


def _of_a_town(addressee: str, body: str) -> bool:
    """Whether the reader is a township as a whole, neither one of its offices nor a village or a school."""
    if re.search("乡|镇|街道", addressee):
        return not _THEIR_OFFICES.search(addressee.replace("办事处", ""))
    return not re.search("村|社区|校|园|院|站|所|企业|老师|教师|网格", addressee) and bool(re.search("各(?:乡镇|镇街?|街道)|[你贵](?:乡|镇|街道)|请[乡镇]里", body))


def _rank(words: str) -> str | None:
    words = _NOBODY.sub("", words)
    for rank, pattern in (("principal", _PRINCIPAL), ("deputy", _DEPUTY), ("staff", _STAFF)):
        if pattern.search(words):
            return rank
    return None


def _persons(addressee: str) -> str:
    """An addressee that calls persons (各村书记、各位校长), not bodies."""
    return addressee if re.search(r"(?:书记|主任|[镇乡校园站所]长|专干|干事|同志|教师|老师|教职工|干部|员|负责人)\s*[:：]?$", addressee) and "成员单位" not in addressee else ""


def _reader_word(addressee: str) -> str:
    words = {"村": "(?<![农乡])村|社区|居", "社区": "社区", "校": "校|园", "院": "院", "乡镇": "乡镇|镇|街道|乡", "镇": "镇|街道|乡", "街道": "街道"}
    called = [words[word] for word in words if word in addressee]
    return "|".join(called[:2]) or "乡镇|镇|街道|(?<![农乡])村|社区"


def _people(body: str) -> list[str]:
    """What is said about who comes: the list under 参会人员, and sentences with a verb of coming."""
    lines = [part for part in re.split(r"[。；;\n]", body) if part.strip()]
    told: list[str] = []
    listing = alone = False
    for line in lines:
        if _PEOPLE_LABEL.search(line[:14]):
            listing, alone = True, bool(_LABEL_ALONE.fullmatch(line.strip()))
            told += re.split(r"[，,]", line)
        elif listing and not re.match(r"\s*[一二三四五六七八九十]+、", line) and (alone or re.match(r"[^，。：:]{0,10}会场[:：]|\s*(?:[（(][一二三四五六七八九十\d]+[)）]|\d+[.、．])", line)):
            told.append(line)
        else:
            listing = alone = False
            told += _called(re.split(r"[，,]", line))
    return told


def _called(clauses: list[str]) -> list[str]:
    """The clauses with a verb of coming, and the lists before them that only it completes: 请各村书记，各办负责人参加."""
    told: list[str] = []
    waiting: list[str] = []
    for at, clause in enumerate(clauses):
        if _COMING.search(clause):
            told += [*waiting, clause]
        elif told and clauses[at - 1] in told and _SO_MANY.match(clause):
            told.append(clause)
        waiting = [*waiting, clause] if re.match(r"\s*(?:请|各|和|以及|由|全体)", clause) and not re.search(r"讲话|主持|作|汇报|发言|准备|做好|将|把|按", clause) and not _COMING.search(clause) else []
    return told
