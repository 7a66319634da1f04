"""State secrets never enter the program: how a secrecy mark looks, and the refusal where one stands.

A *mark* is 绝密, 机密 or 秘密 on a line of its own (with ★ and a term, a copy number or an urgency word beside
it), or behind 密级. The same words inside a sentence are no mark. Source: 国家秘密定密管理暂行规定 and GB/T
9704-2012, 7.2.2 (密级和保密期限 stand in the top left corner of the first page).
"""

import re
import unicodedata
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from ..errors.entry import Classified
from ..pattern import pattern

if TYPE_CHECKING:
    from ..kind import Kind

_LEVEL = r"[绝机秘]\s*密"
_TERM = r"(?:[级件]|文件)?\s*(?:[★☆*▲△·,]\s*){0,3}[(]?\s*(?:长期|永久|[0-9一二三四五六七八九十半]*\s*(?:年|个?月|天)?)\s*[)]?"
_BESIDE = r"(?:特急|特提|加急|急件|平急|紧急|平件|(?<!\d)(?:(?:No\.?|№)\s*\d{1,12}|\d{3,8}|第?\s*\d{1,8}\s*号)(?!\d))"
_OWN_LINE = pattern(rf"[【\[(]?\s*(?:{_BESIDE}[\s·]*)?({_LEVEL})\s*{_TERM}\s*[】\])]?(?:[\s·]*{_BESIDE})*")
_STARRED = pattern(rf"({_LEVEL})\s*[★☆]")
_LABELLED = pattern(
    rf"(?:密\s*级(?:[及和与]保密期限|标[识志]|程度)?|(?:涉密|秘密|保密)等级|定密)\s*(?:[::]|为)?\s*[【\[((]?\s*({_LEVEL})(?!管理|确定|变更|和|、|或)"
)
_UNSEEN = pattern("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_LONGEST_MARK: Final = 80  # characters of a line that is nothing but a mark
_PREFIXED = pattern(rf"[【\[(]\s*({_LEVEL})\s*{_TERM}\s*[】\])]")
OPEN_LEVELS: Final = frozenset(
    {
        *("", "公开", "内部", "内部资料", "内部公开", "主动公开", "依申请公开", "不予公开", "公开件", "内", "无", "无密级", "否"),
        *("非密", "非涉密", "不涉密", "普通", "普通件", "普件", "平件", "一般", "一般公文", "—", "-", "--", "/", "\\", "〃"),
    }
)


def secrecy_mark(text: str) -> str | None:
    """The mark that a text bears (绝密, 机密 or 秘密), or None."""
    for line in _UNSEEN.sub("", unicodedata.normalize("NFKC", text)).splitlines():
        line = line.strip()
        if "密" not in line:
            continue
        own = _OWN_LINE.fullmatch(line) if len(line) <= _LONGEST_MARK else None
        found = own or _STARRED.search(line) or _LABELLED.search(line) or _PREFIXED.match(line)
        if found:
            return re.sub(r"\s", "", found[1])
    return None


def is_open_level(cell: str) -> bool:
    """Whether a cell of a 密级 column says that the paper is no state secret (公开, 内部 or empty)."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", cell)) in OPEN_LEVELS


def refuse_marked(kind: "Kind", written: Mapping[str, object]) -> None:
    """Raise Classified when any text of a record bears a mark; the sentence names the field, not the text."""
    for field in kind.text_fields:
        mark = secrecy_mark(str(written.get(field.name) or ""))
        if mark:
            raise Classified(where=field.label, mark=mark)
