"""What a search found: a record, and where in its fields the words stand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from .field import FieldType
from .kind import Kind
from .reading.written import Value
from .record import Record

NUMBER: Final = "number"
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Hit:
    """`spans` of the fields (and of "number") in which the words stand: (start, end) in the field's text, in order."""

    record: Record
    spans: Mapping[str, tuple[Span, ...]]


def spelled_fields(kind: Kind) -> tuple[str, ...]:
    """The fields that are also found by the first letters of their pinyin: short words, not long texts."""
    return tuple(field.name for field in kind.fields if field.type in (FieldType.TEXT, FieldType.ORGAN))


def spans_of(kind: Kind, number: str, values: Mapping[str, Value], letters: Sequence[str], words: str) -> dict[str, tuple[Span, ...]]:
    """Where `words` stand, letter case aside. `letters` are those of `spelled_fields`, one for each character."""
    spelled = dict(zip(spelled_fields(kind), letters, strict=False))
    found: dict[str, tuple[Span, ...]] = {}
    texts = {NUMBER: number, **{field.name: str(values[field.name] or "") for field in kind.text_fields}}
    for name, text in texts.items():
        if spans := spans_in(text, spelled.get(name, ""), words):
            found[name] = spans
    return found


def spans_in(text: str, letters: str, words: str) -> tuple[Span, ...]:
    """Where `words` stand in `text`, else in its `letters`, one for each character; letters of another length mark nothing."""
    return _spans(text, words) or (_spans(letters, words) if len(letters) == len(text) else ())


def _spans(text: str, words: str) -> tuple[Span, ...]:
    low, sought = _folded(text), _folded(words)
    spans: list[Span] = []
    at = low.find(sought) if sought else -1
    while at >= 0:
        spans.append((at, at + len(sought)))
        at = low.find(sought, at + len(sought))
    return tuple(spans)


def _folded(text: str) -> str:
    """Lower case of the same length: characters whose lower case is longer stay as they are."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := character.lower()) == 1 else character for character in text)
