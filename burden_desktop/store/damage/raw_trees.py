"""Which table each page of a damaged SQLite file belongs to, as far as its trees can still be walked down from the schema.

Nothing is believed: a page that is no page of a tree is counted as harmed, and what hung below it belongs to nobody.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from .raw_pages import children, page_size, rows_by_page

_SCHEMA: Final = "sqlite_schema"
INDEX: Final = "index of "
"""What stands before the name of a table whose index a page belongs to: its keys are no rows."""


@dataclass(slots=True)
class Trees:
    """`owners` says of a page, by its number from 1, whose it is; `harmed` how many pages of each table cannot be read;
    `complete` whether every tree could be found at all."""

    owners: dict[int, str] = field(default_factory=dict)
    harmed: Counter[str] = field(default_factory=Counter)
    complete: bool = True

    def owner(self, page: int) -> str:
        """Empty where no tree leads to the page."""
        return self.owners.get(page, "")


def trees_of(content: bytes) -> Trees:
    """Walk every tree that the schema names."""
    trees, size = Trees(), page_size(content)
    _walk(trees, content, size, _SCHEMA, 1)
    trees.complete = not trees.harmed
    for page, (_, columns) in rows_by_page(content):
        if trees.owner(page) == _SCHEMA and len(columns) == 5:
            what, _, table, root, _ = columns
            if isinstance(root, int) and root > 0 and isinstance(table, str):
                _walk(trees, content, size, table if what == "table" else INDEX + table, root)
    return trees


def _walk(trees: Trees, content: bytes, size: int, name: str, root: int) -> None:
    waiting = [root]
    while waiting:
        number = waiting.pop()
        if number in trees.owners:
            continue
        page = content[(number - 1) * size : number * size] if number > 0 else b""
        below = children(page, number) if len(page) == size else None
        if below is None:
            trees.harmed[name] += 1
            continue
        trees.owners[number] = name
        waiting.extend(below)
