"""Commands that make a ledger and care for it: init, check, backup, restore."""

from pathlib import Path

import click

from ..domain.errors.ledger import DamagedLedger
from ..domain.point import Point
from ..tasks import month_json
from ..tasks.comparison import comparison_json, comparison_told
from ..tasks.ledger_care import Ledger, back_up, broken_json, restore
from ..tasks.points import POINT, ROLES, set_role
from .answers import PATH, put, put_json
from .streams import complain
from .workshop import Call, open_for


@click.command(help="建立台账。")
@click.option("--name", required=True, help="监测点名称")
@click.option("--code", required=True, help="监测点代码：字母、数字、连字符")
@click.option("--commission", default="", help="报送的纪委监委")
@click.option("--level", default="", help="监测点层级：township、village 等")
@click.option("--reporter", default="", help="编报人")
@click.option("--approver", default="", help="审核人")
@click.option("--report-day", default=5, type=click.IntRange(1, 28), help="次月报送日")
@click.option("--role", default=POINT, type=click.Choice(ROLES), help="point 监测点自己的台账，commission 纪委的收件台账")
@click.pass_obj
def init(
    call: Call, name: str, code: str, commission: str, level: str, reporter: str, approver: str, report_day: int, role: str
) -> None:
    point = Point(name, code, level, reporter, approver, report_day, commission)
    with Ledger.create(call.ledger, point, clock=call.workshop.clock) as ledger:
        set_role(ledger, role)
    put(call.t("已建立台账 {path}。", path=call.ledger))


@click.command(help="检查台账：文件、历史链和每条记录。")
@click.option("--json", "as_json", is_flag=True, help="以 JSON 输出")
@click.pass_obj
def check(call: Call, as_json: bool) -> None:
    try:
        with open_for(call) as ledger:
            answer = month_json.check_json(ledger.check())
    except DamagedLedger as found:
        answer = broken_json(found)
        complain(call.t.of(found.sentence))
    if as_json:
        put_json(answer)
    else:
        put(call.t("台账完好。") if answer["ok"] else call.t("台账有问题，请恢复备份或联系纪委。"))
    if not answer["ok"]:
        raise SystemExit(1)


@click.command(help="立即备份；另选了第二处的，同时存一份到那里。")
@click.option("--second-place", type=PATH, help="今后每次备份都另存一份的文件夹，如移动硬盘；写 - 取消")
@click.pass_obj
def backup(call: Call, second_place: Path | None) -> None:
    with open_for(call) as ledger:
        if second_place is not None:
            ledger.backups.choose_second_place(None if str(second_place) == "-" else second_place)
        put(str(back_up(ledger)))
        if reminder := ledger.backups.reminder():
            complain(call.t.of(reminder))


@click.command("restore", help="从备份恢复；现有台账另存一份，恢复也可以再撤销。")
@click.argument("file", type=PATH)
@click.option("--reason", default="", help="备份早于最后一次封存时的理由")
@click.option("--dry-run", is_flag=True, help="只看恢复会少什么、多什么，不恢复")
@click.option("--json", "as_json", is_flag=True, help="以 JSON 输出 --dry-run 的结果")
@click.pass_obj
def restore_command(call: Call, file: Path, reason: str, dry_run: bool, as_json: bool) -> None:
    if dry_run:
        with open_for(call) as ledger:
            found = ledger.compare(file)
        if as_json:
            put_json(comparison_json(found))
        else:
            put("\n".join(call.t.of(sentence) for sentence in comparison_told(found)))
        return
    safety = restore(call.ledger, file, call.workshop.clock, reason)
    put(call.t("已恢复 {file}。", file=file))
    if safety is not None:
        put(call.t("原来的台账另存在 {safety}；要撤销这次恢复，用 restore 恢复它。", safety=safety))


@click.command("rescue", help="台账损坏时，把还能读出的内容抢救到新台账；原文件不动。")
@click.argument("out", type=PATH)
@click.option("--base", type=PATH, help="以哪个备份为底；不写即最近的完好备份")
@click.option("--json", "as_json", is_flag=True, help="以 JSON 输出")
@click.pass_obj
def rescue_command(call: Call, out: Path, base: Path | None, as_json: bool) -> None:
    from ..tasks import rescue

    rescued = rescue.rescue(call.ledger, out, call.workshop.clock, base=base)
    if as_json:
        put_json(rescue.as_json(rescued, out))
        return
    put(call.t("读出{records}条记录，其中{proved}条有历史链佐证；新台账在 {out}，核对后用 restore 换上。",
               records=rescued.records, proved=rescued.proved, out=out))
    if rescued.lost:
        put(call.t("下列编号没有读出：{numbers}", numbers="、".join(rescued.lost)))


COMMANDS = (init, check, backup, restore_command, rescue_command)
