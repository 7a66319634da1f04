"""Where the words of a purged record stand besides its own row: texts of reports, the directory of bodies, other records."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from ..domain.kinds import KINDS
from ..domain.organ import lead_organ
from .strange import readable

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from ..domain.kind import Kind

SHORTEST: Final = 6
"""Characters: fewer are found in texts that have nothing to do with the record."""
_PURGED: Final = "〔已清除〕"
_FREE_TEXT: Final = ("texts.%", "remarks.%")


def words_of(connection: sqlite3.Connection, kind: Kind, number: str) -> tuple[frozenset[str], frozenset[str]]:
    """(texts, names of leading bodies) that the record bore, now or at any time before."""
    fields = {field.name for field in kind.text_fields}
    texts, bodies = set(), set()
    for states in connection.execute(
        "SELECT before, after FROM history JOIN history_content USING (seq) WHERE number = ? AND kind = ?", (number, kind.name)
    ):
        for state in map(readable, states):
            texts |= {str(state[name]) for name in fields & state.keys() if name != "organ"}
            bodies |= {lead_organ(str(state["organ"]))} if state.get("organ") else set()
    return frozenset(text for text in texts if len(text) >= SHORTEST), frozenset(bodies)


def forget_words(connection: sqlite3.Connection, texts: Iterable[str], bodies: Iterable[str]) -> None:
    """Strike the texts out of what was written freely, and drop bodies that nothing else names."""
    longest_first = sorted(texts, key=len, reverse=True)
    for key, value in connection.execute(
        "SELECT key, value FROM setting WHERE key LIKE ? OR key LIKE ?", _FREE_TEXT
    ).fetchall():
        left = struck(value, longest_first)
        if left != value:
            connection.execute("UPDATE setting SET value = ? WHERE key = ?", (left, key))
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    used = " ".join(
        f"AND NOT EXISTS (SELECT 1 FROM {kind.name} WHERE organ_id = organ.id)"  # noqa: S608 - declared names
        for kind in KINDS
        if kind.name in tables
    )
    connection.executemany(
        "DELETE FROM organ WHERE name = ? AND NOT EXISTS (SELECT 1 FROM organ_alias WHERE organ_id = organ.id)"  # noqa: S608
        f" AND NOT EXISTS (SELECT 1 FROM history WHERE kind = 'organ' AND number = organ.name) {used}",
        [(name,) for name in bodies],
    )


def struck(text: str, words: Sequence[str]) -> str:
    """`text` with the words struck out, also as JSON writes them."""
    for word in words:
        for written in (word, json.dumps(word, ensure_ascii=False)[1:-1]):
            text = text.replace(written, _PURGED)
    return text


def others_with(connection: sqlite3.Connection, texts: Iterable[str], number: str) -> tuple[str, ...]:
    """Numbers of other records, and months or findings, whose kept contents hold one of the texts."""
    found: dict[str, None] = {}
    for text in sorted(texts):
        written = json.dumps(text, ensure_ascii=False)[1:-1]
        for (other,) in connection.execute(
            "SELECT DISTINCT number FROM history JOIN history_content USING (seq)"
            " WHERE number <> ? AND (instr(before, ?) OR instr(after, ?)) ORDER BY seq",
            (number, written, written),
        ):
            found[other] = None
    return tuple(found)
