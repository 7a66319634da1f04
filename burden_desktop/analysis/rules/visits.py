"""Rules on visits: planned or not, who may examine, what is asked for, how they crowd."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from ...domain.bodies.nature import DEPARTMENT
from ...domain.field import UNCLEAR, YES
from ...domain.months.rules import Severity
from ...domain.record import Record
from .evidence import Evidence, Fact, Parameters, called, count, day, flags, number, words


def plan(evidence: Evidence, parameters: Parameters) -> Iterator[Fact]:
    """Outside the plan and not filed; those of which nobody knows are reminded of together."""
    unknown = []
    for record in evidence.of("inspection"):
        state = record.values.get("plan_status")
        if state == "计划外未备案":
            yield Fact(
                (record.number,), f"疑似未列入计划、未备案：{called(record)}登记为计划外未备案，建议核实。", record.number
            )
        elif state is None or state == UNCLEAR:
            unknown.append(record.number)
    if unknown:
        yield Fact(
            tuple(unknown),
            f"提示：本月有{len(unknown)}次迎检不清楚是否列入计划或备案，建议向来访单位了解。",
            str(evidence.month),
            Severity.REMIND,
        )


def split(evidence: Evidence, parameters: Parameters) -> Iterator[Fact]:
    """One planned matter carried out in several visits."""
    matters: dict[str, list[Record]] = defaultdict(list)
    for record in evidence.of("inspection"):
        if record.values.get("plan_status") == "计划内" and record.family:
            matters[record.family].append(record)
    for matter, records in matters.items():
        if len(records) >= number(parameters, "visits"):
            yield Fact(
                tuple(record.number for record in records),
                f"提示：计划内事项{called(records[0])}本月分{len(records)}次进行，建议核实能否合并。",
                f"{records[0].number}|{evidence.month}",
                also=tuple(f"{name}|{evidence.month}" for name in (*(record.number for record in records[1:]), matter)),
            )


def exam(evidence: Evidence, parameters: Parameters) -> Iterator[Fact]:
    """考核 by one department alone."""
    for record in evidence.of("inspection"):
        organs = str(record.values["organ"]).split("、")
        if record.values.get("visit_type") == "考核" and len(organs) == 1 and evidence.nature(organs[0]) == DEPARTMENT:
            yield Fact((record.number,), f"疑似部门单独考核：{called(record)}由{organs[0]}单独组织考核，建议核实。", record.number)


def yardstick(evidence: Evidence, parameters: Parameters) -> Iterator[Fact]:
    """Marks, ranking, photographs as proof."""
    watched = words(parameters, "materials")
    for record in evidence.of("inspection"):
        seen = ["打分或排名"] if record.values.get("scoring") == YES else []
        seen += [f"要求{material}" for material in flags(record, "materials") if material in watched]
        if seen:
            yield Fact((record.number,), f"提示：{called(record)}有{'、'.join(seen)}，疑似以此评判工作优劣，建议核实。", record.number)


def same_day(evidence: Evidence, parameters: Parameters) -> Iterator[Fact]:
    """Several visits at once."""
    days: dict[date, list[Record]] = defaultdict(list)
    for record in evidence.of("inspection"):
        for on in _days(record):
            days[on].append(record)
    for on, records in sorted(days.items()):
        if len(records) >= number(parameters, "visits") and any(day(record) == on for record in records):
            yield Fact(
                tuple(record.number for record in records),
                f"提示：{on.month}月{on.day}日同时有{len(records)}次迎检（{'；'.join(called(record) for record in records[:3])}"
                f"{'等' if len(records) > 3 else ''}），疑似扎堆，建议核实。",
                on.isoformat(),
            )


def _days(record: Record) -> Iterator[date]:
    """Every day of a visit; one day where nobody wrote the end."""
    start = day(record)
    if start is None:
        return
    last = day(record, "ends_on") or start
    for step in range(min((last - start).days, 60) + 1):
        yield start + timedelta(days=step)


def frequent(evidence: Evidence, parameters: Parameters) -> Iterator[Fact]:
    """The same matter by the same body, again and again."""
    span = timedelta(days=number(parameters, "days"))
    before: dict[tuple[str, str], list[tuple[date, str]]] = defaultdict(list)
    for past in evidence.recent.get("inspection", ()):
        before[past.organ, past.title].append((past.on, past.number))
    matters: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for record in evidence.of("inspection"):
        matters[evidence.body(record), str(record.values["title"])].append(record)
    for (organ, title), records in matters.items():
        last = max(on for record in records if (on := day(record)))
        own = [record for record in records if (on := day(record)) and last - on < span]
        earlier = [number for on, number in before[organ, title] if timedelta() <= last - on < span]
        if len(own) + len(earlier) >= number(parameters, "visits"):
            told = f"（此前：{'、'.join(earlier)}）" if earlier else ""
            yield Fact(
                tuple(record.number for record in own),
                f"提示：{called(own[0])}{span.days}日内已到访{len(own) + len(earlier)}次{told}，疑似过于频繁，建议核实。",
                f"{organ}|{title}",
            )


def consecutive(evidence: Evidence, parameters: Parameters) -> Iterator[Fact]:
    """One visit after the other, day by day."""
    taken: dict[date, list[str]] = defaultdict(list)
    for record in evidence.of("inspection"):
        for on in _days(record):
            taken[on].append(record.number)
    run: list[date] = []
    for on in [*sorted(taken), date.max]:
        if run and on - run[-1] != timedelta(days=1):
            if len(run) >= number(parameters, "days"):
                numbers = tuple(dict.fromkeys(number for past in run for number in taken[past]))
                yield Fact(
                    numbers,
                    f"提示：{run[0].month}月{run[0].day}日至{run[-1].month}月{run[-1].day}日连续{len(run)}天迎检，疑似过于密集，建议核实。",
                    run[0].isoformat(),
                )
            run = []
        run.append(on)


def rest_day(evidence: Evidence, parameters: Parameters) -> Iterator[Fact]:
    """On a weekend or a public holiday; a make-up day is a working day."""
    for record in evidence.of("inspection"):
        rest = [on for on in _days(record) if not evidence.workdays.is_working(on)]
        if rest:
            kind_of = "法定节假日" if evidence.workdays.is_holiday(rest[0]) else "休息日"
            yield Fact((record.number,), f"提示：{called(record)}在{rest[0].month}月{rest[0].day}日（{kind_of}）进行，建议核实。", record.number)


def escorts(evidence: Evidence, parameters: Parameters) -> Iterator[Fact]:
    """More escorts than visitors; nothing where one of the numbers is not known."""
    for record in evidence.of("inspection"):
        came, went_along = count(record, "visitors"), count(record, "escorts")
        if came is not None and went_along is not None and went_along > came:
            yield Fact((record.number,), f"提示：{called(record)}来访{came}人，陪同{went_along}人，陪同多于来访，建议核实。", record.number)


def disguised(evidence: Evidence, parameters: Parameters) -> Iterator[Fact]:
    """Called a survey or guidance, done as an examination."""
    types, watched = words(parameters, "types"), words(parameters, "materials")
    for record in evidence.of("inspection"):
        visit_type = str(record.values.get("visit_type") or "")
        if visit_type not in types:
            continue
        seen = [f"要求{material}" for material in flags(record, "materials") if material in watched]
        seen += ["打分或排名"] if record.values.get("scoring") == YES else []
        if seen:
            yield Fact(
                (record.number,), f"疑似名为{visit_type}、实为考核：{called(record)}{'、'.join(seen)}，建议核实。", record.number
            )
