"""From the start of the process to the first paint of the main window, on a ledger of 200,000 records.

The quickest of several starts is told on both sides: whatever else the machine does makes a start slower, never quicker.
The window prints "first paint" and ends when BURDEN_FIRST_PAINT is 1. Limit: 1.6 times a bare PySide6 window.
"""

import sys
import tempfile
from pathlib import Path

from measure import PROGRAM, quickest, run, tell

RECORDS = 200_000
RUNS = 15
LIMIT, MEMORY_LIMIT = 1.6, 160.0
SENTENCE = "first paint"
HERE = Path(__file__).resolve().parent


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="first-paint-") as folder:
        ledger = Path(folder) / "ledger.db"
        print(f"making a ledger of {RECORDS:,} records …", flush=True)
        run([sys.executable, HERE / "sample_ledger.py", ledger, str(RECORDS), "2021-04", "60"])
        ours, bare = [], []
        home = {"XDG_DATA_HOME": folder, "XDG_CONFIG_HOME": folder, "BURDEN_FIRST_PAINT": "1"}
        for _ in range(RUNS + 1):
            ours.append(run([PROGRAM, "--ledger", ledger], until=SENTENCE, environment=home))
            bare.append(run([sys.executable, HERE / "bare_window.py"], until=SENTENCE))
        # The first of each only warms the disk's cache.
        window, measure = quickest(ours[1:]), quickest(bare[1:])
    kept = tell(
        f"First paint of the main window, {RECORDS:,} records, the quickest of {RUNS}",
        {"Burden Desktop": window, "bare PySide6 window with a table": measure},
        {
            "to the bare window": (window.seconds / measure.seconds, LIMIT),
            "of memory over the bare window to 160 MB": ((window.peak - measure.peak) / MEMORY_LIMIT, 1.0),
        },
    )
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
