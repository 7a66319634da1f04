"""The year and the month that a register's title, sheet and file name tell for days written without them."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from ...domain.reading.calendar_words import number
from ..notices.spoken_date import in_digits
from .sheet import Cell

_NUMBERED: Final = re.compile(r"[〔\[（(【]20\d\d[〕\]）)】]\s*\d|20\d\d\s*号")
_YEAR: Final = re.compile(r"(?<!\d)(20\d\d)(?=(?:0[1-9]|1[0-2])(?:[0-3]\d)?(?!\d)|(?!\d))")
_SHORT_YEAR: Final = re.compile(r"(?<!\d)([12]\d)年(?!内|以|来|级|期)")
_TWO_YEARS: Final = re.compile(r"(20\d\d)\s*(?:年)?\s*[-—–~～至到/]+\s*(20\d\d)")
_MONTH: Final = re.compile(
    r"(?<![\d第每\-—~～至到.、])(1[0-2]|0?[1-9])月(?:份|收|来|参|迎|文|会|检|报|登|台|工|表|[^\d\w]|$)(?!\s*[-—~～至到])"
    r"|(?<!\d)20\d\d[.\-_年]?(0[1-9]|1[0-2])(?!\d|[.\-/]\d)"
)
_WORD_MONTH: Final = re.compile(r"(?<![一二三四五六七八九十第])(十[一二]?|[一二三四五六七八九])月")
_WRITTEN_YEAR: Final = re.compile(r"^\s*((?:19|20)\d\d)\s*[年./\-]\s*\d|^\s*(20\d\d)[01]\d[0-3]\d(?!\d)")
_FIRST_SCHOOL_MONTH: Final = 8


@dataclass(frozen=True, slots=True)
class Told:
    """`next_year_below`: in a school year the months below this one belong to the year after `year`."""

    year: int | None = None
    month: int | None = None
    next_year_below: int = 0

    def year_of(self, month: int) -> int | None:
        """The year of a day written as month and day only."""
        if self.year is None:
            return None
        return self.year + (month < self.next_year_below)


def told_by(texts: Iterable[str], column: Iterable[Cell], today: date) -> Told:
    """`texts`: title, sheet and file name, the nearest to the rows first; `column`: the cells that date the rows."""
    plain = [in_digits(unicodedata.normalize("NFKC", text)) for text in texts]
    plain = [_NUMBERED.sub("", text) for text in plain]
    month = next((found for text in plain if (found := _month(text))), None)
    for text in plain:
        both = _TWO_YEARS.search(text)
        if both and int(both[2]) == int(both[1]) + 1:
            return Told(int(both[1]), month, _FIRST_SCHOOL_MONTH)
        years = {int(found[1]) for found in _YEAR.finditer(text)} or {2000 + int(found[1]) for found in _SHORT_YEAR.finditer(text)}
        if years:
            return Told(min(years), month)
    return Told(_year_beside(column) or today.year, month)


def _month(text: str) -> int | None:
    found = _MONTH.search(text)
    if found:
        return int(found[1] or found[2])
    words = _WORD_MONTH.search(text)
    return number(words[1]) if words else None


def _year_beside(column: Iterable[Cell]) -> int | None:
    """The year that every fully written day of the column shares; None when they differ or there is none."""
    years: Counter[int] = Counter()
    for cell in column:
        if isinstance(cell, date | datetime):
            years[cell.year] += 1
        elif isinstance(cell, str | float | int):
            found = _WRITTEN_YEAR.match(str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell))
            if found:
                years[int(found[1] or found[2])] += 1
    return next(iter(years)) if len(years) == 1 else None
