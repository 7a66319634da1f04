"""Which role the ledger was made for, kept as a setting: no entry of the other role's work enters its history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..domain.role import POINT

if TYPE_CHECKING:
    from .book import Book

KEY: Final = "role"


def role_of(book: Book) -> str:
    """POINT or COMMISSION; a ledger that says nothing is a point's own."""
    row = book.row("SELECT value FROM setting WHERE key = ?", (KEY,))
    return str(row[0]) if row else POINT
