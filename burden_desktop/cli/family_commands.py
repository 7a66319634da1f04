"""Commands for families (同件): what a record may be one thing with, join it, take it out."""

import click

from ..domain.bodies.kin import RELATIONS
from ..domain.role import POINT
from ..domain.texts import label
from .answers import put, put_json
from .workshop import Call, look_for, open_for


@click.command("kin", help=label("查找可能与一条记录同件的记录（转发、重发、层层开会），列出依据；可归为同件或分开。"))
@click.argument("number")
@click.option("--join", "other", help=label("归入这条记录的同件"))
@click.option("--part", is_flag=True, help=label("从同件中分出，单独计数"))
@click.option("--json", "as_json", is_flag=True, help=label("以 JSON 输出，每行一条"))
@click.pass_obj
def kin(call: Call, number: str, other: str | None, part: bool, as_json: bool) -> None:
    from ..tasks import families  # likeness is only needed here

    if other and part:
        raise click.UsageError(call.t("--join 和 --part 只能写一个。"))
    with open_for(call, POINT) if other or part else look_for(call, POINT) as ledger:
        if other:
            families.join(ledger, number, other)
        if part:
            families.part(ledger, number)
        record = ledger.records.by_number(number)
        already = families.already_with(ledger, record)
        proposed = families.kin_of(ledger, record)
        if not as_json and already:
            put(call.t("已归为同件：{numbers}", numbers=call.t("、").join(already)))
        if not as_json and not proposed:
            put(call.t("没有发现可能同件的其他记录。"))
        for found in proposed:
            evidence = [call.t.of(sentence) for sentence in found.evidence]
            if as_json:
                put_json({"number": found.number, "title": found.title, "relation": found.relation.value, "evidence": evidence})
            else:
                put("\t".join((found.number, call.t(RELATIONS[found.relation]), found.title, "；".join(evidence))))


COMMANDS = (kin,)
