"""Notices as the window reads them: a paper that calls a meeting or announces a visit is one paper and one event, if the clerk
wishes so; keeps the promise of `ui.desk_parts.notices`. Readers are imported where they are used: heavy at start-up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from pathlib import Path

    from ...domain.reading.draft import Draft
    from ...store.ledger import Ledger
    from ..notice_files import NoticeFiles

ASK, BOTH, EVENT_ONLY, PAPER_ONLY = "ask", "both", "meeting", "document"
_SETTING: Final = "called_meeting"
_SAMPLE: Final = "青禾县水利局文件\n青水发〔2026〕1号\n关于召开防汛会议的通知\n各乡镇：\n定于4月9日上午9:00开会。\n青禾县水利局\n2026年4月2日"


class NoticesDesk:
    """`ledger` waits until the ledger is at home."""

    def __init__(self, ledger: Callable[[], Ledger], today: Callable[[], date]) -> None:
        self._ledger, self._today = ledger, today

    @property
    def called_meeting(self) -> str:
        chosen = self._ledger().settings.get(_SETTING, ASK)
        return chosen if chosen in (BOTH, EVENT_ONLY, PAPER_ONLY) else ASK

    def choose(self, called_meeting: str) -> None:
        self._ledger().settings.set(_SETTING, called_meeting)

    def read(self, text: str, received_on: date) -> tuple[Draft, ...]:
        from ...intake.notices.several_notices import several_notices
        from ..read_notice import read_both

        return tuple(draft for part in several_notices(text, received_on) for draft in read_both(part, received_on))

    def left_out(self, text: str) -> tuple[str, ...]:
        from ...intake.notices.several_notices import left_out

        return left_out(text)

    def warm(self) -> None:
        self.read(_SAMPLE, self._today())

    def files(self, paths: Sequence[Path]) -> NoticeFiles:
        from ..notice_files import NoticeFiles

        return NoticeFiles(paths, self._today())

    def picture(self, name: str, content: bytes) -> NoticeFiles:
        from ..notice_files import NoticeFiles, Pasted

        return NoticeFiles([Pasted(name, content)], self._today())

    def as_kind(self, draft: Draft, kind: str) -> Draft:
        from ..read_notice import as_kind

        return as_kind(draft, kind, self._today())
