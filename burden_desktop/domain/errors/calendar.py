"""What can go wrong with a calendar file."""

from ..texts import label
from .family import Refusal


class UnreadableCalendar(Refusal):
    code = "unreadable-calendar"
    template = label("日历文件第{line}行读不懂。每行写一天，例如“2027-01-01 休”或“2027-02-06 班”。")
