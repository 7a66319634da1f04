"""Commands that need no ledger: reading, verifying, the sample month, the bundle's self-check.

Tasks with heavy tools are imported in their commands, so that the window and the other commands start without.
"""

from datetime import datetime
from pathlib import Path

import click

from ..domain.texts import label
from . import notice_words
from .answers import MOMENT, PATH, PLACE, SOURCE, put, put_json
from .streams import complain
from .workshop import Call


@click.command(help=label("读通知：给出标题、文号、单位、时限等，不保存。"))
@click.argument("paths", type=PATH, nargs=-1, required=True)
@click.option("--received-on", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help=label("收到日期；“收到后3个工作日内”等时限由它推算"))
@click.option("--json", "as_json", is_flag=True, help=label("以 JSON 输出，每份一行"))
@click.pass_obj
def read(call: Call, paths: tuple[Path, ...], received_on: datetime | None, as_json: bool) -> None:
    from ..tasks import read_notice

    refused = False
    for answer in read_notice.read_lines(paths, received_on.date() if received_on else None):
        if "refused" in answer:
            answer["refused"] = call.t.of(answer["refused"])
        if as_json:
            put_json(answer)
        elif "refused" not in answer:
            put("\n".join((*notice_words.told(answer, call.t), *([""] if len(paths) > 1 else []))))
        if "talk_left_out" in answer:
            complain(call.t("{file}是聊天记录，有{count}条发言不像通知，没有读入：{words}", file=answer["file"], count=len(answer["talk_left_out"]), words="；".join(answer["talk_left_out"])))
        if "further_notices" in answer:
            complain(call.t("{file}中有多份通知，只读了第一份，另有{count}份。可在窗口中一次粘贴，程序会逐份打开。", file=answer["file"], count=answer["further_notices"]))
        if "refused" in answer:
            refused = True
            complain(answer["refused"])
    if refused:
        raise SystemExit(1)


@click.command("verify", help=label("核验月报；几份或一个文件夹一起核验时，还互相对照。"))
@click.argument("files", type=PATH, nargs=-1, required=True)
@click.option("--trust", required=True, type=SOURCE, help=label("存放各监测点 .cer 的文件夹"))
@click.option("--at", type=MOMENT, help=label("收到的时间；只写日期即当天末，不写即现在"))
@click.option("--json", "as_json", is_flag=True, help=label("以 JSON 输出，每份一行"))
@click.pass_obj
def verify_command(call: Call, files: tuple[Path, ...], trust: Path, at: datetime | None, as_json: bool) -> None:
    from ..tasks import verify

    moment = call.now if at is None else at
    all_accepted = True
    for verdict in verify.verify_files(files, trust, moment):
        all_accepted = all_accepted and verdict.accepted
        if as_json:
            put_json(verify.as_json(verdict, call.t))
            continue
        put(f"{verdict.file}\t" + (call.t("接受") if verdict.accepted else call.t("拒收")))
        for sentence in (*verdict.reasons, *verdict.notices):
            put("\t" + call.t.of(sentence))
    if not all_accepted:
        raise SystemExit(1)


@click.command("demo", help=label("用自带的样例通知和登记表做一个样例月：录入、封存、核验、各页截图。"))
@click.option("--out", required=True, type=PLACE, help=label("存放的文件夹"))
@click.pass_obj
def demo_command(call: Call, out: Path) -> None:
    from ..tasks import demo

    result = demo.play_sample_month(out, clock=call.workshop.clock)
    pictures = call.workshop.screenshots(result.ledger, call.t, out / "screens")
    put(call.t("样例月报：{file}", file=result.signed))
    put(call.t("核验：{verdict}，记录{records}条，截图{pictures}张。",
               verdict=call.t("接受") if result.accepted else call.t("拒收"),
               records=result.records, pictures=len(pictures)))
    if not result.accepted:
        raise SystemExit(1)


@click.command("self-check", help=label("在本机上试做一次样例月，验证安装完好。"))
@click.pass_obj
def self_check(call: Call) -> None:
    from ..tasks import demo

    result = demo.self_check(call.workshop.clock)
    put(call.t("自检通过：{records}条记录，月报已签名并核验。", records=result.records) if result.accepted
        else call.t("自检没有通过。"))
    if not result.accepted:
        raise SystemExit(1)


COMMANDS = (read, verify_command, demo_command, self_check)
