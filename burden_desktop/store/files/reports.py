"""The signed files beside the ledger, in the folder `reports`: what was handed in stays there, whatever is restored."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ...domain.months.month import Month
from ...domain.pattern import pattern
from ...regular import open_regular
from .places import reports_folder

if TYPE_CHECKING:
    from pathlib import Path

_NAME: Final = pattern(r"([A-Za-z0-9-]+)-((?:19|20)\d{2}-(?:0[1-9]|1[0-2])|2100-(?:0[1-9]|1[0-2]))-r([1-9]\d{0,5})\.pdf")


@dataclass(frozen=True, slots=True, order=True)
class Report:
    """A signed file by its name; whether it is what it says is for the signature to tell."""

    month: Month
    revision: int
    path: Path


def file_name(code: str, month: Month, revision: int) -> str:
    """CODE-YYYY-MM-rN.pdf"""
    return f"{code}-{month}-r{revision}.pdf"


def report_path(ledger: Path, name: str) -> Path | None:
    """Where the signed file of that name lies beside `ledger`; None for a name that no signed file of ours has, since a
    ledger may come from a stranger and name any place."""
    return reports_folder(ledger) / name if _NAME.fullmatch(name) else None


def sha256_of(path: Path) -> str:
    """64 hex digits. Raises OSError."""
    with open_regular(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def reports_of(ledger: Path, code: str) -> tuple[Report, ...]:
    """The signed files of that point that lie beside `ledger`, by month and revision. Raises OSError."""
    folder = reports_folder(ledger)
    if not folder.is_dir():
        return ()
    found = ((_NAME.fullmatch(path.name), path) for path in folder.iterdir())
    return tuple(
        sorted(Report(Month.parse(name[2]), int(name[3]), path) for name, path in found if name and name[1] == code)
    )
