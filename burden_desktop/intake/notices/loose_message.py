"""A message that is a notice by itself, told without a head above it: it names a day and calls to a meeting, a visit or a report.

What only answers or asks back (我村的表昨天交过了) is none.
"""

import re
from typing import Final

from .kind import kind_of
from .organ import ORGAN_END

SHORTEST: Final = 18  # characters of a message that stands among papers
_LINES: Final = 3
_DAY: Final = re.compile(r"\d{1,2}月\d{1,2}[日号]|(?<![\d.])\d{1,2}\.\d{1,2}(?![\d.])|\d{1,2}[日号]|[今明后]天|[今明]日|[今明]晚|(?:本|下|这)?(?:周|星期)[一二三四五六日天]|月底|\d{1,2}(?:[点时]|[:：]\d\d)")
_TALK: Final = re.compile(r"^\s*(?:我|咱)|[?？吗呢]\s*$|已经?[报交送发]|[报交送发]过?了[。！!]?\s*$|去不了|来不了|请假")
_DUE: Final = re.compile(r"(?:前|截止|之内|以内)[^。；，,]{0,12}(?:报(?![到名告])|交(?![流通接])|送|填|发(?!展))")
_PAPER: Final = re.compile(r"关于[\s\S]{2,90}?(?:通知|通报|意见|决定|公告|通告|报告|请示|批复|函|纪要|方案|办法)|〔20\d\d〕|\t|^[\s　]*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,2}[)）]|\d{1,2}[.、．](?!\d)|附|抄[送报]|回执|联系人|备注|注[:：]|[\u4e00-\u9fff]{2,8}[:：]\s*\d)", re.MULTILINE)
_OPENS: Final = re.compile(
    rf"\s*(?:@\S+\s*)*(?:【|各|请|通知|紧急|接|定于|经|兹|20\d\d年|\d{{1,2}}[月.]\d|[今明后]天|[今明][日晚]|(?:本|下|这)?(?:周|星期)[一二三四五六日天]|[\u4e00-\u9fff]{{1,12}}?(?:{ORGAN_END}))"
)


def calls(words: str) -> bool:
    """Whether somebody is called to do something by a day or at an hour."""
    return bool(_DAY.search(words)) and not _TALK.search(words) and (bool(_DUE.search(words)) or kind_of(None, words) != "document")


def stands_alone(block: str) -> bool:
    """Whether the lines are a message and nothing of a paper: few, opening as messages do, with neither title, number nor label."""
    lines = [line for line in block.split("\n") if line.strip()]
    bare = "".join(block.split())
    return 0 < len(lines) <= _LINES and len(bare) >= SHORTEST and bool(_OPENS.match(block)) and not _PAPER.search(block) and calls(block)


def loose_messages(text: str) -> list[str]:
    """Messages pasted one below the other, each of which stands alone: parted by blank lines, or each a line with its stop; else []."""
    blocks = [block for block in re.split(r"\n[ \t　]*\n", text) if block.strip()]
    if len(blocks) < 2:
        blocks = [line for line in text.split("\n") if line.strip()]
        if not all(re.search(r"[。！!]\s*$", line) for line in blocks):
            return []
    return [block.strip("\r\n") for block in blocks] if len(blocks) > 1 and all(map(stands_alone, blocks)) else []
