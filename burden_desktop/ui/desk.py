"""What the window asks of the program: one protocol, plain values in and out, nothing of Qt.

`app` hands over the object that keeps it. Calls marked *job* may run in the worker; all others touch the ledger
and are made on the window's own thread only. Everything may raise the errors of `domain.errors`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from ..domain.chain.history import Entry
    from ..domain.months.month import Month
    from ..domain.months.summary import MonthSummary
    from ..domain.point import Point
    from ..domain.reading.draft import Draft
    from ..domain.record import Record
    from ..domain.texts import Sentence
    from .desk_parts.agenda import Agenda
    from .desk_parts.bodies import Bodies
    from .desk_parts.care import Care
    from .desk_parts.charts import Charts
    from .desk_parts.drafts import Drafts
    from .desk_parts.families import Families
    from .desk_parts.figures import Figures
    from .desk_parts.identities import Identities
    from .desk_parts.lists import Lists
    from .desk_parts.notices import Notices
    from .desk_parts.receiving import Receiving
    from .desk_parts.registers import Registers
    from .desk_parts.reports import Reports
    from .desk_parts.sealing import Sealing
    from .desk_parts.searching import Searching
    from .desk_parts.steps import Steps

OPEN, CLOSED, CORRECTING = "open", "closed", "correcting"


class Pages(Protocol):
    """The pages of a PDF, drawn one by one."""

    def __len__(self) -> int: ...

    def picture(self, index: int, scale: float) -> tuple[int, int, int, bytes]:
        """Page `index` from 0 as (width, height, bytes a row, BGRA bytes); scale 1 is 72 dots per inch."""
        ...


class Desk(Protocol):
    """The open ledger and what can be done with it."""

    @property
    def agenda(self) -> Agenda: ...

    @property
    def bodies(self) -> Bodies: ...

    @property
    def care(self) -> Care: ...

    @property
    def charts(self) -> Charts: ...

    @property
    def lists(self) -> Lists: ...

    @property
    def figures(self) -> Figures: ...

    @property
    def families(self) -> Families: ...

    @property
    def registers(self) -> Registers: ...

    @property
    def reports(self) -> Reports: ...

    @property
    def searching(self) -> Searching: ...

    @property
    def steps(self) -> Steps: ...

    @property
    def drafts(self) -> Drafts: ...

    @property
    def identities(self) -> Identities: ...

    @property
    def receiving(self) -> Receiving: ...

    @property
    def sealing(self) -> Sealing: ...

    @property
    def notices(self) -> Notices: ...

    @property
    def path(self) -> Path:
        """Where the ledger lies."""
        ...

    @property
    def point(self) -> Point: ...

    def lend_for_examination(self) -> bool:
        """Whether the opening check is still to be done; the ledger is then lent to the job `examine`."""
        ...

    @property
    def ready(self) -> bool:
        """Whether the opening check has been done and the ledger is not lent to a job: reading it will not wait."""
        ...

    def examine(self) -> Sentence | None:
        """*Job.* What stands above every page from now on, None while all is well: where the chain is broken, the
        ledger can only be looked at. Raises DamagedLedger."""
        ...

    def today(self) -> date:
        """The day by the program's clock."""
        ...

    def setting(self, key: str, default: str) -> str:
        """A remembered choice of this window: `font_percent` ("100"-"200"), `language` ("zh_CN", "en")."""
        ...

    def set_setting(self, key: str, value: str) -> None: ...

    def set_point(self, point: Point) -> None: ...

    # --- records

    def page(
        self, kind: str, *, month: Month | None = None, text: str = "", after: Record | None = None, limit: int = 200
    ) -> tuple[Record, ...]:
        """Newest first, the `limit` records that follow `after` (None: from the top). Late ones included."""
        ...

    def count(self, kind: str, month: Month | None = None) -> int: ...

    def add(self, kind: str, written: Mapping[str, object], *, late: bool = False) -> Record:
        """Save what was written. Raises InvalidRecord (its `problems` stand beside the fields), Classified,
        SealedMonth (the window then asks whether it is entered late)."""
        ...

    def change(self, kind: str, record_id: int, written: Mapping[str, object]) -> Record: ...

    def withdraw(self, kind: str, record_id: int) -> None: ...

    def history(self, number: str) -> tuple[Entry, ...]: ...

    def organs(self, prefix: str) -> tuple[str, ...]:
        """Names of bodies that `prefix` means, by name, other name or first letters (sfb), at most 50; "" gives those of
        the ledger."""
        ...

    # --- reading

    def read_text(self, text: str, received_on: date) -> Draft:
        """A pasted notice as a draft, nothing stored. Raises Classified. Quick: on the window's thread."""
        ...

    # --- months

    def month_state(self, month: Month) -> str:
        """OPEN, CLOSED or CORRECTING."""
        ...

    def summary_inputs(self, month: Month) -> Any:
        """What the three jobs need, read from the ledger on the window's thread."""
        ...

    def summarise(self, inputs: Any) -> MonthSummary:
        """*Job.*"""
        ...

    def render_draft(self, inputs: Any) -> bytes:
        """*Job.* The month's PDF, marked 草稿."""
        ...

    def sealed_pdf(self, month: Month) -> bytes | None:
        """The latest signed PDF of a closed month; None when there is none or the file is no longer there."""
        ...

    def close_commit(self, sealed: Any) -> Path:
        """Writes the signed file and seals the month; where the file lies. Raises MonthChanged."""
        ...

    def correct(self, month: Month, reason: str) -> None: ...

    def pages(self, pdf: bytes) -> Pages: ...


class CreateLedger(Protocol):
    """Makes the ledger of a first start (`role`: POINT or COMMISSION) and gives back its desk."""

    def __call__(self, path: Path, point: Point, role: str) -> Desk: ...
