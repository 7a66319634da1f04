"""Papers pasted one below the other, and the messages before, between and behind them → the text of each.

A paper begins with its letterhead, number or title and ends with the date at its foot and what is printed below it. Rather none cut
than one torn: what is passed on or attached belongs to the paper above it.
"""

import re
from typing import Final

from .doc_number import number_at_start
from .loose_message import loose_messages, stands_alone
from .organ import letterhead

TITLE: Final = re.compile(r"关于[\s\S]{2,90}?(?:通知|通报|意见|决定|公告|通告|报告|请示|批复|函|纪要|方案|办法)|(?:会议|培训)通知|【[^】]{2,20}】")
_TITLE_LINE: Final = re.compile(r"[\s　]*[\u4e00-\u9fff、]{0,30}关于.{2,80}(?:通知|通报|意见|决定|函|方案|办法)[\s　]*")
_DATED: Final = re.compile(r"^[\s　]*(?:20\d\d|二[〇○OＯ0零]{1}[一二三四五六七八九〇○零]{2})年.{1,3}月.{1,3}日[\s　]*$")
_PRINTED: Final = re.compile(r"^[\s　]*(?:抄[送报发]|主送|印发[:：]).*|^.{2,40}日印发[\s　]*$|^[\s　]*[（(](?:联系人|此件).*[）)][\s　]*$")
_PASSES_ON: Final = re.compile(r"转发|印发|批转|转[发送]")
_ATTACHED: Final = re.compile(r"[\s　]*附件")
_HEAD_LINES: Final = 3
_FRONT_LINES: Final = 6


def several_papers(text: str) -> list[str]:
    """Each with its own lines, in their order; one alone where nothing says that there are more."""
    return [part for paper in _papers(text.split("\n")) for part in _messages_apart(paper)]


def _papers(lines: list[str]) -> list[list[str]]:
    cuts = [0]
    for place in range(len(lines)):
        if _begins(lines, place) and _is_whole(lines[cuts[-1] : place]):
            cuts.append(place)
    return [lines[start:end] for start, end in zip(cuts, [*cuts[1:], len(lines)], strict=True)]


def _begins(lines: list[str], place: int) -> bool:
    """After a date at the foot of the last paper (and what is printed below it) a head follows, and in it the number of the next."""
    if not lines[place].strip() or _PRINTED.match(lines[place]) or _ATTACHED.match(lines[place]):
        return False
    heads = bool(letterhead(lines[place].strip())) or _numbered(lines[place])
    before = [line for line in lines[:place] if line.strip() and not _PRINTED.match(line)]
    ended = bool(before) and bool(_DATED.match(before[-1]))
    if not ended and not (heads and _dated_before_messages(before)):
        return False
    head = [line for line in lines[place:] if line.strip()][:_HEAD_LINES]
    return any(_numbered(line) for line in head)


def _dated_before_messages(before: list[str]) -> bool:
    """Whether only a message stands between the date of the last paper and this head."""
    foot = next((at for at in reversed(range(len(before))) if _DATED.match(before[at])), None)
    return foot is not None and stands_alone("\n".join(before[foot + 1 :]))


def _numbered(line: str) -> bool:
    found = number_at_start(line.strip())
    return found is not None and not found[1]


def _is_whole(begun: list[str]) -> bool:
    """Whether the lines are a paper that neither passes on nor attaches what follows: a list of what is attached stands above its date."""
    told = [line for line in begun if not _PRINTED.match(line)]
    if not TITLE.search("\n".join(told)) or any(_PASSES_ON.search(line) for line in told):
        return False
    listed = [at for at, line in enumerate(told) if _ATTACHED.match(line)]
    if not listed:
        return True
    foot = next((at for at in reversed(range(len(told))) if _DATED.match(told[at])), -1)
    return listed[-1] < foot and not re.search(r"关于|〔20", "".join(told[listed[0] : foot]))


def _messages_apart(lines: list[str]) -> list[str]:
    """The paper, and the messages that stand before its head or behind its foot, each by itself."""
    head = _head_of(lines)
    front = "\n".join(lines[:head]).strip("\r\n")
    if head is None or (head and not (_several(front))):
        head, front = 0 if head is not None else None, ""
    if head is None:
        return [_joined(lines)]
    foot = next((at for at in reversed(range(len(lines))) if _DATED.match(lines[at])), None)
    stop = len(lines) if foot is None else foot + 1
    while stop < len(lines) and (not lines[stop].strip() or _PRINTED.match(lines[stop])):
        stop += 1
    behind = _several("\n".join(lines[stop:]).strip("\r\n"))
    stop = stop if behind else len(lines)
    return [*_several(front), _joined(lines[head:stop]), *behind]


def _head_of(lines: list[str]) -> int | None:
    """Where the paper begins: its letterhead or number, or a title on a line of its own behind a blank one or at the very top."""
    for at, line in enumerate(lines[: _FRONT_LINES * 2]):
        if line.strip() and (letterhead(line.strip()) or _numbered(line)):
            return at
        if _TITLE_LINE.fullmatch(line) and (at == 0 or not lines[at - 1].strip()):
            return at
    return None


def _several(text: str) -> list[str]:
    return loose_messages(text) or ([text] if stands_alone(text) else [])


def _joined(lines: list[str]) -> str:
    return "\n".join(lines).strip("\r\n")
