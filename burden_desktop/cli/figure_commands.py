"""Commands on what a month is compared with: figures by hand, targets, the holiday calendar."""

from pathlib import Path

import click

from ..domain.field import MAX_COUNT, Field, FieldType
from ..domain.kinds import kind_called
from ..domain.months.calendar_day import told_days
from ..domain.months.detail import Target
from ..domain.months.month import Month
from ..domain.months.past_figures import PastFigure
from ..domain.reading.written import Unreadable, read_count
from ..domain.role import POINT
from ..domain.texts import label
from .answers import MONTH, PATH, put
from .workshop import Call, open_for

_THINGS = Field("things", label("数量"), FieldType.COUNT)


@click.command("figures", help=label("手工录入以往月份的数字：figures 2025-03 收文=31 参会=6，或 --file 表格.xlsx。"))
@click.argument("month", type=MONTH, required=False)
@click.argument("counts", nargs=-1, metavar="KIND=N…")
@click.option("--file", "file", type=PATH, help=label("表格文件：第一列月份，其余各列为收文、参会等"))
@click.pass_obj
def figures(call: Call, month: Month | None, counts: tuple[str, ...], file: Path | None) -> None:
    from ..tasks import past_figures

    if (file is None) == (month is None or not counts):
        raise click.UsageError(call.t("请写月份和数字，或用 --file 给出表格。"))
    told = past_figures.read_past_file(file) if file else tuple(_figure(call, month, count) for count in counts if month)
    with open_for(call, POINT) as ledger:
        kept = past_figures.keep_past_figures(ledger, told)
        signed = past_figures.signed_without(ledger, told)
    put(call.t("已录入{count}个月度数字，月报中注明“手工录入”。", count=kept))
    if signed is not None:
        put(call.t.of(signed))


def _figure(call: Call, month: Month, written: str) -> PastFigure:
    name, _, count = written.partition("=")
    try:
        things = read_count(count, _THINGS) if count else None
    except Unreadable as refused:
        raise click.UsageError(f"{written}: {call.t.of(refused.sentence)}") from refused
    if things is None:
        raise click.UsageError(call.t("“{text}”不是“类别=数量”的写法，例如 收文=31。", text=written))
    return PastFigure(kind_called(name).name, month, int(things))


@click.command("target", help=label("设定压减目标：target 收文 --base 600 --year 2018 --percent 30；--base 0 取消。"))
@click.argument("kind")
@click.option("--base", required=True, type=click.IntRange(0, MAX_COUNT), help=label("基数：基准年全年数量"))
@click.option("--year", type=click.IntRange(1990, 2100), help=label("基准年"))
@click.option("--percent", type=click.IntRange(0, 100), help=label("压减百分之几"))
@click.pass_obj
def target(call: Call, kind: str, base: int, year: int | None, percent: int | None) -> None:
    from ..tasks import month_detail

    if base and (year is None or percent is None):
        raise click.UsageError(call.t("请同时写明 --year 和 --percent；--base 0 取消目标，不用写。"))
    declared = kind_called(kind)
    with open_for(call, POINT) as ledger:
        targets = month_detail.targets_of(ledger)
        was = targets.pop(declared.name, None)
        if base and year is not None and percent is not None:
            targets[declared.name] = Target(base, percent, year)
        month_detail.set_targets(ledger, targets)
    if base:
        put(call.t("已设定{kind}的压减目标。", kind=call.t(declared.label)))
    elif was:
        put(call.t("已取消{kind}的压减目标。", kind=call.t(declared.label)))
    else:
        put(call.t("{kind}没有压减目标，不需要取消。", kind=call.t(declared.label)))


@click.command("calendar", help=label("加入一年的放假和调休安排：每行一天，如 2027-01-01 休。"))
@click.argument("file", type=PATH)
@click.pass_obj
def calendar(call: Call, file: Path) -> None:
    from ..tasks.calendar_days import add_calendar, incomplete_of
    from ..tasks.calendar_file import read_calendar_file

    text = read_calendar_file(file)
    with open_for(call, POINT) as ledger:
        days = add_calendar(ledger, text)
        incomplete = incomplete_of(ledger, days)
    for sentence in told_days(days, {year: [call.t(name) for name in names] for year, names in incomplete.items()}):
        put(call.t.of(sentence))


COMMANDS = (figures, target, calendar)
