"""Commands that look for records of all kinds: search."""

import click

from ..domain.finding import Hit
from ..domain.kinds import KINDS, kind_named
from ..domain.role import POINT
from ..domain.texts import label
from .answers import put, put_json
from .workshop import Call, look_for


def _json(hit: Hit) -> dict[str, object]:
    record, kind = hit.record, kind_named(hit.record.kind)
    return {
        "kind": record.kind, "number": record.number, "id": record.id, "date": record.values[kind.dated_by],
        "title": record.values[kind.titled_by], "organ": record.values["organ"],
        "spans": {name: [list(span) for span in spans] for name, spans in hit.spans.items()},
    }  # fmt: skip


@click.command("search", help=label("在全部类别的记录中查找：标题、单位、文号、备注中的任何几个字，或拼音首字母。"))
@click.argument("text")
@click.option("--limit", type=click.IntRange(1, 100_000), default=100, show_default=True, help=label("至多列出几条，最近登记的在前"))
@click.option("--json", "as_json", is_flag=True, help=label("以 JSON 输出，每行一条；spans 为各栏目中找到的位置"))
@click.pass_obj
def search(call: Call, text: str, limit: int, as_json: bool) -> None:
    if not text.strip():
        raise click.UsageError(call.t("请写要找的字。"))
    found = False
    with look_for(call, POINT) as ledger:
        for hit in ledger.searching.find(KINDS, text, limit):
            found = True
            if as_json:
                put_json(_json(hit))
            else:
                told = _json(hit)
                put("\t".join(str(told[name] or "") for name in ("number", "date", "organ", "title")))
    if not found and not as_json:
        put(call.t("没有找到“{text}”。", text=text))


COMMANDS = (search,)
