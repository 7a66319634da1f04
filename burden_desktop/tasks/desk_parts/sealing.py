"""The desk's part for sealing a month; keeps the promise of `ui.desk_parts.sealing`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ...domain.errors.months import BeforeFirstReport, MonthNotBegun, MonthOutOfOrder
from ...regular import read_regular
from .. import before_closing, close_month
from ..identity import read_identity
from ..write_file import write_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path
    from threading import Event

    from ...domain.months.month import Month
    from ...domain.texts import Sentence
    from ...store.ledger import Ledger
    from ..close_month import Closing, Drawn, SignedFile

SEAL_PICTURE: Final = "seal.png"
"""Beside the ledger: the file from which it was chosen may be on a stick."""


class SealingDesk:
    """`ledger` waits until the ledger is at home; `own` is the ledger for the job it is lent to; `clock` gives an aware time."""

    def __init__(self, ledger: Callable[[], Ledger], own: Ledger, at_home: Event, clock: Callable[[], datetime]) -> None:
        self._ledger, self._own, self._at_home, self._clock = ledger, own, at_home, clock

    def told_before_closing(self, month: Month) -> tuple[Sentence, ...]:
        return before_closing.told_before_closing(self._ledger(), month)

    def signed_file(self, month: Month) -> Path | None:
        ledger = self._ledger()
        sealed = ledger.months.sealed(month)
        if sealed is None or sealed.open_for_correction:
            return None
        from ...store.files.reports import report_path

        file = report_path(ledger.path, sealed.file_name)
        return file if file and file.is_file() else None

    def next_revision(self, month: Month) -> int:
        return self._ledger().last_issued(month)[0] + 1

    def why_never(self, month: Month) -> Sentence | None:
        if self._clock().date() < month.first_day:
            return MonthNotBegun(month=month.label).sentence
        try:
            self._ledger().months.refuse_out_of_order(month)
        except BeforeFirstReport as refused:
            return None if self._ledger().months.sealed(month) else refused.sentence
        except MonthOutOfOrder:
            return None  # once the months before it are closed
        return None

    def lend(self) -> bool:
        if not self._at_home.is_set():
            return False
        self._at_home.clear()
        return True

    def prepare(self, month: Month, early_reason: str) -> Closing:
        try:
            return close_month.prepare(self._own, month, now=self._clock(), early=early_reason)
        finally:
            self._at_home.set()

    def draw(self, inputs: Closing) -> Drawn:
        return close_month.draw(inputs, seal_picture=self.seal_picture)

    def pdf_of(self, drawn: Drawn) -> bytes:
        return drawn.pdf

    def sign(self, drawn: Drawn, identity: Path, passphrase: str) -> SignedFile:
        signed = close_month.sign(drawn, read_identity(identity), passphrase, path=str(identity), now=self._clock())
        return replace(signed, signer=identity)

    def make(self, inputs: Closing, identity: Path, passphrase: str) -> SignedFile:
        p12, now = read_identity(identity), self._clock()
        signed = close_month.make(inputs, p12, passphrase, path=str(identity), now=now, seal_picture=self.seal_picture)
        return replace(signed, signer=identity)

    # --- the picture of the seal

    @property
    def seal_picture(self) -> bytes:
        kept = self._kept
        return read_regular(kept) if kept.is_file() else b""

    def keep_seal_picture(self, file: Path) -> None:
        from ...report.seal_picture import read_seal_picture  # brings the drawer of pages

        png = read_identity(file)
        read_seal_picture(png)
        write_file(self._kept, png)

    def forget_seal_picture(self) -> None:
        self._kept.unlink(missing_ok=True)

    @property
    def _kept(self) -> Path:
        return self._ledger().path.parent / SEAL_PICTURE
