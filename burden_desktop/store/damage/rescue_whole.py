"""A rescue where the whole chain can still be read: it goes on as it is, and every table is put beside it again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...domain.chain.history import Entry, first_break
from ..book import Book
from ..chain.as_found import enter_as_found, enter_times
from ..chain.checking import examine
from ..chain.history import Event, History
from .rescue_records import RecordWriter
from .rescue_rest import NOT_TAKEN

if TYPE_CHECKING:
    from .salvage import Salvage
    from .salvage_rest import Rest


def is_whole(found: Salvage) -> bool:
    """Whether every entry is there, follows, and has its content, or was purged of it."""
    if not found.history or len(found.history) != found.entries:
        return False
    entries = [Entry(seq, *row[1:]) for seq, row in sorted(found.history.items())]  # type: ignore[arg-type]
    if first_break(entries) is not None:
        return False
    purged = {(entry.kind, entry.number): entry.seq for entry in entries if entry.action == "purge"}
    return all(found.told(entry.seq) is not None or purged.get((entry.kind, entry.number), 0) > entry.seq for entry in entries)


def lay_whole(book: Book, found: Salvage, rest: Rest, told: dict[str, Any]) -> bool:
    """Chain and tables as they were, and the rescue as one more entry; False, with nothing written, where they do not
    fit each other: then something else than damage was done to the file."""
    history = History(book)
    try:
        with book.writing():
            _put_chain(book, found)
            _put_tables(book, rest)
            writer = RecordWriter(book, history)
            for record in sorted(found.records.values(), key=lambda record: record.number):
                writer.put(record, None, None)
            enter_as_found(book)
            enter_times(book)
            seq, head = history.head()
            history.append("restore", Event("ledger", "", {"seq": found.entries}, {"seq": seq, "head": head, **told}))
            if not examine(book).ok:
                raise _DoesNotFit
    except _DoesNotFit:
        return False
    return True


class _DoesNotFit(Exception):
    """Takes the transaction back."""


def _put_chain(book: Book, found: Salvage) -> None:
    connection = book.connection
    connection.execute("DELETE FROM history_content")
    connection.execute("DELETE FROM history")
    connection.executemany("INSERT INTO history VALUES (?, ?, ?, ?, ?, ?, ?)", [(seq, *row[1:]) for seq, row in sorted(found.history.items())])
    contents = [(seq, *row[1:4], row[4] if len(row) > 4 else None) for seq, row in sorted(found.contents.items()) if found.told(seq) is not None]
    connection.executemany("INSERT INTO history_content VALUES (?, ?, ?, ?, ?)", contents)


def _put_tables(book: Book, rest: Rest) -> None:
    connection = book.connection
    connection.executemany(
        "INSERT INTO organ (name, level, nature, line) VALUES (?, ?, ?, ?)",
        [(name, *told) for name, told in rest.organs.items() if name not in rest.aliases],
    )
    connection.executemany(
        "INSERT INTO organ_alias SELECT ?, id FROM organ WHERE name = ?", [(alias, name) for alias, name in rest.aliases.items()]
    )
    connection.executemany("INSERT INTO month VALUES (?, ?, ?, ?)", [(month, *told) for month, told in rest.months.items()])
    connection.executemany(
        "INSERT INTO month_revision VALUES (?, ?, ?, ?, ?, ?, ?, ?)", [(*place, *told) for place, told in rest.revisions.items()]
    )
    connection.executemany("INSERT OR REPLACE INTO number_series VALUES (?, ?, ?)", [(*place, last) for place, last in rest.series.items()])
    connection.executemany("INSERT INTO past_figure VALUES (?, ?, ?)", [(*place, things) for place, things in rest.figures.items()])
    connection.executemany("INSERT INTO remark VALUES (?, ?, ?, ?, ?)", [(finding, *told) for finding, told in rest.remarks.items()])
    connection.executemany(
        "INSERT OR REPLACE INTO setting VALUES (?, ?)", [(key, value) for key, value in rest.settings.items() if key not in NOT_TAKEN]
    )
    connection.executemany("INSERT INTO ledger_time VALUES (?, ?)", rest.times.items())
