"""A mail as copied with its head (发件人, 发送时间, 收件人, 主题): who sent it, when, and the words below.

The head's day is when it was written, so 今天 and 本周五 in it count from that day. An address is nobody's name.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from .organ import ORGAN
from .spoken_date import in_digits, moments

_FIELDS: Final = {
    "from": "发件人 发送人 发送者 寄件人 from",
    "sent": "发送时间 发件时间 发送日期 发信时间 日期 时间 date sent",
    "title": "主题 邮件主题 标题 subject",
    "to": "收件人 抄送 抄送人 密送 附件 to cc bcc 优先级 重要性",
}
_FIELD_OF: Final = {name: named for named, names in _FIELDS.items() for name in names.split()}
_HEAD: Final = re.compile(r"\s*([A-Za-z]{2,7}|[\u4e00-\u9fff][\u4e00-\u9fff\s\u3000]{0,6}?)\s*[:：]\s*(.*)")
_ADDRESS: Final = re.compile(r"[\"“”']|[<＜(（\[［]?\s*(?:mailto:)?[\w.+%-]+@[\w-]+(?:\.[\w-]+)+\s*[>＞)）\]］]?")
_BETWEEN: Final = re.compile(r"[;；,，、]")
_MARKS: Final = re.compile(r"^(?:\s*(?:(?:转发|回复|答复|fw|fwd|re)\s*[:：]|[【\[（(]?(?:紧急|急件|加急|特急|重要)[】\]）)]?\s*[!！:：]+|[【\[（(](?:紧急|急件|加急|特急|重要)[】\]）)]))+", re.IGNORECASE)
_BEFORE: Final = 2  # lines above the head: 原始邮件
_NEAR: Final = re.compile(r"(?<![每一上双单期])(?:大?后天|[今明]天|[今明]日(?!起)|[今明](?=晚)|明(?=早)|(?<![日号（(])(?:本|这|下)?(?:周|星期)[一二三四五六日天](?![至到期年）)]))(?!\s*[（(]\s*\d)")


@dataclass(frozen=True, slots=True)
class Mail:
    """`labelled` as an office system's labels are told; `sent` is the day of the head."""

    labelled: dict[str, str] = field(default_factory=dict)
    sent: date | None = None


def without_address(names: str) -> str:
    """某办 <tj@example.cn> → 某办."""
    return _ADDRESS.sub("", names).strip()


def mail_head(lines: list[str]) -> tuple[Mail | None, list[str]]:
    """The head, and the lines below it; None and all lines where there is no such head: sender and one thing more, line by line."""
    start = next((at for at, line in enumerate(lines[: _BEFORE + 1]) if (told := _told(line)) and told[0] != "to"), None)
    if start is None:
        return None, lines
    said: dict[str, str] = {}
    stop = start
    while stop < len(lines) and (told := _told(lines[stop])):
        said.setdefault(*told)
        stop += 1
    if "from" not in said or not ("sent" in said or "title" in said) or stop - start < 2:
        return None, lines
    return _mail(said), lines[stop:]


def _mail(said: dict[str, str]) -> Mail:
    names = [re.split(r"\s*[-—·/]\s*|\s+", name)[0] for part in _BETWEEN.split(without_address(said["from"])) if (name := part.strip())]
    named = "、".join(dict.fromkeys(name for name in names if len(name) > 2 and ORGAN.fullmatch(name)))
    title = _MARKS.sub("", said.get("title", "")).strip()
    sent = in_digits(said.get("sent", ""))
    day = next(moments(sent, date(2000, 1, 1)), None) if re.match(r"20\d\d", sent) else None
    return Mail({name: value for name, value in (("organ", named), ("title", title)) if value}, day.day if day else None)


def _told(line: str) -> tuple[str, str] | None:
    found = _HEAD.fullmatch(line)
    named = _FIELD_OF.get(re.sub(r"\s", "", found[1]).lower()) if found else None
    return (named, found[2].strip()) if found and named else None


def from_sending_day(words: str, sent: date) -> str:
    """The words with 今天, 明日, 本周五 … as the days that they were on the day of sending."""

    def day(found: "re.Match[str]") -> str:
        one = next(moments(found[0] if found[0] not in ("今", "明") else f"{found[0]}天", sent), None)
        return f"{one.day.year}年{one.day.month}月{one.day.day}日" if one else found[0]

    return _NEAR.sub(day, in_digits(words))
