"""Where the words of a purged record stand besides its own row: texts of reports, the directory of bodies, other records."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from ...domain.bodies.organ import lead_organ
from ...domain.kinds import KINDS
from ...domain.setting_keys import KIND as SETTING
from ..bodies.organs import NEW_BODY
from .strange import readable

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    from ...domain.kind import Kind

SHORTEST: Final = 6
"""Characters: fewer are found in texts that have nothing to do with the record."""
_PURGED: Final = "〔已清除〕"
_FREE_TEXT: Final = ("texts.%", "remarks.%")


def words_of(connection: sqlite3.Connection, kind: Kind, number: str) -> tuple[frozenset[str], frozenset[str]]:
    """(texts, names of leading bodies) that the record bore, now or at any time before."""
    fields = {field.name for field in kind.text_fields}
    texts, bodies = set(), set()
    for state in states_of(connection, kind, number):
        texts |= {str(state[name]) for name in fields & state.keys() if name != "organ"}
        bodies |= {lead_organ(str(state["organ"]))} if state.get("organ") else set()
    return frozenset(text for text in texts if len(text) >= SHORTEST), frozenset(bodies)


def states_of(connection: sqlite3.Connection, kind: Kind, number: str) -> list[dict[str, Any]]:
    """All that the record said, now or at any time before."""
    rows = connection.execute(
        "SELECT before, after FROM history JOIN history_content USING (seq) WHERE number = ? AND kind = ?", (number, kind.name)
    )
    return [state for states in rows for state in map(readable, states) if state]


def forget_words(connection: sqlite3.Connection, texts: Iterable[str], bodies: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Strike the texts out of what was written freely, and drop bodies that nothing else names → (kind, number) of
    settings and purges whose contents held them, and are deleted too: they are to be told anew."""
    longest_first = sorted(texts, key=len, reverse=True)
    touched = _forget_past(connection, longest_first)
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
        f" AND NOT EXISTS (SELECT 1 FROM history WHERE kind = 'organ' AND number = organ.name) {used}"
        " AND NOT EXISTS (SELECT 1 FROM history_content WHERE instr(after, ?))",
        [(name, f'"{NEW_BODY}":[{json.dumps(name, ensure_ascii=False)},') for name in bodies],
    )
    return (*((SETTING, key) for key in touched), *_forget_told(connection, bodies))


def _forget_told(connection: sqlite3.Connection, bodies: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Delete what earlier purges told of bodies that are gone now."""
    for name in bodies:
        if connection.execute("SELECT 1 FROM organ WHERE name = ?", (name,)).fetchone():
            continue
        for kind, number in connection.execute(
            "SELECT DISTINCT kind, number FROM history JOIN history_content USING (seq) WHERE action = 'purge' AND instr(after, ?)",
            (f"[{json.dumps(name, ensure_ascii=False)},",),
        ).fetchall():
            connection.execute(
                "DELETE FROM history_content WHERE seq IN (SELECT seq FROM history WHERE kind = ? AND number = ?)", (kind, number)
            )
            yield kind, number


def _forget_past(connection: sqlite3.Connection, texts: Sequence[str]) -> tuple[str, ...]:
    """Delete every content of settings of which one held a text."""
    touched: dict[str, None] = {}
    for key, *states in connection.execute(
        "SELECT number, before, after FROM history JOIN history_content USING (seq) WHERE kind = 'setting'"
        " AND (number LIKE ? OR number LIKE ?) ORDER BY number",
        _FREE_TEXT,
    ).fetchall():
        # A text of several is JSON itself, and so written twice over.
        if any(readable(state).get("value") != struck(str(readable(state).get("value")), texts) for state in states if state):
            touched[key] = None
    connection.executemany(
        "DELETE FROM history_content WHERE seq IN (SELECT seq FROM history WHERE kind = 'setting' AND number = ?)",
        [(key,) for key in touched],
    )
    return tuple(touched)


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
