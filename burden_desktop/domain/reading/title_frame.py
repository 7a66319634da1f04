"""The frame of a title: 关于做好……工作的通知. What comes from one body mostly comes in few frames, round another matter."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

Frame = tuple[str, str]
_WHOLE: Final = re.compile(
    r"(关于(?:进一步)?(?:切实)?(?:做好|加强|开展|印发|召开|报送|组织|转发|举办|下达|推进|落实|上报|填报)?)"
    r"(.{2,}?)"
    r"((?:工作|活动|情况|会议|事项|任务|进展)?的(?:紧急)?(?:通知|函|通报|意见|请示|报告|批复|公告))"
)
_BEGINS: Final = ("关于", "转发", "印发")
_SHORTEST: Final = 2


def frame_of(title: str) -> Frame | None:
    """What stands before and behind the matter; None where a title has no usual frame."""
    found = _WHOLE.fullmatch(title)
    return (found[1], found[3]) if found else None


def framed(matter: str, titles: Iterable[str], most: int) -> tuple[str, ...]:
    """The matter in the frames of `titles`, the frame used most first; nothing for what already begins a title."""
    if len(matter) < _SHORTEST or matter.startswith(_BEGINS):
        return ()
    frames = Counter(frame for title in titles if (frame := frame_of(title)) is not None)
    return tuple(before + matter + behind for (before, behind), _ in frames.most_common(most))
