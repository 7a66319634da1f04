"""Where in the pasted text each value stands, so that the draft can mark the words it came from.

Found afterwards, from the value: blanks, widths and bracket shapes are looked past; a date is marked with the sentence that tells it.
"""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import Final

from ...domain.reading.draft import Evidence, NoticeReading
from .spoken_date import in_digits, moments
from .time import duration_minutes
from .traditional import simplified

_BRACKETS: Final = str.maketrans("[【(（﹝〈<{［〔]】)）﹞〉>}］〕", "〔" * 10 + "〕" * 10)
_SENTENCE: Final = re.compile(r"[^。；;！!\n]+")
_CUES: Final = {
    "deadline": r"前|截止|最迟|之?内|时限|期限|底",
    "starts_at": r"时间|召开|举行|举办|开会|定于|开始|检查|督查|考核|调研|评估|核查|至|来|改|会",
    "ends_at": r"时间|至|—|-|~|结束|召开|定于",
    "issued_on": r"^[^，,]{0,60}$",
}


def evidence(reading: NoticeReading, text: str, reference: date | None) -> tuple[Evidence, ...]:
    """The places of the values that could be found, in the order of the fields."""
    told: list[Evidence] = []
    letters = _letters(text)
    for name in ("title", "doc_no", "place"):
        told += _words(name, getattr(reading, name), letters)
    for organ in (reading.organ or "").split("、"):
        told += _words("organ", organ, letters, last=True)
    for name in _CUES:
        told += _day(name, getattr(reading, name), text, reference)
    if reading.duration_minutes:
        told += [Evidence("duration_minutes", start, stop) for start, stop in _sentences(text) if duration_minutes(text[start:stop]) == reading.duration_minutes][:1]
    return tuple(told)


def _letters(text: str) -> tuple[str, list[int]]:
    """The text without blanks, every character folded to one, and where each stood."""
    kept = [(_folded(one), at) for at, one in enumerate(text) if not one.isspace() and unicodedata.category(one) not in ("Cf", "Cc")]
    return "".join(one for one, _ in kept), [at for _, at in kept]


def _folded(one: str) -> str:
    folded = unicodedata.normalize("NFKC", one)
    return simplified(folded if len(folded) == 1 else one).translate(_BRACKETS)


def _words(name: str, value: str | None, letters: tuple[str, list[int]], *, last: bool = False) -> list[Evidence]:
    wanted = _letters(value or "")[0]
    start = (letters[0].rfind(wanted) if last else letters[0].find(wanted)) if wanted else -1
    return [Evidence(name, letters[1][start], letters[1][start + len(wanted) - 1] + 1)] if start >= 0 else []


def _day(name: str, value: str | None, text: str, reference: date | None) -> list[Evidence]:
    """The sentence that names the value's day, rather one with the words of its field, and with its hour."""
    if not value or reference is None:
        return []
    best: tuple[int, Evidence] | None = None
    for start, stop in _sentences(text):
        words = in_digits(text[start:stop])
        found = [one for one in moments(words, reference) if value[:10] in (one.day.isoformat(), (one.end_day or one.day).isoformat())]
        if not found:
            continue
        weight = 2 * bool(re.search(_CUES[name], words)) + any(value[11:] in (one.clock or "", one.end_clock or "") for one in found)
        if best is None or weight > best[0] or (name == "issued_on" and weight == best[0]):
            best = (weight, Evidence(name, start, stop))
    return [best[1]] if best else []


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    for found in _SENTENCE.finditer(text):
        if found[0].strip():
            yield found.start() + len(found[0]) - len(found[0].lstrip()), found.end()
