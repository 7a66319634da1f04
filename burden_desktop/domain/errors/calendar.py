"""What can go wrong with a calendar file."""

from ..texts import label
from .family import Refusal


class UnreadableCalendar(Refusal):
    code = "unreadable-calendar"
    template = label("第{line}行读不懂。每行写一天或一段，例如“2027-01-01 休”“2027年2月5日至11日 休”或“2027-02-06 班”。")
