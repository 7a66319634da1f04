"""Commands on a month: its figures, its draft, sealing and correcting it."""

from pathlib import Path

import click

from ..domain.kinds import KINDS
from ..domain.months.month import Month
from ..domain.role import POINT
from ..domain.texts import label
from ..tasks import before_closing, close_month, month_json
from ..tasks.identity import read_identity
from ..tasks.summarise import gather, sum_up
from ..tasks.write_out import write_out
from .answers import MONTH, PATH, PLACE, REPLACE, over, passphrase_in, put, put_json
from .streams import complain
from .workshop import Call, look_for, open_for


@click.command(help=label("一个月的汇总：各类件数，与上月、上年同月比较，本年累计。"))
@click.argument("month", type=MONTH)
@click.option("--json", "as_json", is_flag=True, help=label("以 JSON 输出"))
@click.pass_obj
def month(call: Call, month: Month, as_json: bool) -> None:
    with look_for(call, POINT) as ledger:
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
    if summary.findings:
        put(call.t("需要关注{count}项：", count=len(summary.findings)))
    for finding in summary.findings:
        put(f"{finding.fact}" + (f"（{call.t('、').join(finding.records)}）" if finding.records else ""))
    if summary.rules_moved:
        put(call.t("本月已封存，以上是签署时的提示；此后改动过的规则（{rules}）不影响已封存的月份。",
                   rules=call.t("、").join(call.t(title) for title in summary.rules_moved)))


def _or_dash(count: int | None) -> str:
    return "—" if count is None else str(count)


@click.command(help=label("生成未签名的月报草稿（PDF，标明草稿）。"))
@click.argument("month", type=MONTH)
@click.option("--out", required=True, type=PLACE, help=label("存放的文件夹"))
@REPLACE
@click.pass_obj
def report(call: Call, month: Month, out: Path, replace: bool) -> None:
    with look_for(call, POINT) as ledger:
        closing = close_month.draft_material(ledger, month, now=call.now)
    target = out / f"{closing.material.point.code}-{month}-草稿.pdf"
    write_out(target, close_month.draft_of(closing), (".pdf",), over=over(replace))
    put(str(target))


@click.command(help=label("封存一个月：生成并签署月报。"))
@click.argument("month", type=MONTH)
@click.option("--identity", required=True, type=PATH, help=label("签名证书（.p12）"))
@click.option("--passphrase-file", required=True, type=PATH, help=label("写有口令的文件"))
@click.option("--out", required=True, type=PLACE, help=label("存放的文件夹"))
@click.option("--seal-picture", type=PATH, help=label("印章图片（透明底 PNG），按 42 毫米实际大小印出"))
@click.option("--early", default="", metavar="REASON", help=label("月份未结束而提前封存的理由"))
@click.option("--json", "as_json", is_flag=True, help=label("以 JSON 输出"))
@click.pass_obj
def close(
    call: Call, month: Month, identity: Path, passphrase_file: Path, out: Path, seal_picture: Path | None, early: str,
    as_json: bool,
) -> None:  # fmt: skip
    now = call.now
    with open_for(call, POINT) as ledger:
        told = before_closing.told_before_closing(ledger, month)
        closing = close_month.prepare(ledger, month, now=now, early=early)
        for sentence in told:
            complain(call.t.of(sentence))
        p12, passphrase = read_identity(identity), passphrase_in(passphrase_file)
        picture = read_identity(seal_picture) if seal_picture else b""
        signed = close_month.make(closing, p12, passphrase, path=str(identity), now=now, seal_picture=picture)
        closed = close_month.commit(ledger, signed, out)
    if as_json:
        put_json({"file": str(closed.file), "sha256": closed.sha256, "revision": closed.revision,
                  "chain_head": closed.chain_head})
    else:
        put(call.t("{month}已封存，月报在 {file}。", month=month.label, file=closed.file))


@click.command(help=label("更正重报：写明理由，重新打开已封存的月份。"))
@click.argument("month", type=MONTH)
@click.option("--reason", required=True, help=label("更正的理由，会印在月报上"))
@click.pass_obj
def correct(call: Call, month: Month, reason: str) -> None:
    with open_for(call, POINT) as ledger:
        close_month.correct_month(ledger, month, reason)
        later = before_closing.signed_on_old_figures(ledger, month)
    put(call.t("{month}已打开更正，改好后请重新封存。", month=month.label))
    if later is not None:
        put(call.t.of(later))


COMMANDS = (month, report, close, correct)
