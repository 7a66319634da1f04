"""A title with its number and issuer on one line, as copied from a list, a citation or a letterhead: 《…的通知》（某政发〔2026〕3号）."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from .doc_number import normalise

GENRE: Final = "决议|决定|命令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|复函|函|纪要|方案|办法|要点|预案|计划|提示|提醒|倡议书?|启事|公示|安排|细则|答复|清单|条例|规定|规则|指引|(?:一封|公开|感谢|慰问|表扬)信|(?<!代)表"
_CODE: Final = r"[\u4e00-\u9fff]{2,16}?"
_NUMBER: Final = re.compile(
    r"(?P<code>[\u4e00-\u9fff]{1,40}?)\s*[〔\[【(（﹝〈<{［]\s*(?P<year>(?:19|20)\d\d)\s*年?\s*[〕\]】)）﹞〉>}］]\s*第?\s*\d{1,5}\s*号"
    r"|(?P<bare>[\u4e00-\u9fff]{2,40}?[发办字函电文通规])\s*(?:19|20)\d\d\s*年?\s*(?:第\s*)?\d{1,5}\s*号"
    r"|[〔\[(（]\s*(?:19|20)\d\d\s*[〕\])）]\s*[\u4e00-\u9fff]{1,14}字\s*第?\s*\d{1,5}\s*号"
    r"|(?:国务院|国|省政府|[\u4e00-\u9fff]{1,6}人民政府|部)?令\s*第\s*\d{1,5}\s*号"
)
# A title run together with the code behind it: …的实施意见武政发[2017]52号.
_GLUED: Final = re.compile(r".*(?:通知|意见|决定|批复|通报|办法|方案|复函|答复|条例|细则|公告|的函|纪要|规划|文件|号)(?=[\u4e00-\u9fff]{2,10}$)")
_LABEL: Final = re.compile(r"(?:发\s*布|发\s*文|公\s*文|文\s*件)?\s*(?:文\s*号|字\s*号)\s*[:：]\s*|(?<![\u4e00-\u9fff])编\s*号\s*[:：]\s*")
_ASIDE: Final = re.compile(r"签发人.*$|[（(]\s*(?:以下简称|页首|此件)[^（）()]*[)）]|等\s*级\s*[:：]?\s*[\u4e00-\u9fff]{2}(?=\s|$)|(?:等级|紧急程度|缓急)\s*[:：]?\s*[\u4e00-\u9fff]{2}(?:\s*[·・.]\s*明电)?|发\s*[往至]\s*[:：]\s*\S+|(?:签发人?|签批盖章|签批|发电单位)\s*[:：]?\s*[\u4e00-\u9fff×*]{2,4}(?=\s|$)|[\u4e00-\u9fff]{0,3}机发?\s*\d*\s*号|共\s*\d*\s*页|^(?:特急|加急|特提|急件|平急)\b|^0\d{5}\b")
_TRAILER: Final = re.compile(r"[（(]\s*(?:(?:19|20)\d\d年)?\d{1,3}(?:月\d{1,2}日|号)\s*[)）]$|[（(]\s*(?:19|20)\d\d年\d+号\s*[)）]$")


@dataclass(frozen=True, slots=True)
class Cited:
    """The number found on a line, canonical, and the words around it."""

    number: str
    rest: str


def number_in(line: str) -> Cited | None:
    """The last number of the line with its rest, or None. A number inside 《…》 belongs to another paper."""
    folded = _fold(line)
    best: tuple[int, int] | None = None
    for found in _NUMBER.finditer(folded):
        start, code = found.start(), found["code"] or found["bare"] or ""
        glued = _GLUED.match(code)
        start += glued.end() if glued else 0
        if folded.count("《", 0, start) > folded.count("》", 0, start):
            continue
        best = (start, found.end())
    if best is None:
        return None
    before, behind = line[: best[0]], line[best[1] :]
    closing = re.match(r"\s*[，,][^（）()]*[)）]|\s*[)）]", behind)
    if closing and re.search(r"[（(]\s*$", before):
        before, behind = re.sub(r"[（(]\s*$", "", before), behind[closing.end() :]
    rest = _LABEL.sub("", f"{before} {behind}")
    return Cited(normalise(folded[best[0] : best[1]]), _ASIDE.sub("", rest).strip(" \t\u3000"))


def title_alone(words: str) -> tuple[str, str] | None:
    """(title, what stands around it) of a line that is a title; None when it does not look like one."""
    text = words.strip(" \t\u3000。")
    text = _TRAILER.sub("", text).strip()
    inside = re.fullmatch(r"([^《》]{0,40}?)《(.+)》([^》]{0,60})", text)
    if inside and _is_title(inside[2]) and not re.search(r"(?:关于(?:印发|公布|发布)?|转发|批转)$", inside[1]) and not re.match(r"的", inside[3]):
        return inside[2], f"{inside[1]} {inside[3]}".strip()
    if re.match(r"印发《", text) and inside:
        return inside[2], inside[3]
    return (text, "") if _is_title(text) else None


def _is_title(text: str) -> bool:
    bare = re.sub(r"\s", "", text)
    if not 6 <= len(bare) <= 120 or re.search(r"[。；;!！?？]", bare):
        return False
    ends = re.search(rf"(?:{GENRE})(?:[（(《〈][^（()）]{{1,14}}[)）])?[》〉】]?$", bare)
    speaks = re.search(r"关于|印发|转发|批转|公开通报|通报\d|召开|公布|贯彻|对.*(?:建议|提案)的答复", bare)
    return bool((ends and bare.endswith("的通知")) or (speaks and (ends or re.search(r"通报.*(?:问题|典型)$", bare))) or (ends and re.search(r"(?:条例|办法|规定|细则|方案|预案|规则|指引)$", bare) and len(bare) >= 8))


def _fold(line: str) -> str:
    """Half-width digits and brackets, every character at its place."""
    return "".join(folded if len(folded := unicodedata.normalize("NFKC", one)) == 1 else one for one in line)
