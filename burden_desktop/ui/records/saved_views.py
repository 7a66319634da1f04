"""Lists kept under a name, one set for each kind, in the ledger's settings."""

import json

from ...domain.errors.family import BurdenError
from ...domain.kind import Kind
from ...domain.listing import Listing
from ..desk import Desk


class SavedViews:
    """Names → lists. A view that was damaged is left out, the others stay."""

    def __init__(self, kind: Kind, desk: Desk) -> None:
        self._desk = desk
        self._key = f"views.{kind.name}"

    def all(self) -> dict[str, Listing]:
        found = {}
        for name, kept in self._kept().items():
            try:
                found[name] = Listing.from_json(kept)
            except (BurdenError, ValueError, TypeError):
                continue
        return found

    def save(self, name: str, listing: Listing) -> None:
        self._write({**self._kept(), name: listing.as_json()})

    def remove(self, name: str) -> None:
        self._write({other: kept for other, kept in self._kept().items() if other != name})

    def _kept(self) -> dict[str, dict[str, object]]:
        try:
            return dict(json.loads(self._desk.setting(self._key, "{}")))
        except (ValueError, TypeError):
            return {}

    def _write(self, kept: dict[str, dict[str, object]]) -> None:
        self._desk.set_setting(self._key, json.dumps(kept, ensure_ascii=False))
