"""What was done to records since an entry of the chain, counted."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from ...domain.kinds import KINDS

if TYPE_CHECKING:
    from ..book import Book

_RECORDS: Final = json.dumps([kind.name for kind in KINDS])


class Acts:
    def __init__(self, book: Book) -> None:
        self._book = book

    def since(self, seq: int) -> dict[str, int]:
        """Changes, withdrawals and purges after entry `seq`, by action. Costs what was done, not what was entered."""
        rows = self._book.rows(
            "SELECT action, count(*) FROM history WHERE action IN ('change', 'withdraw', 'purge') AND seq > ?"
            " AND kind IN (SELECT value FROM json_each(?)) GROUP BY action",
            (seq, _RECORDS),
        )
        return {action: int(count) for action, count in rows}
