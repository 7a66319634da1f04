"""Where a meeting is for the reader, and whether it is held on the spot, by video or by telephone."""

import re
from itertools import takewhile
from typing import Final

_LABEL: Final = re.compile(
    r"(?<!报到)(?<!签到)(?<!集合)(?<!住宿)(?<!乘车)(?<!就餐)(?:会议|培训|活动|集中|召开|开会|参会|举办|授课|分会场)?(?:时间[和及、]?)?(?:地\s*[点址]|会\s*址)\s*(?:安排|和形式|及形式)?\s*(?:[:：]|[。]?\s*\n|(?<=地点)(?=(?:仍|还|还是|依旧)?[在为]))\s*([^。；;\n]{2,80})"
)
_BRANCH: Final = re.compile(r"(?:[^，。；;：:\n]{0,16})分会场(?:地点|地址|会场)?(?:保持|仍)?(?:不变)?[^。；;\n]{0,2}?(?:仍|还|依旧)?(?:设在|设于|在|为|[:：])\s*([^。；;\n，]{2,40})")
_SITES_AND_ROOM: Final = re.compile(r"(?:集中|室内|随后|最后)(?:召开)?(?:会议|开会|座谈(?:会)?|总结会|推进会)(?:地点)?(?:安排)?(?:设?在|为|[:：])\s*([^，。；;\n]{3,40})")
_BRANCH_IN_BRACKETS: Final = re.compile(r"(?:乡|镇|街道|村|各地)[^，。；;：:\n]{0,8}分会场[（(]([^）)，。]{3,24})[)）]")
_HELD = r"(?:召开|举行|举办|集中收看|收听收看|参加|参会|等候|碰头|开(?!展|始|发|通|放|设|工))"
_HELD_IN: Final = re.compile(rf"(?:在|到)([^，。；;、在到:：]{{2,40}}?)(?:统一|集中)?(?:组织[^，。；、]{{0,10}})?{_HELD}")
_ROOM = r"(?:会议室|会议厅|会议中心|会堂|报告厅|礼堂|多功能厅|学习室|培训室|活动室|视频室|演播厅|指挥室|值班室|教室|会场|党员之家|开标室|评标室|接待室|调解室)"
_WATCHED_AT: Final = re.compile(r"(?:乡镇|镇|街道|校|村|院|单位)在((?:本|各自?|所在)[\u4e00-\u9fff]{1,10}?)(?:统一|集中|自行)?(?:设|组织)?(?:收看点|收看|收听)|在(各[\u4e00-\u9fff]{1,8}(?:室|厅|礼堂))(?:统一|集中)?(?:收看|收听)")
_ON_A_FLOOR: Final = re.compile(r"(?:\d[:：]\d\d|[点时]半?)[，,]?\s*(?:在|到)?\s*([\u4e00-\u9fff\d]{2,12}?[一二三四五六七八九\d]楼)(?=开(?![标发放])|召开|集中|碰头|[，,。；])")
_TOGETHER: Final = re.compile(r"(?<=[室厅堂楼])(?:联合|会同)[\u4e00-\u9fff]{2,16}$")
_AFTER_HOUR: Final = re.compile(rf"(?:\d[:：]\d\d|[点时]半?)[，,]?\s*(?:在|到)?\s*([\u4e00-\u9fff\d（）()#]{{1,18}}?{_ROOM})")
_ALONE: Final = re.compile(rf"(?:^|[\s，,。；;：:])([\u4e00-\u9fff\d#]{{1,18}}{_ROOM})(?=$|[\s，,。；;])", re.MULTILINE)
_MOVED_TO: Final = re.compile(r"(?:地点|会场|会址)(?:由|从)?[^，。；\n]{0,30}?(?:调整|变更|更改|改|移)(?:为|至|到|在)\s*([^，。；,\n]{2,40})")
_UNMOVED: Final = re.compile(r"(?:地点|会场)(?:仍|保持|依旧)?不变\s*[（(，,]\s*(?:仍?(?:为|在))?([^）)，。；]{2,40})[)）]")
# What stands behind a comma and still tells the place: …中学，行政楼三楼.
_GOES_ON: Final = re.compile(r"(?:[楼室厅堂院场馆层座区店所站]|\d号)(?:[（(][^）)]*[)）])?$")
_VIDEO: Final = re.compile(
    r"视频(?:会|系统|会商|培训|调度|连线|形式|方式|直播|点名)|电视电话|电视会议|线上(?:会议|召开|培训|形式|方式|直播)|腾讯会议|钉钉(?:会议|直播)|网络(?:会议|直播|培训|视频)|分会场|云会议|视讯|采取视频|以视频|[（(]线上[)）]|登录(?:钉钉|腾讯会议|会议系统)"
)
_PHONE: Final = re.compile(r"(?<!电视)电话(?:会|调度|会议|连线|访谈|形式|方式召开)")
_READERS_ROOM: Final = re.compile(r"[，,；;。（(]\s*各?(?:乡镇|镇街|街道|乡|镇|村|社区)(?:[（(][^）)]*[)）])?在([^，。；）)在]{2,24}?)(?:参会|收看|收听|参加)")  # （视频会议，乡镇在各乡镇视频室参会）
_A_TIME: Final = re.compile(r"\s*(?:第[一二三\d]期\s*[:：]?\s*)?(?:20\d\d年)?\d{1,2}(?:月|[:：]\d\d)")  # 时间地点：9月15日…
_UNSETTLED: Final = re.compile(r"^(?:另行|待定|另定|不变|照旧|同前|同上|见附|详见|待通知|不设)")


def meeting_format(title: str, body: str) -> str:
    text = re.sub(r"\s", "", f"{title}\n{body}")
    if _VIDEO.search(text):
        return "video"
    return "phone" if _PHONE.search(text) else "onsite"


def meeting_place(body: str) -> str | None:
    """The reader's venue; None when none is named, or when only a main venue elsewhere is."""
    text = re.sub(r"[（(](?:导航|地址|详见|附|见|原)[^)）]*[)）]", "", body)
    moved = re.search(r"(?:调整|变更|改)(?:为|至|到|在)", text)
    if moved:
        text = text[moved.end() :] if _HELD_IN.search(text[moved.end() :]) or _LABEL.search(text[moved.end() :]) else text
    told = _MOVED_TO.search(text) or _UNMOVED.search(text)
    if told and "主会场" not in text:
        return _trimmed(told[1])
    told_apart = _BRANCH_IN_BRACKETS.search(text) or _SITES_AND_ROOM.search(text)
    if told_apart:
        return _trimmed(told_apart[1])
    own = _READERS_ROOM.search(text)
    if own:
        return _trimmed(own[1])
    own = _WATCHED_AT.search(text)
    if own:
        return own[1] or own[2]
    branches = [found[1] for found in _BRANCH.finditer(text) if not re.search(r"负责|同志|人员|领导|成员|干部|参加|书记|主任", found[1])]
    if branches:
        near = [place for place in branches if re.search(r"镇|乡|街道|村|社区|各|本单位", place)]
        return _trimmed((near or branches)[-1])
    if told:
        return _trimmed(told[1])
    found = next((one for one in _LABEL.finditer(text) if not _A_TIME.match(one[1])), None)
    place = _labelled(found[1]) if found else None
    if place is None:
        venues = {held[1]: held for held in _HELD_IN.finditer(text)} if "分会场" in text else {}
        if len(venues) > 1:  # each level in its own: the lowest is the reader's
            near = [name for name in venues if re.search(r"乡|镇|街道|村|社区|本单位|当地|各自", name)]
            return _trimmed(near[-1]) if near else None
        held = _HELD_IN.search(text) or _AFTER_HOUR.search(text) or _ON_A_FLOOR.search(text) or _ALONE.search(text)
        place = _trimmed(re.sub(r"^.*[在到](?=.{3})", "", held[1])) if held and "主会场" not in held[0] else None
    return place


def _labelled(words: str) -> str | None:
    """What stands behind 地点: the place itself, or a sentence that names it."""
    held = _HELD_IN.search(words)
    if held and re.search(r"定于|\d[日号:：点时]", words[: held.start()]):
        return _trimmed(held[1])
    if _UNSETTLED.match(words):
        still = re.search(r"(?:仍|还|依然|继续)在([^，。；,]{2,40})", words)
        return _trimmed(still[1]) if still else None
    if "主会场" in words and re.search(r"分会场|各(?:乡镇|镇|街道)", words):
        return None
    return _trimmed(words)


def _trimmed(place: str) -> str | None:
    place = re.sub(r"^(?:主会场|大会|会议|全体会议?)?(?:仍|还|依然)?(?:设在|设于|在|为|[:：])", "", place.strip(" \u3000，,"))
    place = re.sub(r"^.*(?:再到|最后到)", "", place)
    first, *more = re.split(r"[，,](?![^（(]*[)）])", place)
    place = "，".join([first, *takewhile(_GOES_ON.search, more)])
    place = _TOGETHER.sub("", place)
    place = re.sub(r"(?:召开|举行|集中开会|开会|收听收看|参会|参加会议)$", "", place).strip(" \u3000，,")
    if re.search(r"[村路门道]口$", place):  # where somebody is met
        return None
    return place if len(place) > 1 and not _UNSETTLED.match(place) else None
