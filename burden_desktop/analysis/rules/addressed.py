"""What the findings of a month say to one body: its own records and figures alone, and advice that speaks to it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from ...domain.months.earlier import Earlier
from ...domain.months.rules import RulePack, identity_of
from ...domain.months.summary import Finding
from ...domain.record import Record
from .evidence import Evidence, called, day
from .judge import findings_of
from .meetings import topic_of

_OF_THE_POINT: Final = ("duplicate-share",)
"""Rules on all that a point received: no body answers for that."""
_LEFT_EMPTY: Final = (identity_of("plaque-basis", "basis-unknown"),)
"""What the point itself did not fill in."""
_SPOKEN: Final = (
    ("提示：本月有", "提示：你单位本月有"),
    ("建议向来访单位了解", "请你单位说明"),
    ("建议核实", "请核实"),
    ("未填综合或专项，", ""),
    ("未填会议性质，", ""),
)
_NAMED: Final = 3


def addressed_to(organ: str, evidence: Evidence, pack: RulePack, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Those of `findings` that concern `organ`, in its own figures: each rule is tested again on the records of the body, and
    what only arose together with other bodies says what its part was."""
    own = {record.number: record for records in evidence.records.values() for record in records if evidence.body(record) == organ}
    if not own:
        return ()
    alone = {finding.identity: finding for finding in findings_of(_alone(organ, evidence, own), pack)}
    return tuple(_addressed(findings, own, alone))


def _addressed(findings: Sequence[Finding], own: Mapping[str, Record], alone: Mapping[str, Finding]) -> Iterator[Finding]:
    for finding in findings:
        numbers = tuple(number for number in finding.records if number in own)
        if not numbers or finding.rule in _OF_THE_POINT or finding.identity in _LEFT_EMPTY:
            continue
        again = alone.get(finding.identity)
        if again is not None and again.records == numbers:
            fact = again.fact
        elif numbers == finding.records:
            fact = finding.fact
        else:
            fact = _PARTS.get(finding.rule, _part)([own[number] for number in numbers])
        yield replace(finding, records=numbers, fact=_spoken(fact))


def _alone(organ: str, evidence: Evidence, own: Mapping[str, Record]) -> Evidence:
    """The month as if nobody else had been there."""

    def of_body(told: Sequence[Earlier]) -> tuple[Earlier, ...]:
        return tuple(one for one in told if one.organ == organ)

    return replace(
        evidence,
        records={kind: tuple(record for record in records if record.number in own) for kind, records in evidence.records.items()},
        recent={kind: of_body(told) for kind, told in evidence.recent.items()},
        receipts={family: of_body(told) for family, told in evidence.receipts.items()},
        series=(), targets={}, planned=(),
    )  # fmt: skip


def _spoken(fact: str) -> str:
    for written, said in _SPOKEN:
        fact = fact.replace(written, said)
    return fact


def _names(records: Sequence[Record]) -> str:
    return "；".join(called(record) for record in records[:_NAMED]) + ("等" if len(records) > _NAMED else "")


def _days(records: Sequence[Record]) -> str:
    days = sorted({on for record in records if (on := day(record))})
    return "、".join(f"{on.month}月{on.day}日" for on in days)


def _part(records: Sequence[Record]) -> str:
    return f"提示：其中涉及你单位{len(records)}条：{_names(records)}，请核实。"


def _same_day(records: Sequence[Record]) -> str:
    return f"提示：你单位{_days(records)}到访{len(records)}次（{_names(records)}），同日还有其他单位到访，疑似扎堆，请核实能否错开。"


def _consecutive(records: Sequence[Record]) -> str:
    return f"提示：你单位{_days(records)}到访{len(records)}次（{_names(records)}），与其他单位的到访接连，疑似过于密集，请核实能否错开。"


def _layered(records: Sequence[Record]) -> str:
    topic = topic_of(str(records[0].values["title"]))
    return f"疑似层层开会：“{topic}”你单位本月开会{len(records)}场次，其他层级也就此开会，请核实能否合并或套开。"


def _repeated(records: Sequence[Record]) -> str:
    return f"提示：{called(records[0])}你单位本月发来{len(records)}次，其他单位也发来同一文件，疑似重复发文或多头转发，请核实。"


def _split(records: Sequence[Record]) -> str:
    return f"提示：计划内事项{called(records[0])}你单位本月进行{len(records)}次，其他单位也为此到访，请核实能否合并。"


_PARTS: Final[Mapping[str, Callable[[Sequence[Record]], str]]] = {
    "inspection-same-day": _same_day,
    "inspection-consecutive": _consecutive,
    "inspection-split": _split,
    "meeting-layered": _layered,
    "document-repeated": _repeated,
}
