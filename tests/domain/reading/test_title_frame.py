"""The frame of a title round its matter."""

import pytest

from burden_desktop.domain.reading.title_frame import frame_of, framed


@pytest.mark.parametrize(
    ("title", "frame"),
    [
        ("关于做好防汛工作的通知", ("关于做好", "工作的通知")), ("关于春耕备耕的函", ("关于", "的函")),
        ("关于进一步加强消防安全的紧急通知", ("关于进一步加强", "的紧急通知")), ("关于报送半年总结的通知", ("关于报送", "的通知")),
        ("消防检查", None), ("关于的通知", None), ("转发县政府文件", None),
    ],
)  # fmt: skip
def test_what_stands_before_and_behind_the_matter(title: str, frame: tuple[str, str] | None) -> None:
    assert frame_of(title) == frame


def test_a_matter_stands_in_the_frames_used_most() -> None:
    titles = ["关于做好防汛工作的通知", "关于做好秋收工作的通知", "关于检修的函", "工作会议"]
    assert framed("春耕备耕", titles, 5) == ("关于做好春耕备耕工作的通知", "关于春耕备耕的函")
    assert framed("关于春耕", titles, 5) == framed("春", titles, 5) == framed("春耕", [], 5) == ()
