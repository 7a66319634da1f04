"""The open ledger as the window sees it: every task on one ledger, in the words of the window's `Desk`.

Readers of files, the closing of a month and the drawer of pages are imported where they are first used: the window
starts without them.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from ..domain.kinds import kind_named
from ..regular import read_regular
from ..store.files.places import reports_folder
from ..store.files.surroundings import warning_of
from . import enter
from .desk_parts.agenda import AgendaDesk
from .desk_parts.care import CareDesk
from .desk_parts.drafts import DraftsDesk
from .way_out import way_out

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date, datetime

    from ..domain.chain.history import Entry
    from ..domain.months.month import Month
    from ..domain.months.summary import MonthSummary
    from ..domain.point import Point
    from ..domain.reading.draft import Draft
    from ..domain.record import Record
    from ..domain.texts import Sentence
    from ..store.ledger import Ledger
    from .close_month import Closing, SignedFile
    from .desk_parts.bodies import BodiesDesk
    from .desk_parts.charts import ChartDesk
    from .desk_parts.families import FamiliesDesk
    from .desk_parts.figures import FiguresDesk
    from .desk_parts.identities import IdentitiesDesk
    from .desk_parts.lists import ListsDesk
    from .desk_parts.notices import NoticesDesk
    from .desk_parts.receiving import ReceivingDesk
    from .desk_parts.registers import RegistersDesk
    from .desk_parts.reports import ReportsDesk
    from .desk_parts.sealing import SealingDesk
    from .desk_parts.searching import SearchingDesk
    from .desk_parts.steps import StepsDesk
    from .page_pictures import PagePictures

OPEN, CLOSED, CORRECTING = "open", "closed", "correcting"
_OFFERED_ORGANS = 50


class LedgerDesk:
    """Keeps the promise of `ui.desk.Desk` on one ledger. `clock` gives an aware time.

    While the ledger is lent to a job, every call that needs it waits until it is back: one connection, one user.
    """

    def __init__(self, ledger: Ledger, clock: Callable[[], datetime], *, examined: bool = True) -> None:
        self._own_ledger = ledger
        self._clock = clock
        self._at_home = Event()
        self._at_home.set()
        self._examined = examined
        self.agenda = AgendaDesk(self._at_hand, self.today)
        self.care = CareDesk(self._at_hand, ledger, self._at_home, clock)
        self.drafts = DraftsDesk(lambda: ledger.path)

    # --- parts that a start goes without: each is loaded when it is first asked for

    @cached_property
    def bodies(self) -> BodiesDesk:
        from .desk_parts.bodies import BodiesDesk

        return BodiesDesk(self._at_hand)

    @cached_property
    def families(self) -> FamiliesDesk:
        from .desk_parts.families import FamiliesDesk

        return FamiliesDesk(self._at_hand)

    @cached_property
    def identities(self) -> IdentitiesDesk:
        from .desk_parts.identities import IdentitiesDesk

        return IdentitiesDesk(self._at_hand, self._clock)

    @cached_property
    def charts(self) -> ChartDesk:
        from .desk_parts.charts import ChartDesk

        return ChartDesk()

    @cached_property
    def figures(self) -> FiguresDesk:
        from .desk_parts.figures import FiguresDesk

        return FiguresDesk(self._at_hand)

    @cached_property
    def lists(self) -> ListsDesk:
        from .desk_parts.lists import ListsDesk

        return ListsDesk(self._at_hand)

    @cached_property
    def steps(self) -> StepsDesk:
        from .desk_parts.steps import StepsDesk

        return StepsDesk(self._at_hand)

    @cached_property
    def notices(self) -> NoticesDesk:
        from .desk_parts.notices import NoticesDesk

        return NoticesDesk(self._at_hand, self.today)

    @cached_property
    def registers(self) -> RegistersDesk:
        from .desk_parts.registers import RegistersDesk

        return RegistersDesk(self._at_hand, self._own_ledger, self._at_home, self.today)

    @cached_property
    def reports(self) -> ReportsDesk:
        from .desk_parts.reports import ReportsDesk

        return ReportsDesk(self._at_hand, self._clock)

    @cached_property
    def searching(self) -> SearchingDesk:
        from .desk_parts.searching import SearchingDesk

        return SearchingDesk(self._at_hand)

    @cached_property
    def sealing(self) -> SealingDesk:
        from .desk_parts.sealing import SealingDesk

        return SealingDesk(self._at_hand, self._own_ledger, self._at_home, self._clock)

    @cached_property
    def receiving(self) -> ReceivingDesk:
        from .desk_parts.receiving import ReceivingDesk

        return ReceivingDesk(self._at_hand, self._clock)

    def _at_hand(self) -> Ledger:
        return self._ledger

    @property
    def _ledger(self) -> Ledger:
        self._at_home.wait()
        return self._own_ledger

    def lend_for_examination(self) -> bool:
        """Whether the ledger is still to be examined; it is then lent until `examine` ends."""
        if self._examined:
            return False
        self._at_home.clear()
        return True

    @property
    def ready(self) -> bool:
        return self._examined and self._at_home.is_set() and not self._own_ledger.closed

    def examine(self) -> Sentence | None:
        """*Job.* The opening check, after the first rows are shown → what the clerk must know. Raises DamagedLedger."""
        try:
            with way_out(self._own_ledger.path):
                self._own_ledger.examine()
            self._examined = True
            from . import close_month  # noqa: F401 - the page shown first asks for its findings next; loaded here, nobody waits

            return self._own_ledger.opening_words or warning_of(self._own_ledger.path)
        finally:
            self._at_home.set()

    @property
    def point(self) -> Point:
        return self._ledger.point

    @property
    def path(self) -> Path:
        """Where the ledger lies."""
        return self._ledger.path

    def today(self) -> date:
        return self._clock().date()

    def close(self) -> None:
        """Let the ledger go. The window's jobs have ended by then, also one that was dropped before it began."""
        self._own_ledger.close()

    def setting(self, key: str, default: str) -> str:
        return self._ledger.settings.get(key, default)

    def set_setting(self, key: str, value: str) -> None:
        self._ledger.settings.set(key, value)

    def set_point(self, point: Point) -> None:
        self._ledger.set_point(point)

    # --- records

    def page(
        self, kind: str, *, month: Month | None = None, text: str = "", after: Record | None = None, limit: int = 200
    ) -> tuple[Record, ...]:
        from ..store.records import place_after  # the page 今日, which is shown first, lists no records

        declared = kind_named(kind)
        place = place_after(declared, after) if after else None
        return self._ledger.records.page(declared, month=month, text=text, after=place, limit=limit)

    def count(self, kind: str, month: Month | None = None) -> int:
        return self._ledger.records.count(kind_named(kind), month)

    def add(self, kind: str, written: Mapping[str, object], *, late: bool = False) -> Record:
        return enter.enter(self._ledger, kind, written, late=late)

    def change(self, kind: str, record_id: int, written: Mapping[str, object]) -> Record:
        return enter.change(self._ledger, kind, record_id, written)

    def withdraw(self, kind: str, record_id: int) -> None:
        enter.withdraw(self._ledger, kind, record_id)

    def history(self, number: str) -> tuple[Entry, ...]:
        return tuple(step.entry for step in self._ledger.history.of_record(number))

    def organs(self, prefix: str) -> tuple[str, ...]:
        from .bodies import suggest  # the usual bodies are read when the first one is typed

        return suggest(self._ledger.organs.all(), prefix, _OFFERED_ORGANS)

    # --- reading

    def read_text(self, text: str, received_on: date) -> Draft:
        from .read_notice import read_text  # readers of files are heavy at start-up

        return read_text(text, received_on)

    # --- months

    def month_state(self, month: Month) -> str:
        sealed = self._ledger.months.sealed(month)
        if sealed is None:
            return OPEN
        return CORRECTING if sealed.open_for_correction else CLOSED

    def summary_inputs(self, month: Month) -> Closing:
        from . import close_month

        return close_month.draft_material(self._ledger, month, now=self._clock())

    def summarise(self, inputs: Closing) -> MonthSummary:
        from .summarise import sum_up

        return sum_up(inputs.material)

    def render_draft(self, inputs: Closing) -> bytes:
        from . import close_month

        return close_month.draft_of(inputs)

    def sealed_pdf(self, month: Month) -> bytes | None:
        from ..store.files.reports import report_path

        sealed = self._ledger.months.sealed(month)
        if sealed is None:
            return None
        file = report_path(self._ledger.path, sealed.file_name)
        return read_regular(file) if file and file.is_file() else None

    def close_commit(self, sealed: SignedFile) -> Path:
        from . import close_month

        file = close_month.commit(self._ledger, sealed, reports_folder(self._ledger.path)).file
        if sealed.signer is not None and sealed.signer_until is not None:
            self.identities.signed_with(sealed.signer, sealed.signer_until.astimezone(self._clock().tzinfo).date())
        return file

    def correct(self, month: Month, reason: str) -> None:
        from . import close_month

        close_month.correct_month(self._ledger, month, reason)

    def pages(self, pdf: bytes) -> PagePictures:
        from .page_pictures import PagePictures

        return PagePictures(pdf)
