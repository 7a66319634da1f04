"""Sentences for people: Chinese source text with named places, translated only where it is shown.

The lower layers never translate. They hand up a `Sentence`; a front (window, command line) owns a `Texts`
and says it in the user's language. Babel finds the sources by the names `label`, `say` and `t`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from string import Formatter
from typing import Any, Final, NamedTuple

from .pattern import pattern


def label(text: str) -> str:
    """Mark `text` as a source string for the catalogue and give it back unchanged."""
    return text


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with named places: `template` is the Chinese source, `values` fill its {places}."""

    template: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.template.format(**self.values)


def say(template: str, **values: object) -> Sentence:
    """A sentence for the catalogue. A value may itself be a Sentence or a `label`."""
    return Sentence(template, values)


class _Counting(Formatter):
    """A translation may give a place its words: `{count:record|records}` is 1 record or 2 records, and of twelve words
    the number's own is taken, alone: `{month:Jan|Feb|…}`."""

    def format_field(self, value: Any, format_spec: str) -> str:
        words = format_spec.split("|")
        if len(words) == 1:
            return str(super().format_field(value, format_spec))
        if len(words) == 2:
            return f"{value} {words[0] if str(value) == '1' else words[1]}"
        return words[int(value) - 1]


_COUNTING: Final = _Counting()
_CHINESE: Final = "zh_CN"
_MONTH: Final = label("{year}年{month}月")
_ONE_MONTH: Final = pattern(r"(\d{4})年(\d{1,2})月")
_MONTHS: Final = pattern(r"\d{4}年\d{1,2}月(?:、\d{4}年\d{1,2}月)*")


class Texts(NamedTuple):
    """The user's language: `translate` maps a Chinese source string to the shown one (gettext)."""

    translate: Callable[[str], str] = str
    language: str = _CHINESE

    def __call__(self, template: str, **values: object) -> str:
        """Translate `template` and fill its places; sentences among `values` are said first."""
        said = {name: self._in_own_words(value) for name, value in values.items()}
        shown = self.translate(template) if template else ""
        if "|" in shown:
            return _COUNTING.vformat(shown, (), said)
        return shown.format(**said) if said else shown

    def _in_own_words(self, value: object) -> object:
        """A sentence said, and months (`Month.label`, one or several) named as this language names them."""
        if isinstance(value, Sentence):
            return self.of(value)
        if self.language == _CHINESE or not isinstance(value, str) or not _MONTHS.fullmatch(value):
            return value
        return ", ".join(self(_MONTH, year=int(month[1]), month=int(month[2])) for month in _ONE_MONTH.finditer(value))

    def of(self, sentence: Sentence) -> str:
        """Say a sentence that a lower layer handed up."""
        return self(sentence.template, **sentence.values)
