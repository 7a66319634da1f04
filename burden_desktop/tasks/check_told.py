"""What a check of the ledger says besides that it is sound: how much it holds, which months are closed, when it was last backed up."""

from collections.abc import Iterator

from ..domain.role import POINT
from ..domain.texts import Sentence, say
from ..store.backup.list_of import backups_of
from ..store.ledger import Ledger


def check_told(ledger: Ledger, records: int) -> Iterator[Sentence]:
    """`records` are those that the check counted. In the order of a reader's questions. A commission's ledger has neither records nor months of its own."""
    if ledger.role == POINT:
        yield say("共{count}条记录。", count=records)
        yield from _months(ledger)
    backups = backups_of(ledger.path)
    if backups:
        yield say("最近一次备份：{at}（{file}）。", at=backups[0].made_at.replace("T", " ")[:16], file=backups[0].path.name)
    else:
        yield say("还没有备份，请用 backup 备份一次。")


def _months(ledger: Ledger) -> Iterator[Sentence]:
    months = ledger.months.all()
    if not months:
        yield say("还没有封存过月份。")
    elif len(months) == 1:
        yield say("已封存：{month}。", month=months[0].month.label)
    else:
        yield say("已封存{count}个月：{first}至{last}。", count=len(months), first=months[0].month.label, last=months[-1].month.label)
    opened = [sealed.month.label for sealed in months if sealed.open_for_correction]
    if opened:
        yield say("其中正在更正、尚未重新封存的：{months}。", months="、".join(opened))
