"""What was done to a month's records since its last file, for the reader of a correction: which field, from what to what."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Final

from ..domain.chain.history import Entry
from ..domain.kind import Kind
from ..domain.kinds import KINDS
from ..domain.months.month import Month
from ..domain.months.stock import Span
from ..domain.texts import label
from ..store.ledger import Ledger

_ACTIONS: Final = {"add": label("新增"), "change": label("修改"), "withdraw": label("撤销"), "reinstate": label("恢复"), "regroup": label("同件归并")}
_LONGEST: Final = 24
_EMPTY: Final = "未填"
_GROUPED: Final = "同件归并"


def differences(ledger: Ledger, month: Month, entries: Sequence[Entry], booked: Collection[str]) -> tuple[str, ...]:
    """A line for each kind of step and record number; a change says what it changed, from the last file to now.

    `booked` are the numbers that stand in the month now; a withdrawn record is known by the date it bore. What the
    appendix does not show is named without its content.
    """
    by_name = {kind.name: kind for kind in KINDS}
    since = entries[0].seq if entries else 0
    told: dict[str, None] = {}
    for entry in entries:
        if entry.kind not in by_name or entry.action not in _ACTIONS:
            continue
        kind, steps = by_name[entry.kind], ledger.history.of_record(entry.number)
        counted = any(_counted(kind, month, state) for step in steps if (state := step.after or step.before))
        if entry.number in booked or (entry.action == "withdraw" and counted):
            changed = ""
            if entry.action == "change":
                own = [step for step in steps if step.entry.seq >= since and step.entry.action == "change"]
                changed = "、".join(_changed(kind, own[0].before or {}, own[-1].after or {}))
            told[f"{_ACTIONS[entry.action]}{entry.number}{f'（{changed}）' if changed else ''}"] = None
    return tuple(told)


def _changed(kind: Kind, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[str]:
    shown = {field.name for field in kind.appendix_fields}
    if before.get("family") != after.get("family") and all(before.get(field.name) == after.get(field.name) for field in kind.fields):
        yield _GROUPED
    for field in kind.fields:
        was, now = before.get(field.name), after.get(field.name)
        if was != now:
            yield f"{field.label}由{_short(was)}改为{_short(now)}" if field.name in shown else field.label


def _short(value: object) -> str:
    written = _EMPTY if value in (None, "") else f"“{value}”"
    return written if len(written) <= _LONGEST + 2 else f"{written[: _LONGEST + 1]}…”"


def _counted(kind: Kind, month: Month, state: Mapping[str, Any]) -> bool:
    """Whether a record in that state, as history keeps it, counted in `month`."""
    if kind.stock is None:
        return kind.month_of(state) == month
    return Span(state["stands_since"], state.get("stands_until")).covers(month.last_day.isoformat())
