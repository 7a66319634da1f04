"""A paper that calls a meeting or announces a visit: which of the two drafts the clerk wishes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..kind import Kind
    from .draft import Draft

ASK: Final = "ask"
BOTH: Final = "both"
EVENT_ONLY: Final = "meeting"
PAPER_ONLY: Final = "document"


@dataclass(frozen=True, slots=True)
class Notice:
    """The drafts of one notice: its paper, its event, or both."""

    paper: Draft | None
    event: Draft | None

    @property
    def both(self) -> bool:
        return self.paper is not None and self.event is not None

    def wished(self, choice: str) -> tuple[Draft, ...]:
        """What is left of both; whatever stands alone stays."""
        kept = {EVENT_ONLY: (self.event,), PAPER_ONLY: (self.paper,)}.get(choice) if self.both else None
        return tuple(draft for draft in kept or (self.paper, self.event) if draft is not None)


def naming(kind: Kind, number: str) -> tuple[str, str]:
    """The field in which an event names the paper that called it, and what stands there."""
    if any(field.name == "notice" for field in kind.fields):
        return "notice", number
    return "note", f"通知：{number}"


def notices(drafts: Sequence[Draft]) -> list[Notice]:
    """Drafts that share their reading are one notice's."""
    told: list[Notice] = []
    for draft in drafts:
        before = told[-1].paper if told and told[-1].event is None else None
        if before is not None and before.reading is not None and before.reading is draft.reading:
            told[-1] = Notice(before, draft)
        else:
            told.append(Notice(draft, None))
    return told
