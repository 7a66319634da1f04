"""A line typed as by hand into a register, day and body first and then in words: `11.24 县民政局 来电要求报送低保名单，27日前`.

The day is when it came, so one to come is none: 11.27 县政府四楼 会议 says when the meeting is.
"""

from datetime import date

from ...domain.reading.typed import day_of
from ...domain.reading.written import clean_line
from .organ import organ_line
from .short_line import MOST


def dated_line(text: str, today: date) -> tuple[date, str, str] | None:
    """The day on which it came, the body and what it says; None when it is no such line."""
    parts = clean_line(text).split(" ")
    if "\n" in text.strip() or len(text) > MOST or len(parts) < 3 or parts[0].isdigit() or not organ_line(parts[1]):
        return None
    day = day_of(parts[0], today)
    return (day, parts[1], " ".join(parts[2:])) if day and day <= today else None
