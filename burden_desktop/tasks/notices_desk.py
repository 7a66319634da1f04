"""A notice that calls a meeting is one paper and one meeting: both drafts at once, stored linked; keeps the promise of `ui.desk_parts.notices`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..domain.kinds import kind_named
from . import enter

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from ..domain.draft import Draft
    from ..domain.record import Record
    from ..store.ledger import Ledger

ASK, BOTH, MEETING_ONLY = "ask", "both", "meeting"
_SETTING: Final = "called_meeting"


class NoticesDesk:
    """`ledger` waits until the ledger is at home."""

    def __init__(self, ledger: Callable[[], Ledger]) -> None:
        self._ledger = ledger

    @property
    def called_meeting(self) -> str:
        chosen = self._ledger().settings.get(_SETTING, ASK)
        return chosen if chosen in (BOTH, MEETING_ONLY) else ASK

    def choose(self, called_meeting: str) -> None:
        self._ledger().settings.set(_SETTING, called_meeting)

    def read(self, text: str, received_on: date) -> tuple[Draft, ...]:
        from .read_notice import read_both, read_text  # readers are heavy at start-up

        return (read_text(text, received_on),) if self.called_meeting == MEETING_ONLY else read_both(text, received_on)

    def enter_called(self, document: Mapping[str, object], meeting: Mapping[str, object]) -> tuple[Record, Record]:
        ledger = self._ledger()
        kind_named("meeting").validate(meeting)
        with ledger.one_step():
            paper = enter.enter(ledger, "document", document)
            return paper, enter.enter(ledger, "meeting", {**meeting, "notice": paper.number})
