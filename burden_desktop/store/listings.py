"""Lists of records in any order: a page behind or before a known record, or from any place, never by a full sort.

Every list field has an index of its own (`KIND_by_FIELD_order`), so a page costs the same at any length of the ledger.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ..domain.listing import NUMBER, Listing, empty_place, sort_key
from .grams import query_for
from .rows import records_of
from .statements import Statements

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..domain.kind import Kind
    from ..domain.record import Record
    from .book import Book

_OF_LEVEL: Final = "(SELECT id FROM organ WHERE level = ?)"
_OF_BODY: Final = (
    "(SELECT id FROM organ WHERE instr(name, ?) > 0"
    " UNION ALL SELECT organ_id FROM organ_alias WHERE instr(name, ?) > 0)"
)
_BROAD: Final = 2_000  # rows: beyond, walking the order and passing over is quicker than gathering and sorting


def order_expression(kind: Kind, name: str) -> str:
    """By what a list field is ordered; the same words stand in the index of the field."""
    if name == NUMBER or kind.field(name).required:
        return f"r.{name}"
    empty = empty_place(kind, name)
    return f"coalesce(r.{name}, {empty if empty == -1 else repr(empty)})"


def order_index(kind: Kind, name: str) -> str:
    """The index that holds the order of a list field."""
    return f"{kind.name}_by_date" if name == kind.dated_by and kind.field(name).required else f"{kind.name}_order_{name}"


class Listings:
    """Records as lists show them. `limit` rows at most; all raise what reading the ledger raises."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._counted: dict[tuple[str, Listing], int] = {}

    def count(self, kind: Kind, listing: Listing) -> int:
        """How many records the list has in all."""
        filters = replace(listing, sort="", descending=True)
        self._counted.pop((kind.name, filters), None)
        chosen, places = self._chosen(kind, listing)
        count = int(self._book.rows(f"SELECT count(*) FROM {kind.name} r WHERE {chosen}", places)[0][0])  # noqa: S608 - declared names
        self._counted = {(kind.name, filters): count}
        return count

    def after(self, kind: Kind, listing: Listing, record: Record, limit: int) -> tuple[Record, ...]:
        """The records that follow `record`."""
        return self._beside(kind, listing, record, limit, forward=True)

    def before(self, kind: Kind, listing: Listing, record: Record, limit: int) -> tuple[Record, ...]:
        """The records that come before `record`, in the order of the list."""
        return self._beside(kind, listing, record, limit, forward=False)[::-1]

    def at(self, kind: Kind, listing: Listing, place: int, limit: int) -> tuple[Record, ...]:
        """The records from `place` (0 is the first): for a jump, since it counts its way there along the index."""
        chosen, places = self._chosen(kind, listing)
        order = self._order(kind, listing, forward=True)
        ids = f"SELECT r.id FROM {kind.name} r WHERE {chosen}{order} LIMIT ? OFFSET ?"  # noqa: S608 - declared names
        head = self._read(kind, listing)
        rows = self._book.rows(f"{head} AND r.id IN ({ids}){order}", (*places, limit, place))
        return records_of(kind, rows)

    def place_of(self, kind: Kind, listing: Listing, record: Record) -> int | None:
        """Where `record` stands in the list, None when the list leaves it out."""
        chosen, places = self._chosen(kind, listing)
        counted = f"SELECT count(*) FROM {kind.name} r WHERE {chosen}"  # noqa: S608 - declared names
        if not self._book.rows(f"{counted} AND r.id = ?", (*places, record.id))[0][0]:
            return None
        value, id = sort_key(kind, listing, record)
        before = self._beyond(kind, listing, forward=False)
        return sum(
            int(self._book.rows(f"{counted} AND {words}", (*places, *found))[0][0])
            for words, found in zip(before, ((value, id), (value,)), strict=True)
        )

    def months(self, kind: Kind) -> tuple[str, ...]:
        """The months in which anything is booked, or began to stand, the last first."""
        if kind.stock:
            rows = self._book.rows(
                f"SELECT DISTINCT substr(stands_since, 1, 7) m FROM {kind.name} WHERE withdrawn_at IS NULL ORDER BY m DESC"  # noqa: S608 - declared names
            )
            return tuple(row[0] for row in rows)
        rows = self._book.rows(
            f"SELECT DISTINCT booked_in FROM {kind.name} WHERE withdrawn_at IS NULL ORDER BY booked_in DESC"  # noqa: S608 - declared names
        )
        return tuple(row[0] for row in rows)

    def last_number(self, organ: str) -> str | None:
        """The 发文字号 of the paper that came last from a body, None where none bore one."""
        row = self._book.row(
            "SELECT doc_no FROM document WHERE withdrawn_at IS NULL AND organ = ? AND doc_no LIKE '%〔%'"
            " ORDER BY id DESC LIMIT 1",
            (organ,),
        )
        return str(row[0]) if row else None

    # --- the SQL -------------------------------------------------------------------------------------

    def _beside(self, kind: Kind, listing: Listing, record: Record, limit: int, *, forward: bool) -> tuple[Record, ...]:
        chosen, places = self._chosen(kind, listing)
        head = f"{self._read(kind, listing)} AND {chosen} AND "
        if self._walks_order(kind, listing):
            # Left alone, SQLite would rather walk the whole table by its ids where many records bear one value.
            index = f"{kind.name} r INDEXED BY {order_index(kind, listing.sorted_by(kind))} "
            head = head.replace(f"{kind.name} r ", index, 1)
        turn = "DESC" if listing.descending is forward else "ASC"
        # Among equal values the id alone is the order: told the value too, SQLite would sort what the index has sorted.
        orders = (f" ORDER BY r.id {turn}", self._order(kind, listing, forward=forward))
        value, id = sort_key(kind, listing, record)
        found: list[Record] = []
        stretches = zip(self._beyond(kind, listing, forward=forward), orders, ((value, id), (value,)), strict=True)
        for words, order, bounds in stretches:
            left = limit - len(found)
            rows = self._book.rows(f"{head}{words}{order} LIMIT ?", (*places, *bounds, left)) if left else []
            found.extend(records_of(kind, rows))
        return tuple(found)

    @staticmethod
    def _read(kind: Kind, listing: Listing) -> str:
        sql = Statements(kind)
        return sql.read_withdrawn if listing.withdrawn else sql.read

    @staticmethod
    def _beyond(kind: Kind, listing: Listing, *, forward: bool) -> tuple[str, str]:
        """Two stretches of the index: the same value behind the id, then other values. As one comparison of pairs
        SQLite would read all records of the same value."""
        sign = "<" if listing.descending is forward else ">"
        by = order_expression(kind, listing.sorted_by(kind))
        return f"{by} = ? AND r.id {sign} ?", f"{by} {sign} ?"

    @staticmethod
    def _order(kind: Kind, listing: Listing, *, forward: bool) -> str:
        turn = "DESC" if listing.descending is forward else "ASC"
        return f" ORDER BY {order_expression(kind, listing.sorted_by(kind))} {turn}, r.id {turn}"

    def _broad(self, kind: Kind, listing: Listing) -> bool:
        return self._counted.get((kind.name, replace(listing, sort="", descending=True)), 0) > _BROAD

    def _walks_order(self, kind: Kind, listing: Listing) -> bool:
        narrow = listing.month or listing.numbers is not None or listing.text or listing.withdrawn
        return not narrow and (self._broad(kind, listing) or not (listing.level or listing.organ))

    def _chosen(self, kind: Kind, listing: Listing) -> tuple[str, Sequence[object]]:
        words = ["r.withdrawn_at IS NOT NULL" if listing.withdrawn else "r.withdrawn_at IS NULL"]
        places: list[object] = []
        body = "+r.organ_id" if self._broad(kind, listing) else "r.organ_id"  # the sign keeps SQLite from going by this index
        if listing.month is not None:
            words.append(Statements(kind).in_month.removeprefix(" AND "))
            places.extend(Statements(kind).month_places(listing.month))
        if listing.level is not None:
            words.append(f"{body} IN {_OF_LEVEL}")
            places.append(listing.level.value)
        if listing.organ:
            words.append(f"{body} IN {_OF_BODY}")
            places.extend((listing.organ, listing.organ))
        if listing.numbers is not None:
            words.append(f"r.number IN ({', '.join('?' * len(listing.numbers))})")
            places.extend(sorted(listing.numbers))
        query = query_for(listing.text)
        if query and not listing.withdrawn:
            words.append(Statements(kind).found.removeprefix(" AND "))
            places.append(query)
        elif listing.text:  # what was withdrawn is not in the search index; there is little of it
            names = [NUMBER, *(field.name for field in kind.text_fields)]
            words.append("(" + " OR ".join(f"instr(r.{name}, ?) > 0" for name in names) + ")")
            places.extend([listing.text] * len(names))
        return " AND ".join(words), places
