"""When a ledger is damaged, its sentence names the way out: the last good backup by date and count, or a rescue."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..domain.errors.ledger import DamagedLedger, NotALedger
from ..domain.texts import Sentence, say


@contextmanager
def way_out(path: Path) -> Iterator[None]:
    """Say with the damage what can be done about it: the last good backup by date and count, or a rescue."""
    try:
        yield
    except (DamagedLedger, NotALedger) as damage:
        damage.sentence.values["offer"] = offer(path)  # type: ignore[index]
        damage.args = (str(damage.sentence),)
        raise


def offer(path: Path) -> Sentence:
    """What the clerk can do about the damaged ledger at `path`."""
    from ..store.backup.list_of import last_good  # only a damaged ledger needs it, and a start is short

    backup = last_good(path)
    if backup is None:
        return say("没有找到完好的备份。可以用 rescue 命令把还能读出的内容抢救到新台账。")
    return say(
        "最近的完好备份是 {file}（{day}，{records}条记录），可以用 restore 命令恢复；"
        "备份以后录入的内容，可以先用 rescue 命令抢救。",
        file=backup.path,
        day=backup.made_at.replace("T", " ")[:16],
        records=backup.records,
    )
