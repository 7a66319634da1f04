"""What the window asks of signing certificates beside making and choosing them."""

from pathlib import Path
from typing import Protocol


class Identities(Protocol):
    def write_sheet(self, identity: Path, passphrase: str, folder: Path) -> Path:
        """*Job.* The enrolment sheet for the commission, the .cer beside it; where the sheet lies. Raises WrongPassphrase."""
        ...
