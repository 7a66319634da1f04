"""What the pages of a commission ask: points enrolled, files received, and who has handed in what."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from threading import Event
from typing import Any, Protocol

from ...domain.handed_in.overview import Overview
from ...domain.handed_in.receiving import Enrolled, OfferedCertificate, Received
from ...domain.texts import Sentence


class Receiving(Protocol):
    """All but `judge` is quick and on the window's own thread."""

    @property
    def is_commission(self) -> bool:
        """Whether this ledger is a commission's; the rest is asked only then."""
        ...

    def overview(self, months: int) -> Overview: ...

    def enrolled(self) -> tuple[Enrolled, ...]: ...

    def look_at(self, path: Path) -> OfferedCertificate:
        """A .cer, or the one beside an enrolment sheet. Raises CannotRead, NotACertificate."""
        ...

    def enrol(self, path: Path, fingerprint: str, *, renew: bool, replace: bool) -> Enrolled: ...

    def suspend(self, code: str, reason: str) -> int: ...

    def received(self) -> tuple[Received, ...]:
        """The latest files, refused ones too, newest first."""
        ...

    def inputs(self) -> tuple[Any, datetime]:
        """Whom to trust and the time of receipt, for `judge` and `decide`."""
        ...

    def judge(
        self, inputs: tuple[Any, datetime], paths: Sequence[Path], progress: Callable[[int, int], None], stop: Event
    ) -> Sequence[Any]:
        """*Job.* `progress(done, of)` after each file; once `stop` is set, no further file is begun."""
        ...

    def decide(self, inputs: tuple[Any, datetime], arrivals: Sequence[Any]) -> tuple[Received, ...]: ...

    def kept_file(self, sha256: str) -> Path: ...

    def deeds(self, sha256: str) -> Sentence | None:
        """What was withdrawn, entered late or changed long after, as an accepted file tells; None for nothing."""
        ...

    def copy_out(self, sha256: str, target: Path) -> None:
        """A copy under a name that people can read. Raises CannotRead, CannotWrite."""
        ...

    def records(self, sha256: str) -> Sequence[Mapping[str, Any]]:
        """The records of an accepted file, as its payload tells them."""
        ...
