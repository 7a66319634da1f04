"""Whole registers as the window asks for them; keeps the promise of `ui.desk_parts.registers`.

Readers and writers of spreadsheets are imported where they are used: the window starts without them.
"""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ...domain.kinds import kind_named

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date
    from pathlib import Path
    from threading import Event

    from ...domain.reading.draft import PassedRow, RegisterChoices, RegisterReading
    from ...domain.reading.import_outcome import ImportOutcome, Standing
    from ...domain.texts import Texts
    from ...store.ledger import Ledger

TAUGHT: Final = "register.headings"  # the setting under which headings are kept: kind → heading → field
Taught = dict[str, dict[str, str | None]]


class RegistersDesk:
    """`at_hand` waits until the ledger is at home; `own` is the ledger for the job it is lent to."""

    def __init__(self, at_hand: Callable[[], Ledger], own: Ledger, at_home: Event, today: Callable[[], date]) -> None:
        self._at_hand, self._own, self._at_home, self._today = at_hand, own, at_home, today
        self._known: Taught | None = None

    def preview(self, source: Path | str, choices: RegisterChoices) -> RegisterReading:
        from ...intake.registers.register import read_pasted, read_register

        told = replace(choices, remembered=self._known or {})
        if isinstance(source, str):
            return read_pasted(source, today=self._today(), choices=told)
        return read_register(source, kind=None, today=self._today(), choices=told)

    def lend(self) -> None:
        self.taught()
        self._at_home.clear()

    @contextmanager
    def _lent(self) -> Iterator[Ledger]:
        try:
            yield self._own
        finally:
            self._at_home.set()

    def standing(self, reading: RegisterReading, *, late: bool, again: bool) -> Standing:
        from ..import_register import standing

        with self._lent() as ledger:
            return standing(ledger, reading, late=late, again=again)

    def commit(self, reading: RegisterReading, *, late: bool, again: bool) -> ImportOutcome:
        from ..import_register import store_rows

        with self._lent() as ledger:
            return store_rows(ledger, reading, late=late, again=again)

    def mend(self, reading: RegisterReading, row: PassedRow, cells: tuple[tuple[str, str], ...]) -> RegisterReading:
        from ...intake.registers.register import mended

        return mended(reading, row, cells, today=self._today(), remembered=self.taught())

    # --- what headings mean

    def taught(self) -> Mapping[str, Mapping[str, str | None]]:
        if self._known is None:
            self._known = self._at_hand().settings.read(TAUGHT, Taught(), _headings)
        return self._known

    def teach(self, kind: str, heading: str, field: str | None) -> None:
        from ...intake.registers.heading_map import bare

        self._keep({**self.taught(), kind: {**self.taught().get(kind, {}), bare(heading): field}})

    def forget(self, kind: str, heading: str) -> None:
        left = {name: field for name, field in self.taught().get(kind, {}).items() if name != heading}
        self._keep({**self.taught(), kind: left})

    def _keep(self, taught: Mapping[str, Mapping[str, str | None]]) -> None:
        self._known = {kind: dict(headings) for kind, headings in taught.items() if headings}
        self._at_hand().settings.set(TAUGHT, json.dumps(self._known, ensure_ascii=False))

    # --- files

    def save_rejected(self, reading: RegisterReading, target: Path, t: Texts) -> None:
        from ..over import Over
        from ..register_files import WORKBOOK, rejected_rows
        from ..write_out import write_out

        write_out(target, rejected_rows(reading, t), WORKBOOK, over=Over.ASKED)

    def save_register(self, kind: str, target: Path) -> None:
        from ..over import Over
        from ..register_files import REGISTERS, export_register
        from ..write_out import write_out

        write_out(target, export_register(self._at_hand(), kind_named(kind), target.suffix), REGISTERS, over=Over.ASKED)

    def save_template(self, kind: str, target: Path) -> None:
        from ..over import Over
        from ..register_files import WORKBOOK, empty_register
        from ..write_out import write_out

        write_out(target, empty_register(kind_named(kind)), WORKBOOK, over=Over.ASKED)


def _headings(kept: str) -> Taught:
    return {str(kind): {str(heading): field for heading, field in told.items()} for kind, told in json.loads(kept).items()}
