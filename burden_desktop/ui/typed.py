"""What was typed into a form and is not saved yet: it waits beside the form, and in the drafts, until it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class Typed:
    """The fields as written. `record_id` is the record they are to change, None for a new one; `uncertain` are
    fields that were read with doubt; `read` says that a notice was read,
    `touched` that somebody wrote in it since."""

    written: Mapping[str, str]
    record_id: int | None = None
    number: str = ""
    uncertain: tuple[str, ...] = ()
    read: bool = False
    touched: bool = False

    def as_json(self) -> dict[str, Any]:
        return {"written": dict(self.written), "record_id": self.record_id, "number": self.number}

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Self:
        written = {str(name): str(value) for name, value in dict(kept["written"]).items()}
        return cls(written, kept.get("record_id"), str(kept.get("number", "")))
