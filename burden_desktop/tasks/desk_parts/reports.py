"""Rules, remarks, reviews and copies as the window asks for them; keeps the promise of `ui.desk_parts.reports`.

What makes pages and files is imported where it is first used: the window starts without it.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ...domain.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date, datetime
    from pathlib import Path

    from ...domain.months.half_year import Half, KindHalf
    from ...domain.months.month import Month
    from ...domain.months.report_text import ReportText
    from ...domain.months.rules import Answer, RulePack
    from ...domain.record import Record
    from ...domain.texts import Sentence
    from ...store.ledger import Ledger
    from ..close_month import Closing
    from ..summarise import MonthMaterial


class ReportsDesk:
    """`ledger` waits until the ledger is at home."""

    def __init__(self, ledger: Callable[[], Ledger], clock: Callable[[], datetime]) -> None:
        self._ledger, self._clock = ledger, clock

    def rules(self) -> RulePack:
        from ..rules import pack_of

        return pack_of(self._ledger())

    def shipped_rules(self) -> RulePack:
        from ..rules import shipped_pack

        return shipped_pack()

    def set_rules(self, pack: RulePack) -> None:
        from ..rules import set_pack

        set_pack(self._ledger(), pack)

    def remark(self, finding: str, rule: str, answer: Answer, text: str) -> None:
        self._ledger().remarks.set(finding, rule, answer, text)

    def halves(self, half: Half) -> Mapping[str, KindHalf]:
        from ...domain.months.month import Month
        from ..review import halves_of

        return halves_of(self._ledger(), half, until=Month.of(self._clock().date()))

    def gathering(self, month: Month) -> Iterator[Closing | None]:
        from ..close_month import draft_material

        read: dict[str, tuple[Record, ...]] = {}
        for kind in KINDS:  # between two steps the ledger may have been lent: each asks for it
            read[kind.name] = self._ledger().records.in_month(kind, month)
            yield None
        yield draft_material(self._ledger(), month, now=self._clock(), records=read)

    def load(self, year: int) -> Mapping[date, int]:
        days: Counter[date] = Counter()
        for kind in KINDS:
            if kind.stock is None:
                days.update(self._ledger().load.of_year(kind, year))
        return dict(days)

    def of_day(self, day: date) -> Mapping[str, Sequence[str]]:
        load = self._ledger().load
        found = {kind.name: load.of_day(kind, day) for kind in KINDS if kind.stock is None}
        return {name: numbers for name, numbers in found.items() if numbers}

    def works(self, day: date) -> bool:
        from ..calendar_days import workdays_of

        return workdays_of(self._ledger()).is_working(day)

    def review_material(self, month: Month) -> MonthMaterial:
        from ..summarise import gather

        return gather(self._ledger(), month)

    def review(
        self, half: Half, halves: Mapping[str, KindHalf], material: list[MonthMaterial]
    ) -> Mapping[str, bytes]:
        from ..report_copies import review_tables, review_word
        from ..review import counted_once, review_from, review_pdf

        now = self._clock()
        found = review_from(half, halves, material, ("各月数字以台账现状为准，未封存的月份可能变动。", *counted_once(halves)))
        return {"pdf": review_pdf(found, now), "docx": review_word(found, now), "xlsx": review_tables(found)}

    def texts(self, inputs: Closing) -> Mapping[str, ReportText]:
        from ..report_texts import report_texts
        from ..summarise import sum_up

        return report_texts(inputs.material.all_records, sum_up(inputs.material))

    def doubtful_texts(self, inputs: Closing) -> Sequence[ReportText]:
        if not inputs.material.texts:
            return ()
        return tuple(text for text in self.texts(inputs).values() if text.stale or text.foreign)

    def set_text(self, month: Month, key: str, text: str, made: str) -> None:
        from ..report_texts import set_text

        set_text(self._ledger(), month, key, text, made)

    def copies(self, inputs: Closing) -> Mapping[str, bytes]:
        from ..report_copies import month_tables, month_word

        return {"docx": month_word(inputs), "xlsx": month_tables(inputs)}

    def sheet_bodies(self, inputs: Closing) -> Sequence[tuple[str, int]]:
        from ..fact_sheet import bodies_in

        return bodies_in(inputs.material)

    def answer_by(self) -> date:
        from ..fact_sheet import answer_by

        return answer_by(self._ledger(), self._clock().date())

    def fact_sheet(self, inputs: Closing, organ: str, due: date) -> Mapping[str, bytes]:
        from ..fact_sheet import fact_sheet_in, fact_sheet_pdf
        from ..report_copies import fact_sheet_word

        sheet, now = fact_sheet_in(inputs.material, organ, due), self._clock()
        return {"pdf": fact_sheet_pdf(sheet, now), "docx": fact_sheet_word(sheet, now)}

    def sheet_name(self, month: Month, organ: str) -> str:
        from ..fact_sheet import sheet_name

        return sheet_name(self._ledger().point, month, organ)

    def write(self, path: Path, content: bytes, *, asked: bool) -> None:
        from ..over import Over
        from ..write_out import write_out

        write_out(path, content, (".pdf", ".docx", ".xlsx"), over=Over.ASKED if asked else Over.EARLIER)

    def spend(self, day: date, seconds: int) -> None:
        ledger = self._ledger()
        if not ledger.closed:  # a restore let it go before the window was closed
            ledger.time.add(day, seconds)

    def now(self) -> datetime:
        return self._clock()

    def backup_reminder(self) -> Sentence | None:
        return self._ledger().backups.reminder()
