"""Commands that move a ledger to a successor or another computer: handover, takeover."""

from pathlib import Path

import click

from ..domain.texts import label
from .answers import PATH, PLACE, REPLACE, over, put
from .streams import complain
from .workshop import Call, open_for


@click.command("handover", help=label("移交：把台账、已签署的月报和设置装进一个 .zip，交给接任者或换电脑时用；位置写文件或文件夹。"))
@click.argument("out", type=PLACE, required=False)
@click.option("--out", "named", type=PLACE, help=label("同“位置”"))
@click.option("--identity", type=PATH, help=label("一并移交签名证书（.p12，仍由口令锁着）"))
@REPLACE
@click.pass_obj
def handover_command(call: Call, out: Path | None, named: Path | None, identity: Path | None, replace: bool) -> None:
    from ..tasks import handover

    wanted = out or named
    if wanted is None or (out and named):
        raise click.UsageError(call.t("请写一个文件或文件夹，例如 handover U盘/移交.zip。"))
    with open_for(call) as ledger:
        out = handover.parcel_place(ledger, wanted, call.now)
        told = handover.hand_over(ledger, out, identity=identity, now=call.now, over=over(replace))
    put(call.t("移交文件在 {out}，共{files}个文件。里面有全部记录，请当面交接，用后销毁。", out=out, files=told.files))
    if told.left:
        complain(call.t("下列文件不在台账旁边，或已不是原来的内容，没有装入：{names}。", names=call.t("、").join(told.left)))


@click.command("takeover", help=label("接收移交文件（.zip）或台账备份（.db），核对无误后放到 --ledger 所指的位置，那里不能已有台账。"))
@click.argument("file", type=PATH)
@click.option("--yes", is_flag=True, help=label("台账里有内容与历史链对不上的，照样接收"))
@click.pass_obj
def takeover_command(call: Call, file: Path, yes: bool) -> None:
    from ..tasks.arriving import arrive

    told = arrive(file, call.ledger, call.workshop.clock, anyway=yes)
    if told.doubtful:
        put(call.t("已接收{point}的台账，历史{entries}步，放在 {path}。", point=f"{told.name}（{told.code}）", entries=told.head[0], path=call.ledger))
        complain(call.t("下列内容对不上：{names}。请用 check 查看。", names=call.t("、").join(told.doubtful)))
        return
    put(call.t("已接收{point}的台账，历史{entries}步，核对无误，放在 {path}。", point=f"{told.name}（{told.code}）", entries=told.head[0], path=call.ledger))


COMMANDS = (handover_command, takeover_command)
