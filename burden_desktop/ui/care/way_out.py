"""A damaged ledger at the start: what happened, and a button for each way out. Nothing is done without one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from ...domain.errors.family import BurdenError
from ...domain.errors.ledger import OlderBackup
from ...domain.texts import Sentence, Texts
from .. import asking


@dataclass(frozen=True, slots=True)
class WayOut:
    """`words` stand on the button; `go` takes a reason, which is asked for where signed months would be lost."""

    words: str
    go: Callable[[str], None]


def ask_way_out(parent: QWidget | None, t: Texts, trouble: Sentence, ways: Sequence[WayOut]) -> bool:
    """Whether a way was taken to its end, so that the ledger can be opened again."""
    while True:
        told = t.of(trouble) + "\n\n" + t("损坏的文件会原样另存在 backups 文件夹里。")
        chosen = asking.one_of(parent, t, told, actions=[t(way.words) for way in ways])
        if chosen is None:
            return False
        try:
            if _gone(parent, t, ways[chosen]):
                return True
        except BurdenError as refused:
            asking.tell(parent, t("没有恢复"), t.of(refused.sentence))


def _gone(parent: QWidget | None, t: Texts, way: WayOut) -> bool:
    try:
        way.go("")
    except OlderBackup:
        reason = asking.line(parent or QWidget(), t("恢复的理由"), t("有已封存的月份不在备份里。请写明理由，下期月报会注明断链。"))
        if not reason:
            return False
        way.go(reason)
    return True
