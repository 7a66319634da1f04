"""Several notices in one paste → the text of each. Rather none split than one torn: a paper that passes on another stays whole.

Split are the messages of a chat, lines each of which is a register's line by itself, texts between ruled lines each of which has a
title, papers one of which begins after the other was dated, with the messages around them, and messages each of which stands alone.
"""

import re
from datetime import date
from typing import Final

from ...domain.reading.secrecy import secrecy_mark
from .chat import Message, before_chat, messages
from .dated_line import dated_line
from .loose_message import SHORTEST, calls, loose_messages
from .organ import organ_line
from .several_papers import TITLE, several_papers
from .short_line import read_short_line

MOST: Final = 50
_RULE: Final = re.compile(r"^[ \t　]*(?:[-—–─━=＝*＊_~～·]{4,})[ \t　]*$", re.MULTILINE)
_OPENS: Final = re.compile(r"(?:@\S+\s*)*(?:【|各|通知|请各|关于|紧急|接|定于|经)|.{0,40}关于.+的通知|(?:@所有人)")
_ADDS: Final = re.compile(r"\s*(?:另|补充|还有|注意|记得|改|地点|时间|带|名单|材料|以上|上述|会议|请大家)")


def several_notices(text: str, today: date) -> tuple[str, ...]:
    """The notices in their order; one alone where nothing says that there are more. A text with a secrecy mark is never split."""
    if secrecy_mark(text):
        return (text,)
    said = [part for one in _said(messages(text), before_chat(text)) for part in several_papers(one)]
    if said:
        return tuple(said) if len(said) <= MOST else (text,)
    for parts in (_lines(text, today), _between_rules(text), several_papers(text), loose_messages(text)):
        if 1 < len(parts) <= MOST:
            return tuple(parts)
    return (text,)


def _said(chat: tuple[Message, ...], before: str) -> list[str]:
    """The notices of a chat: what a person adds belongs to what he said before, unless it opens another notice; talk of others is none."""
    told = [f"【{_body(one.name)}】{one.words}" if organ_line(_body(one.name)) else one.words for one in _sorted(chat)[0]]
    return [before, *told] if told and calls(before) else told


def left_out(text: str) -> tuple[str, ...]:
    """What stands in a chat besides its notices, mere acknowledgements (收到) apart: told to whoever reads it, never dropped in silence."""
    if secrecy_mark(text):
        return ()
    before, chat = before_chat(text), messages(text)
    return (*([before] if chat and before and not calls(before) else []), *(one.words for one in _sorted(chat)[1]))


def _sorted(chat: tuple[Message, ...]) -> tuple[list[Message], list[Message]]:
    """The notices, each with what its sender added, and the talk."""
    told: list[Message] = []
    talk: list[Message] = []
    for message in chat:
        at = next((place for place in reversed(range(len(told))) if told[place].name == message.name), None)
        opens = bool(_OPENS.match(message.words)) and len(message.words) >= SHORTEST
        speaks = opens or (len(message.words) >= SHORTEST and calls(message.words) and not _ADDS.match(message.words))
        if at is not None and not (speaks and _is_notice(told[at].words)):
            told[at] = Message(message.name, f"{told[at].words}\n{message.words}")
        elif opens or not told or calls(message.words):
            told.append(message)
        else:
            talk.append(message)
    return told, talk


def _is_notice(words: str) -> bool:
    return len(words) >= SHORTEST and bool(re.search(r"\d|[今明后本下]", words))


def _body(name: str) -> str:
    """The body in a chat's name: 县农业农村局-王, 县水利局办公室 李某."""
    return re.split(r"[-—·\s]", name)[0]


def _lines(text: str, today: date) -> list[str]:
    lines = [line for line in text.splitlines() if line.strip()]
    return lines if all(_own(line, today) for line in lines[: MOST + 1]) else []


def _own(line: str, today: date) -> bool:
    short = read_short_line(line, today)
    return bool(short[0].organ or short[0].doc_no) if short else dated_line(line, today) is not None


def _between_rules(text: str) -> list[str]:
    parts = [part.strip("\r\n") for part in _RULE.split(text) if part.strip()]
    return parts if all(TITLE.search(part) for part in parts) else []
