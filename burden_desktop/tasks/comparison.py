"""What a restore would take away and bring back, in sentences and as JSON."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ..domain.kinds import kind_named
from ..domain.months.month import Month
from ..domain.texts import Sentence, label, say

if TYPE_CHECKING:
    from ..store.backup.comparing import Comparison


def comparison_told(found: "Comparison") -> Iterator[Sentence]:
    """What the clerk must read before a restore; the first sentence names the backup."""
    backup = found.backup
    yield say("备份 {file}：{day}，{records}条记录。", file=backup.path.name, day=backup.made_at.replace("T", " ")[:16], records=backup.records)
    if not found.entries and not found.forked:
        yield say("与现有台账一致，恢复不会改变任何记录。")
        return
    if found.forked:
        yield say("备份里有现有台账没有的改动：两者不是一条历史上的先后。")
    yield say("现有台账有{entries}步改动不在备份里。", entries=found.entries)
    for records, told in (
        (found.lost, label("恢复后会少{kind}{count}条：{numbers}")),
        (found.gained, label("恢复后会多{kind}{count}条：{numbers}")),
        (found.changed, label("恢复后会变回旧内容的{kind}{count}条：{numbers}")),
    ):
        for kind, numbers in records.items():
            if numbers:
                yield Sentence(told, {"kind": Sentence(kind_named(kind).label), "count": len(numbers), "numbers": _listed(numbers)})
    for month, revision in found.lost_months:
        yield say("{month}第{revision}版月报已经封存，备份里没有：须写明理由，下期月报会注明断链。",
                  month=Month.parse(month).label, revision=revision)  # fmt: skip


def _listed(numbers: tuple[str, ...], most: int = 20) -> str:
    return "、".join(numbers[:most]) + ("……" if len(numbers) > most else "")


def comparison_json(found: "Comparison") -> dict[str, Any]:
    """The answer of `restore --dry-run --json`."""
    return {
        "backup": str(found.backup.path),
        "made_at": found.backup.made_at,
        "records": found.backup.records,
        "steps_lost": found.entries,
        "forked": found.forked,
        "lost": {kind: list(numbers) for kind, numbers in found.lost.items()},
        "gained": {kind: list(numbers) for kind, numbers in found.gained.items()},
        "changed": {kind: list(numbers) for kind, numbers in found.changed.items()},
        "lost_months": [list(place) for place in found.lost_months],
    }
