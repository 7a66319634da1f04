"""Which fields of a reading a person should look at: values that had to be told from little, or where the notice says two things."""

import re
from typing import Final

from ...domain.reading.draft import NoticeReading
from .layout import Layout

_RECKONED: Final = re.compile(r"工作日|日内|天内|周内|每月|每周|每季|次月|下月")
_NEAR: Final = re.compile(r"今[天日晚]|明[天日晚早]|后天|[本下这]周")  # in a mail: from its day, or from that of its receipt where the head has none
_TWO_TIMES: Final = re.compile(r"原(?:定|计划|拟)|(?:调整|变更|改|延期|推迟|提前)(?:为|至|到)|分两(?:批|期|场)|第[一二]场")
_SEVERAL_PLACES: Final = re.compile(r"主会场|分会场|集中签到|先.{1,20}再")


def doubts(reading: NoticeReading, layout: Layout, whole: str) -> tuple[str, ...]:
    """The doubtful fields, in the order of the reading."""
    event = reading.kind in ("meeting", "inspection")
    doubtful = {
        "kind": reading.title is None,
        "title": reading.title is None,
        "organ": not layout.organs or (layout.mail is not None and len(layout.organs) > 1),
        "level": reading.level is None,
        "issued_on": reading.issued_on is None,
        "deadline": bool(reading.deadline) and (bool(_RECKONED.search(whole)) or (layout.mail is not None and bool(_NEAR.search(whole)))),
        "starts_at": event and (reading.starts_at is None or bool(_TWO_TIMES.search(whole)) or (reading.kind == "meeting" and "T" not in reading.starts_at)),
        "place": reading.kind == "meeting" and bool(reading.place) and bool(_SEVERAL_PLACES.search(whole)),
    }
    return tuple(name for name, doubt in doubtful.items() if doubt)
