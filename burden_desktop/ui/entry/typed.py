"""What was typed into a form and is not saved yet: it waits beside the form, and in the drafts, until it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from .draft_queue import Waiting


@dataclass(frozen=True, slots=True)
class Typed:
    """The fields as written. `record_id` is the record they are to change, None for a new one; `uncertain` are
    fields that were read with doubt; `notice` is the notice that was read,
    `touched` says that somebody wrote in it since."""

    written: Mapping[str, str]
    record_id: int | None = None
    number: str = ""
    uncertain: tuple[str, ...] = ()
    notice: Waiting | None = None
    touched: bool = False

    def as_json(self) -> dict[str, Any]:
        return {"written": dict(self.written), "record_id": self.record_id, "number": self.number}

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Self:
        written = {str(name): str(value) for name, value in dict(kept["written"]).items()}
        return cls(written, kept.get("record_id"), str(kept.get("number", "")))
