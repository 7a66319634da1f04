"""Every rule that is on, tested on the evidence of a month. Order: that of the pack, then of the records."""

from collections.abc import Mapping
from typing import Final

from ...domain.months.rules import Remark, RulePack, identity_of
from ...domain.months.summary import Finding
from . import documents, meetings, requests, visits, volume
from .evidence import Evidence, Test

TESTS: Final[Mapping[str, Test]] = {
    "document-growth": documents.growth,
    "document-length": documents.length,
    "document-disguise": documents.disguise,
    "document-command": documents.command,
    "document-report-back": documents.report_back,
    "hurried-request": documents.hurried,
    "document-repeated": documents.repeated,
    "duplicate-share": documents.duplicate_share,
    "meeting-comprehensive": meetings.comprehensive,
    "meeting-length": meetings.length,
    "meeting-layered": meetings.layered,
    "meeting-principal": meetings.principal,
    "inspection-plan": visits.plan,
    "inspection-split": visits.split,
    "inspection-exam": visits.exam,
    "inspection-yardstick": visits.yardstick,
    "inspection-same-day": visits.same_day,
    "inspection-frequent": visits.frequent,
    "inspection-consecutive": visits.consecutive,
    "inspection-rest-day": visits.rest_day,
    "inspection-escorts": visits.escorts,
    "inspection-disguised": visits.disguised,
    "form-frequent": requests.frequent_forms,
    "certificate-listed": requests.listed_certificate,
    "plaque-basis": requests.plaque_basis,
    "app-check-in": requests.check_in,
    "app-several": requests.several_apps,
    "reduction-target": volume.target,
    "unusual-count": volume.unusual,
    "local-jilin-length": meetings.local_length,
    "local-jilin-free-days": meetings.local_free_days,
    "local-zhangjiajie-length": meetings.local_length,
    "local-zhangjiajie-free-days": meetings.local_free_days,
}


def findings_of(
    evidence: Evidence, pack: RulePack, remarks: Mapping[str, Remark] | None = None
) -> tuple[Finding, ...]:
    """What the rules noticed, each with what the point already said to it."""
    said = remarks or {}
    found = []
    for rule in pack.rules:
        if not rule.on:
            continue
        for fact in TESTS[rule.id](evidence, rule.parameters):
            names = [identity_of(rule.id, subject) for subject in (fact.subject, *fact.also)]
            found.append(
                Finding(
                    rule=rule.id,
                    severity=(fact.severity or rule.severity).value,
                    records=fact.records,
                    fact=fact.sentence,
                    identity=names[0],
                    title=rule.title,
                    words=rule.words,
                    exact=rule.exact,
                    source=rule.source,
                    remark=max((said[name] for name in names if name in said), key=lambda remark: remark.at, default=None),
                )
            )
    return tuple(found)
