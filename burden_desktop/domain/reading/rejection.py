"""Why a row of a register was not taken in, as a sentence that names the way out; and why one was passed over, in a word."""

from typing import Final

from ..kinds import kind_named
from ..texts import Sentence, label, say
from .draft import PassedRow

PASSED: Final = {
    "title_row": label("标题"),
    "empty": label("空行"),
    "total": label("合计"),
    "footer": label("表尾"),
    "group_heading": label("分组"),
    "repeated_heading": label("重复的表头"),
    "hidden_sheet": label("隐藏的工作表"),
    "left_out": label("选择不导入"),
    "no_table": label("没有登记表"),
}
"""The reasons of rows that are no records."""
_WHY: Final = {
    "bad_date": label("没有填写日期。"),
    "missing_title": label("没有标题。"),
    "end_before_start": label("结束早于开始。"),
    "classified": label("带有密级，不得进入本程序。"),
    "frozen_month": label("历史链断链涉及这个月，在下期月报说明断链之前不能录入。"),
    "sealed_month": label("日期属于已封存的月份。可以改为补登，或先更正该月。"),
}


def why_rejected(row: PassedRow) -> Sentence:
    """The reason of a rejected row; reasons that end with a field name it by its label."""
    told = _WHY.get(row.reason)
    if row.reason == "purged":
        return say("这一行就是已彻底清除的{number}，没有再登记。确需登记的，请在窗口里另行录入。", number=row.words)
    if row.reason == "possibly_purged":
        return say("可能是已彻底清除的{number}：日期相同，标题或文号也相同。如是另一份，可以选择也登记。", number=row.words)
    if row.words and row.reason == "bad_date":
        return say("“{words}”不是日期。", words=row.words)
    if row.words and row.reason == "end_before_start":
        return say("结束早于开始（{words}）。", words=row.words)
    if told:
        return say(told)
    fault, _, name = row.reason.partition("_")
    labels = {field.name: field.label for field in kind_named(row.kind).fields} if row.kind else {}
    field = labels.get(name, name)
    if fault != "wrong":
        return say("没有填写{field}。", field=field)
    if row.words:
        return say("{field}不能写成“{words}”，请核对。", field=field, words=row.words)
    return say("{field}不对，请核对。", field=field)
