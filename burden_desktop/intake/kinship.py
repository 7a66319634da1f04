"""Whether two records are about one thing: the same paper again, its re-issue, its forwarding, a meeting below a meeting.

Only what both titles say counts; a likeness alone is no kinship. Nothing is joined here.
"""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from rapidfuzz.fuzz import ratio

from ..domain.bodies.kin import Relation
from ..domain.texts import Sentence, say

_Values = Mapping[str, Any]
_FORWARDS: Final = re.compile(r"(?:关于)?(?:转发|批转|翻印|转送)")
_REISSUED: Final = re.compile(r"以此[份件文]?为准|重新(?:印发|发送)|重发|更正|勘误|作废|替换|补发")
_FRAME: Final = re.compile(r"(?:的)?(?:通知|函|通报|请示|批复|意见|公告|决定)(?:[(].*?[)])?$")
_ISSUER: Final = re.compile(r"^(?:[\u4e00-\u9fff、 ]{2,40}?(?:委员会|人民政府|办公室|办公厅|委|局|厅|部|办|组|院|中心))(?=关于|转发|批转|印发)")
_PLACES: Final = re.compile(r"全(?:国|省|市|区|县|镇|乡|街道|村)|^[\u4e00-\u9fff]{1,6}?(?:省|市|县|区|镇|乡|街道)(?=[\u4e00-\u9fff]{4})")
_MEETING: Final = re.compile(r"(?:工作)?(?:电视电话|视频|现场)?(?:会议|大会|推进会|部署会|调度会|动员会|座谈会|培训会|会)$")
_SHORTEST_CORE: Final = 6
_NEAR: Final = 92.0
_LAYER_DAYS: Final = 14


def core_of(title: str) -> str:
    """What a title is about: without issuer, forwarding words, quotes and the kind of paper."""
    text = re.sub(r"\s", "", unicodedata.normalize("NFKC", title))
    while True:
        before = text
        text = _ISSUER.sub("", text)
        found = _FORWARDS.match(text)
        text = text[found.end() :] if found else text
        text = re.sub(r"^(?:关于|印发)|^[《〈\"“]|[》〉\"”]$", "", text)
        text = _FRAME.sub("", text)
        if text == before:
            return re.sub(r"[《》〈〉“”\"]", "", text)


def meeting_core(title: str) -> str:
    """What a meeting is about: without the level that calls it and the form it takes."""
    text = re.sub(r"\s", "", unicodedata.normalize("NFKC", title))
    return _MEETING.sub("", _PLACES.sub("", text))


def relation(kind: str, one: _Values, other: _Values) -> tuple[Relation, tuple[Sentence, ...]] | None:
    """What `other` is to `one` and why; None where the titles do not say that they are about one thing."""
    if kind == "document":
        return _papers(one, other)
    if kind == "meeting":
        return _meetings(one, other)
    return None


def _papers(one: _Values, other: _Values) -> tuple[Relation, tuple[Sentence, ...]] | None:
    titles = [str(values.get("title") or "") for values in (one, other)]
    numbers = [values.get("doc_no") for values in (one, other)]
    words = [f"{values.get('title') or ''} {values.get('note') or ''}" for values in (one, other)]
    again = next((found[0] for text in words if (found := _REISSUED.search(text))), None)
    if numbers[0] and numbers[0] == numbers[1]:
        number = say("发文字号相同：{number}", number=numbers[0])
        return (Relation.REISSUE, (number, say("写有“{word}”", word=again))) if again else (Relation.SAME, (number,))
    cores = [core_of(title) for title in titles]
    if not _one_matter(cores[0], cores[1]):
        return None
    about = say("标题说的是同一件事：{core}", core=cores[0])
    forwards = [bool(_FORWARDS.search(title)) for title in titles]
    if forwards[0] or forwards[1]:
        return Relation.FORWARDING, (about, say("其中一份是转发"))
    if again:
        return Relation.REISSUE, (about, say("写有“{word}”", word=again))
    if titles[0] == titles[1] and not all(numbers) and one.get("organ") == other.get("organ"):
        return Relation.SAME, (about, say("来文单位相同，其中一份没有文号"))
    return None


def _meetings(one: _Values, other: _Values) -> tuple[Relation, tuple[Sentence, ...]] | None:
    cores = [meeting_core(str(values.get("title") or "")) for values in (one, other)]
    days = [date.fromisoformat(str(values["held_on"])) for values in (one, other)]
    apart = abs((days[0] - days[1]).days)
    if apart > _LAYER_DAYS or one.get("organ") == other.get("organ") or not _one_matter(cores[0], cores[1], shortest=4):
        return None
    return Relation.LAYERED, (
        say("议题相同：{core}", core=cores[0]),
        say("召集单位不同：{one}，{other}", one=one.get("organ"), other=other.get("organ")),
        say("相隔{days}天", days=apart),
    )


def _one_matter(one: str, other: str, shortest: int = _SHORTEST_CORE) -> bool:
    if min(len(one), len(other)) < shortest or re.findall(r"\d+", one) != re.findall(r"\d+", other):
        return False
    return one == other or ratio(one, other) >= _NEAR
