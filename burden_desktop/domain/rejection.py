"""Why a row of a register was not taken in, as a sentence that names the way out."""

from typing import Final

from .draft import PassedRow
from .kinds import kind_named
from .texts import Sentence, label, say

_WHY: Final = {
    "bad_date": label("日期缺少或不对。"),
    "missing_title": label("没有标题。"),
    "end_before_start": label("结束早于开始。"),
    "classified": label("带有密级，不得进入本程序。"),
    "frozen_month": label("历史链断链涉及这个月，在下期月报说明断链之前不能录入。"),
    "sealed_month": label("日期属于已封存的月份。可以改为补登，或先更正该月。"),
}


def why_rejected(row: PassedRow) -> Sentence:
    """The reason of a rejected row; reasons that end with a field name it by its label."""
    told = _WHY.get(row.reason)
    if told:
        return say(told)
    fault, _, name = row.reason.partition("_")
    labels = {field.name: field.label for field in kind_named(row.kind).fields} if row.kind else {}
    field = labels.get(name, name)
    return say("{field}不对，请核对。", field=field) if fault == "wrong" else say("没有填写{field}。", field=field)
