"""Every page of the window on 200,000 records: its first look, going back to it, and the memory of it all.

Milliseconds of work of the window's thread: other work on the machine does not count. Limits: going to a page that
was open before 100 ms at the 95th percentile, the window with every page opened 160 MB over a bare window. The first
look at each page is told; it may not take longer than going back may.
"""

import json
import os
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from statistics import quantiles

from measure import OUT, ROOT, Cost, run, tell

RECORDS, ROUNDS = 200_000, 4
SWITCH_LIMIT, MEMORY_LIMIT = 0.100, 160.0
NOW = datetime(2026, 3, 20, 8, tzinfo=UTC)
HERE = Path(__file__).resolve().parent
FIGURES = OUT / "page_switch_figures.json"


def look(ledger_path: Path) -> None:
    """The measured process: open every page, then go round several times."""
    from burden_desktop.domain.kinds import KINDS
    from burden_desktop.domain.texts import Texts
    from burden_desktop.store.ledger import Ledger
    from burden_desktop.tasks.desk import LedgerDesk
    from burden_desktop.ui.ahead import LoadAhead
    from burden_desktop.ui.dress import wear_settings
    from burden_desktop.ui.start import application
    from burden_desktop.ui.window import Window

    app = application(Texts())
    ledger = Ledger.open(ledger_path, clock=lambda: NOW, examined=False)
    desk = LedgerDesk(ledger, lambda: NOW)
    wear_settings(desk)
    window = Window(desk, KINDS, Texts())
    window.resize(1280, 800)
    window.show()
    app.processEvents()

    def go(name: str) -> float:
        began = time.thread_time()
        window.show_page(name)
        app.processEvents()
        return time.thread_time() - began

    def settle() -> None:
        while window.jobs.busy:
            app.processEvents()

    ahead = LoadAhead((entry.module for entry in window.entries), pause=1)
    while not ahead.done:
        app.processEvents()

    names = [entry.name for entry in window.entries]
    first, again = {}, {name: list[float]() for name in names}
    for name in names:
        first[name] = go(name)
        settle()
    for _ in range(ROUNDS):
        for name in names:
            again[name].append(go(name))
            settle()
    window.jobs.stop()
    ledger.close()
    FIGURES.parent.mkdir(parents=True, exist_ok=True)
    FIGURES.write_text(json.dumps({"first": first, "again": again}), "utf-8")


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="page-switch-") as folder:
        ledger = Path(folder) / "ledger.db"
        print(f"making a ledger of {RECORDS:,} records …", flush=True)
        run([sys.executable, HERE / "sample_ledger.py", ledger, str(RECORDS), "2021-04", "60"])
        ours = run([sys.executable, Path(__file__), "look", ledger], environment={"PYTHONPATH": str(ROOT)})
        bare = run([sys.executable, HERE / "bare_window.py"])
    figures = json.loads(FIGURES.read_text("utf-8"))
    print("\nPages, ms of the window's thread: first look, then going back (the longest)")
    for name, seconds in figures["first"].items():
        print(f"  {name:<20} {seconds * 1000:7.1f} {max(figures['again'][name]) * 1000:7.1f}")
    times = [seconds for row in figures["again"].values() for seconds in row]
    switch, slowest = quantiles(times, n=20)[-1], max(figures["first"].values())
    over = ours.peak - bare.peak
    return 0 if tell(
        f"Pages of the window, {RECORDS:,} records",
        {"page switch (p95)": Cost(switch, 0), "slowest first look": Cost(slowest, 0),
         "every page opened": Cost(ours.seconds, ours.peak), "bare window": Cost(bare.seconds, bare.peak)},
        {"of a page switch to 100 ms": (switch / SWITCH_LIMIT, 1.0), "of memory over the bare window to 160 MB": (over / MEMORY_LIMIT, 1.0)},
    ) else 1


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if len(sys.argv) == 3 and sys.argv[1] == "look":
        look(Path(sys.argv[2]))
    else:
        sys.exit(main())
