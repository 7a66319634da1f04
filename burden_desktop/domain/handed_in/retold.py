"""A month's figures and records as plain values again, from the body of its payload: what its pages were made of."""

from collections.abc import Mapping
from typing import Any, Final, TypeVar

from ..bodies.organ import Level
from ..kinds import kind_named
from ..months.detail import Matter, MonthDetail, PersonMinutes, TargetState
from ..months.month import Month
from ..months.rules import Remark
from ..months.summary import EditedText, Finding, KindFigures, MonthSummary, RulesUsed
from ..point import Point
from ..record import Record

Shape = TypeVar("Shape")
_EVERYWHERE: Final = ("begins_in", "uncovered", "by_hand", "until")


def made(shape: type[Shape], told: Mapping[str, Any]) -> Shape:
    """A plain value from its written form, lists turned back into tuples. Raises TypeError for foreign names."""
    return shape(**{name: _tuples(value) for name, value in told.items()})


def _tuples(value: Any) -> Any:
    return tuple(map(_tuples, value)) if isinstance(value, list) else value


def summary_of(point: Point, month: Month, body: Mapping[str, Any], *, whole: bool) -> MonthSummary:
    """The summary that was written down, of its detail only what every edition tells unless `whole`.

    Raises KeyError, TypeError, ValueError for what no program writes."""
    detail = body.get("detail", {})
    return MonthSummary(
        point=point,
        month=month,
        kinds={name: made(KindFigures, figures) for name, figures in body["figures"].items()},
        by_level=body["by_level"],
        by_organ={name: _tuples(pairs) for name, pairs in body["by_organ"].items()},
        findings=tuple(_finding(finding) for finding in body["findings"]),
        rules=made(RulesUsed, body.get("rules", {})),
        detail=_detail(detail if whole else {name: detail[name] for name in _EVERYWHERE if name in detail}),
        texts={key: made(EditedText, edited) for key, edited in body.get("texts", {}).items()},
    )


def _finding(told: Mapping[str, Any]) -> Finding:
    remark = told.get("remark")
    return made(Finding, {**told, "remark": made(Remark, remark) if remark else None})


def _detail(told: Mapping[str, Any]) -> MonthDetail:
    parts = {name: _tuples(value) for name, value in told.items()}
    parts["groups"] = {kind: {by: _tuples(counts) for by, counts in groups.items()} for kind, groups in told.get("groups", {}).items()}
    parts["hours"] = {kind: made(PersonMinutes, effort) for kind, effort in told.get("hours", {}).items()}
    parts["hours_by_organ"] = tuple((organ, made(PersonMinutes, effort)) for organ, effort in told.get("hours_by_organ", ()))
    parts["targets"] = {kind: made(TargetState, state) for kind, state in told.get("targets", {}).items()}
    parts["matters"] = tuple(made(Matter, matter) for matter in told.get("matters", ()))
    for name in ("trend", "by_hand", "bodies"):
        parts[name] = {kind: _tuples(value) for kind, value in told.get(name, {}).items()}
    return MonthDetail(**parts)


def records_of(body: Mapping[str, Any]) -> tuple[Record, ...]:
    """The records as the report shows them: fields that it does not show are empty."""
    return tuple(_record(row, Month.parse(body["month"])) for row in body["records"])


def _record(row: Mapping[str, Any], month: Month) -> Record:
    kind = kind_named(row["kind"])
    shown = {field.name for field in kind.appendix_fields}
    return Record(
        id=0,
        kind=row["kind"],
        number=row["number"],
        month=month,
        late=row["late"],
        family=row["family"],
        level=Level(row["level"]) if row["level"] else None,
        values={field.name: row[field.name] if field.name in shown else None for field in kind.fields},
        created_at="",
        changed_at="",
    )
