"""The directory of bodies as the window asks for it; keeps the promise of `ui.desk_parts.bodies`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...domain.bodies.body_row import BodyRow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ...domain.bodies.organ import Level, Organ
    from ...domain.reading.draft import Draft
    from ...store.ledger import Ledger


class BodiesDesk:
    """`ledger` waits until the ledger is at home."""

    def __init__(self, ledger: Callable[[], Ledger]) -> None:
        self._ledger = ledger

    def find(self, text: str) -> tuple[BodyRow, ...]:
        from ..bodies import matches, told_by_name  # the usual bodies are read when somebody looks

        organs = self._ledger().organs
        counts = organs.record_counts()
        rows = []
        for organ in organs.all():
            if not matches(organ, text):
                continue
            _, nature, line = told_by_name(organ.name)
            guessed = organ.nature is None and organ.line is None
            rows.append(BodyRow(organ, organ.nature or nature, organ.line or line, guessed, counts.get(organ.id, 0)))
        return tuple(rows)

    def known(self) -> tuple[Organ, ...]:
        return self._ledger().organs.all()

    def describe(self, id: int, level: Level | None, nature: str | None, line: str | None) -> None:
        self._ledger().organs.describe(id, level=level, nature=nature, line=line)

    def set_aliases(self, id: int, names: Sequence[str]) -> None:
        self._ledger().organ_names.set_aliases(id, names)

    def lead_with(self, id: int, name: str) -> None:
        self._ledger().organ_names.lead_with(id, name)

    def near(self, id: int) -> tuple[str, ...]:
        from ..near_bodies import near_bodies  # only where somebody looks at a body

        return near_bodies(self._ledger().organs.all(), id)

    def is_other_name(self, read: str, kept: str) -> bool:
        from ..alias_offer import is_to_ask  # only after somebody corrected a name that was read

        return is_to_ask(self._ledger(), read, kept)

    def remember(self, read: str, kept: str) -> None:
        from ..alias_offer import remember

        remember(self._ledger(), read, kept)

    def as_remembered(self, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
        from ..alias_offer import as_remembered  # only where a notice was read

        return as_remembered(self._ledger(), drafts)

    def forget(self, alias: str) -> int:
        from ..alias_offer import forget

        return forget(self._ledger(), alias)

    def merge(self, id: int, into: str) -> bool:
        organs = self._ledger().organs
        kept = organs.named(into)
        if kept is None or kept.id == id:
            return False
        organs.merge(id, into=kept.id)
        return True

    def part(self, alias: str) -> bool:
        try:
            self._ledger().organs.part(alias)
        except KeyError:
            return False
        return True
