"""What the window asks for keeping typed text that is not saved yet, so that a crash loses at most a second of it."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

Kept = Mapping[str, Sequence[Any]]


class Drafts(Protocol):
    """A file of its own beside the ledger; quick. What bears a secrecy mark is never written."""

    def kept(self) -> Kept:
        """What an earlier run left: place → its drafts, plain JSON values."""
        ...

    def keep(self, drafts: Kept) -> bool:
        """Write all drafts of all places anew; nothing at all takes the file away. Whether every one was kept: False
        where one bears a secrecy mark. Raises CannotWrite."""
        ...
