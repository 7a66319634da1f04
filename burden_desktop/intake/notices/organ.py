"""Names of issuing bodies as they stand in a notice: in a signature, a letterhead, before 关于 in the title, at a message's end."""

import re
from collections.abc import Sequence
from typing import Final

ORGAN_END: Final = (
    r"政府|委员会|办公室|办公厅|政府办|党政办|[县市区镇乡省州]委|党委|党工委|工委|纪委|监委|纪检监察组|组织部|宣传部|统战部|政法委|[\u4e00-\u9fff]部|局|厅|署|院|校|中学|小学|幼儿园|学区|中心|总站|站|所|处|"
    r"街道|领导小组|指挥部|专班|小组|工作组|督导组|总队|支队|大队|中队|队|村委会|居委会|村委|社区|支部|总支|支会|联合会|工会|总工会|协会|商会|妇联|团委|残联|工商联|科协|文联|红十字会|联社|供销社|银行|支行|分行|营业部|公司|集团|法院|法庭|检察院|"
    r"储备库|林场|农场|牧场|团场|苏木|嘎查|基地|园区|主席团|联席会议|工作机制|[卫建改规教资农交经信科统编保食安防]委|人大|政协|党组|办|科|股|室|组|会|厂|村|镇|乡|馆|社"
)
ORGAN: Final = re.compile(rf"[\u4e00-\u9fff（）()“”·+＋]{{1,38}}(?:{ORGAN_END})(?:[（(](?!通知|函|便函|通报|电话)[\u4e00-\u9fff]{{1,8}}[)）])?")
_NOT_ORGAN: Final = re.compile(r"^(?:附件|抄送|抄报|联系|请|各|主送|地点|时间|附|注|有关|为|一是|电话|现将|经|根据)|[，。；：:,;!！？]|的(?:通知|函)$")
_SAYS: Final = re.compile(r"[把将]|下班|今[天日]|明[天日]|之?前|报(?![社账业刊])|[送填]|发(?!展|改)|务必|收到|参加")  # a sentence, no name
_DEED: Final = re.compile(r"[交督催转承批协查领]办|联[系络]")  # what a letter does (交办函), no body
_PERSON: Final = r"(?:[小老][\u4e00-\u9fff]|[\u4e00-\u9fff]{1,3}(?:主任|局长?|科长?|所长?|站长?|书记|[镇乡区县]长|股长|校长|老师|工|部长|同志))"
_SENDER: Final = re.compile(rf"(?P<name>[\u4e00-\u9fff]{{2,20}}?(?:{ORGAN_END}))(?:[\s\u3000·—-]*{_PERSON}|[\s\u3000·—-]+[\u4e00-\u9fff]{{2,3}})?(?:\s+(?:\d{{1,2}}[-/月]\d{{1,2}}日?\s*)?\d{{1,2}}[:：]\d\d(?:[:：]\d\d)?)?[:：]?")
_RELAYED: Final = re.compile(rf"(?:刚接|接到?|刚收到|刚才)(?P<name>[\u4e00-\u9fff]{{2,12}}?(?:{ORGAN_END}))(?:的)?(?:紧急|电话|口头)?(?:通知|电话|来电|要求)")
_BETWEEN: Final = re.compile(r"\s{2,}|\u3000+|\t|、|(?<=[局会府室厅委部院]) (?=[\u4e00-\u9fff]{3})")
_PLACE: Final = re.compile(r"(?:中共|共青团)?([\u4e00-\u9fff]{1,6}?[省市县区镇乡州旗])")
_STAMPED: Final = re.compile(r"\s|[（(](?:代章|盖章|章|印章)[)）]")
_HEADS: Final = re.compile(r"(.{2,40}?)(?:文件|便函|便笺|信笺|（通知）|\(通知\)|电报|明电|函件|函|电话通知|通知)(?:[（(].*[)）])?")
_VERB: Final = re.compile(r"关于|转发|印发|批转|公开通报|通报\d|会同|贯彻|召开|举办|对(?=.+(?:建议|提案|通报))")
_LONGEST_LEAD: Final = 160
# Central numbers and who issues them; only these few are beyond doubt.
_ISSUER_OF_CODE: Final = {"国令": "国务院", "国发": "国务院", "国函": "国务院", "国办发": "国务院办公厅", "国办函": "国务院办公厅", "国办发明电": "国务院办公厅"}


def organ_line(line: str) -> tuple[str, ...]:
    """The bodies that a line names and nothing else; () when it is no such line."""
    if _NOT_ORGAN.search(line):
        return ()
    parts = [part for part in _BETWEEN.split(line) if part.strip()]
    names = tuple(_STAMPED.sub("", part) for part in parts)
    return names if names and all(len(name) > 2 and ORGAN.fullmatch(name) for name in names) else ()


def letterhead(line: str) -> str | None:
    """The body of a 发文机关标志 line: 某县某局文件 → 某县某局."""
    found = _HEADS.fullmatch(re.sub(r"\s", "", line))
    calls = found is not None and line.rstrip().endswith("通知") and found[1].endswith("会")  # 镇党委书记办公会通知 is a title
    return found[1] if found and not calls and ORGAN.fullmatch(found[1]) and not _DEED.fullmatch(found[1]) else None


def lead_organs(title: str) -> tuple[str, ...]:
    """The issuers that a title begins with, before 关于, 转发, 印发 …; () when it begins otherwise."""
    for verb in _VERB.finditer(title[:_LONGEST_LEAD]):
        before = re.sub(r"\s+(?=办公[厅室])", "", title[: verb.start()]).strip(" \u3000（(")
        names = [name for part in re.split(r"[\s\u3000、]+", before) for name in run_together(part) if name]
        if names and all(len(name) > 1 and ORGAN.fullmatch(name) for name in names) and not re.match(r"关于|转发|印发", before):
            return tuple(names)
    return ()


def run_together(names: str) -> list[str]:
    """Joint issuers written without a gap, told by the place that begins each: 甲县某局甲县某办 → two."""
    place = _PLACE.match(names)
    if not place:
        return [names]
    starts = [found.start() for found in re.finditer(rf"(?:中共|共青团)?{re.escape(place[1])}", names)]
    cuts = [at for at in starts if at and ORGAN.fullmatch(names[:at])]
    return [names[start:stop] for start, stop in zip([0, *cuts], [*cuts, len(names)], strict=True)]


def issuer_of(doc_no: str | None) -> tuple[str, ...]:
    """The issuer that a central number tells by itself: 国令第707号 → 国务院."""
    code = re.match(r"[\u4e00-\u9fff]+?(?=〔|第)", doc_no or "")
    known = _ISSUER_OF_CODE.get(code[0]) if code else None
    return (known,) if known else ()


def before_colon(line: str) -> tuple[str, ...]:
    """The sender that opens a message and speaks on: 镇综治办：各村…, 镇安办提示：."""
    found = re.match(r"(?:[【\[][^】\]]{2,12}[】\]])?\s*([\u4e00-\u9fff]{3,16}?)(?:[\u4e00-\u9fff](?:工|科长|主任|局长|所长|站长|书记|镇长|乡长|股长|同志|老师)|[小老][\u4e00-\u9fff])?(?:[：:](?=\s*(?:请|各|@|现|经|接|根据|按|通知))|(?:温馨)?(?:提示|提醒|通知)[：:])", line)
    bracketed = re.match(r"[【\[]([\u4e00-\u9fff]{3,16})(?:[-—·/ ][^】\]]{1,5})?[】\]]", line)
    return (organ_line(re.sub(r"转发?.*", "", found[1])) if found else ()) or (organ_line(bracketed[1]) if bracketed else ())


def called_out(lines: Sequence[str]) -> tuple[str, ...]:
    """The sender that one of the first lines opens with, if any."""
    return next((found for line in lines[:3] if (found := before_colon(line))), ())


def sender_above(lines: Sequence[str]) -> tuple[str, ...]:
    """The body in the sender's line above a message: 区水利局 王局, 县融媒办小孙 08:31; also a body alone on the first line."""
    for line in lines[:3]:
        found = _SENDER.fullmatch(line.strip())
        if found and (len(lines) > 1) and (named := organ_line(found["name"])):
            return named
    return ()


def passed_on_from(text: str) -> tuple[str, ...]:
    """Who told what a message hands on: 刚接县水利局通知, 接县府办电话."""
    found = _RELAYED.search(text[:60])
    return organ_line(found["name"]) if found else ()


def at_end(lines: Sequence[str]) -> tuple[str, ...]:
    """The sender at the end of a message, before a person's name, a telephone or a date."""
    if not lines:
        return ()
    alone = next((organ_line(line.strip("—-–~～ ")) for line in reversed(lines[1:]) if organ_line(line.strip("—-–~～ "))), ())
    if alone:
        return alone
    last = re.split(r"[。！!？?]", lines[-1].rstrip("。！!"))[-1].strip("（）()—–-~ ") or lines[-1]
    found = re.match(rf"(?:.*[，,;；\s（(—])?([\u4e00-\u9fff]{{0,20}}(?:{ORGAN_END}))(?:\s|[)）]|[\u4e00-\u9fff×*]{{1,3}}(?:\s|\d|$)|\d|$)", last)
    return (found[1],) if found and len(found[1]) > 2 and not re.match(r"请|各|报|在|到|于|有|联系|如|可|详|问|找|致电|向|和|与|由", found[1]) and not _SAYS.search(found[1]) else ()
