"""What was done to records since an entry of the chain, counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .book import Book


class Acts:
    def __init__(self, book: Book) -> None:
        self._book = book

    def since(self, seq: int) -> dict[str, int]:
        """Changes, withdrawals and purges after entry `seq`, by action. Costs what was done, not what was entered."""
        rows = self._book.rows(
            "SELECT action, count(*) FROM history WHERE action IN ('change', 'withdraw', 'purge') AND seq > ?"
            " AND kind NOT IN ('organ', 'point') GROUP BY action",
            (seq,),
        )
        return {action: int(count) for action, count in rows}
