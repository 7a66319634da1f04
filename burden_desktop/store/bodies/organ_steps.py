"""Steps over the directory of bodies, taken back by their opposite: merged and parted, described, named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from ...domain.bodies.organ import Level
from ...domain.errors.steps import BodyGone

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..chain.history import Change
    from .organ_names import OrganNames
    from .organs import Organs

KIND: Final = "organ"
ACTIONS: Final = frozenset({"merge", "part", "change"})


def of_organs(change: Change) -> bool:
    return change.entry.kind == KIND and change.entry.action in ACTIONS


class OrganSteps:
    def __init__(self, organs: Organs, names: OrganNames) -> None:
        self._organs, self._names = organs, names

    def opposite(self, change: Change) -> None:
        """Only inside `Book.writing`. Bodies are known by name: their rows change with every merge. Raises BodyGone where
        the name does not stand there as it did."""
        name = change.entry.number
        try:
            self._turn(change, name)
        except (KeyError, ValueError) as trouble:
            raise BodyGone(name=name) from trouble

    def _turn(self, change: Change, name: str) -> None:
        was: Mapping[str, Any] = change.before or {}
        now: Mapping[str, Any] = change.after or {}
        if change.entry.action == "merge":
            self._organs.part(name)
        elif change.entry.action == "part":
            self._organs.merge(self._id(name), into=self._id(str(was["name"])))
        elif "aliases" in now:
            self._names.set_aliases(self._id(name), was["aliases"])
        elif "name" in now:
            self._names.lead_with(self._id(name), str(was["name"]))
        else:
            level = was.get("level")
            self._organs.describe(self._id(name), level=Level(level) if level else None, nature=was.get("nature"), line=was.get("line"))

    def _id(self, name: str) -> int:
        organ = self._organs.named(name)
        if organ is None:
            raise KeyError(name)
        return organ.id
