"""Commands that work on a ledger."""

from collections.abc import Sequence
from pathlib import Path

import click

from ..domain.errors import BrokenChain, BurdenError, DamagedLedger, NotFieldValue
from ..domain.kinds import KINDS, kind_named
from ..domain.month import Month
from ..domain.point import Point
from ..domain.texts import label
from ..tasks import close_month, enter, month_json
from ..tasks.identity import read_identity
from ..tasks.ledger_care import Ledger, back_up, broken_json, every_record, export_register, open_ledger, restore
from ..tasks.summarise import gather, sum_up
from ..tasks.write_file import write_file
from .answers import MONTH, PATH, complain, passphrase_in, put, put_json
from .workshop import Call

_CAN_BE_IMPORTED = label("{rows}行可导入，{rejected}行需要核对，{ignored}行略过。")
_IMPORTED = label("已导入{rows}行，{rejected}行没有导入，{ignored}行略过。")
_INCOMPLETE = label("必填栏目没有填写。")
_WHY_REJECTED = {
    "bad_date": label("日期缺少或不对。"),
    "missing_title": label("没有标题。"),
    "end_before_start": label("结束早于开始。"),
    "classified": label("带有密级，不得进入本程序。"),
}


def _ledger(call: Call) -> Ledger:
    return open_ledger(call.ledger, call.workshop.clock)


def _written(pairs: Sequence[str]) -> dict[str, object]:
    written: dict[str, object] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            raise NotFieldValue(text=pair)
        written[name.strip()] = value
    return written


@click.command(help="建立台账。")
@click.option("--name", required=True, help="监测点名称")
@click.option("--code", required=True, help="监测点代码：字母、数字、连字符")
@click.option("--commission", default="", help="报送的纪委监委")
@click.option("--level", default="", help="监测点层级：township、village 等")
@click.option("--reporter", default="", help="编报人")
@click.option("--approver", default="", help="审核人")
@click.option("--report-day", default=5, type=click.IntRange(1, 28), help="次月报送日")
@click.pass_obj
def init(
    call: Call, name: str, code: str, commission: str, level: str, reporter: str, approver: str, report_day: int
) -> None:
    point = Point(name, code, level, reporter, approver, report_day, commission)
    Ledger.create(call.ledger, point, clock=call.workshop.clock).close()
    put(call.t("已建立台账 {path}。", path=call.ledger))


@click.command(help="录入一条记录：KIND 为类别（document、meeting、inspection），其后写 栏目=内容。")
@click.argument("kind")
@click.argument("values", nargs=-1, metavar="FIELD=VALUE…")
@click.option("--late", is_flag=True, help="补登：日期属于已封存的月份，计入当前月份并单独统计")
@click.option("--json", "as_json", is_flag=True, help="以 JSON 输出编号")
@click.pass_obj
def add(call: Call, kind: str, values: tuple[str, ...], late: bool, as_json: bool) -> None:
    written = _written(values)
    kind_named(kind)
    with _ledger(call) as ledger:
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
    with _ledger(call) as ledger:
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
            with _ledger(call) as ledger:
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


@click.command(help="本月汇总。")
@click.argument("month", type=MONTH)
@click.option("--json", "as_json", is_flag=True, help="以 JSON 输出")
@click.pass_obj
def month(call: Call, month: Month, as_json: bool) -> None:
    with _ledger(call) as ledger:
        summary = sum_up(gather(ledger, month))
    if as_json:
        put_json(month_json.month_json(summary))
        return
    for kind in KINDS:
        figures = summary.kinds[kind.name]
        put(call.t("{kind}　本月{month}{unit}，上月{previous}，上年同月{last_year}，本年累计{year}",
                   kind=call.t(kind.label), unit=call.t(kind.unit), month=figures.month,
                   previous=_or_dash(figures.previous), last_year=_or_dash(figures.same_month_last_year),
                   year=figures.year_to_date))


def _or_dash(count: int | None) -> str:
    return "—" if count is None else str(count)


@click.command(help="生成未签名的月报草稿（PDF，标明草稿）。")
@click.argument("month", type=MONTH)
@click.option("--out", required=True, type=PATH, help="存放的文件夹")
@click.pass_obj
def report(call: Call, month: Month, out: Path) -> None:
    with _ledger(call) as ledger:
        closing = close_month.draft_material(ledger, month, now=call.now)
    target = out / f"{closing.material.point.code}-{month}-草稿.pdf"
    write_file(target, close_month.draft_of(closing))
    put(str(target))


@click.command(help="封存一个月：生成并签署月报。")
@click.argument("month", type=MONTH)
@click.option("--identity", required=True, type=PATH, help="签名证书（.p12）")
@click.option("--passphrase-file", required=True, type=PATH, help="写有口令的文件")
@click.option("--out", required=True, type=PATH, help="存放的文件夹")
@click.option("--early", default="", metavar="REASON", help="月份未结束而提前封存的理由")
@click.option("--json", "as_json", is_flag=True, help="以 JSON 输出")
@click.pass_obj
def close(
    call: Call, month: Month, identity: Path, passphrase_file: Path, out: Path, early: str, as_json: bool
) -> None:
    now = call.now
    with _ledger(call) as ledger:
        closing = close_month.prepare(ledger, month, now=now, early=early)
        p12, passphrase = read_identity(identity), passphrase_in(passphrase_file)
        signed = close_month.make(closing, p12, passphrase, path=str(identity), now=now)
        closed = close_month.commit(ledger, signed, out)
    if as_json:
        put_json({"file": str(closed.file), "sha256": closed.sha256, "revision": closed.revision,
                  "chain_head": closed.chain_head})
    else:
        put(call.t("{month}已封存，月报在 {file}。", month=month.label, file=closed.file))


@click.command(help="更正重报：写明理由，重新打开已封存的月份。")
@click.argument("month", type=MONTH)
@click.option("--reason", required=True, help="更正的理由，会印在月报上")
@click.pass_obj
def correct(call: Call, month: Month, reason: str) -> None:
    with _ledger(call) as ledger:
        close_month.correct_month(ledger, month, reason)
    put(call.t("{month}已打开更正，改好后请重新封存。", month=month.label))


@click.command(help="检查台账：文件、历史链和每条记录。")
@click.option("--json", "as_json", is_flag=True, help="以 JSON 输出")
@click.pass_obj
def check(call: Call, as_json: bool) -> None:
    try:
        with _ledger(call) as ledger:
            answer = month_json.check_json(ledger.check())
    except (DamagedLedger, BrokenChain) as found:
        answer = broken_json(found)
        complain(call.t.of(found.sentence))
    if as_json:
        put_json(answer)
    else:
        put(call.t("台账完好。") if answer["ok"] else call.t("台账有问题，请恢复备份或联系纪委。"))
    if not answer["ok"]:
        raise SystemExit(1)


@click.command(help="立即备份。")
@click.pass_obj
def backup(call: Call) -> None:
    with _ledger(call) as ledger:
        put(str(back_up(ledger)))


@click.command("restore", help="从备份恢复；现有台账另存一份。")
@click.argument("file", type=PATH)
@click.option("--reason", default="", help="备份早于最后一次封存时的理由")
@click.pass_obj
def restore_command(call: Call, file: Path, reason: str) -> None:
    restore(call.ledger, file, call.workshop.clock, reason)
    put(call.t("已恢复 {file}。", file=file))


@click.command(help="导出一类记录为 .xlsx。")
@click.argument("kind")
@click.option("--out", required=True, type=PATH, help="要写的 .xlsx 文件")
@click.pass_obj
def export(call: Call, kind: str, out: Path) -> None:
    with _ledger(call) as ledger:
        write_file(out, export_register(ledger, kind_named(kind)))
    put(str(out))


COMMANDS = (
    *(init, add, list_records, import_file, month, report, close, correct, check),
    *(backup, restore_command, export),
)
