"""Small months to test rules on."""

from collections.abc import Sequence
from typing import Any

from burden_desktop import paths
from burden_desktop.analysis.rules.evidence import Evidence
from burden_desktop.analysis.rules.judge import findings_of
from burden_desktop.analysis.rules.pack import read_pack
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.months.rules import RulePack
from burden_desktop.domain.months.summary import Finding
from burden_desktop.domain.record import Record

MARCH = Month(2026, 3)
PACK = read_pack((paths.resources() / "rules" / "rules.toml").read_text("utf-8"))


def bare(kind: str, id: int, **values: object) -> Record:
    """A record of a kind whose declaration does not matter here."""
    held: dict[str, Any] = {"organ": "青禾县民政局", "title": f"第{id}项", **values}
    return Record(id, kind, f"{kind}-{id}", MARCH, False, None, None, held, "", "")


def form(id: int, **values: object) -> Record:
    return bare("report_request", id, **{"received_on": "2026-03-05", **values})


def evidence(*records: Record, **more: Any) -> Evidence:
    kinds = dict.fromkeys(record.kind for record in records)
    return Evidence(MARCH, {kind: [record for record in records if record.kind == kind] for kind in kinds}, **more)


def only(rule: str, on: bool = True, **parameters: object) -> RulePack:
    """The pack with this rule alone."""
    from dataclasses import replace

    own = PACK.rule(rule)
    assert own is not None
    return RulePack(PACK.version, (replace(own, on=on, parameters={**own.parameters, **parameters}),))  # type: ignore[dict-item]


def found(rule: str, seen: Evidence, **parameters: object) -> Sequence[Finding]:
    """What that rule alone finds."""
    return findings_of(seen, only(rule, **parameters))
