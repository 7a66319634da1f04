"""Settings that travel with the ledger: plain text by key, each declared in `domain.setting_keys`. What bears on a report
is changed only with an entry; the others leave none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, overload

from ..domain.errors.damage import WrongValue
from .chain.history import Event, History
from .door import Made, taken

if TYPE_CHECKING:
    from collections.abc import Callable

    from .book import Book

_KIND: Final = "setting"


class Settings:
    def __init__(self, book: Book, history: History | None = None) -> None:
        self._book = book
        self._history = history

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

    def read(self, key: str, usual: Made, make: Callable[[str], Made]) -> Made:
        """What `make` makes of the text under `key`, `usual` where nothing was set. Raises WrongValue where the text
        bears on a report and is none of ours; what is one computer's own is then forgotten."""
        text = self.get(key, "")
        if not text:
            return usual
        try:
            return taken(f"setting {key}", text, make)
        except WrongValue:
            from ..domain.setting_keys import is_bound  # seldom needed: the start goes without

            if is_bound(key):
                raise
            return usual

    def beginning(self, start: str, make: Callable[[str], Made]) -> dict[str, Made]:
        """As `read`, of everything that is set under keys that begin so."""
        rows = self._book.rows("SELECT key, value FROM setting WHERE substr(key, 1, ?) = ? ORDER BY key", (len(start), start))
        return {key: taken(f"setting {key}", value, make) for key, value in rows if value}

    def set(self, key: str, value: str, *, action: str = "change") -> None:
        """Keep `value` under `key`. Raises CannotWrite, and KeyError for a key that nobody declared."""
        from ..domain.setting_keys import declared  # a start sets nothing

        known = declared(key)
        if known is None:
            raise KeyError(key)
        with self._book.writing() as connection:
            if known.bound:
                self._enter(key, value, action)
            connection.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (key, value))

    def _enter(self, key: str, value: str, action: str) -> None:
        before = self.get(key, "")
        if value == before and told_setting(self._book, key) == value:
            return
        if self._history is None:
            raise KeyError(key)
        self._history.append(action, Event(_KIND, key, {"value": before} if before else None, {"value": value}))


def told_setting(book: Book, key: str) -> str:
    """What the chain says of a setting last; empty where it says nothing."""
    from .chain.strange import readable

    row = book.row(
        "SELECT after FROM history JOIN history_content USING (seq) WHERE number = ? AND kind = ? ORDER BY seq DESC",
        (key, _KIND),
    )
    return str(readable(row[0]).get("value", "")) if row else ""
