"""Records for tests, made as the ledger would make them."""

from collections.abc import Mapping

from burden_desktop.domain.bodies.organ import Level
from burden_desktop.domain.kinds import kind_named
from burden_desktop.domain.point import Point
from burden_desktop.domain.record import Record

POINT = Point("青禾县石桥镇", "SQ-01", level="township", reporter="党政办", approver="镇纪委", commission="青禾县纪委监委")


def record(
    kind_name: str, id: int, written: Mapping[str, object], *, late: bool = False, level: Level | None = Level.COUNTY
) -> Record:
    kind = kind_named(kind_name)
    values = kind.validate(written)
    return Record(
        id=id,
        kind=kind.name,
        number=f"{kind.mark}2026-{id:04d}",
        month=kind.month_of(values),
        late=late,
        family=kind.same_as(values) or kind.alike(values),
        level=level,
        values=values,
        created_at="2026-03-05T09:00:00+08:00",
        changed_at="2026-03-05T09:00:00+08:00",
    )


def paper(id: int, **written: object) -> Record:
    late = bool(written.pop("late", False))
    level = written.pop("level", Level.COUNTY)
    defaults = {"received_on": "2026-03-05", "organ": "青禾县民政局", "title": f"关于第{id}件事的通知"}
    return record("document", id, {**defaults, **written}, late=late, level=level)  # type: ignore[arg-type]


def meeting(id: int, **written: object) -> Record:
    return record("meeting", id, {"held_on": "2026-03-05", "organ": "青禾县民政局", "title": f"第{id}次会议", **written})


def visit(id: int, **written: object) -> Record:
    return record("inspection", id, {"starts_on": "2026-03-05", "organ": "青禾县民政局", "title": f"第{id}项检查", **written})
