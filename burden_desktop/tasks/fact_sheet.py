"""提醒事实单: the findings of a month that concern one body, drafted for the commission."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from ..analysis.rules.addressed import addressed_to
from ..domain.errors.months import NothingFound
from ..domain.kinds import kind_named
from ..domain.months.month import Month
from ..domain.months.rules import Answer
from ..domain.months.summary import Finding
from ..domain.point import Point
from ..domain.record import Record
from ..store.ledger import Ledger
from .calendar_days import workdays_of
from .summarise import MonthMaterial, gather, sum_up

ANSWER_DAYS = 10


@dataclass(frozen=True, slots=True)
class FactSheet:
    """What a fact sheet says; `due` is when an answer is asked for."""

    point: Point
    month: Month
    organ: str
    findings: tuple[Finding, ...]
    records: tuple[tuple[str, str, str], ...]
    due: date


def bodies_of(ledger: Ledger, month: Month) -> tuple[tuple[str, int], ...]:
    """The bodies that findings of the month concern, with how many, most first."""
    return bodies_in(gather(ledger, month))


def bodies_in(material: MonthMaterial) -> tuple[tuple[str, int], ...]:
    """The same of what was gathered; touches no ledger."""
    leads = {record.number: material.evidence.body(record) for record in material.all_records if record.values["organ"]}
    told = _told(sum_up(material).findings)
    organs = dict.fromkeys(leads[number] for finding in told for number in finding.records if number in leads)
    counts = {organ: len(addressed_to(organ, material.evidence, material.pack, told)) for organ in organs}
    return tuple(sorted(((organ, count) for organ, count in counts.items() if count), key=lambda pair: (-pair[1], pair[0])))


def fact_sheet_of(ledger: Ledger, month: Month, organ: str, today: date) -> FactSheet:
    """The sheet for `organ`. What the point calls not so (不属实) is left out. Raises NothingFound."""
    return fact_sheet_in(gather(ledger, month), organ, answer_by(ledger, today))


def answer_by(ledger: Ledger, today: date) -> date:
    """Until when an answer is asked for."""
    return workdays_of(ledger).after(today, ANSWER_DAYS)


def fact_sheet_in(material: MonthMaterial, organ: str, due: date) -> FactSheet:
    """The same of what was gathered; touches no ledger. Raises NothingFound."""
    own = {record.number: record for record in material.all_records if material.evidence.body(record) == organ}
    findings = addressed_to(organ, material.evidence, material.pack, _told(sum_up(material).findings))
    if not findings:
        raise NothingFound(month=material.month.label, organ=organ)
    named = dict.fromkeys(number for finding in findings for number in finding.records)
    return FactSheet(material.point, material.month, organ, findings, tuple(_row(own[number]) for number in named), due)


def sheet_name(point: Point, month: Month, organ: str) -> str:
    """The name of its file, without an ending."""
    return f"{point.code}-{month}-提醒事实单-" + re.sub(r'[\\/:*?"<>|\s]', "", organ)[:40]


def _told(findings: Sequence[Finding]) -> list[Finding]:
    return [finding for finding in findings if not (finding.remark and finding.remark.answer is Answer.WRONG)]


def _row(record: Record) -> tuple[str, str, str]:
    kind = kind_named(record.kind)
    return record.number, str(record.values[kind.dated_by] or ""), str(record.values.get(kind.titled_by) or "")


def fact_sheet_pdf(sheet: FactSheet, made_at: datetime) -> bytes:
    """The sheet as PDF/A."""
    from ..report.document import document_pdf  # the pages' library is heavy and only needed here
    from ..report.fact_sheet_blocks import TITLE, fact_sheet_blocks

    blocks = fact_sheet_blocks(sheet.point, sheet.month, sheet.organ, sheet.findings, sheet.records, sheet.due)
    return document_pdf(TITLE, (sheet.month.label,), blocks, sheet.point.name, made_at)
