"""Settings that travel with the ledger: plain text by key. They are no records and leave no history."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from .book import Book


class Settings:
    def __init__(self, book: Book) -> None:
        self._book = book

    @overload
    def get(self, key: str) -> str | None: ...
    @overload
    def get(self, key: str, default: str) -> str: ...
    @overload
    def get(self, key: str, default: None) -> str | None: ...
    def get(self, key: str, default: str | None = None) -> str | None:
        """The text under `key`, `default` where nothing was set."""
        row = self._book.row("SELECT value FROM setting WHERE key = ?", (key,))
        return str(row[0]) if row else default

    def set(self, key: str, value: str) -> None:
        """Keep `value` under `key`. Raises CannotWrite."""
        with self._book.writing() as connection:
            connection.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (key, value))
