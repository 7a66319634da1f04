"""What the pages 本月, 回看 and 规则 ask: rules and remarks, halves and the year's load, reports and their copies."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, Protocol

from ...domain.months.half_year import Half, KindHalf
from ...domain.months.month import Month
from ...domain.months.report_text import ReportText
from ...domain.months.rules import Answer, RulePack
from ...domain.texts import Sentence


class Reports(Protocol):
    """Calls marked *job* may run in the worker; all others touch the ledger."""

    def rules(self) -> RulePack:
        """The rules as this point has set them."""
        ...

    def shipped_rules(self) -> RulePack:
        """The rules as they ship."""
        ...

    def set_rules(self, pack: RulePack) -> None: ...

    def remark(self, finding: str, rule: str, answer: Answer, text: str) -> None:
        """What the point says to a finding, by the finding's identity."""
        ...

    def halves(self, half: Half) -> Mapping[str, KindHalf]:
        """Things by kind and month, beside the half before and the same half last year."""
        ...

    def load(self, year: int) -> Mapping[date, int]:
        """Papers, meetings, visits and forms together on each day of the year that has any."""
        ...

    def of_day(self, day: date) -> Mapping[str, Sequence[str]]:
        """The record numbers of what came on that day, by kind; kinds without any are left out."""
        ...

    def works(self, day: date) -> bool:
        """Whether people work on that day, by the official calendar."""
        ...

    def gathering(self, month: Month) -> Iterator[Any]:
        """What `Desk.summary_inputs` gives, read in steps so that the window breathes: None after each, the inputs last."""
        ...

    def review_material(self, month: Month) -> Any:
        """What a half's review needs of one of its months."""
        ...

    def review(self, half: Half, halves: Mapping[str, KindHalf], material: list[Any]) -> Mapping[str, bytes]:
        """*Job.* The review as "pdf", "docx" and "xlsx"."""
        ...

    def texts(self, inputs: Any) -> Mapping[str, ReportText]:
        """*Job.* The report's editable texts by key."""
        ...

    def doubtful_texts(self, inputs: Any) -> Sequence[ReportText]:
        """*Job.* Texts that people edited before the figures changed, or in which stand numbers of their own."""
        ...

    def set_text(self, month: Month, key: str, text: str, made: str) -> None: ...

    def copies(self, inputs: Any) -> Mapping[str, bytes]:
        """*Job.* The month's report as "docx" and its tables as "xlsx"."""
        ...

    def sheet_bodies(self, inputs: Any) -> Sequence[tuple[str, int]]:
        """*Job.* The bodies that findings of the month concern, with how many, most first."""
        ...

    def answer_by(self) -> date:
        """Until when a fact sheet of today asks for an answer."""
        ...

    def fact_sheet(self, inputs: Any, organ: str, due: date) -> Mapping[str, bytes]:
        """*Job.* The reminder fact sheet for one body as "pdf" and "docx"."""
        ...

    def sheet_name(self, month: Month, organ: str) -> str:
        """The name of its file, without an ending."""
        ...

    def write(self, path: Path, content: bytes, *, asked: bool) -> None:
        """`asked` where the user named this very file. Raises CannotWrite and what is refused of files to be written."""
        ...

    def spend(self, day: date, seconds: int) -> None:
        """Time spent on the ledger itself."""
        ...

    def now(self) -> datetime:
        """The moment by the program's clock."""
        ...

    def backup_reminder(self) -> Sentence | None:
        """What the clerk should know of the backup's second place."""
        ...
