"""Commands that lay signed files side by side: audit."""

from pathlib import Path

import click

from ..domain.texts import label
from .answers import PATH, put, put_json
from .workshop import Call


@click.command("audit", help=label("比对同一监测点的两份月报：后一份是否接续前一份，其间撤销、补登、修改了什么。"))
@click.argument("old", type=PATH)
@click.argument("new", type=PATH)
@click.option("--json", "as_json", is_flag=True, help=label("以 JSON 输出"))
@click.pass_obj
def audit_command(call: Call, old: Path, new: Path, as_json: bool) -> None:
    from ..tasks import audit  # brings the verifier, which is heavy

    first, second, found = audit.audit_files(old, new, call.now)
    if as_json:
        put_json(audit.audit_json(first, second, found, call.t))
    else:
        put("\n".join(call.t.of(sentence) for sentence in found.sentences))
        if first.certificate != second.certificate:
            put(call.t("两份月报由不同的证书签署，请核对是否换发过证书。"))
    if found.link != "extends":
        raise SystemExit(1)


COMMANDS = (audit_command,)
