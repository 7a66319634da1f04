"""The name of a meeting out of the title of the paper that calls it: 某县某办关于召开全县某某会议的通知 → 全县某某会议;
of one that has no title out of its words: 定于…召开全县某某调度会，请… → 全县某某调度会."""

import re
from typing import Final

_CALLED: Final = re.compile(
    r"(?:关于|^)(?:(?:邀请|组织|推迟|延期|取消|暂停|调整|继续|联合|做好)*(?:召开|举办|举行|参加|出席|收听收看|收看|取消|开展))[“\"]?(?P<name>.{4,60}?)(?:延期|改期)?的?(?:紧急|预备?|补充|更正)?(?:通知|函|通告|邀请函|告知书)(?:[（(].*[)）])?$"
)
_GATHERING: Final = re.compile(r"(?:会|会议|培训|培训班|研修班|轮训班|学习班|讲座|论坛|班)[）)”]?$")
_HELD: Final = re.compile(r"(?:召开|举办|举行)(?P<name>[^，。；;！!？?：:\n\s]{3,40}?(?:会议|培训班?|研修班|轮训班|学习班|讲座|论坛|仪式|(?<![委员理事监工协学商联妇社机])会))(?=[，。；;！!（(\s]|$|[的、](?!会))")


def meeting_name(title: str) -> str:
    """The meeting's own name; the title itself where that does not tell it."""
    found = _CALLED.search(title)
    return found["name"] if found and _GATHERING.search(found["name"]) else title


def name_in(words: str) -> str | None:
    """The meeting that a message without a title says is held; None where it names none of its own (召开会议)."""
    found = _HELD.search(words)
    return found["name"].strip("“”\"《》") if found else None
