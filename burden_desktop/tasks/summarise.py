"""Gather a month from the ledger and sum it up. Gathering reads, summing computes: only the first needs the ledger."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from ..analysis.rules.evidence import Evidence
from ..analysis.rules.judge import findings_of
from ..analysis.summarise import Bases, summarise
from ..domain.kinds import KINDS
from ..domain.months.month import Month
from ..domain.months.rules import Remark, RulePack
from ..domain.months.summary import EditedText, MonthSummary
from ..domain.point import Point
from ..domain.record import Record
from ..store.ledger import Ledger
from .bases import bases_of
from .evidence import evidence_of
from .kept_since import reaches_back_to
from .month_detail import DetailMaterial, detail_of, gather_detail, targets_of
from .report_texts import texts_of
from .rules import pack_of
from .signed_figures import as_signed, findings_signed, moved_since, rules_signed, signed_pack, signed_remarks

MonthRecords = Mapping[str, tuple[Record, ...]]
"""All that counts in a month, by kind."""


@dataclass(frozen=True, slots=True)
class MonthMaterial:
    """Everything that a month's summary is made of, as plain values. Of a closed month `pack` and `remarks` are those of its
    closing, and `moved` are the titles of rules that are set otherwise since."""

    point: Point
    month: Month
    records: MonthRecords
    bases: Mapping[str, Bases]
    evidence: Evidence
    pack: RulePack
    remarks: Mapping[str, Remark]
    detail: DetailMaterial
    texts: Mapping[str, EditedText]
    signed: Mapping[str, Any] | None = None
    moved: tuple[str, ...] = ()

    @property
    def all_records(self) -> tuple[Record, ...]:
        return tuple(record for records in self.records.values() for record in records)


def gather(ledger: Ledger, month: Month, records: MonthRecords | None = None) -> MonthMaterial:
    """Read what a month needs: its records, unless they are handed in, and tallies of the periods to compare with."""
    begins = reaches_back_to(ledger)
    records = records or {kind.name: ledger.records.in_month(kind, month) for kind in KINDS}
    bases = {kind.name: bases_of(ledger, kind, month) for kind in KINDS}
    evidence = evidence_of(ledger, month, records, begins)
    signed, now = ledger.months.signed_figures(month), pack_of(ledger)
    pack = signed_pack(signed, now)
    return MonthMaterial(
        point=ledger.point,
        month=month,
        records=records,
        bases={name: base.bases for name, base in bases.items()},
        evidence=replace(evidence, targets=targets_of(ledger)),
        pack=pack,
        remarks=signed_remarks(ledger, month, signed),
        texts=texts_of(ledger, month),
        detail=gather_detail(
            ledger, month, KINDS, begins, {name: base.by_hand for name, base in bases.items() if base.by_hand}
        ),
        signed=signed,
        moved=moved_since(pack, now),
    )


def sum_up(material: MonthMaterial) -> MonthSummary:
    """The figures of gathered material and what the rules find in it; needs no ledger."""
    counted = summarise(material.point, material.month, KINDS, material.records, material.bases)
    summary = as_signed(counted, material.signed)
    evidence = replace(material.evidence, figures=summary.kinds)
    return replace(
        summary,
        findings=findings_signed(
            findings_of(evidence, material.pack, material.remarks), material.signed, material.pack, material.remarks
        ),
        rules=rules_signed(material.signed, material.pack),
        rules_moved=material.moved,
        texts=material.texts,
        detail=detail_of(material.detail, material.month, material.records, summary.kinds, evidence),
    )
