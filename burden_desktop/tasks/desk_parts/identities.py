"""The desk's part for signing certificates; keeps the promise of `ui.desk_parts.identities`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ...domain.role import POINT, refuse_other

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from ...domain.handed_in.verdict import Verdict
    from ...domain.identity_kept import IdentityKept
    from ...domain.point import Point
    from ...domain.texts import Sentence
    from ...store.ledger import Ledger
    from ..over import Over

PATH: Final = "identity_path"
_UNTIL, _NEXT, _NEXT_UNTIL = "identity_until", "identity_next", "identity_next_until"


class IdentitiesDesk:
    """`ledger` waits until the ledger is at home; `clock` gives an aware time."""

    def __init__(self, ledger: Callable[[], Ledger], clock: Callable[[], datetime]) -> None:
        self._ledger, self._clock = ledger, clock

    @property
    def kept(self) -> IdentityKept:
        from ...domain.identity_kept import IdentityKept  # a start without a certificate goes without it

        settings = self._ledger().settings
        return IdentityKept(
            self._place(PATH),
            settings.read(_UNTIL, None, date.fromisoformat),
            self._place(_NEXT),
            settings.read(_NEXT_UNTIL, None, date.fromisoformat),
        )

    def _place(self, key: str) -> Path | None:
        ledger = self._ledger()
        if not ledger.settings.get(key, ""):
            return None
        from ...store.here import chosen_here  # a start without a certificate goes without it

        place = chosen_here(ledger.settings, ledger.path, key)
        return Path(place) if place else None

    def owner(self) -> Point:
        ledger = self._ledger()
        refuse_other(ledger.role, POINT)
        return ledger.point

    def make(self, owner: Point, path: Path, passphrase: str) -> tuple[Path, date]:
        from ..identity import SHEET, make_identity
        from ..over import Over
        from ..write_out import refuse_place

        refuse_place(path.with_suffix(".pdf"), SHEET)  # beside the key; nobody was asked of it by its name
        make_identity(owner, path, passphrase, algorithm="ec", now=self._clock())
        return self._sheet(owner, path, passphrase, path.with_suffix(".pdf"), Over.EARLIER), self.until(owner, path, passphrase)

    def until(self, owner: Point, path: Path, passphrase: str) -> date:
        from ..identity import opened_for

        return opened_for(owner, path, passphrase, self._clock())

    def choose(self, path: Path, until: date | None) -> None:
        self._keep({PATH: str(path), _UNTIL: until.isoformat() if until else "", _NEXT: "", _NEXT_UNTIL: ""})

    def wait_for(self, path: Path, until: date) -> None:
        self._keep({_NEXT: str(path), _NEXT_UNTIL: until.isoformat()})

    def use_waiting(self) -> None:
        kept = self.kept
        if kept.waiting is not None:
            self.choose(kept.waiting, kept.waiting_until)

    def examine(self, file: Path, believed: Path) -> Verdict:
        from ..verify import verify_files

        (verdict,) = verify_files([file], believed, self._clock())
        return verdict

    def signed_with(self, path: Path, until: date) -> None:
        """What was just used is remembered where nothing else is, and its last day where that was not known."""
        kept = self.kept
        if kept.path is None or (kept.path == path and kept.until != until):
            self._keep({PATH: str(path), _UNTIL: until.isoformat()})

    def _keep(self, values: dict[str, str]) -> None:
        from ...store.here import choose_here

        ledger = self._ledger()
        for key, value in values.items():
            if key in (PATH, _NEXT):
                choose_here(ledger.settings, ledger.path, key, value)
            else:
                ledger.settings.set(key, value)

    def reminder(self) -> Sentence | None:
        if not self._ledger().settings.get(_UNTIL, ""):
            return None  # never opened here: nothing is known of its end
        return self.kept.reminder(self._clock().date())

    def write_sheet(self, owner: Point, identity: Path, passphrase: str, sheet: Path) -> Path:
        from ..over import Over

        return self._sheet(owner, identity, passphrase, sheet, Over.ASKED)

    def _sheet(self, owner: Point, identity: Path, passphrase: str, sheet: Path, over: Over) -> Path:
        from ..identity import write_sheet

        where, name, now = sheet.parent, sheet.stem, self._clock()
        return write_sheet(identity, passphrase, where, commission=owner.commission, now=now, stem=name, over=over)[0]
