"""What is refused while something is entered or asked for."""

from typing import TYPE_CHECKING

from ..texts import label
from .family import Refusal

if TYPE_CHECKING:
    from ..kind import Problem


class UnknownKind(Refusal):
    code = "unknown-kind"
    template = label("没有“{kind}”这一类。可用的类别：{known}。")


class UnknownField(Refusal):
    code = "unknown-field"
    template = label("“{kind}”没有“{field}”这一栏。可用的栏目：{known}。")


class InvalidRecord(Refusal):
    """Carries `problems`, one `Problem` per field that must be mended; the sentence joins them."""

    code = "invalid-record"
    template = label("还不能保存：{problems}")
    problems: tuple["Problem", ...] = ()


class Classified(Refusal):
    code = "classified"
    template = label("{where}带有密级标志“{mark}”。涉密内容不得进入本程序，未保留其任何内容。请按保密规定办理。")


class UnknownRecord(Refusal):
    code = "unknown-record"
    template = label("找不到记录{number}。它可能已被撤销，请刷新列表后再试。")


class InvalidMonth(Refusal):
    code = "invalid-month"
    template = label("“{text}”不是月份。请写成 2026-03 的样子。")


class InvalidPoint(Refusal):
    code = "invalid-point"
    template = label("监测点代码“{code}”不合要求：只能用字母、数字和连字符，长度1到40。")


class MissingName(Refusal):
    code = "missing-name"
    template = label("请填写监测点名称。")


class UnreadableName(Refusal):
    code = "unreadable-name"
    template = label("“{text}”含有换行或不可见字符，请改写成一行文字。")


class RepeatedField(Refusal):
    code = "repeated-field"
    template = label("“{field}”写了两次，请只写一次。")


class NotFieldValue(Refusal):
    code = "not-field-value"
    template = label("“{text}”不是“栏目=内容”的写法，例如 标题=关于召开会议的通知。")
