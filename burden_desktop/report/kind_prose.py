"""What a month says of each kind, in one or two sentences of an office, from the figures alone."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from ..domain.kind import Kind
from ..domain.kinds import kind_named
from ..domain.months.detail import Counts
from ..domain.months.summary import KindFigures, MonthSummary
from ..domain.record import Record

UNKNOWN: Final = "不明"


def listed(counts: Counts, unit: str, known_only: bool = False) -> str:
    """`纸质12件、邮件3件`; what nobody knows last, as 不明."""
    shown = [(label, count) for label, count in counts if not (known_only and label == UNKNOWN)]
    return "、".join(f"{label}{count}{unit}" for label, count in shown)


def kind_text(summary: MonthSummary, name: str, records: Sequence[Record]) -> str:
    """The paragraph of a kind that has something in the month. `records` are the month's, late ones left out."""
    figures, kind = summary.kinds[name], kind_named(name)
    groups = summary.detail.groups.get(name, {})
    special = _SPECIAL.get(name)
    parts = [_count(kind, figures)]
    if special:
        parts.extend(special(figures, kind, groups, records))
    bodies = summary.bodies(name)
    if len(bodies) > 1:
        organ, most = bodies[0]
        told = f"涉及{len(bodies)}个单位"
        parts.append(f"{told}，最多的是{organ}（{most}{kind.unit}）" if most > bodies[1][1] else told)
    elif bodies:
        parts.append(f"均来自{bodies[0][0]}")
    lines = groups.get("line", ())
    if any(label != UNKNOWN for label, _ in lines):
        parts.append(f"按条线，{listed(lines[:6], kind.unit)}")
    return "。".join(part for part in parts if part) + "。"


def _count(kind: Kind, figures: KindFigures) -> str:
    if kind.stock:
        return f"月末{kind.stock.word}{figures.month}{kind.unit}"
    again = f"（{figures.receipts}{kind.receipt_unit}）" if figures.receipts != figures.month else ""
    return f"本月{kind.label}{figures.month}{kind.unit}{again}"


def _document(figures: KindFigures, kind: Kind, groups: Mapping[str, Counts], records: Sequence[Record]) -> Iterator[str]:
    channels = groups.get("channel", ())
    if any(label != UNKNOWN for label, _ in channels):
        yield f"按渠道，{listed(channels, kind.unit)}"
    plain = [(label, count) for label, count in groups.get("carrier", ()) if label not in ("红头", UNKNOWN)]
    if plain:
        yield f"其中{listed(tuple(plain), kind.unit)}"
    asks = groups.get("asks", ())
    if asks:
        yield f"提出具体要求的，{listed(asks, kind.unit)}"
    again = figures.receipts - figures.month
    if again:
        yield f"重复收到{again}{kind.receipt_unit}，占全部{figures.receipts}{kind.receipt_unit}的{again / figures.receipts:.1%}"


def _meeting(figures: KindFigures, kind: Kind, groups: Mapping[str, Counts], records: Sequence[Record]) -> Iterator[str]:
    known = figures.receipts - figures.minutes_unknown
    if known:
        yield f"已登记时长的{known}{kind.unit}，累计{figures.minutes / 60:.1f}小时，平均每场{figures.minutes / known:.0f}分钟"
    formats = groups.get("format", ())
    if any(label != UNKNOWN for label, _ in formats):
        yield f"按形式，{listed(formats, kind.unit)}"
    people = [count for record in records if isinstance(count := record.values.get("headcount"), int)]
    if people:
        yield f"参会{sum(people)}人次（{len(people)}{kind.unit}已登记人数）"
    escorted = dict(groups.get("escort", ())).get("是", 0)
    if escorted:
        yield f"登记为陪会{escorted}{kind.unit}"


def _inspection(figures: KindFigures, kind: Kind, groups: Mapping[str, Counts], records: Sequence[Record]) -> Iterator[str]:
    yield f"按类型，{listed(groups.get('visit_type', ()), kind.unit)}" if groups.get("visit_type") else ""
    yield f"按计划和备案，{listed(groups.get('plan_status', ()), kind.unit)}" if groups.get("plan_status") else ""
    visitors = [count for record in records if isinstance(count := record.values.get("visitors"), int)]
    escorts = [count for record in records if isinstance(count := record.values.get("escorts"), int)]
    if visitors or escorts:
        yield f"已登记来访{sum(visitors)}人次、陪同{sum(escorts)}人次"


def _report_request(figures: KindFigures, kind: Kind, groups: Mapping[str, Counts], records: Sequence[Record]) -> Iterator[str]:
    channels = groups.get("channel", ())
    if any(label != UNKNOWN for label, _ in channels):
        yield f"按报送渠道，{listed(channels, kind.unit)}"
    outside = dict(groups.get("in_catalogue", ())).get("否", 0)
    if outside:
        yield f"登记为不在报表目录内的{outside}{kind.unit}"


_SPECIAL: Final = {"document": _document, "meeting": _meeting, "inspection": _inspection, "report_request": _report_request}
