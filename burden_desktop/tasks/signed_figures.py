"""A closed month stays as it was signed, whatever is added to its records, said of its bodies or set of the rules later.

The words of records, whole or in part, are not kept a second time with the seal: a purge must find them in the records alone.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any, Final

from ..analysis.rules.pack import changed_pack, write_changes
from ..domain.kinds import kind_named
from ..domain.months.month import Month
from ..domain.months.rules import Answer, Remark, RulePack
from ..domain.months.summary import Finding, KindFigures, MonthSummary, RulesUsed
from ..domain.record import Record
from ..store.ledger import Ledger
from .rules import shipped_pack

_WITHOUT_WORDS: Final = frozenset({
    "document-growth", "duplicate-share", "inspection-plan", "inspection-consecutive", "form-frequent", "plaque-basis",
    "reduction-target", "unusual-count",
})  # fmt: skip
"""Rules of which some facts tell nothing but bodies, days and counts; those facts are kept as they were signed."""


def figures_told(summary: MonthSummary) -> dict[str, Any]:
    """The figures that are kept of a summary with the entry of its closing."""
    return {
        "kinds": {name: asdict(figures) for name, figures in summary.kinds.items()},
        "by_level": {name: dict(levels) for name, levels in summary.by_level.items()},
        "by_organ": {name: [list(pair) for pair in pairs] for name, pairs in summary.by_organ.items()},
    }


def kept_with_seal(summary: MonthSummary, pack: RulePack, records: Sequence[Record]) -> dict[str, Any]:
    """All that is kept with the entry of a closing: the figures, the rules as they were set, and what they found."""
    titles = {title for record in records if (title := str(record.values.get(kind_named(record.kind).titled_by) or ""))}
    return {
        **figures_told(summary),
        "rules": {**asdict(summary.rules), "changes": write_changes(shipped_pack(), pack)},
        "findings": [
            {
                "rule": finding.rule,
                "severity": finding.severity,
                "records": list(finding.records),
                "identity": finding.identity,
                "fact": finding.fact if _without_words(finding, titles) else "",
                "answer": finding.remark.answer.value if finding.remark else "",
                "answered_at": finding.remark.at if finding.remark else "",
            }
            for finding in summary.findings
        ],
    }


def _without_words(finding: Finding, titles: Collection[str]) -> bool:
    return finding.rule in _WITHOUT_WORDS and "《" not in finding.fact and not any(title in finding.fact for title in titles)


def signed_pack(told: Mapping[str, Any] | None, now: RulePack) -> RulePack:
    """The rules as they were set when the month was closed; as they are set `now` where that was not kept."""
    return changed_pack(shipped_pack(), told["rules"]["changes"]) if told and "rules" in told else now


def moved_since(signed: RulePack, now: RulePack) -> tuple[str, ...]:
    """The titles of rules that are switched or bounded otherwise `now`."""
    before = {rule.id: rule for rule in signed.rules}
    return tuple(rule.title for rule in now.rules if before.get(rule.id) != rule)


def signed_remarks(ledger: Ledger, month: Month, told: Mapping[str, Any] | None) -> Mapping[str, Remark]:
    """What the point had said to each finding when the month was closed; what it says now where that was not kept."""
    now = ledger.remarks.all()
    if told is None or "findings" not in told:
        return now
    return {
        kept["identity"]: Remark(Answer(kept["answer"]), _said(ledger, month, kept["identity"]), kept["answered_at"])
        for kept in told["findings"]
        if kept["answer"]
    }


def _said(ledger: Ledger, month: Month, identity: str) -> str:
    """The words of the remark of then; empty where they were deleted."""
    sealed = ledger.months.sealed(month)
    steps = [step.after for step in ledger.history.of_record(identity) if sealed and step.entry.seq <= sealed.chain_seq and step.after]
    return str(steps[-1].get("text", "")) if steps else ""


def as_signed(summary: MonthSummary, told: Mapping[str, Any] | None) -> MonthSummary:
    """The summary with the figures that were signed; kinds that were not kept then stay as they are counted now."""
    if told is None:
        return summary
    organs = {name: tuple((organ, count) for organ, count in pairs) for name, pairs in told["by_organ"].items()}
    return replace(
        summary,
        kinds={**summary.kinds, **{name: KindFigures(**figures) for name, figures in told["kinds"].items()}},
        by_level={**summary.by_level, **told["by_level"]},
        by_organ={**summary.by_organ, **organs},
    )


def findings_signed(
    found: tuple[Finding, ...], told: Mapping[str, Any] | None, pack: RulePack, remarks: Mapping[str, Remark]
) -> tuple[Finding, ...]:
    """The findings that were signed, no more and no less; `found` are those of the same rules today, which give the words
    back that were not kept."""
    if told is None or "findings" not in told:
        return found
    now = {finding.identity: finding for finding in found}
    return tuple(_signed(kept, now.get(kept["identity"]), pack, remarks.get(kept["identity"])) for kept in told["findings"])


def _signed(kept: Mapping[str, Any], now: Finding | None, pack: RulePack, remark: Remark | None) -> Finding:
    rule = pack.rule(kept["rule"])
    title = rule.title if rule else kept["rule"]
    gone = f"{title}：所依据的内容在封存以后有变动，原文见已签署的月报。"
    return Finding(
        rule=kept["rule"],
        severity=kept["severity"],
        records=tuple(kept["records"]),
        fact=kept["fact"] or (now.fact if now else gone),
        identity=kept["identity"],
        title=title,
        words=rule.words if rule else "",
        exact=rule.exact if rule else False,
        source=rule.source if rule else "",
        remark=remark,
    )


def rules_signed(told: Mapping[str, Any] | None, pack: RulePack) -> RulesUsed:
    """Which rules were tested when the month was closed."""
    if told is None or "rules" not in told:
        return RulesUsed(pack.version, pack.changed)
    return RulesUsed(told["rules"]["version"], tuple(told["rules"]["changed"]))
