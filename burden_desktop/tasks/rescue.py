"""Rescue what a damaged ledger still says into a new one."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from ..domain.kinds import KINDS
from ..domain.point import Point
from ..domain.texts import Sentence, label, say
from ..store.backup.list_of import last_good
from ..store.damage.rescuing import Rescued, rescue_ledger

_WHY = "台账损坏，由抢救出的内容重建"
_TABLES: Final = {
    **{kind.name: kind.label for kind in KINDS},
    "history": label("历史链的条目"),
    "history_content": label("历史链条目的内容"),
    "month": label("月份的封存"),
    "month_revision": label("已签署月报的登记"),
    "organ": label("单位的层级和性质"),
    "organ_alias": label("单位的别名"),
    "number_series": label("编号的进度"),
    "past_figure": label("手工录入的往期数字"),
    "remark": label("对提示的说明"),
    "setting": label("设置（规则、目标、月报文字等）"),
    "ledger_time": label("填写用时"),
    "enrolled": label("已登记的证书"),
    "received": label("已收到的月报"),
    "received_payload": label("已收到月报的数据"),
    "sqlite_schema": label("台账的目录"),
}
_FEW: Final = 200  # names that a sentence still holds


def rescue(
    damaged: Path, target: Path, clock: Callable[[], datetime], *, base: Path | None = None, named: Point | None = None
) -> Rescued:
    """A new ledger at `target` of what `damaged` still says, over the backup `base` or the last good one beside it;
    `named` is whose ledger it is, for a file that does not tell any more.

    Raises LedgerExists, CannotRead, CannotWrite, NothingToRescue, PointUnread, and what a backup that cannot serve raises.
    """
    good = last_good(damaged)
    return rescue_ledger(damaged, target, clock=clock, base=base or (good.path if good else None), reason=_WHY, named=named)


def told(rescued: Rescued) -> Iterator[Sentence]:
    """What the rescue says of closed months, and of what it could not take over."""
    if rescued.closed:
        yield say("仍然封存的月份：{months}。", months="、".join(rescued.closed))
    if rescued.broken:
        yield say("下列月份的月报已不在新的历史链中，下期月报会说明断链：{months}。", months="、".join(rescued.broken))
    for one in rescued.lost:
        table = _TABLES[one.table]
        if one.count is None:
            yield say("没有读全：{table}，有{pages}页损坏，数量不明，请逐项核对。", table=table, pages=one.pages)
        elif one.names:
            yield say("没有读出：{table}{count}条：{names}", table=table, count=one.count, names="、".join(one.names[:_FEW]))
        else:
            yield say("没有读出：{table}{count}条。", table=table, count=one.count)


def as_json(rescued: Rescued, target: Path) -> dict[str, Any]:
    """The answer of the `rescue` command."""
    return {
        "file": str(target),
        "base": str(rescued.base) if rescued.base else None,
        "records": rescued.records,
        "proved": rescued.proved,
        "added": rescued.added,
        "changed": rescued.changed,
        "closed": list(rescued.closed),
        "broken": list(rescued.broken),
        "lost": [{"table": one.table, "count": one.count, "pages": one.pages, "names": list(one.names)} for one in rescued.lost],
    }
