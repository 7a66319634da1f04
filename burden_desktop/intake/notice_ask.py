"""What a notice asks of its reader: reports, plans of its own, traces to keep, and who must come."""

import re
from itertools import pairwise

from .notice_clause import NEGATION, asked, clauses, for_others, sentences

_SEND = r"(?:报送|上报|呈报|填报|报至|报到|报给|报我|书面报|反馈|提交|上传|发送?[至到]|报[\u4e00-\u9fff]{1,14}(?:局|办|委|站|科|股|室|中心|组|厅|部|处|会|邮箱)|报送?[。]?$|送[至到]?[\u4e00-\u9fff]{0,14}(?:局|办|委|站|科|股|室|中心|组)|零报告|汇报材料|发邮箱|报(?=[（(]))"
_SLIP = re.compile(r"(?:回执|名单|姓名|联系方式|联系人|联络人|联络员|报名|人选|参会人员|电话|车牌|接龙)")
_MATERIAL = r"(?:报告|总结|情况|统计表|报表|汇总表|[一-龥]*表|数据|数|材料|进度|台账|清单|自评|整改|意见|信息|案例|方案|计划|目录|结果|照片|成果|经验|记录|简报|资料|零报告)"
_REPORT = re.compile(rf"{_MATERIAL}.{{0,60}}{_SEND}|{_SEND}.{{0,40}}{_MATERIAL}|填写.{{0,20}}表.{{0,20}}(?:报|交|送|发)|填报|零报告")
_PLAN = re.compile(
    r"(?:制[定订]|研究制定|出台|拟[定订]|编制|细化|完善|建立健全|修订|明确|健全)(?!本)[^，。；]{0,26}(?:方案|办法|预案|细则|实施意见|制度|计划|工作措施|规定|规程)"
)
_BIDDEN = re.compile(r"要|请|应|须|需|务必|各|抓紧|结合|负责|及时|认真")
_TRACE = re.compile(r"台账|台帐|佐证|印证材料|照片|影像|图片|装盒|档案盒|留痕|痕迹资料|工作痕迹|截图")
_PORTRAIT = re.compile(r"免冠|证件照|一寸|二寸|登记照")
_COMING = re.compile(r"参会|参加|出席|到会|到场|陪同|随同|带队|到会|列席|与会|本人|陪检|收听收看|组织收看|替会|派")
_PEOPLE_LABEL = re.compile(r"(?:参会|参加|参训|出席|培训|与会|列席)(?:人员|对象|范围|同志|领导)|培训对象")
_PRINCIPAL = re.compile(r"主要(?:负责|领导|同志)|党政(?:主要|正职|一把手)|一把手|正职|书记|[乡镇县区]长|街道主任|办事处主任|(?<!副)校长|(?<!副)园长|(?<!副)院长|(?<!副)站长|(?<!副)所长|村主任|社区主任|主要负责人|负责人本人|主职|法定代表人")
_DEPUTY = re.compile(r"分管|副职|班子成员|副书记|副[乡镇县区校院]长|党委委员|有关负责|相关负责|主管领导|协管|负责同志|负责人|领导")
_STAFF = re.compile(r"业务(?:人员|骨干|干部|工作人员)|工作人员|经办人|具体(?:负责|承办|从事)|管理员|联络员|骨干|网格员|专干|信息员|统计员|会计|报账员|医生|教师|干部|操作员|熟悉情况|队员|人员|专职|辅导员|宣传员|代表")


def asks_report(body: str, title: str, kind: str) -> bool:
    """Reports, forms, data or results to send; receipt slips and name lists are none."""
    for sentence in sentences(body):
        if for_others(sentence):
            continue
        for clause in _with_object(sentence):
            found = _REPORT.search(clause)
            if not found or NEGATION.search(clause):
                continue
            if _SLIP.search(found[0]) and not re.search(r"报告|总结|统计表|报表|汇总|进度|整改|材料|核查表|情况", _SLIP.sub("", found[0])):
                continue
            return True
    return kind == "report_request"


def _with_object(sentence: str) -> list[str]:
    """Clauses, a comma between object and verb (将…、…，报…) closed up; one 'not' reaches only its own clause."""
    parts = re.split(r"[，,]", sentence)
    joined = [f"{a}{b}" for a, b in pairwise(parts) if re.search(r"将|把", a) and not NEGATION.search(a + b)]
    return [*parts, *joined]


def asks_supporting_file(body: str) -> bool:
    """A plan, rules or measures that the reader must draw up."""
    return any(
        asked(clause, _PLAN) and (_BIDDEN.search(clause) or _BIDDEN.search(sentence)) and not re.search(r"根据|按照|依据|本(?:办法|方案|指引)|第[一二三四五六七八九十]+条|已", clause)
        for sentence in sentences(body) if not for_others(sentence) or "乡镇" in sentence for clause in clauses(sentence)
    )


def asks_ledger(body: str) -> bool:
    """Ledgers, evidence or pictures to keep, show or send."""
    return any(asked(clause, _TRACE) and not _PORTRAIT.search(clause) and not re.search(r"关于.{0,30}台账", clause) for clause in clauses(body))


def attendee_level(body: str, addressee: str) -> str | None:
    """The highest rank asked of the reader's people: principal, deputy or staff."""
    told = [line for line in _people(body) if not NEGATION.search(line) and not re.search("不变|照旧|同前", line)]
    mine = [line for line in told if re.search(_reader_word(addressee), line)]
    words = "；".join(mine or told)
    for rank, pattern in (("principal", _PRINCIPAL), ("deputy", _DEPUTY), ("staff", _STAFF)):
        if pattern.search(words):
            return rank
    return None


def _reader_word(addressee: str) -> str:
    for word in ("村", "社区", "校", "卫生院", "乡镇", "镇", "街道"):
        if word in addressee:
            return {"乡镇": "乡镇|镇|街道|乡", "镇": "镇|街道|乡", "校": "校|园", "村": "村|社区|居"}.get(word, word)
    return "乡镇|镇|街道|村|社区"


def _people(body: str) -> list[str]:
    """What is said about who comes: the list under 参会人员, and sentences with a verb of coming."""
    lines = [part for part in re.split(r"[。；;\n]", body) if part.strip()]
    told: list[str] = []
    listing = alone = False
    for line in lines:
        if _PEOPLE_LABEL.search(line[:14]):
            listing, alone = True, bool(re.fullmatch(r"(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]|\d+[.、．])?[\u4e00-\u9fff]{2,8}[:：]?", line.strip()))
            told += re.split(r"[，,]", line)
        elif listing and not re.match(r"\s*[一二三四五六七八九十]+、", line) and (alone or re.match(r"\s*(?:[（(][一二三四五六七八九十\d]+[)）]|\d+[.、．])", line)):
            told.append(line)
        else:
            listing = alone = False
            told += [clause for clause in re.split(r"[，,]", line) if _COMING.search(clause)]
    return told
