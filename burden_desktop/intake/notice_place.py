"""Where a meeting is for the reader, and whether it is held on the spot, by video or by telephone."""

import re
from typing import Final

_LABEL: Final = re.compile(r"(?:会议|培训|活动|集中|召开|开会|参会)?地点\s*(?:安排)?\s*[:：。]?\s*([^。；;\n]{2,80})")
_BRANCH: Final = re.compile(r"(?:[^，。；;：:\n]{0,16})分会场[^，。；;\n]{0,2}?(?:设在|设于|在|为|[:：])\s*([^。；;\n，]{2,40})")
_HELD_IN: Final = re.compile(r"(?:在|到)([^，。；;、在到]{3,40}?)(?:三?楼?)(?:组织)?(?:召开|举行|举办|集中收看|收听收看|参加|参会|等候|开(?!展|始|发|通|放|设|工))")
_VIDEO: Final = re.compile(r"视频(?:会|培训|调度|连线|形式|方式|直播|点名)|电视电话|电视会议|线上(?:会议|召开|培训|形式|方式)|腾讯会议|钉钉会议|网络(?:会议|直播|培训)|分会场|云会议|视讯")
_PHONE: Final = re.compile(r"电话(?:会|调度|会议|连线|形式)")


def meeting_format(title: str, body: str) -> str:
    text = re.sub(r"\s", "", f"{title}\n{body}")
    if _VIDEO.search(text):
        return "video"
    return "phone" if _PHONE.search(text) else "onsite"


def meeting_place(body: str) -> str | None:
    """The reader's venue; None when none is named."""
    text = re.sub(r"[（(](?:导航|地址|详见|附|见)[^)）]*[)）]", "", body)
    moved = re.search(r"(?:调整|变更|改)(?:为|至|到|在)", text)
    if moved:
        text = text[moved.end() :] if _HELD_IN.search(text[moved.end() :]) or _LABEL.search(text[moved.end() :]) else text
    branches = [found[1] for found in _BRANCH.finditer(text) if not re.search(r"负责|同志|人员|领导|成员|干部|参加", found[1])]
    if branches:
        near = [place for place in branches if re.search(r"镇|乡|街道|村|社区|各|本单位", place)]
        return _trimmed((near or branches)[-1])
    found = _LABEL.search(text)
    if found:
        return _trimmed(found[1])
    held = _HELD_IN.search(text)
    return _trimmed(held[1]) if held else None


def _trimmed(place: str) -> str | None:
    place = re.sub(r"^(?:主会场)?(?:设在|设于|在|为|[:：])", "", place.strip(" \u3000，,"))
    place = re.sub(r"^.*(?:再到|最后到)", "", place)
    place = re.split(r"[，,](?=请|届时|各|参|联系|会议|由|需|无)", place)[0]
    place = re.sub(r"(?:召开|举行|集中开会|开会|收听收看|参会|参加会议)$", "", place).strip(" \u3000，,")
    return place if len(place) > 1 else None
