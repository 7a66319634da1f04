"""What a notice asks of its reader: reports, plans of its own, traces to keep."""

import re
from itertools import pairwise

from .clause import NARRATED, NEGATION, asked, clauses, for_others, sentences

_SEND = r"(?:报送|上报|呈报|填报|报至|报到|报给|报我|书面报|反馈(?!的|问题)|提交|上交|上传|发送?[至到]|报[\u4e00-\u9fff（）()]{1,16}(?:局|办|委|站|科|股|室|中心|组|厅|部|处|会|所|队|院|府|邮箱)|(?<![汇通])报送?[。]?$|送[至到]?[\u4e00-\u9fff]{0,14}(?:局|办|委|站|科|股|室|中心|组)|零报告|汇报材料|填[完好在到入进]|交齐|报齐|发邮箱|传[至到]|发[\u4e00-\u9fff]{0,12}邮箱|(?<![印转下分签核])发[\u4e00-\u9fff]{2,14}(?:局|办|委|站|科|股|室|中心|组|所|处)(?=$|[（(])|发群|发在群|交(?!办|叉|流|通|接|易)[至到给]?[\u4e00-\u9fff]{0,14}(?:局|办|委|站|科|股|室|中心|组|所|处)|(?<![印转下分签核])发(?:我|给)|(?<![汇通申])报(?=进度|数据|数字|情况|总结|小结)|报(?=[（(]|\d{1,3}[条篇件个份])|(?<!通)报(?:[一两二三]次|一下|一遍)|补[给报交录]|书面(?:回复|答复|告知))"
_SLIP = re.compile(r"(?:回执|名单|姓名|联系方式|联系人|联络人|联络员|报名|人选|参会人员|电话|车牌|车辆|车次|航班|食宿|住宿|用餐|座次|接龙)")
_MATERIAL = r"(?:报告|总结|小结|情况|统计表|报表|汇总表|[一-龥]*(?<!代)表(?![通彰示现决达态扬面明])|数据|数|材料|进度|台账|清单|对账单|报告单|花名册|自评|整改|意见|信息|案例|方案|计划|目录|结果|成果|经验|记录|简报|资料|汇报稿|零报告|线索|稿件|原件|复印件|扫描件|纸质[版件]|电子版)"
_REPORT = re.compile(rf"{_MATERIAL}.{{0,60}}{_SEND}|{_SEND}.{{0,40}}{_MATERIAL}|填写.{{0,20}}表.{{0,20}}(?:报|交|送|发)|每[^，。]{{1,8}}报告一?次|填报(?!业务|工作?培训|系统|指南|说明|口径|人员?培训).{{0,12}}|零报告|提出[^，。；]{{0,4}}书面[^，。；]{{0,4}}意见")
_ENDS_IN_MATERIAL = re.compile(rf"{_MATERIAL}(?:[（(][^）)]*[)）])?(?:\+\w+|扫描件|电子版|复印件)?(?:(?:一式)?[\d一二三四五六七八九十两]+[份套本张])?$")
_PLAN = re.compile(
    r"(?:制[定订]|研究制定|出台|拟[定订]|编制|细化|完善|建立健全|修订|明确|健全)(?!本(?:办法|方案|细则|制度|指引|通知|规定|规程))[^，。；]{0,26}(?:方案|办法|预案|细则|实施意见|制度|计划|工作措施|规定|规程)|完成[^，。；]{0,16}(?:方案|预案|细则|办法|制度)(?:的)?(?:制定|编制|修订)|将[^，。；]{0,12}方案[^，。；]{0,4}报[^，。；]{0,16}(?:审批|批准|审核|备案)"
)
_BIDDEN = re.compile(r"[日天月]内|并制定|前(?:制定|完成|拟定)|要|请|应|须|需|务必|各|抓紧|结合|负责|及时|认真")
_TRACE = re.compile(r"拍照|台账|台帐|佐证|印证材料|照片|影像|图片|装盒|档案盒|合影|留影|留痕|痕迹资料|工作痕迹|截图")
_NOT_KEPT = re.compile(r"(?:台账|台帐|佐证|照片|影像|资料|材料)[^，。]{0,6}(?:不再|不用|无需|不要求|不必|不需|免)|存在|不规范|不完善|不健全|不及时|不到位|不齐全|不清|混乱|缺失|发现\d")
_HEADING = re.compile(r"(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|\d{1,2}[.、．])\s*[\u4e00-\u9fff]{2,8}(?:要求|报送|上报|安排|方式|内容)?[:：]?")
_FILED = re.compile(r"(?:方案|预案|办法|细则|制度)[^，。；]{0,20}报[^，。；]{0,30}备案$")  # drawn up and filed, no report
_BY_OTHERS = re.compile(r"由(?![各你贵乡镇村本])[^，。；]{2,14}(?:统一|直接|负责|汇总|另行)[^，。；]{0,4}(?:上报|报送|填报)")
_ASIDE = re.compile(r"[（(][^（）()]*[，,、][^（）()]*[)）]")
_OWN_REPORT = re.compile(r"特此报告|[妥当]否[，,]?请(?:批示|审批|示)")  # written upwards: nothing is asked of the reader
_TAKEN_BY_OTHERS = re.compile(r"由(?![各你贵])[^，。；]{2,10}(?:统一)?(?:拍|留存|收集|保存)")
_PORTRAIT = re.compile(r"免冠|证件照|一寸|二寸|登记照")


def asks_report(body: str, title: str, kind: str) -> bool:
    """Reports, forms, data or results to send; receipt slips and name lists are none."""
    if _OWN_REPORT.search(body):
        return False
    for sentence in sentences(body):
        if for_others(sentence) or NARRATED.search(sentence) or _HEADING.fullmatch(sentence):
            continue
        for clause in _with_object(_ASIDE.sub("", re.sub(r"[ \u3000]+", "", sentence))):
            found = _REPORT.search(clause)
            if not found or NEGATION.search(clause) or _FILED.search(clause) or _BY_OTHERS.search(clause):
                continue
            if _SLIP.search(clause[max(0, found.start() - 4) : found.end()]) and not re.search(r"报告|总结|统计表|报表|汇总|进度|整改|材料|核查表|情况", _SLIP.sub("", found[0])):
                continue
            return True
    return kind == "report_request"


def _with_object(sentence: str) -> list[str]:
    """Clauses, a comma between object and verb (将…、…，报…) closed up; one 'not' reaches only its own clause."""
    parts = re.split(r"[，,]", sentence)
    joined = [f"{a}{b}" for a, b in pairwise(parts) if re.search(r"将|把", a) and not NEGATION.search(a + b)]
    carried = [
        f"{a}{b}" for a, b in pairwise(parts)
        if _ENDS_IN_MATERIAL.search(a) and not re.search(r"将|把|名单|回执|人员", b) and not NEGATION.search(a + b)
    ]
    return [*parts, *joined, *carried]


def asks_supporting_file(body: str) -> bool:
    """A plan, rules or measures that the reader must draw up."""
    return any(
        asked(clause, _PLAN) and not re.match(r"为(?!期)", clause) and (_BIDDEN.search(clause) or _BIDDEN.search(sentence)) and not re.search(r"根据|按照|依据|本(?:办法|方案|指引)|第[一二三四五六七八九十]+条|已", clause)
        for sentence in sentences(body) if not for_others(sentence) or "乡镇" in sentence for clause in clauses(sentence)
    )


def asks_ledger(body: str) -> bool:
    """Ledgers, evidence or pictures to keep, show or send."""
    return any(asked(clause, _TRACE) and not NARRATED.search(clause) and not _PORTRAIT.search(clause) and not _TAKEN_BY_OTHERS.search(clause) and not _NOT_KEPT.search(clause) and not re.search(r"关于.{0,30}台账", clause) for clause in clauses(body))
