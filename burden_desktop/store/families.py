"""Which records are receipts of one thing (同件): the same number whenever it comes, the same title within some days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..domain.bodies.organ import lead_organ
from .door import day_at

if TYPE_CHECKING:
    from ..domain.kind import Kind, Values
    from .book import Book


@dataclass(slots=True)
class _Known:
    """A family of the same title and body: the day of its first receipt, and the number that one of them bears."""

    first_day: str
    number: str | None


class Families:
    """Finds the families of records of one kind, also of those that come in one go."""

    def __init__(self, book: Book, kind: Kind) -> None:
        self._book, self._kind = book, kind
        self._numbered = any(field.name == "doc_no" for field in kind.fields)
        self._by_number: dict[str, str | None] = {}
        self._by_title: dict[str, dict[str, _Known]] = {}
        self.crowded: dict[str, Values] = {}
        """Titles and bodies of which more than one receipt is known, with the values of one."""

    def of(self, values: Values, *, standing: str | None = None) -> str | None:
        """The family of a record with these values; `standing` is the one that it has now.

        A record with a number joins the receipts of that number, else those of the same title that bear no other; one
        without joins the nearest of the same title. The title only tells within `alike_days` of the first receipt.
        """
        number, alike = self._kind.same_as(values), self._kind.alike(values)
        if number is None and alike is None:
            return None
        day = str(values[self._kind.dated_by])
        family = self._of_number(number) if number else None
        known = self._of_title(alike, values) if alike else {}
        if alike and known:
            self.crowded[alike] = values
        if family is None:
            near = [
                name for name, one in known.items()
                if _days(one.first_day, day) <= self._kind.alike_days and (number is None or one.number in (None, number))
            ]
            nearest = min(near, key=lambda name: _days(known[name].first_day, day), default=None)
            family = standing if standing in near else nearest
        family = family or number or f"{alike}|{day}"
        if number:
            self._by_number[number] = family
        if alike:
            one = known.setdefault(family, _Known(day, number))
            one.number = one.number or number
        return family

    def _of_number(self, number: str) -> str | None:
        if number not in self._by_number:
            row = self._book.row(
                f"SELECT family FROM {self._kind.name} WHERE coalesce(doc_no, '') = ? AND withdrawn_at IS NULL LIMIT 1",  # noqa: S608 - declared names
                (number,),
            )
            self._by_number[number] = row[0] if row else None
        return self._by_number[number]

    def _of_title(self, alike: str, values: Values) -> dict[str, _Known]:
        if alike not in self._by_title:
            self._by_title[alike] = self._read(alike, values)
        return self._by_title[alike]

    def _read(self, alike: str, values: Values) -> dict[str, _Known]:
        kind = self._kind
        number = "max(doc_no)" if self._numbered else "NULL"
        rows = self._book.rows(
            f"SELECT family, {number} FROM {kind.name} WHERE family >= ? AND family < ? AND withdrawn_at IS NULL GROUP BY family",  # noqa: S608 - declared names
            (f"{alike}|", f"{alike}}}"),  # } is the character behind |
        )
        found = {family: _Known(family.rpartition("|")[2], told) for family, told in rows}
        if self._numbered:
            lead = lead_organ(str(values["organ"]))
            for family, day, told, organ in self._book.rows(
                f"SELECT family, {kind.dated_by}, doc_no, organ FROM {kind.name} WHERE title = ? AND withdrawn_at IS NULL"  # noqa: S608 - declared names
                " AND doc_no IS NOT NULL",
                (values["title"],),
            ):
                if lead_organ(organ) == lead:
                    one = found.setdefault(family, _Known(day, told))
                    one.first_day = min(one.first_day, day)
        return found


def _days(one: str, two: str) -> int:
    return abs((day_at("family", one) - day_at("family", two)).days)
