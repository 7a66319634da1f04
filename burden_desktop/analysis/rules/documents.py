"""Rules on papers: how many, how long, in which dress, what they ask for, how fast."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Final

from ...domain.bodies.nature import COORDINATING, DEPARTMENT, names_party_or_government
from ...domain.kinds import kind_named
from ...domain.months.rules import Severity
from ...domain.record import Record
from .evidence import Evidence, Fact, Parameters, called, count, day, flags, number, words

_FRIDAY: Final = 4
_AFTER_FRIDAY: Final = ("周六", "周日", "周一")
_COMPREHENSIVE, _SPECIAL = "综合", "专项"


def growth(evidence: Evidence, parameters: Parameters) -> Iterator[Fact]:
    """Per body: the year so far against the same time last year, as received here. No base, no fact."""
    sent: dict[str, list[str]] = defaultdict(list)
    for record in evidence.of("document"):
        if not record.late:
            sent[evidence.body(record)].append(record.number)
    for organ, numbers in sorted(sent.items()):
        now, before = evidence.growth.get(organ, (0, 0))
        if before and now - before >= number(parameters, "more"):
            rate = (now - before) / before
            first, last = evidence.growth_from, evidence.month.number
            period = f"{first}—{last}月" if first < last else f"{last}月"
            yield Fact(
                tuple(numbers),
                f"提示：{organ}今年{period}来文{now}件，上年同期{before}件，增长{rate:.1%}。"
                "以上仅为本监测点收到的数量，建议核实其年度发文总量。",
                f"{organ}|{evidence.month.year}",
            )


def length(evidence: Evidence, parameters: Parameters) -> Iterator[Fact]:
    """Characters against the bound of the paper's scope; with pages only, an estimate that reminds.

    Where the scope is unknown, only what exceeds both bounds is told.
    """
    limits = {_COMPREHENSIVE: number(parameters, "comprehensive"), _SPECIAL: number(parameters, "special")}
    a_page = number(parameters, "characters_a_page")
    for record in evidence.of("document"):
        scope = record.values.get("scope")
        limit = limits.get(str(scope), max(limits.values()))
        kind_of = f"{scope}性文件" if scope == _COMPREHENSIVE else f"{scope}文件" if scope else "综合性文件"
        written, pages = count(record, "characters"), count(record, "pages")
        unsure = "" if scope else "（未填综合或专项，按较宽的一种对照）"
        if written is not None:
            if written > limit:
                severity = None if scope else Severity.REMIND
                yield Fact(
                    (record.number,),
                    f"疑似篇幅超长：{called(record)}正文{written}字，超过{kind_of}一般{limit}字的篇幅{unsure}，建议核实。",
                    record.number,
                    severity,
                )
        elif pages is not None and (pages - 1) * a_page > limit:
            # All pages but the last are full: only then is the estimate sure to exceed.
            yield Fact(
                (record.number,),
                f"提示：{called(record)}共{pages}页，按每页{a_page}字估算，可能超过{kind_of}一般{limit}字的篇幅{unsure}，建议核实字数。",
                record.number,
                Severity.REMIND,
            )


def disguise(evidence: Evidence, parameters: Parameters) -> Iterator[Fact]:
    """A task that comes without a red head, or through a chat group."""
    bare = words(parameters, "carriers")
    channels = words(parameters, "channels")
    for record in evidence.of("document"):
        carrier, channel = record.values.get("carrier"), record.values.get("channel")
        dress = f"以{carrier}形式" if carrier in bare else f"通过{channel}" if channel in channels else ""
        asks, deadline = flags(record, "asks"), record.values.get("deadline")
        if dress and (asks or deadline):
            task = "、".join(asks) if asks else f"限{deadline}前办理"
            yield Fact(
                (record.number,), f"疑似“红头”变“白头”：{called(record)}{dress}布置任务（{task}），建议核实是否规避发文数量管理。", record.number
            )


def command(evidence: Evidence, parameters: Parameters) -> Iterator[Fact]:
    """A department or coordinating body that commands a party committee or a government below."""
    for record in evidence.of("document"):
        nature = evidence.nature(evidence.body(record))
        addressee = str(record.values.get("addressee") or "")
        if nature not in (DEPARTMENT, COORDINATING) or not names_party_or_government(addressee):
            continue
        asks = flags(record, "asks")
        if asks or record.values.get("deadline"):
            told = "、".join(asks) if asks else f"限{record.values['deadline']}前办理"
            yield Fact(
                (record.number,),
                f"疑似{nature}向下级党委和政府发指令性公文：{called(record)}主送“{addressee}”，提出{told}，建议核实。",
                record.number,
            )


def report_back(evidence: Evidence, parameters: Parameters) -> Iterator[Fact]:
    """Reports on carrying out, or rules of one's own, are asked for."""
    watched = words(parameters, "asks")
    for record in evidence.of("document"):
        asked = [ask for ask in flags(record, "asks") if ask in watched]
        if asked:
            yield Fact((record.number,), f"提示：{called(record)}提出{'、'.join(asked)}的要求，建议核实是否必要。", record.number)


def hurried(evidence: Evidence, parameters: Parameters) -> Iterator[Fact]:
    """A reply on the day, from Friday to Monday, or within few working days. Papers and forms alike."""
    most = number(parameters, "working_days")
    told: set[tuple[str, date]] = set()  # a paper that came again asks no more than it asked
    for kind in ("document", "report_request"):
        for record in evidence.of(kind):
            came, due = day(record, "received_on"), day(record, "deadline")
            if came is None or due is None or due < came:
                continue
            days = evidence.workdays.between(came, due)
            if days <= most and (record.family or record.number, due) not in told:
                told.add((record.family or record.number, due))
                yield Fact((record.number,), f"提示：{called(record)}{_haste(came, due, days)}，时限较紧，建议核实。", record.number)


def _haste(came: date, due: date, days: int) -> str:
    if came == due:
        return f"{came.month}月{came.day}日收到，要求当天办理"
    if came.weekday() == _FRIDAY and 1 <= (due - came).days <= 3:
        return f"{came.month}月{came.day}日（周五）收到，要求{due.month}月{due.day}日（{_AFTER_FRIDAY[(due - came).days - 1]}）前办理"
    return f"{came.month}月{came.day}日收到，要求{due.month}月{due.day}日前办理，其间只有{days}个工作日"


def repeated(evidence: Evidence, parameters: Parameters) -> Iterator[Fact]:
    """One paper, many receipts: this month's and those before."""
    families: dict[str, list[Record]] = defaultdict(list)
    for record in evidence.of("document"):
        if record.family is not None:
            families[record.family].append(record)
    for family, records in families.items():
        earlier = evidence.receipts.get(family, ())
        times = len(records) + len(earlier)
        if times >= number(parameters, "receipts"):
            papers = [paper for record in records if (paper := kind_named("document").same_as(record.values))]
            numbers = [*(past.number for past in earlier), *(record.number for record in records)]
            before = f"（此前{len(earlier)}次：{'、'.join(past.number for past in earlier[-5:])}）" if earlier else ""
            yield Fact(
                tuple(record.number for record in records),
                f"提示：{called(records[0])}同一文件累计收到{times}次{before}，疑似重复发文或多头转发，建议核实。",
                numbers[0] if "|" in family else family,  # a name made of title and day changes with the first receipt
                also=(family, *numbers, *papers),
            )


def duplicate_share(evidence: Evidence, parameters: Parameters) -> Iterator[Fact]:
    """The share of receipts that were not the first of their paper."""
    in_time = [record for record in evidence.of("document") if not record.late]
    seen: set[str] = set()
    again = []
    for record in in_time:
        if record.family is not None:
            if record.family in seen:
                again.append(record.number)
            seen.add(record.family)
    if len(in_time) >= number(parameters, "receipts") and len(again) * 100 > number(parameters, "percent") * len(in_time):
        yield Fact(
            tuple(again),
            f"提示：本月收文{len(in_time)}件次，其中重复收到{len(again)}件次，占{len(again) / len(in_time):.1%}。",
            str(evidence.month),
        )
