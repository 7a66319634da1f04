"""Commands on reports of the same parts: half-year review, reminder fact sheet, Word copies, tables."""

from collections.abc import Mapping
from pathlib import Path

import click

from ..domain.months.half_year import Half
from ..domain.months.month import Month
from ..domain.role import POINT
from ..domain.texts import label
from ..tasks.write_out import refuse_place, write_out
from .answers import MONTH, PLACE, REPLACE, over, put, put_json
from .workshop import Call, look_for


@click.command("review", help=label("半年回看：review 2026-H1 --out 文件夹（PDF、Word 和表格）。"))
@click.argument("half", metavar="YYYY-H1|H2")
@click.option("--out", required=True, type=PLACE, help=label("存放的文件夹"))
@REPLACE
@click.pass_obj
def review(call: Call, half: str, out: Path, replace: bool) -> None:
    from ..tasks import report_copies
    from ..tasks.review import review_of, review_pdf

    wanted = Half.parse(half)
    with look_for(call, POINT) as ledger:
        found = review_of(ledger, wanted, Month.of(call.now.date()))
    name = f"{found.point.code}-{wanted}-半年回看"
    _write(out / name, replace, {
        ".pdf": review_pdf(found, call.now),
        ".docx": report_copies.review_word(found, call.now),
        ".xlsx": report_copies.review_tables(found),
    })  # fmt: skip


@click.command("factsheet", help=label("提醒事实单：factsheet 2026-03 --organ 单位 --out 文件夹；不写 --organ 则列出涉及的单位。"))
@click.argument("month", type=MONTH)
@click.option("--organ", default="", help=label("提醒哪个单位"))
@click.option("--out", type=PLACE, help=label("存放的文件夹"))
@REPLACE
@click.option("--json", "as_json", is_flag=True, help=label("以 JSON 列出涉及的单位"))
@click.pass_obj
def factsheet(call: Call, month: Month, organ: str, out: Path | None, replace: bool, as_json: bool) -> None:
    from ..tasks import fact_sheet, report_copies

    if bool(organ) != (out is not None):
        raise click.UsageError(call.t("请同时写明 --organ 和 --out。"))
    with look_for(call, POINT) as ledger:
        if out is None:
            bodies = fact_sheet.bodies_of(ledger, month)
            if not bodies and not as_json:
                put(call.t("{month}没有涉及具体单位的提示，不需要提醒事实单。", month=month.label))
            for name, count in bodies:
                if as_json:
                    put_json({"organ": name, "findings": count})
                else:
                    put(f"{name}\t{count}")
            return
        sheet = fact_sheet.fact_sheet_of(ledger, month, organ, call.now.date())
    name = fact_sheet.sheet_name(sheet.point, month, organ)
    _write(out / name, replace, {
        ".pdf": fact_sheet.fact_sheet_pdf(sheet, call.now), ".docx": report_copies.fact_sheet_word(sheet, call.now)
    })  # fmt: skip


@click.command("copies", help=label("月报的 Word 副本和全部表格（.docx、.xlsx），供粘贴使用；正式文件仍是签名的 PDF。"))
@click.argument("month", type=MONTH)
@click.option("--out", required=True, type=PLACE, help=label("存放的文件夹"))
@REPLACE
@click.pass_obj
def copies(call: Call, month: Month, out: Path, replace: bool) -> None:
    from ..tasks import close_month, report_copies

    with look_for(call, POINT) as ledger:
        closing = close_month.draft_material(ledger, month, now=call.now)
    name = f"{closing.material.point.code}-{month}-月报"
    _write(out / name, replace, {".docx": report_copies.month_word(closing), ".xlsx": report_copies.month_tables(closing)})


def _write(stem: Path, replace: bool, made: Mapping[str, bytes]) -> None:
    """All of them or none: what stands in the way of one keeps the others from being written."""
    for ending in made:
        refuse_place(_named(stem, ending), (ending,), over=over(replace))
    for ending, content in made.items():
        target = _named(stem, ending)
        write_out(target, content, (ending,), over=over(replace))
        put(str(target))


def _named(stem: Path, ending: str) -> Path:
    return stem.with_name(stem.name + ending)


COMMANDS = (review, factsheet, copies)
