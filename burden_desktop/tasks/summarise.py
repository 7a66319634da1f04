"""Gather a month from the ledger and sum it up. Gathering reads, summing computes: only the first needs the ledger."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ..analysis.rules.evidence import Evidence
from ..analysis.rules.judge import findings_of
from ..analysis.summarise import Bases, summarise
from ..domain.kind import Kind
from ..domain.kinds import KINDS
from ..domain.month import Month
from ..domain.point import Point
from ..domain.record import Record
from ..domain.rules import Remark, RulePack
from ..domain.summary import MonthSummary, RulesUsed
from ..store.ledger import Ledger
from .evidence import evidence_of
from .rules import pack_of


@dataclass(frozen=True, slots=True)
class MonthMaterial:
    """Everything that a month's summary is made of, as plain values."""

    point: Point
    month: Month
    records: Mapping[str, tuple[Record, ...]]
    bases: Mapping[str, Bases]
    evidence: Evidence
    pack: RulePack
    remarks: Mapping[str, Remark]

    @property
    def all_records(self) -> tuple[Record, ...]:
        return tuple(record for records in self.records.values() for record in records)


def gather(ledger: Ledger, month: Month) -> MonthMaterial:
    """Read what a month needs: its records, and tallies of the periods to compare with."""
    begins = _reaches_back_to(ledger)
    records = {kind.name: ledger.records.in_month(kind, month) for kind in KINDS}
    return MonthMaterial(
        point=ledger.point,
        month=month,
        records=records,
        bases={kind.name: _bases(ledger, kind, month, begins) for kind in KINDS},
        evidence=evidence_of(ledger, month, records, begins),
        pack=pack_of(ledger),
        remarks=ledger.remarks.all(),
    )


def sum_up(material: MonthMaterial) -> MonthSummary:
    """The figures of gathered material and what the rules find in it; needs no ledger."""
    summary = summarise(material.point, material.month, KINDS, material.records, material.bases)
    evidence = replace(material.evidence, figures=summary.kinds)
    return replace(
        summary,
        findings=findings_of(evidence, material.pack, material.remarks),
        rules=RulesUsed(material.pack.version, material.pack.changed),
    )


def _reaches_back_to(ledger: Ledger) -> Month | None:
    """The first month of which anything is known: a record, or a closed month (a nil month is known too)."""
    first_record = ledger.records.first_month()
    known = [sealed.month for sealed in ledger.months.all()] + ([first_record] if first_record else [])
    return min(known, default=None)


def _bases(ledger: Ledger, kind: Kind, month: Month, begins: Month | None) -> Bases:
    last_year = month.same_month_last_year
    tally = ledger.counts.period
    return Bases(
        previous=tally(kind, month.previous, month.previous) if _covers(begins, month.previous) else None,
        same_month_last_year=tally(kind, last_year, last_year) if _covers(begins, last_year) else None,
        year_to_date=ledger.counts.year_to_date(kind, month),
        last_year_to_date=tally(kind, last_year.january, last_year) if _covers(begins, last_year) else None,
    )


def _covers(begins: Month | None, last: Month) -> bool:
    """Whether the ledger was kept in a period that ends with `last`: otherwise its zero would be no figure."""
    return begins is not None and begins <= last
