"""A group chat as copied or exported: a head (who, when) above or before each message. The head's hour is never the notice's.

A head alone proves nothing; two or more make a chat, unless one stands right under the other as the rows of a timetable do.
"""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

_NAME: Final = r"[^\s。，；！？:：【】\[\]()（）《》]{1,20}(?:[ \u3000][^\s\d。，；！？:：【】\[\]()（）《》]{1,5})?(?:[（(【\[][^）)】\]]{1,12}[)）】\]])?"
_DAY: Final = r"(?:20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}[-/月]\d{1,2}日?|今天|昨天|前天|星期[一二三四五六日天]|周[一二三四五六日天])"
_HOUR: Final = r"(?:(?:上午|下午|晚上|中午|凌晨|早上)\s*)?\d{1,2}:\d\d(?::\d\d)?"
_HEAD: Final = (
    re.compile(rf"^(?P<name>{_NAME})\s*[:：]?\s+(?:{_DAY}\s+)?{_HOUR}\s*[:：]?$"),  # 小李 14:03
    re.compile(rf"^[\[【(（]?{_DAY}\s+{_HOUR}[\]】)）]?\s*[-—]?\s*(?P<name>{_NAME})\s*[:：]?$"),  # 2026-03-05 09:12:33 小李
    re.compile(rf"^[\[【(（]?(?:{_DAY}\s+)?{_HOUR}[\]】)）]?\s*(?P<name>{_NAME})[:：]\s*(?P<said>\S.*)$"),  # [9:12] 小李：各村…
)
_NO_NAME: Final = re.compile(r"时间|日期|签到|报到|上午|下午|开始|会议|培训|地点|入场|发言|讲话|结束|休息|乘车|集合|出发|用餐|午餐|主持|第[一二三四五六七八九十]|^\d")
_REPLY: Final = re.compile(r"(?:@\S+\s*)*(?:好的?|收到|已收到|明白|知道了|谢谢|辛苦了?|ok|okay|嗯+|是|1|\+1|已报|已发|收悉|已阅|可以|没问题|\[[^\]]{1,6}\]|\[(?:文件|图片|链接|视频|语音)\]\s*\S+|[^\w\u4e00-\u9fff])*[。！!~，, ]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Message:
    """Who said it (as the chat names him) and the words, without the head."""

    name: str
    words: str


def messages(text: str) -> tuple[Message, ...]:
    """The messages of a chat in their order; () where the text is none. Mere acknowledgements (收到) are no message."""
    lines, heads = _heads(text)
    beside = any(not head.words and not "".join(lines[at + 1 : after]).strip() for (at, head), (after, _) in pairwise(heads))
    if len(heads) < 2 or beside or any(line.strip() for line in lines[: heads[0][0]][2:]):
        return ()
    ends = [at for at, _ in heads[1:]] + [len(lines)]
    told = [Message(head.name, "\n".join([*([head.words] if head.words else []), *lines[at + 1 : end]]).strip("\n")) for (at, head), end in zip(heads, ends, strict=True)]
    return tuple(one for one in told if not _REPLY.fullmatch(one.words.strip()))


def before_chat(text: str) -> str:
    """What stands above the first head of a chat: the name of the group, or a message without its head."""
    lines, heads = _heads(text)
    return "\n".join(lines[: heads[0][0]]).strip() if heads else ""


def _heads(text: str) -> tuple[list[str], list[tuple[int, Message]]]:
    lines = text.replace("\r\n", "\n").split("\n")
    return lines, [(at, head) for at, line in enumerate(lines) if (head := _head(line))]


def _head(line: str) -> Message | None:
    for shape in _HEAD:
        found = shape.match(line.strip())
        if found and not _NO_NAME.search(found["name"]):
            return Message(found["name"], found.groupdict().get("said") or "")
    return None
