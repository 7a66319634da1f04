"""What the window asks for a notice that calls a meeting: one paper and one meeting, linked, if the clerk wishes so."""

from collections.abc import Mapping
from datetime import date
from typing import Protocol

from ...domain.draft import Draft
from ...domain.record import Record


class Notices(Protocol):
    """`called_meeting` is `ask` until the clerk has chosen, then `both` or `meeting`."""

    @property
    def called_meeting(self) -> str: ...

    def choose(self, called_meeting: str) -> None:
        """Remember the choice; it can be changed in the settings."""
        ...

    def read(self, text: str, received_on: date) -> tuple[Draft, ...]:
        """One draft; for a notice that calls a meeting the document's and the meeting's, unless only the meeting is wished.
        Raises Classified."""
        ...

    def enter_called(self, document: Mapping[str, object], meeting: Mapping[str, object]) -> tuple[Record, Record]:
        """Store both in one step; the meeting's `notice` names the document's number. Raises as `Desk.add`; then nothing is stored."""
        ...
