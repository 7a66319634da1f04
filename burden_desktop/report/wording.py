"""The sentences of the report, in the tone of an office: what was counted, against what, and no judgement."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from ..domain.bodies.organ import LEVEL_LABELS, Level
from ..domain.handed_in.payload import Issue
from ..domain.kind import Kind
from ..domain.kinds import kind_named
from ..domain.months.month import Month
from ..domain.months.rates import change_rate
from ..domain.months.summary import KindFigures, MonthSummary

NONE: Final = "—"
UNKNOWN: Final = "unknown"


def percent(now: int, base: int | None) -> str:
    """环比 or 同比 with its sign, one decimal; — where there is no base."""
    rate = change_rate(now, base)
    if rate is None:
        return NONE
    return f"{rate:+.1%}" if rate else "0.0%"


def count(value: int | None) -> str:
    return NONE if value is None else str(value)


def _moved(now: int, base: int | None, of: str, unit: str, *, over: bool = True) -> str:
    """`下降8.3%（上月12件）`; where the base is missing or zero, or the month not `over`, the base alone."""
    if base is None:
        return f"{of}无记录"
    if not over:
        return f"{of}{base}{unit}"
    rate = change_rate(now, base)
    if rate is None:
        return f"{of}为0{unit}"
    if rate == 0:
        return f"与{of}持平（{base}{unit}）"
    return f"{'增长' if rate > 0 else '下降'}{abs(rate):.1%}（{of}{base}{unit}）"


def opening(summary: MonthSummary) -> str:
    """The one sentence under 一、总体情况."""
    month = summary.month
    labels = "、".join(kind_named(name).label for name in summary.kinds)
    if summary.is_nil:
        told = f"{month.label}零报告：本月无{labels}。"
        return told + so_far(summary) if any(figures.year_to_date for figures in summary.kinds.values()) else told
    parts, none = [], []
    known = any(figures.same_month_last_year is not None for figures in summary.kinds.values())
    for name, figures in summary.kinds.items():
        kind = kind_named(name)
        if not figures.month:
            none.append(kind.label)
            continue
        told = f"{kind.label}{f'月末{kind.stock.word}' if kind.stock else ''}{figures.month}{kind.unit}"
        if figures.receipts != figures.month and kind.receipt_unit != kind.unit:
            told += f"（{figures.receipts}{kind.receipt_unit}）"
        moved = _moved(figures.month, figures.previous, "上月", kind.unit, over=summary.is_over)
        yearly = _moved(figures.month, figures.same_month_last_year, "上年同月", kind.unit, over=summary.is_over)
        parts.append(f"{told}，环比{moved}，同比{yearly}" if known else f"{told}，环比{moved}")
    if none:
        parts.append(f"本月无{'、'.join(none)}")
    sentence = f"{month.label}，" + "；".join(parts).replace("环比与", "与").replace("同比与", "与")
    sentence = sentence.replace("环比上月", "上月").replace("同比上年", "上年")
    return sentence + ("。" if known else "。上年同月无记录。") + so_far(summary)


def so_far(summary: MonthSummary) -> str:
    """`1—10月，累计收文…件，同比下降X%（上年同期…件）`, the year to date of what comes month by month. A base that holds only
    part of last year's period is told and compared with nothing."""
    period = f"1—{summary.month.number}月" if summary.month.number > 1 else "1月"
    compared, alone, of_part, this_year = [], [], [], set[Month]()
    lone: list[KindFigures] = []
    for name, figures in summary.kinds.items():
        kind = kind_named(name)
        if kind.stock or not (figures.year_to_date or figures.last_year_to_date):
            continue
        told = f"累计{kind.label}{figures.year_to_date}{kind.unit}"
        if figures.last_year_to_date is None:
            alone.append(told)
            lone.append(figures)
        elif name in summary.detail.uncovered:
            alone.append(told)
            this_year.add(Month.parse(summary.detail.uncovered[name]))
        elif not summary.year_is_whole(name):
            alone.append(told)
            of_part.append(f"{kind.label}{figures.last_year_to_date}{kind.unit}")
        else:
            moved = _moved(figures.year_to_date, figures.last_year_to_date, "上年同期", kind.unit, over=summary.is_over)
            compared.append(f"{told}，{'' if moved.startswith(('上年', '与')) else '同比'}{moved}")
    if of_part:
        since = Month.parse(summary.detail.begins_in).label
        tail = f"，上年自{since}起才有记录（{'、'.join(of_part)}），不作同比"
    elif this_year:
        each = "分别" if len(this_year) > 1 else ""
        tail = f"，本年{each}自{'、'.join(since.label for since in sorted(this_year))}起才有记录，不作同比"
    else:
        partly = any(figures.same_month_last_year is not None for figures in lone)
        tail = "，上年同期数字不全，不作同比" if partly else "，上年同期没有完整记录"
    sentences = ["；".join(compared)] if compared else []
    if alone:
        sentences.append("，".join(alone) + tail)
    return f"{period}，{'；'.join(sentences)}。" if sentences else ""


def summary_row(name: str, figures: KindFigures, *, whole: bool = True, over: bool = True) -> tuple[str, ...]:
    """A kind's row of the summary table; no 累计同比 unless 上年同期 is `whole`, no rate at all unless the month is `over`."""
    kind = kind_named(name)
    year = (
        (NONE, NONE, NONE)
        if kind.stock
        else (
            str(figures.year_to_date),
            count(figures.last_year_to_date),
            percent(figures.year_to_date, figures.last_year_to_date) if whole and over else NONE,
        )
    )
    return (
        f"{kind.label}（{kind.unit}）",
        str(figures.month),
        f"{figures.receipts}{kind.receipt_unit}",
        count(figures.previous),
        percent(figures.month, figures.previous) if over else NONE,
        count(figures.same_month_last_year),
        percent(figures.month, figures.same_month_last_year) if over else NONE,
        *year,
    )


def level_row(name: str, levels: Mapping[str, int]) -> tuple[str, ...]:
    """A kind's row of the table by level."""
    kind = kind_named(name)
    shown = (*(level.value for level in Level), UNKNOWN)
    return (f"{kind.label}（{kind.unit}）", *(str(levels.get(level, 0)) for level in shown))


def record_heading(kind: Kind, records: int) -> str:
    """Above a record table: what it holds and how many."""
    return f"附表  {kind.label}记录（{f'月末{kind.stock.word}' if kind.stock else ''}{records}{kind.receipt_unit}）"


def level_label(level: str) -> str:
    return "层级不明" if level == UNKNOWN else LEVEL_LABELS[Level(level)]


def hours(kinds: Mapping[str, KindFigures]) -> str:
    """How long it took, as far as it was written down."""
    parts = [f"{kind_named(name).label}{figures.minutes / 60:.1f}小时" for name, figures in kinds.items() if figures.minutes]
    return f"已登记用时：{'，'.join(parts)}。" if parts else "本月没有登记用时。"


def _standing(summary: MonthSummary) -> list[Kind]:
    """The kinds counted by what stands at the month's end, as far as the report has a figure of them."""
    shown = [name for name, figures in summary.kinds.items() if figures.month]
    return [kind for kind in map(kind_named, shown) if kind.stock]


def notes(summary: MonthSummary, issue: Issue, missing: Sequence[str]) -> Iterator[str]:
    """The paragraphs of 口径说明: scope, what is not known, what was changed, what could not be printed."""
    first, last = summary.month.first_day, summary.month.last_day
    yield (
        f"统计范围为{first.year}年{first.month}月{first.day}日至{last.month}月{last.day}日。同一文件经多个渠道或多次转发收到，"
        "计1件、多件次；同一事项多次迎检，计1项、多次；跨月的各月分别计入，本年累计只计一次。“—”表示没有可比的基数。"
    )
    standing = [(kind.label, kind.stock.word if kind.stock else '') for kind in _standing(summary)]
    if standing:
        yield (
            f"{'、'.join(label for label, _ in standing)}不按发生月份统计，各月数字为月末{'、'.join(word for _, word in standing)}的存量；"
            "开始日期不明的，自登记之日起计。"
        )
    shown = [(kind_named(name), name, figures) for name, figures in summary.kinds.items()]
    blank = [f"{kind.label}有{figures.minutes_unknown}{kind.receipt_unit}" for kind, _, figures in shown if figures.minutes_unknown]
    if blank:
        yield f"{'、'.join(blank)}未填用时，登记的用时只含已填部分。"
    late = [f"{kind.label}补登{figures.late}{kind.receipt_unit}" for kind, _, figures in shown if figures.late]
    if late:
        yield f"{'、'.join(late)}，日期属于已封存的月份，未计入本月及以往各月数字，在附表编号下注明“补登”。"
    if issue.booked_later:
        told = "、".join(f"{number}（记入{Month.parse(month).label}）" for number, month in issue.booked_later)
        yield f"另有补登{len(issue.booked_later)}条，日期属于已封存的月份，本期不计：{told}。"
    levels = [(kind, summary.by_level[name].get(UNKNOWN, 0)) for kind, name, _ in shown]
    unknown = [f"{kind.label}有{things}{kind.unit}" for kind, things in levels if things]
    if unknown:
        yield f"{'、'.join(unknown)}单位层级不明，列为“层级不明”。"
    if issue.early:
        yield f"本期在月份结束前封存，理由：{issue.early.rstrip('。')}。"
    if issue.revision > 1:
        yield f"本期为第{issue.revision}版，更正理由：{(issue.reason or '未说明').rstrip('。')}。"
        if issue.replaces:
            yield f"所替换文件的SHA-256：{issue.replaces}"
        if issue.differences:
            yield "与上一版的差别：" + "；".join(issue.differences) + "。"
    yield from map(str, issue.told_breaks)
    if issue.remarks:
        yield issue.remarks
    if missing:
        points = "、".join(f"U+{ord(character):04X}" for character in missing)
        yield f"下列字符没有字体可以印出，以“□”代替，原字见所附数据：{points}。"
