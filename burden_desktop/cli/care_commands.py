"""Commands that make a ledger and care for it: init, check, backup, restore."""

import sys
from pathlib import Path
from typing import Any

import click

from ..domain.errors.ledger import DamagedLedger
from ..domain.errors.months import PurgesSealed
from ..domain.point import Point
from ..domain.role import COMMISSION, POINT, ROLES
from ..domain.texts import Sentence, label
from ..paths import ledger_file
from ..tasks import month_json
from ..tasks.check_told import check_told
from ..tasks.comparison import comparison_json, comparison_told
from ..tasks.ledger_care import Ledger, back_up, broken_json, new_ledger, place_warning, restore
from ..tasks.purge import purge
from .answers import LEVEL, PATH, PLACE, put, put_json
from .streams import complain
from .workshop import Call, look_for, open_for

_ITSELF = "\0"  # the option without a name: the ledger is the commission's own


@click.command(help=label("建立台账。"))
@click.option("--name", required=True, help=label("监测点名称"))
@click.option("--code", required=True, help=label("监测点代码：字母、数字、连字符"))
@click.option(
    "--commission", default="", is_flag=False, flag_value=_ITSELF, help=label("报送的纪委监委；只写 --commission 同 --role commission")
)
@click.option("--level", type=LEVEL, default="", help=label("监测点层级：乡级（township）、村级（village）等"))
@click.option("--reporter", default="", help=label("编报人"))
@click.option("--approver", default="", help=label("审核人"))
@click.option("--report-day", default=5, show_default=True, type=click.IntRange(1, 28), help=label("次月报送日"))
@click.option("--role", default=POINT, type=click.Choice(ROLES), help=label("point 监测点自己的台账，commission 纪委的收件台账"))
@click.pass_obj
def init(
    call: Call, name: str, code: str, commission: str, level: str, reporter: str, approver: str, report_day: int, role: str
) -> None:
    if commission == _ITSELF:
        commission, role = "", COMMISSION
    point = Point(name, code, level, reporter, approver, report_day, commission)
    new_ledger(call.ledger, point, call.workshop.clock, role).close()
    put(call.t("已建立台账 {path}。", path=call.ledger))
    if warning := place_warning(call.ledger):
        complain(call.t.of(warning))


@click.command(help=label("检查台账：文件、历史链和每条记录。"))
@click.option("--signed", type=PATH, help=label("再与这份已签署的月报对照：签署之前的历史有没有被改写"))
@click.option("--repair", is_flag=True, help=label("计数和检索对不上时重建：它们都由记录得出，重建不丢失任何内容"))
@click.option("--json", "as_json", is_flag=True, help=label("以 JSON 输出"))
@click.pass_obj
def check(call: Call, signed: Path | None, repair: bool, as_json: bool) -> None:
    told: tuple[Sentence, ...] = ()
    try:
        with open_for(call) if repair else look_for(call) as ledger:
            if repair:
                ledger.derived.make_anew()
            answer = month_json.check_json(ledger.check(), ledger.derived.differing(), ledger.check_files())
            if signed is not None:
                answer = _beside(answer, _first_strange(call, ledger, signed))
            told = tuple(check_told(ledger, sum(answer["counts"].values())))
    except DamagedLedger as found:
        answer = broken_json(found)
        complain(call.t.of(found.sentence))
    if answer["files"]["altered"]:
        complain(call.t("下列文件已不是原来的内容：{names}。请用备份第二处或交出的文件替换。", names=call.t("、").join(answer["files"]["altered"])))
    if answer["files"]["missing"] and not as_json:
        put(call.t("下列文件不在台账旁边：{names}。", names=call.t("、").join(answer["files"]["missing"])))
    if answer.get("strange"):
        complain(call.t("下列内容与历史链对不上：{names}。", names=call.t("、").join(answer["strange"])))
    if answer["derived"]:
        complain(call.t("由记录得出的内容对不上：{names}。用 check --repair 重建，不会丢失任何记录。", names=call.t("、").join(answer["derived"])))
    if as_json:
        put_json(answer)
    else:
        put(call.t("台账完好。") if answer["ok"] else call.t("台账有问题，请恢复备份或联系纪委。"))
        for sentence in told:
            put(call.t.of(sentence))
    if not answer["ok"]:
        raise SystemExit(1)


def _first_strange(call: Call, ledger: Ledger, signed: Path) -> int | None:
    from ..tasks.audit import check_against  # brings the verifier, which is heavy

    return check_against(ledger, signed, call.now)


def _beside(answer: dict[str, Any], strange: int | None) -> dict[str, Any]:
    """The answer, with the first entry that is not as it was signed."""
    if strange is None:
        return answer
    chain = answer["chain"]
    first = strange if chain["first_bad"] is None else min(strange, chain["first_bad"])
    return {**answer, "ok": False, "chain": {**chain, "ok": False, "first_bad": first}}


@click.command(help=label("立即备份；另选了第二处的，同时存一份到那里。"))
@click.option("--second-place", type=PLACE, help=label("今后每次备份都另存一份的文件夹，如移动硬盘；写 - 取消"))
@click.pass_obj
def backup(call: Call, second_place: Path | None) -> None:
    with open_for(call) as ledger:
        if second_place is not None:
            ledger.backups.choose_second_place(None if str(second_place) == "-" else second_place)
        put(str(back_up(ledger)))
        if reminder := ledger.backups.reminder():
            complain(call.t.of(reminder))


@click.command("restore", help=label("从备份恢复；现有台账另存一份，恢复也可以再撤销。"))
@click.argument("file", type=PATH)
@click.option("--reason", default="", help=label("备份早于最后一次封存时的理由"))
@click.option("--dry-run", is_flag=True, help=label("只看恢复会少什么、多什么，不恢复"))
@click.option("--json", "as_json", is_flag=True, help=label("以 JSON 输出 --dry-run 的结果"))
@click.pass_obj
def restore_command(call: Call, file: Path, reason: str, dry_run: bool, as_json: bool) -> None:
    if dry_run:
        with look_for(call) as ledger:
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


@click.command("purge", help=label("彻底清除误录的涉密或个人信息：台账和每份备份里都不再有，历史链只留摘要。不能撤销。"))
@click.argument("number")
@click.option("--reason", required=True, help=label("清除的理由，记入历史链"))
@click.option("--yes", is_flag=True, help=label("不再询问；已封存月份的记录须写明"))
@click.pass_obj
def purge_command(call: Call, number: str, reason: str, yes: bool) -> None:
    with open_for(call, POINT) as ledger:
        sealed = ledger.closed_month_of(number)
        if not yes and sys.stdin is not None and sys.stdin.isatty():
            click.confirm(call.t("{number}将从台账和每份备份里彻底清除，不能撤销。继续吗？", number=number), abort=True)
        elif not yes and sealed is not None:
            raise PurgesSealed(number=number, month=sealed.label)
        purged = purge(ledger, number, reason)
        told = tuple(ledger.path.parent.glob("reports/*.pdf"))
    put(call.t("已清除{number}，并清理了{backups}份备份。", number=number, backups=purged.backups))
    if sealed is not None:
        put(call.t("{number}属于已封存的{month}：已签署的数字不变，清除会列入下期月报的公开条目。", number=number, month=sealed.label))
    if purged.others:
        put(call.t("同样的文字还见于：{numbers}。如也须清除，请逐条清除。", numbers=call.t("、").join(purged.others)))
    for file in purged.left:
        complain(call.t("{file} 无法清理，请自行销毁。", file=file))
    if told:
        put(call.t("已签署的月报和已交出的文件不在清除之列，如其中有这条记录，请按保密规定处理。"))


@click.command("rescue", help=label("台账损坏时，把还能读出的内容抢救到新台账；原文件不动。"))
@click.argument("out", type=PLACE)
@click.option("--base", type=PATH, help=label("以哪个备份为底；不写即最近的完好备份"))
@click.option("--name", default="", help=label("监测点名称；只在损坏的文件里读不出时用"))
@click.option("--code", default="", help=label("监测点代码；只在损坏的文件里读不出时用"))
@click.option("--json", "as_json", is_flag=True, help=label("以 JSON 输出"))
@click.pass_obj
def rescue_command(call: Call, out: Path, base: Path | None, name: str, code: str, as_json: bool) -> None:
    from ..tasks import rescue

    named = Point(name, code) if name and code else None
    out = ledger_file(out)
    rescued = rescue.rescue(call.ledger, out, call.workshop.clock, base=base, named=named)
    if as_json:
        put_json(rescue.as_json(rescued, out))
        return
    put(call.t("读出{records}条记录，其中{proved}条有历史链佐证；新台账在 {out}，核对后用 restore 换上。",
               records=rescued.records, proved=rescued.proved, out=out))
    for sentence in rescue.told(rescued):
        put(call.t.of(sentence))


@click.command("screen-lock", help=label("忘了锁屏口令时关闭锁屏；锁屏只挡路过的眼睛，不加密台账。"))
@click.option("--off", is_flag=True, required=True, help=label("关闭锁屏"))
@click.pass_obj
def screen_lock(call: Call, off: bool) -> None:
    with open_for(call) as ledger:
        for key, value in (("screen_lock.secret", ""), ("screen_lock.minutes", "0")):
            ledger.settings.set(key, value)
    put(call.t("锁屏已关闭。"))


COMMANDS = (init, check, backup, restore_command, purge_command, rescue_command, screen_lock)
