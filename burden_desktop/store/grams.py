"""Search text: any substring of one character or more is found through an index, never by a scan.

SQLite's trigram tokens find nothing for one or two characters, and two is the normal Chinese query. With a
separator between all characters, `|甲|乙|丙|`, its trigrams are exactly the single characters (`|乙|`) and the
pairs (`甲|乙`), and a phrase of them is the substring.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..domain.reading.written import Value, clean_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..domain.kind import Kind

_BETWEEN: Final = "\x1f"  # stands in no field: `clean_line` and `clean_lines` drop it
_FIELD_END: Final = "\n"  # stands in no query, so that no match runs from one field into the next


def grams_of(kind: Kind, number: str, values: Mapping[str, Value], letters: str) -> str:
    """What is indexed of a record: its number, every field in which people write words, and the letters of `Spelling`."""
    words = [number, letters, *(str(values[field.name]) for field in kind.text_fields if values[field.name])]
    return _BETWEEN + _BETWEEN.join(_FIELD_END.join(words)) + _BETWEEN


def query_for(text: str) -> str:
    """The FTS5 phrase that finds `text` as it stands, letter case aside; empty when there is nothing to find."""
    line = clean_line(text)
    if not line:
        return ""
    phrase = _BETWEEN + line + _BETWEEN if len(line) == 1 else _BETWEEN.join(line)
    return '"' + phrase.replace('"', '""') + '"'
