"""The desk's part for signing certificates; keeps the promise of `ui.desk_parts.identities`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from ..domain.point import Point


class IdentitiesDesk:
    """`point` tells whose ledger it is, `clock` gives an aware time."""

    def __init__(self, point: Callable[[], Point], clock: Callable[[], datetime]) -> None:
        self._point, self._clock = point, clock

    def write_sheet(self, identity: Path, passphrase: str, folder: Path) -> Path:
        from .identity import write_sheet

        return write_sheet(identity, passphrase, folder, commission=self._point().commission, now=self._clock())[0]
