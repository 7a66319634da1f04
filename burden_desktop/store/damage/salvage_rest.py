"""What a damaged ledger still says besides its records: months, bodies, figures by hand, remarks, settings.

A table's row is known by its tree, else by its shape; what the chain tells with a proof fills in where rows are gone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from ...domain.bodies.organ import Level
from ...domain.kinds import KINDS
from ...domain.months.rules import Answer
from ..bodies.organs import NEW_BODY
from .raw_pages import keyed_rows_by_page, rows_by_page
from .raw_trees import trees_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .raw_pages import Value
    from .salvage import Salvage

Columns = tuple["Value", ...]
_MONTH: Final = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_YEAR: Final = re.compile(r"\d{4}")
_CHINESE: Final = re.compile(r"[\u3400-\u9fff]")
_SERIAL: Final = re.compile(r".{1,2}\d{4}-\d{4,}")  # a record's number: the keys of an index over numbers look like names
_KINDS: Final = frozenset(kind.name for kind in KINDS)
_LEVELS: Final = frozenset(level.value for level in Level)
_ANSWERS: Final = frozenset(answer.value for answer in Answer)
_POINT_ORDER: Final = ("name", "code", "level", "reporter", "approver", "report_day", "commission")
_POINT: Final = frozenset(_POINT_ORDER)
COMMISSIONS: Final = ("enrolled", "received", "received_payload")


def _like(*tests: Callable[[Any], bool]) -> Callable[[Columns], bool]:
    return lambda columns: len(columns) == len(tests) and all(test(value) for test, value in zip(tests, columns, strict=True))


def _text(value: object) -> bool:
    return isinstance(value, str)


def _text_or_none(value: object) -> bool:
    return value is None or isinstance(value, str)


def _number(value: object) -> bool:
    return isinstance(value, int)


def _matching(pattern: re.Pattern[str]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, str) and pattern.fullmatch(value) is not None


def _among(known: frozenset[str]) -> Callable[[Any], bool]:
    return lambda value: value in known


_SHAPES: Final[Mapping[str, Callable[[Columns], bool]]] = {
    "month": _like(_matching(_MONTH), _number, _number, _text),
    "month_revision": _like(_matching(_MONTH), _number, _text, _text, _number, _text, _text, _text),
    "number_series": _like(_among(_KINDS), _matching(_YEAR), _number),
    "past_figure": _like(_among(_KINDS), _matching(_MONTH), _number),
    "remark": _like(_text, _text, _among(_ANSWERS), _text, _text),
    "ledger_time": _like(_matching(_DAY), _number),
    "setting": _like(_text, _text),
    "organ_alias": _like(_text, _number),
}
"""In this order: what fits an earlier shape is not held for a later one."""
_ORGAN: Final = _like(lambda value: value is None, _text, lambda value: value is None or value in _LEVELS, _text_or_none, _text_or_none)


@dataclass(slots=True)
class Rest:
    """Rows by their keys. `aliases` are name → name of the body. `harmed` are pages of each table that cannot be read,
    `complete` whether every table could be found; `commissions` counts rows of a commission's register."""

    organs: dict[str, Columns] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    months: dict[str, tuple[int, int, str]] = field(default_factory=dict)
    revisions: dict[tuple[str, int], Columns] = field(default_factory=dict)
    series: dict[tuple[str, str], int] = field(default_factory=dict)
    figures: dict[tuple[str, str], int] = field(default_factory=dict)
    remarks: dict[str, Columns] = field(default_factory=dict)
    settings: dict[str, str] = field(default_factory=dict)
    times: dict[str, int] = field(default_factory=dict)
    nameless: dict[int, str] = field(default_factory=dict)
    harmed: Mapping[str, int] = field(default_factory=dict)
    complete: bool = True
    commissions: dict[str, int] = field(default_factory=dict)
    points: list[dict[str, Any]] = field(default_factory=list)
    figures_signed: dict[tuple[str, int], Any] = field(default_factory=dict)


def salvage_rest(content: bytes, found: Salvage) -> Rest:
    """Put together what the pages tell, and then what the chain tells of what they do not."""
    trees = trees_of(content)
    rest = Rest(harmed=trees.harmed, complete=trees.complete)
    bodies: dict[int, Columns] = {}
    forgotten: list[tuple[str, Columns]] = []
    standing: list[tuple[str, Columns]] = []
    for page, (rowid, columns) in rows_by_page(content):
        owner = trees.owner(page)
        if owner in ("organ", "") and _ORGAN(columns) and (owner or rowid not in bodies):
            bodies[rowid] = columns
        elif owner in COMMISSIONS:
            rest.commissions[owner] = rest.commissions.get(owner, 0) + 1
    for page, columns in keyed_rows_by_page(content):
        owner = trees.owner(page)
        if owner in COMMISSIONS:
            rest.commissions[owner] = rest.commissions.get(owner, 0) + 1
        elif owner in _SHAPES and _SHAPES[owner](columns):
            standing.append((owner, columns))
        elif not owner and (name := next((name for name, fits in _SHAPES.items() if fits(columns)), "")):
            forgotten.append((name, columns))
    rest.organs = {str(columns[1]): columns[2:] for columns in bodies.values()}
    # What a tree forgot may be older: what still hangs in its tree goes over it.
    for name, columns in (*forgotten, *standing):
        _take(rest, bodies, name, columns)
    _name_bodies(rest, bodies, found)
    _hear_the_chain(rest, found)
    return rest


def _take(rest: Rest, bodies: Mapping[int, Columns], name: str, columns: Columns) -> None:
    row: tuple[Any, ...] = columns
    if name == "month":
        rest.months[row[0]] = row[1:]
    elif name == "month_revision":
        rest.revisions[row[0], row[1]] = row[2:]
    elif name == "number_series":
        rest.series[row[0], row[1]] = row[2]
    elif name == "past_figure":
        rest.figures[row[0], row[1]] = row[2]
    elif name == "remark":
        rest.remarks[row[0]] = row[1:]
    elif name == "setting":
        rest.settings[row[0]] = row[1]
    elif name == "ledger_time":
        rest.times[row[0]] = row[1]
    elif name == "organ_alias" and _CHINESE.search(row[0]) and not _SERIAL.fullmatch(row[0]) and (body := bodies.get(row[1])) and body[1] != row[0]:
        rest.aliases[row[0]] = str(body[1])


def _name_bodies(rest: Rest, bodies: Mapping[int, Columns], found: Salvage) -> None:
    """Rows of the directory that only records still tell of: their level is not known."""
    for id, name in found.bodies.items():
        if id not in bodies and name not in rest.organs and name not in rest.aliases:
            rest.nameless[id] = name


def _hear_the_chain(rest: Rest, found: Salvage) -> None:
    """In its order: what entries with a proof say goes where no row says anything, or where the rows are harmed."""
    levels: dict[str, Columns] = {}
    figures: dict[tuple[str, str], int] = {}
    remarks: dict[str, Columns] = {}
    months: dict[str, tuple[int, int, str]] = {}
    times: dict[str, int] = {}
    for seq, (_, at, action, kind, number, *_) in sorted(found.history.items()):
        told = found.told(seq)
        after: dict[str, Any] = (told[1] if told else None) or {}
        if kind == "month":
            _hear_of_month(rest, months, str(number), str(action), (seq, str(at)), after)
        elif kind == "organ":
            _hear_of_body(rest, levels, str(number), str(action), after)
        elif kind == "point" and after.keys() >= _POINT:
            rest.points.append({name: after[name] for name in _POINT_ORDER})
        elif kind == "figure" and after:
            figures[str(after.get("kind")), str(number)] = int(after.get("things") or 0)
        elif kind == "finding" and after:
            remarks[str(number)] = (after.get("rule"), after.get("answer"), after.get("text"), at)
        elif kind == "ledger" and isinstance(after.get("seconds"), int):
            times[str(number)] = after["seconds"]
        brought = after.get(NEW_BODY)
        if isinstance(brought, list) and len(brought) == 2:
            levels.setdefault(str(brought[0]), (brought[1], None, None))
    # Whatever either of them knows to be closed was closed.
    rest.months = {**months, **rest.months}
    for name, told_level in levels.items():
        if name not in rest.organs and name not in rest.aliases:
            rest.organs[name] = told_level
    if rest.harmed.get("past_figure") or not rest.complete:
        rest.figures = {**figures, **rest.figures}
    if rest.harmed.get("remark") or not rest.complete:
        rest.remarks = {**remarks, **rest.remarks}
    if rest.harmed.get("ledger_time") or not rest.complete:
        rest.times = {**times, **rest.times}
    rest.nameless = {id: name for id, name in rest.nameless.items() if name not in rest.organs}


def _hear_of_month(
    rest: Rest, months: dict[str, tuple[int, int, str]], month: str, action: str, place: tuple[int, str], after: Mapping[str, Any]
) -> None:
    before = months.get(month, (0, 0, ""))
    if action in ("seal", "rescue"):
        revision = after.get("revision")
        revision = revision if isinstance(revision, int) else before[0] + 1
        months[month] = (revision, int(after.get("open", 0)), str(after.get("month_reason", after.get("reason", ""))))
        if after.get("file_name"):
            file = (after["file_name"], after.get("sha256"), after.get("seq", place[0] - 1), after.get("head"),
                    after.get("sealed_at", place[1]), str(after.get("reason", "")))  # fmt: skip
            rest.revisions.setdefault((month, revision), file)
        if "figures" in after:
            rest.figures_signed[month, revision] = after["figures"]
    elif action == "reopen":
        months[month] = (before[0], 1, str(after.get("reason", "")))


def _hear_of_body(rest: Rest, levels: dict[str, Columns], name: str, action: str, after: Mapping[str, Any]) -> None:
    if action in ("change", "part") and "level" in after:
        levels[name] = (after.get("level"), after.get("nature"), after.get("line"))
    elif action == "merge" and name not in rest.organs and (rest.harmed.get("organ_alias") or not rest.complete):
        rest.aliases.setdefault(name, str(after.get("name")))
