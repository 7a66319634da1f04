"""A draft of another kind, after a wrong guess: what the clerk wrote meanwhile goes over wherever it fits."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..kind import Kind
    from .draft import Draft


def recast(told: Draft, old: Kind, new: Kind, *, shown: Mapping[str, str], written: Mapping[str, str]) -> tuple[Draft, dict[str, str]]:
    """The draft, and what was changed in fields for which the new kind has none. `told` is the draft of the `new` kind as it was read; of the `old` one `shown` was put into the form and `written`
    stands there now. What was changed by hand outranks what was read."""
    fields = {field.name for field in new.fields}
    alike = {old.titled_by: new.titled_by, old.dated_by: new.dated_by}
    changed: dict[str, str] = {}
    left: dict[str, str] = {}
    for name, text in written.items():
        goal = name if name in fields else alike.get(name, "")
        if text == shown.get(name, ""):
            continue
        if goal and _fits(new, goal, text):
            changed[goal] = text
        elif text.strip():
            left[name] = text
    doubtful = tuple(name for name in told.uncertain if name not in changed)
    return replace(told, values={**told.values, **changed}, uncertain=doubtful), left


def _fits(kind: Kind, name: str, text: str) -> bool:
    choices = kind.field(name).choices
    return not choices or all(part in choices for part in text.split("、") if part)
