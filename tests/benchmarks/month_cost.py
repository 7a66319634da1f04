"""Summary, rules and alerts of a month of 3,000 records: seconds, and the ratio of a large ledger to a small one.

Limits: 0.5 s, and 1.2 times between 200,000 and 20,000 records. Counted months are kept in the ledger, so the first call
after a change of older months is told apart (cold). Each ledger is measured in a process of its own.
"""

import json
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from statistics import median

from measure import Cost, tell
from sample_ledger import row

from burden_desktop.domain.kinds import kind_named
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.point import Point
from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks.summarise import gather, sum_up

MONTH = Month(2026, 3)
IN_MONTH = 3_000
SIZES = (20_000, 200_000)
BEFORE_MONTHS = 59
RUNS = 9
SECONDS_LIMIT, RATIO_LIMIT = 0.5, 1.2
KINDS = ("document", "meeting", "inspection")


def now() -> datetime:
    return datetime(2026, 4, 1, 8, tzinfo=UTC)


def fill(path: Path, size: int, in_month: int = IN_MONTH) -> None:
    """`in_month` records in the month, the others evenly over the months before."""
    with Ledger.create(path, Point(name="青石镇", code="QSZ-01"), clock=now) as ledger:
        for place, name in enumerate(KINDS):
            kind = kind_named(name)
            before = (size - in_month) // len(KINDS)
            older = ((index, str(MONTH.plus(-1 - index * BEFORE_MONTHS // before))) for index in range(before))
            own = ((size + index, str(MONTH)) for index in range(in_month // len(KINDS)))
            for months in (older, own):
                values = (kind.validate(row(name, len(KINDS) * index + place, month)) for index, month in months)
                while batch := list(islice(values, 5000)):
                    ledger.records.add_many(kind, batch)


def measured(path: Path) -> dict[str, float]:
    """Cold and typical seconds of gathering and summing up; peak memory in MB."""
    import resource

    with Ledger.open(path, clock=now, examined=False) as ledger:
        started = time.perf_counter()
        sum_up(gather(ledger, MONTH))
        cold = time.perf_counter() - started
        times = []
        for _ in range(RUNS):
            started = time.perf_counter()
            summary = sum_up(gather(ledger, MONTH))
            times.append(time.perf_counter() - started)
    assert summary.kinds["document"].receipts == IN_MONTH // 3
    return {"cold": cold, "typical": median(times), "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def main() -> int:
    if len(sys.argv) > 1:
        print(json.dumps(measured(Path(sys.argv[1]))))
        return 0
    costs: dict[str, Cost] = {}
    typical = []
    with tempfile.TemporaryDirectory(prefix="month-cost-") as folder:
        for size in SIZES:
            path = Path(folder) / f"{size}.db"
            print(f"making a ledger of {size:,} records …", flush=True)
            fill(path, size)
            done = subprocess.run([sys.executable, __file__, str(path)], capture_output=True, text=True, check=True)
            found = json.loads(done.stdout)
            costs[f"{size:,} records"] = Cost(found["typical"], found["peak"])
            costs[f"{size:,} records, first call"] = Cost(found["cold"], found["peak"])
            typical.append(found["typical"])
    kept = tell(
        f"Summary, rules and alerts of a month of {IN_MONTH:,} records, median of {RUNS}",
        costs,
        {"of the large ledger to the small": (typical[1] / typical[0], RATIO_LIMIT), "seconds to the limit": (typical[1] / SECONDS_LIMIT, 1.0)},
    )
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
