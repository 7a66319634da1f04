"""The ledger against bare sqlite3: one record committed, 20,000 rows imported, 200,000 records opened with all checks.

Both sides use the same pragmas and the same disk, in turns within one run. Limits: one record 3 times a bare commit;
opening 2.5 s.
"""

import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from measure import Cost, run, tell
from sample_ledger import row

from burden_desktop.domain.kinds import kind_named
from burden_desktop.domain.point import Point
from burden_desktop.store.book import connect
from burden_desktop.store.ledger import Ledger

RECORDS, IMPORTED, COMMITS, RUNS = 200_000, 20_000, 200, 3
RECORD_LIMIT, OPENING_LIMIT = 3.0, 2.5
DOCUMENT = kind_named("document")
HERE = Path(__file__).resolve().parent


def _now() -> datetime:
    return datetime(2026, 4, 1, 8, tzinfo=UTC)


def _bare(path: Path) -> sqlite3.Connection:
    """A table of the same fields without chain, search or index, written with the ledger's own pragmas."""
    path.touch()
    connection = connect(path)
    connection.execute("CREATE TABLE document (id INTEGER PRIMARY KEY, " + ", ".join(f.name for f in DOCUMENT.fields) + ")")
    return connection


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def one_record(folder: Path) -> tuple[float, float]:
    """Seconds of one record in the ledger and of one bare commit, median, taken in turns."""
    values = [DOCUMENT.validate(row("document", index, "2026-04")) for index in range(COMMITS)]
    names = ", ".join("?" * len(DOCUMENT.fields))
    ours, bare = [], []
    with Ledger.create(folder / "one.db", Point("青石镇", "QS-01"), clock=_now) as ledger, closing(_bare(folder / "bare.db")) as connection:

        def commit(number: int) -> None:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(f"INSERT INTO document VALUES (NULL, {names})", tuple(values[number].values()))  # noqa: S608
            connection.execute("COMMIT")

        for number in range(COMMITS):
            ours.append(_seconds(lambda n=number: ledger.records.add(DOCUMENT, values[n])))
            bare.append(_seconds(lambda n=number: commit(n)))
    return median(ours), median(bare)


def many_rows(folder: Path, turn: int) -> tuple[float, float]:
    """Seconds of 20,000 rows into the ledger and by bare executemany."""
    values = [DOCUMENT.validate(row("document", index, "2026-04")) for index in range(IMPORTED)]
    names = ", ".join("?" * len(DOCUMENT.fields))
    with Ledger.create(folder / f"many{turn}.db", Point("青石镇", "QS-01"), clock=_now) as ledger:
        ours = _seconds(lambda: ledger.records.add_many(DOCUMENT, values))
    with closing(_bare(folder / f"manybare{turn}.db")) as connection:

        def insert() -> None:
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany(f"INSERT INTO document VALUES (NULL, {names})", [tuple(kept.values()) for kept in values])  # noqa: S608
            connection.execute("COMMIT")

        return ours, _seconds(insert)


def opening(folder: Path) -> float:
    """Seconds until a ledger of 200,000 records is open and examined: file, schema, chain."""
    path = folder / "large.db"
    print(f"making a ledger of {RECORDS:,} records …", flush=True)
    run([sys.executable, HERE / "sample_ledger.py", path, str(RECORDS), "2021-04", "60"])
    return median(_seconds(lambda: Ledger.open(path, clock=_now).close()) for _ in range(RUNS + 1))


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="ledger-speed-", dir=HERE.parent.parent / "out") as name:
        folder = Path(name)
        record, commit = one_record(folder)
        pairs = [many_rows(folder, turn) for turn in range(RUNS)]
        imported, inserted = median(ours for ours, _ in pairs), median(bare for _, bare in pairs)
        opened = opening(folder)
    kept = tell(
        "The ledger against bare sqlite3 with the same pragmas",
        {
            "one record with chain and search": Cost(record, 0),
            "one bare commit": Cost(commit, 0),
            f"{IMPORTED:,} rows with chain and search": Cost(imported, 0),
            f"{IMPORTED:,} rows by executemany": Cost(inserted, 0),
            f"opening {RECORDS:,} records, all checks": Cost(opened, 0),
        },
        {
            "one record to a bare commit": (record / commit, RECORD_LIMIT),
            "import to executemany": (imported / inserted, None),
            "opening in seconds": (opened, OPENING_LIMIT),
        },
    )
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
