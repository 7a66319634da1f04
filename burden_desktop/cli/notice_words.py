"""What was read from a notice, in the words of an office: a label and a value a line, what a person should look at last."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from ..domain.bodies.organ import LEVEL_LABELS, Level
from ..domain.kinds import kind_named
from ..domain.texts import Texts, label

_LABELS: Final = {
    "file": label("文件"), "kind": label("类别"), "title": label("标题"), "doc_no": label("发文字号"), "organ": label("来文单位"),
    "level": label("单位层级"), "issued_on": label("成文日期"), "deadline": label("办理时限"), "starts_at": label("开始时间"),
    "ends_at": label("结束时间"), "duration_minutes": label("时长（分钟）"), "place": label("地点"), "format": label("会议形式"),
    "attendee_level": label("参会人级别"), "asks_report": label("要求报送"), "asks_supporting_file": label("要求制定配套"),
    "asks_ledger": label("要求留痕"),
}  # fmt: skip
_CODES: Final = {
    "format": {"onsite": label("现场"), "video": label("视频"), "phone": label("电话")},
    "attendee_level": {"principal": label("主要"), "deputy": label("分管"), "staff": label("一般")},
}
_MOMENTS: Final = ("deadline", "starts_at", "ends_at")


def told(answer: Mapping[str, Any], t: Texts) -> Iterator[str]:
    """The lines of an answer of `read` that was not refused."""
    for name, word in _LABELS.items():
        if answer.get(name) not in (None, False, ""):
            yield f"{t(word)}\t{_value(name, answer[name], t)}"
    if answer["uncertain"]:
        yield t("请核对") + "\t" + t("、").join(_label(str(answer["kind"]), name, t) for name in answer["uncertain"])


def _value(name: str, value: Any, t: Texts) -> str:
    if value is True:
        return t("是")
    if name == "kind":
        return t(kind_named(value).label)
    if name == "level":
        return t(LEVEL_LABELS[Level(value)])
    if name in _CODES:
        return t(_CODES[name].get(value, value))
    return str(value).replace("T", " ") if name in _MOMENTS else str(value)


def _label(kind: str, name: str, t: Texts) -> str:
    fields = {field.name: field.label for field in kind_named(kind).fields}
    return t(_LABELS.get(name) or fields.get(name, name))
