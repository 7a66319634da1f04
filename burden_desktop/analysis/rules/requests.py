"""Rules on forms, certificates, plaques, groups and apps."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from ...domain.field import NO, UNCLEAR
from ...domain.record import Record
from .evidence import Evidence, Fact, Parameters, called, day, number, words

_NO_BASIS: Final = ("无", "没有", "无依据")
_APPS: Final = ("APP", "小程序")


def frequent_forms(evidence: Evidence, parameters: Parameters) -> Iterator[Fact]:
    """Many forms of one body within the days."""
    span = timedelta(days=number(parameters, "days"))
    asked: dict[str, list[tuple[date, str, bool]]] = defaultdict(list)
    for past in evidence.recent.get("report_request", ()):
        asked[past.organ].append((past.on, past.number, False))
    for record in evidence.of("report_request"):
        on = day(record, "received_on")
        if on is not None:
            asked[evidence.body(record)].append((on, record.number, True))
    for organ, forms in sorted(asked.items()):
        forms.sort()
        fullest: list[tuple[date, str, bool]] = []
        first = 0
        for place, (on, _, _) in enumerate(forms):
            while on - forms[first][0] >= span:
                first += 1
            window = forms[first : place + 1]
            if len(window) > len(fullest) and any(own for _, _, own in window):
                fullest = window
        if len(fullest) >= number(parameters, "forms"):
            yield Fact(
                tuple(number for _, number, own in fullest if own),
                f"提示：{organ}{span.days}日内要求填报{len(fullest)}张表（{_span(fullest)}），疑似频繁要求填表，建议核实。",
                f"{organ}|{evidence.month}",
            )


def _span(forms: list[tuple[date, str, bool]]) -> str:
    first, last = forms[0][0], forms[-1][0]
    return f"{first.month}月{first.day}日至{last.month}月{last.day}日"


def listed_certificate(evidence: Evidence, parameters: Parameters) -> Iterator[Fact]:
    """A certificate that stands on the list of twenty."""
    listed = words(parameters, "listed")
    for record in evidence.of("certificate"):
        title = str(record.values["title"])
        found = next((item for item in listed if item in title), None)
        if found:
            yield Fact(
                (record.number,),
                f"疑似不应由村（社区）出具：{record.values['organ']}索要“{title}”，与清单中“{found}证明”相符，建议核实。",
                record.number,
            )


def plaque_basis(evidence: Evidence, parameters: Parameters) -> Iterator[Fact]:
    """A plaque that hangs, or is to hang, without a basis written down. What is to hang stands in no table of the month, so
    the sentence names its number."""
    watched = words(parameters, "states")
    bare = [
        record for record in evidence.of("plaque")
        if record.values.get("status") in watched and record.values.get("basis") in _NO_BASIS
    ]
    for record in bare:
        yield Fact((record.number,), f"提示：{called(record)}{record.values['status']}，登记为没有依据，建议核实。", record.number)
    for record in evidence.planned:
        told = f"提示：{called(record)}拟挂（编号{record.number}），"
        if record.values.get("status") in watched and record.values.get("basis") in _NO_BASIS:
            yield Fact((), f"{told}登记为没有依据，建议核实后再挂。", record.number)
        elif record.values.get("status") in watched and not record.values.get("basis"):
            yield Fact((), f"{told}没有填写依据，建议在挂牌前补充或核实。", record.number)
    unknown = [
        record.number for record in evidence.of("plaque")
        if record.values.get("status") in watched and not record.values.get("basis")
    ]
    if unknown:
        yield Fact(tuple(unknown), f"提示：有{len(unknown)}块牌子没有填写挂牌依据，建议补充或核实。", "basis-unknown")


def check_in(evidence: Evidence, parameters: Parameters) -> Iterator[Fact]:
    """打卡, 积分 or 排名 in a group or an app in use."""
    for record in _in_use(evidence):
        asked = str(record.values.get("check_in") or "")
        if asked and asked not in (NO, UNCLEAR, "无"):
            told = "打卡、积分或排名" if asked == "是" else asked
            yield Fact((record.number,), f"提示：{called(record)}有{told}，疑似强制使用功能，建议核实。", record.number)


def several_apps(evidence: Evidence, parameters: Parameters) -> Iterator[Fact]:
    """More than one app of one body in use."""
    apps: dict[str, list[Record]] = defaultdict(list)
    for record in _in_use(evidence):
        if record.values.get("type") in _APPS:
            apps[evidence.body(record)].append(record)
    for organ, records in sorted(apps.items()):
        if len(records) > number(parameters, "apps"):
            names = "、".join(str(record.values["title"]) for record in records)
            yield Fact(
                tuple(record.number for record in records), f"提示：{organ}有{len(records)}个政务应用在用（{names}），建议核实能否整合。", organ
            )


def _in_use(evidence: Evidence) -> list[Record]:
    return [record for record in evidence.of("app_group") if record.values.get("status") == "在用"]
