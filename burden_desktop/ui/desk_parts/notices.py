"""What the window asks for notices: read them, and take one that was read for another kind."""

from datetime import date
from typing import Protocol

from ...domain.draft import Draft


class Notices(Protocol):
    """`called_meeting` tells what becomes of a paper that calls a meeting or announces a visit: `ask` until the clerk has
    chosen, then `both`, `meeting` (the event alone) or `document` (the paper alone)."""

    @property
    def called_meeting(self) -> str: ...

    def choose(self, called_meeting: str) -> None:
        """Remember the choice; it can be changed in the settings."""
        ...

    def read(self, text: str, received_on: date) -> tuple[Draft, ...]:
        """*May run in a job.* The drafts of all notices of the text, in their order; for a paper that calls an event the paper's and
        then the event's, which share their `reading`. Raises Classified."""
        ...

    def as_kind(self, draft: Draft, kind: str) -> Draft:
        """What the notice says, as a draft of another kind."""
        ...
