"""What the window asks for notices: read them, and take one that was read for another kind."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

from ...domain.reading.draft import Draft
from ...domain.reading.files_read import FilesRead, Progress


class FilesReading(Protocol):
    @property
    def progress(self) -> Progress:
        """How far it is; may be asked while the job runs."""
        ...

    def run(self) -> FilesRead:
        """*Job.* A file that cannot be read is among the refused, the others go on."""
        ...

    def cancel(self) -> None:
        """Stop soon; what is being read is ended."""
        ...


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

    def left_out(self, text: str) -> tuple[str, ...]:
        """*May run in a job.* What of the text became no draft: the talk in a chat."""
        ...

    def warm(self) -> None:
        """*Job.* Load what reading needs, so that the first notice does not wait for it."""
        ...

    def files(self, paths: Sequence[Path]) -> FilesReading:
        """Dropped files, to be read in a job."""
        ...

    def picture(self, name: str, content: bytes) -> FilesReading:
        """A picture from the clipboard, to be read in a job; `name` is what people are told of it."""
        ...

    def as_kind(self, draft: Draft, kind: str) -> Draft:
        """What the notice says, as a draft of another kind."""
        ...
