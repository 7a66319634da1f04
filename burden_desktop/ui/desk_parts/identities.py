"""What the window asks of signing certificates: made, chosen, renewed, and the sheet by which they are enrolled."""

from datetime import date
from pathlib import Path
from typing import Protocol

from ...domain.handed_in.verdict import Verdict
from ...domain.identity_kept import IdentityKept
from ...domain.point import Point
from ...domain.texts import Sentence


class Identities(Protocol):
    @property
    def kept(self) -> IdentityKept: ...

    def owner(self) -> Point:
        """For whom the jobs below work. Raises NotAPoint."""
        ...

    def make(self, owner: Point, path: Path, passphrase: str) -> tuple[Path, date]:
        """*Job.* A new certificate at `path`, the enrolment sheet (.pdf) and the .cer of the same name beside it →
        (sheet, last day). Raises IdentityExists, WeakPassphrase, CannotWrite."""
        ...

    def until(self, owner: Point, path: Path, passphrase: str) -> date:
        """*Job.* The last day of a certificate that can sign for this point today. Raises WrongPassphrase,
        CodesDisagree, CertificateExpired and what else makes it unfit."""
        ...

    def choose(self, path: Path, until: date | None) -> None:
        """Sign with it from now on; `until` None where it was not opened."""
        ...

    def wait_for(self, path: Path, until: date) -> None:
        """Remember a new one until the commission has enrolled it."""
        ...

    def use_waiting(self) -> None:
        """Sign with the one that waited."""
        ...

    def reminder(self) -> Sentence | None:
        """What is to be done about the certificate; None while there is time."""
        ...

    def examine(self, file: Path, believed: Path) -> Verdict:
        """*Job.* What the commission's verifier would say now of one file, if it knew the certificates (.cer) in the folder
        `believed`. Raises TrustFolderMissing, CannotRead."""
        ...

    def write_sheet(self, owner: Point, identity: Path, passphrase: str, sheet: Path) -> Path:
        """*Job.* The enrolment sheet for the commission, the .cer of the same name beside it. Raises WrongPassphrase."""
        ...
