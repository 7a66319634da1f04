"""Commands of a commission's ledger: points, receive, overview."""

from dataclasses import asdict
from pathlib import Path

import click

from ..domain.handed_in.receiving import OUTCOMES, REFUSED, readable
from ..domain.role import COMMISSION
from ..domain.texts import label
from .answers import PATH, put, put_json
from .streams import complain
from .workshop import Call, look_for, open_for


@click.group("points", help=label("已登记的监测点（纪委收件台账）。"))
def points_group() -> None:
    """`points list`, `points enrol`, `points suspend`."""


@points_group.command("list", help=label("列出已登记的证书。"))
@click.option("--json", "as_json", is_flag=True, help=label("以 JSON 输出，每份一行"))
@click.pass_obj
def list_points(call: Call, as_json: bool) -> None:
    with look_for(call, COMMISSION) as ledger:
        enrolled = ledger.receiving.enrolled()
    for one in enrolled:
        if as_json:
            told = asdict(one)
            del told["certificate"]
            put_json(told)
        else:
            state = call.t("已停用") if one.suspended_at else call.t("在用，{day}到期", day=one.not_after[:10])
            put(f"{one.code}\t{one.name}\t{state}\t{readable(one.fingerprint)}")


@points_group.command("enrol", help=label("登记监测点的证书：.cer，或与 .cer 放在一起的登记表 .pdf。"))
@click.argument("file", type=PATH)
@click.option("--fingerprint", required=True, help=label("登记表上的证书指纹，须与监测点核对"))
@click.option("--renew", is_flag=True, help=label("换发：新旧证书都认，直到旧的到期"))
@click.option("--replace", is_flag=True, help=label("旧密钥丢失或泄露：旧证书立即停用"))
@click.pass_obj
def enrol(call: Call, file: Path, fingerprint: str, renew: bool, replace: bool) -> None:
    from ..tasks import points

    with open_for(call, COMMISSION) as ledger:
        new = points.enrol(ledger, file, fingerprint=fingerprint, now=call.now, renew=renew, replace=replace)
    put(call.t("已登记{name}（{code}），证书{day}到期。", name=new.name, code=new.code, day=new.not_after[:10]))


@points_group.command("suspend", help=label("停用监测点的证书：此后收到的一律拒收。"))
@click.argument("code")
@click.option("--reason", required=True, help=label("理由"))
@click.pass_obj
def suspend(call: Call, code: str, reason: str) -> None:
    from ..tasks import points

    with open_for(call, COMMISSION) as ledger:
        stopped = points.suspend(ledger, code, reason)
    put(call.t("已停用“{code}”的证书{count}份。", code=code, count=stopped))


@click.command("receive", help=label("接收月报：文件或文件夹，逐份核验并留存。"))
@click.argument("paths", type=PATH, nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help=label("以 JSON 输出，每份一行"))
@click.pass_obj
def receive_command(call: Call, paths: tuple[Path, ...], as_json: bool) -> None:
    from ..tasks import receive

    refused = False
    with open_for(call, COMMISSION) as ledger:
        for one in receive.receive(ledger, paths, call.now):
            refused = refused or one.outcome == REFUSED
            if as_json:
                put_json(receive.as_json(one, call.t))
                continue
            put(f"{one.file_name}\t{call.t(OUTCOMES[one.outcome])}\t{one.code}\t{one.month}")
            for sentence in (*one.reasons, *one.notices):
                put("\t" + call.t.of(sentence))
    if refused:
        raise SystemExit(1)


@click.command("overview", help=label("总览：各监测点各月报送情况。"))
@click.option("--months", default=12, type=click.IntRange(1, 120), help=label("往前几个月"))
@click.option("--json", "as_json", is_flag=True, help=label("以 JSON 输出，每个监测点一行"))
@click.pass_obj
def overview_command(call: Call, months: int, as_json: bool) -> None:
    from ..tasks import overview

    with look_for(call, COMMISSION) as ledger:
        seen = overview.overview(ledger, call.now.date(), months)
    if seen.rows and not as_json:
        put("\t".join((call.t("代码"), call.t("监测点"), *map(str, seen.months))))
    for row in seen.rows:
        if as_json:
            put_json(overview.row_json(seen, row))
        else:
            cells = "\t".join(call.t(overview.STATES[cell.state]) for cell in row.cells)
            name = call.t("{name}（已停用）", name=row.name) if row.suspended else row.name
            put(f"{row.code}\t{name}\t{cells}")
            for cell in row.cells:
                for one in cell.files:
                    told = "　".join(call.t.of(notice) for notice in (*filter(None, (cell.replaced(one),)), *one.notices))
                    put(f"\t{cell.month} r{one.revision}\t{one.received_at[:16]}\t{told}")
    if not seen.rows:
        complain(call.t("还没有登记监测点。"))


COMMANDS = (points_group, receive_command, overview_command)
