"""A sentence kept beside a record: its template and values as JSON, so that it can be said later in another language."""

import json
from collections.abc import Sequence
from typing import Any

from ..texts import Sentence


def keep(sentences: Sequence[Sentence]) -> str:
    """JSON text. Values that are no sentences are kept as text, whole numbers as they are."""
    return json.dumps([_plain(sentence) for sentence in sentences], ensure_ascii=False)


def kept(text: str) -> tuple[Sentence, ...]:
    """The sentences that `keep` wrote."""
    return tuple(_sentence(told) for told in json.loads(text))


def _plain(sentence: Sentence) -> dict[str, Any]:
    values = {
        name: _plain(value) if isinstance(value, Sentence) else value if isinstance(value, int) else str(value)
        for name, value in sentence.values.items()
    }
    return {"say": sentence.template, "with": values}


def _sentence(told: dict[str, Any]) -> Sentence:
    values = {name: _sentence(value) if isinstance(value, dict) else value for name, value in told["with"].items()}
    return Sentence(told["say"], values)
