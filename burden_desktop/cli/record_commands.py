"""Commands that take single records in and list them: add, list."""

from collections.abc import Sequence

import click

from ..domain.errors.entry import NotFieldValue, RepeatedField
from ..domain.kind import Kind
from ..domain.kinds import kind_called
from ..domain.months.month import Month
from ..domain.role import POINT
from ..domain.texts import label
from ..tasks import enter, month_json
from ..tasks.ledger_care import every_record
from .answers import MONTH, put, put_json
from .workshop import Call, look_for, open_for


def _written(kind: Kind, pairs: Sequence[str]) -> dict[str, object]:
    written: dict[str, object] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            raise NotFieldValue(text=pair)
        field = enter.field_meant(kind, name.strip())
        if field.name in written:
            raise RepeatedField(field=name.strip())
        written[field.name] = value
    return written


@click.command(help=label("录入一条记录：KIND 为类别（document、meeting、inspection、report_request、certificate、plaque、app_group、problem），其后写 栏目=内容；类别和栏目也可以写中文名称，如 收文日期=2026-03-05。"))
@click.argument("kind")
@click.argument("values", nargs=-1, metavar="FIELD=VALUE…")
@click.option("--late", is_flag=True, help=label("补登：日期属于已封存的月份，记在已封存月份之后的第一个月，单独列出，不计入各月数字"))
@click.option("--json", "as_json", is_flag=True, help=label("以 JSON 输出编号"))
@click.pass_obj
def add(call: Call, kind: str, values: tuple[str, ...], late: bool, as_json: bool) -> None:
    declared = kind_called(kind)
    written = _written(declared, values)
    with open_for(call, POINT) as ledger:
        record = enter.enter(ledger, declared.name, written, late=late)
    if as_json:
        put_json({"id": record.id, "number": record.number})
    else:
        put(call.t("已保存，编号{number}。", number=record.number))


@click.command("list", help=label("列出记录。"))
@click.argument("kind")
@click.option("--month", type=MONTH, help=label("只列这个月"))
@click.option("--json", "as_json", is_flag=True, help=label("以 JSON 输出，每行一条"))
@click.pass_obj
def list_records(call: Call, kind: str, month: Month | None, as_json: bool) -> None:
    declared = kind_called(kind)
    with look_for(call, POINT) as ledger:
        for record in every_record(ledger, declared, month):
            if as_json:
                put_json(month_json.record_json(record))
            else:
                shown = [str(record.values[field.name] or "") for field in declared.list_fields]
                put("\t".join((record.number, *shown)))


COMMANDS = (add, list_records)
