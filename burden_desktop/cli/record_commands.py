"""Commands that take single records in and list them: add, list."""

from collections.abc import Sequence
from datetime import date

import click

from ..domain.errors.entry import NotFieldValue, RepeatedField
from ..domain.field import FieldType
from ..domain.kind import Kind
from ..domain.kinds import kind_called
from ..domain.months.month import Month
from ..domain.reading.own_day import completed_beside, doubtful_days, own_day
from ..domain.reading.written import Unreadable, Value, read_date
from ..domain.role import POINT
from ..domain.texts import label
from ..tasks import enter, month_json
from ..tasks.as_imported import as_imported
from ..tasks.ledger_care import every_record
from ..tasks.twins import told_twin
from .answers import MONTH, put, put_json
from .streams import complain
from .workshop import Call, look_for, open_for


def _written(call: Call, kind: Kind, pairs: Sequence[str]) -> dict[str, object]:
    """Field → value as written; a day typed short stands in full, and is told, since nothing shows it before it is stored."""
    said: dict[str, tuple[str, str]] = {}
    for pair in pairs:
        word, equals, value = pair.partition("=")
        if not equals:
            raise NotFieldValue(text=pair)
        field = enter.field_meant(kind, word.strip())
        if field.name in said:
            raise RepeatedField(field=word.strip())
        said[field.name] = word.strip(), value
    today = call.now.date()
    own = own_day(kind, {name: value for name, (_, value) in said.items()}, today)
    return {name: _one(call, kind, name, word, value, own) for name, (word, value) in said.items()}


def _one(call: Call, kind: Kind, name: str, word: str, value: str, own: date | None) -> str:
    """What is stored for a value, and told where it is not what was written."""
    field, today = kind.field(name), call.now.date()
    short = completed_beside(value, field, kind, own, today)
    taken = as_imported(short, kind, field, word=word, own=own, today=today)
    if taken != short or (field.type is FieldType.DATE and taken != value and _is_short(value)):
        complain(call.t("{field}记为{day}。", field=call.t(field.label), day=call.t(taken) or call.t("空")))
    return taken


def _is_short(day: str) -> bool:
    try:
        read_date(day)
    except Unreadable:
        return True
    return False


@click.command(help=label("录入一条记录：add 收文 收文日期=2026-03-05 来文单位=县水务局 标题=关于防汛的通知。类别：document 收文、meeting 参会、inspection 迎检、report_request 报表、certificate 证明、plaque 挂牌、app_group 工作群、problem 问题整改；只写类别时列出必填的栏目，栏目写错时列出全部栏目。"))
@click.argument("kind")
@click.argument("values", nargs=-1, metavar="FIELD=VALUE…")
@click.option("--late", is_flag=True, help=label("补登：日期属于已封存的月份，记在已封存月份之后的第一个月，单独列出，不计入各月数字"))
@click.option("--json", "as_json", is_flag=True, help=label("以 JSON 输出编号"))
@click.pass_obj
def add(call: Call, kind: str, values: tuple[str, ...], late: bool, as_json: bool) -> None:
    declared = kind_called(kind)
    written = _written(call, declared, values)
    with open_for(call, POINT) as ledger:
        record = enter.enter(ledger, declared.name, written, late=late)
        twin = told_twin(ledger, record)
    for doubt in doubtful_days(declared, record.values):
        complain(call.t.of(doubt.sentence))
    if as_json:
        put_json({"id": record.id, "number": record.number})
    else:
        put(call.t("已保存，编号{number}。", number=record.number))
    if twin is not None:
        complain(call.t.of(twin))


@click.command("list", help=label("列出一类记录，早的在前：list 收文 --month 2026-03。"))
@click.argument("kind")
@click.option("--month", type=MONTH, help=label("只列这个月"))
@click.option("--json", "as_json", is_flag=True, help=label("以 JSON 输出，每行一条"))
@click.pass_obj
def list_records(call: Call, kind: str, month: Month | None, as_json: bool) -> None:
    declared, found = kind_called(kind), 0
    with look_for(call, POINT) as ledger:
        for found, record in enumerate(every_record(ledger, declared, month), 1):
            if as_json:
                put_json(month_json.record_json(record))
                continue
            if found == 1:
                put("\t".join((call.t("编号"), *(call.t(field.label) for field in declared.list_fields))))
            shown = [_shown(record.values[field.name]) for field in declared.list_fields]
            put("\t".join((record.number, *shown)))
    if not found and not as_json:
        put(call.t("没有{kind}记录。", kind=call.t(declared.label)))


def _shown(value: Value) -> str:
    return "" if value is None else str(value)


COMMANDS = (add, list_records)
