"""Commands that take records in and give them out: add, list, import, export."""

from collections.abc import Sequence
from pathlib import Path

import click

from ..domain.errors.entry import NotFieldValue
from ..domain.errors.family import BurdenError
from ..domain.kinds import kind_named
from ..domain.month import Month
from ..domain.texts import label
from ..tasks import enter, month_json
from ..tasks.ledger_care import every_record, export_register
from ..tasks.write_file import write_file
from .answers import MONTH, PATH, put, put_json
from .workshop import Call, open_for

_CAN_BE_IMPORTED = label("{rows}行可导入，{rejected}行需要核对，{ignored}行略过。")
_IMPORTED = label("已导入{rows}行，{rejected}行没有导入，{ignored}行略过。")
_INCOMPLETE = label("必填栏目没有填写。")
_WHY_REJECTED = {
    "bad_date": label("日期缺少或不对。"),
    "missing_title": label("没有标题。"),
    "end_before_start": label("结束早于开始。"),
    "classified": label("带有密级，不得进入本程序。"),
}


def _written(pairs: Sequence[str]) -> dict[str, object]:
    written: dict[str, object] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            raise NotFieldValue(text=pair)
        written[name.strip()] = value
    return written


@click.command(help="录入一条记录：KIND 为类别（document、meeting、inspection），其后写 栏目=内容。")
@click.argument("kind")
@click.argument("values", nargs=-1, metavar="FIELD=VALUE…")
@click.option("--late", is_flag=True, help="补登：日期属于已封存的月份，计入当前月份并单独统计")
@click.option("--json", "as_json", is_flag=True, help="以 JSON 输出编号")
@click.pass_obj
def add(call: Call, kind: str, values: tuple[str, ...], late: bool, as_json: bool) -> None:
    written = _written(values)
    kind_named(kind)
    with open_for(call) as ledger:
        record = enter.enter(ledger, kind, written, late=late)
    if as_json:
        put_json({"id": record.id, "number": record.number})
    else:
        put(call.t("已保存，编号{number}。", number=record.number))


@click.command("list", help="列出记录。")
@click.argument("kind")
@click.option("--month", type=MONTH, help="只列这个月")
@click.option("--json", "as_json", is_flag=True, help="以 JSON 输出，每行一条")
@click.pass_obj
def list_records(call: Call, kind: str, month: Month | None, as_json: bool) -> None:
    declared = kind_named(kind)
    with open_for(call) as ledger:
        for record in every_record(ledger, declared, month):
            if as_json:
                put_json(month_json.record_json(record))
            else:
                shown = [str(record.values[field.name] or "") for field in declared.list_fields]
                put("\t".join((record.number, *shown)))


@click.command("import", help="导入已有的登记表（.xlsx .xls .ods .csv .txt）。")
@click.argument("file", type=PATH)
@click.option("--kind", help="登记表的类别；不写则由表头判断")
@click.option("--dry-run", is_flag=True, help="只看结果，不保存；不需要台账")
@click.option("--json", "as_json", is_flag=True, help="以 JSON 输出")
@click.pass_obj
def import_file(call: Call, file: Path, kind: str | None, dry_run: bool, as_json: bool) -> None:
    from ..tasks import import_register  # readers of spreadsheets are heavy, and only needed here

    reading, error = None, None
    try:
        reading = import_register.preview(file, kind, call.now.date())
        if not dry_run:
            with open_for(call) as ledger:
                _, reading = import_register.store_rows(ledger, reading)
    except BurdenError as refused:
        error = refused
    if as_json:
        put_json(import_register.as_json(file, reading, error))
    elif reading is not None and error is None:
        told = _CAN_BE_IMPORTED if dry_run else _IMPORTED
        put(call.t(told, rows=len(reading.rows), rejected=len(reading.rejected), ignored=len(reading.ignored)))
        for row in reading.rejected:
            reason = call.t(_WHY_REJECTED.get(row.reason, _INCOMPLETE))
            put(call.t("工作表{sheet}第{row}行没有导入：{reason}", sheet=row.sheet, row=row.row, reason=reason))
    if error is not None:
        raise error


@click.command(help="导出一类记录为 .xlsx。")
@click.argument("kind")
@click.option("--out", required=True, type=PATH, help="要写的 .xlsx 文件")
@click.pass_obj
def export(call: Call, kind: str, out: Path) -> None:
    with open_for(call) as ledger:
        write_file(out, export_register(ledger, kind_named(kind)))
    put(str(out))


COMMANDS = (add, list_records, import_file, export)
