"""What is refused of figures entered by hand."""

from ..texts import label
from .family import Refusal


class UnreadableFigures(Refusal):
    code = "unreadable-figures"
    template = label("上年月度数字第{row}行读不懂。第一列写月份（如2025-03），其余各列以“收文”“参会”等为标题，填写整数。")


class MonthNotPast(Refusal):
    code = "month-not-past"
    template = label("{month}还没有过完，不能作为以往月份手工录入。")


class FiguresKnown(Refusal):
    code = "figures-known"
    template = label("{month}已有这一类的台账记录，不能手工录入数字。")
