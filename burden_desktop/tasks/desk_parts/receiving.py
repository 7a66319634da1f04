"""A commission's part of the desk; keeps the promise of `ui.desk_parts.receiving`.

All but the question whose ledger this is comes from modules that are imported where they are first used: every
start asks it, and a point's window needs nothing else of this part.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ...domain.role import COMMISSION

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path
    from threading import Event

    from ...domain.handed_in.overview import Overview
    from ...domain.handed_in.receiving import Enrolled, OfferedCertificate, Received
    from ...domain.texts import Sentence
    from ...store.ledger import Ledger
    from ..receive import Arrival

_SHOWN = 500


class ReceivingDesk:
    """`ledger` waits until the ledger is at home; `clock` gives an aware time."""

    def __init__(self, ledger: Callable[[], Ledger], clock: Callable[[], datetime]) -> None:
        self._ledger, self._clock = ledger, clock

    @property
    def is_commission(self) -> bool:
        return self._ledger().role == COMMISSION

    def overview(self, months: int) -> Overview:
        from ..overview import overview

        return overview(self._ledger(), self._clock().date(), months)

    def enrolled(self) -> tuple[Enrolled, ...]:
        return self._ledger().receiving.enrolled()

    def look_at(self, path: Path) -> OfferedCertificate:
        from ..points import look_at_certificate

        return look_at_certificate(path, self._clock())

    def enrol(self, path: Path, fingerprint: str, *, renew: bool, replace: bool) -> Enrolled:
        from ..points import enrol

        return enrol(self._ledger(), path, fingerprint=fingerprint, now=self._clock(), renew=renew, replace=replace)

    def suspend(self, code: str, reason: str) -> int:
        from ..points import suspend

        return suspend(self._ledger(), code, reason)

    def received(self) -> tuple[Received, ...]:
        return self._ledger().receiving.all(limit=_SHOWN)

    def inputs(self) -> tuple[Any, datetime]:
        from ..receive import trust_of

        return trust_of(self._ledger()), self._clock()

    def judge(
        self, inputs: tuple[Any, datetime], paths: Sequence[Path], progress: Callable[[int, int], None], stop: Event
    ) -> tuple[Arrival, ...]:
        from ..examiner import Examiner
        from ..receive import files_in, judge_all

        trust, at = inputs
        with Examiner(trust) as examiner:

            def told(done: int, of: int) -> None:
                if stop.is_set():
                    examiner.cancel()
                progress(done, of)

            return judge_all(files_in(paths), examiner, at, told)

    def decide(self, inputs: tuple[Any, datetime], arrivals: Sequence[Arrival]) -> tuple[Received, ...]:
        from ..receive import decide

        return decide(self._ledger(), arrivals, inputs[1])

    def kept_file(self, sha256: str) -> Path:
        from ..receive import kept_file

        return kept_file(self._ledger().path, sha256)

    def copy_out(self, sha256: str, target: Path) -> None:
        from ..receive import copy_out

        copy_out(self._ledger().path, sha256, target)

    def deeds(self, sha256: str) -> Sentence | None:
        from ...domain.chain.deeds import deeds, entries_of
        from ...domain.handed_in.submission import read_kept

        receiving = self._ledger().receiving
        payload = receiving.payload(sha256)
        told = read_kept(payload)
        if told is None:
            return None
        earlier = (one for one in receiving.of_point(told.point.code) if one.last_seq <= told.since[0])
        read = (read_kept(receiving.payload(one.sha256)) for one in earlier)
        before = [entry for one in read if one is not None for entry in entries_of(one)]
        return deeds(told, before).sentence

    def records(self, sha256: str) -> tuple[dict[str, Any], ...]:
        payload = self._ledger().receiving.payload(sha256)
        return tuple(json.loads(payload)["records"]) if payload else ()
