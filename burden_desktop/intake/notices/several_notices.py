"""Several notices in one paste → the text of each. Rather none split than one torn: a paper that passes on another stays whole.

Split are lines each of which is a register's line by itself, texts between ruled lines each of which has a title, and papers one of
which begins, with its number on a line of its own, after the other was dated, and the messages of a chat.
"""

import re
from datetime import date
from typing import Final

from ...domain.reading.secrecy import secrecy_mark
from .chat import Message, messages
from .doc_number import number_at_start
from .organ import organ_line
from .short_line import read_short_line

MOST: Final = 50
_RULE: Final = re.compile(r"^[ \t　]*(?:[-—–─━=＝*＊_~～·]{4,})[ \t　]*$", re.MULTILINE)
_TITLE: Final = re.compile(r"关于[\s\S]{2,90}?(?:通知|通报|意见|决定|公告|通告|报告|请示|批复|函|纪要|方案|办法)|(?:会议|培训)通知|【[^】]{2,20}】")
_DATED: Final = re.compile(r"^[\s　]*(?:20\d\d|二[〇○OＯ0零]{1}[一二三四五六七八九〇○零]{2})年.{1,3}月.{1,3}日[\s　]*$")
_PASSES_ON: Final = re.compile(r"转发|印发|批转|转[发送]|^[\s　]*附件", re.MULTILINE)
_ATTACHED: Final = re.compile(r"[\s　]*附件")
_HEAD_LINES: Final = 3
_OPENS: Final = re.compile(r"(?:@\S+\s*)*(?:【|各|通知|请各|关于|紧急|接|定于|经)|.{0,40}关于.+的通知|(?:@所有人)")
_SHORTEST: Final = 18  # characters of a message that is a notice by itself


def several_notices(text: str, today: date) -> tuple[str, ...]:
    """The notices in their order; one alone where nothing says that there are more. A text with a secrecy mark is never split."""
    if secrecy_mark(text):
        return (text,)
    said = _said(messages(text))
    if said:
        return said if len(said) <= MOST else (text,)
    for parts in (_lines(text, today), _between_rules(text), _papers(text)):
        if 1 < len(parts) <= MOST:
            return tuple(parts)
    return (text,)


def _said(chat: tuple[Message, ...]) -> tuple[str, ...]:
    """The notices of a chat: what a person adds belongs to what he said before, unless it opens another notice; talk of others is none."""
    return tuple(f"【{_body(one.name)}】{one.words}" if organ_line(_body(one.name)) else one.words for one in _sorted(chat)[0])


def left_out(text: str) -> tuple[str, ...]:
    """What was said in a chat besides its notices, mere acknowledgements (收到) apart: told to whoever reads it, never dropped in silence."""
    return () if secrecy_mark(text) else tuple(one.words for one in _sorted(messages(text))[1])


def _sorted(chat: tuple[Message, ...]) -> tuple[list[Message], list[Message]]:
    """The notices, each with what its sender added, and the talk."""
    told: list[Message] = []
    talk: list[Message] = []
    for message in chat:
        at = next((place for place in reversed(range(len(told))) if told[place].name == message.name), None)
        opens = bool(_OPENS.match(message.words)) and len(message.words) >= _SHORTEST
        if at is not None and not (opens and _is_notice(told[at].words)):
            told[at] = Message(message.name, f"{told[at].words}\n{message.words}")
        elif opens or not told:
            told.append(message)
        else:
            talk.append(message)
    return told, talk


def _is_notice(words: str) -> bool:
    return len(words) >= _SHORTEST and bool(re.search(r"\d|[今明后本下]", words))


def _body(name: str) -> str:
    """The body in a chat's name: 县农业农村局-王, 县水利局办公室 李某."""
    return re.split(r"[-—·\s]", name)[0]


def _lines(text: str, today: date) -> list[str]:
    lines = [line for line in text.splitlines() if line.strip()]
    own = [(read_short_line(line, today) or (None,))[0] for line in lines[: MOST + 1]]
    return lines if all(one is not None and (one.organ or one.doc_no) for one in own) else []


def _between_rules(text: str) -> list[str]:
    parts = [part.strip("\r\n") for part in _RULE.split(text) if part.strip()]
    return parts if all(_TITLE.search(part) for part in parts) else []


def _papers(text: str) -> list[str]:
    lines = text.split("\n")
    cuts = [0]
    for place in range(len(lines)):
        begun = "\n".join(lines[cuts[-1] : place])
        if _begins(lines, place) and _TITLE.search(begun) and not _PASSES_ON.search(begun):
            cuts.append(place)
    ends = [*cuts[1:], len(lines)]
    return ["\n".join(lines[start:end]).strip("\r\n") for start, end in zip(cuts, ends, strict=True)]


def _begins(lines: list[str], place: int) -> bool:
    """After a date at the foot of the last paper a head follows, and in it the number of the next."""
    before = next((line for line in reversed(lines[:place]) if line.strip()), "")
    if not lines[place].strip() or not _DATED.match(before) or _ATTACHED.match(lines[place]):
        return False
    head = [line.strip() for line in lines[place:] if line.strip()][:_HEAD_LINES]
    return any((found := number_at_start(line)) is not None and not found[1] for line in head)
