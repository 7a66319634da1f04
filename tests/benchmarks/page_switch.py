"""Every page of the window on 200,000 records: its first look, going back to it, and the memory of it all.

Milliseconds of work of the window's thread: other work on the machine does not count. Limits: going to a page that
was open before 100 ms at the 95th percentile, the window with every page opened 160 MB over a bare window, and no event,
a first look and the first draft among them, keeps the window for more than 50 ms.
"""

import json
import os
import sys
import tempfile
import time
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import quantiles
from typing import Any

from measure import OUT, ROOT, Cost, run, tell

RECORDS, ROUNDS = 200_000, 4
SWITCH_LIMIT, MEMORY_LIMIT, BLOCK_LIMIT = 0.100, 160.0, 0.050
NOW = datetime(2026, 3, 20, 8, tzinfo=UTC)
HERE = Path(__file__).resolve().parent
FIGURES = OUT / "page_switch_figures.json"


PAPER = "青禾县水利局文件\n青水发〔2026〕12号\n关于做好水库管护工作的通知\n各乡镇：\n请于4月20日前报送情况。\n青禾县水利局\n2026年3月19日\n"


def look(ledger_path: Path) -> None:
    """The measured process: open every page, then go round several times."""
    from PySide6.QtCore import QEvent, QObject, Qt, QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from burden_desktop.domain.kinds import KINDS
    from burden_desktop.domain.texts import Texts
    from burden_desktop.store.ledger import Ledger
    from burden_desktop.tasks.desk import LedgerDesk
    from burden_desktop.ui.ahead import DAILY, PARTS, LoadAhead
    from burden_desktop.ui.look.dress import wear_settings
    from burden_desktop.ui.start import application
    from burden_desktop.ui.window import Window

    class Watched(QApplication):
        """Keeps the longest time that one event held the window's thread, and what it was."""

        longest, inside = (0.0, ""), False

        def notify(self, receiver: QObject, event: QEvent) -> bool:
            if self.inside:
                return super().notify(receiver, event)
            began, self.inside = time.thread_time(), True
            try:
                return super().notify(receiver, event)
            finally:
                self.inside = False
                self.longest = max(self.longest, (time.thread_time() - began, f"{type(receiver).__name__} {event.type().name}"))

    app = Watched(sys.argv[:1])
    application(Texts())
    ledger = Ledger.open(ledger_path, clock=lambda: NOW, examined=False)
    desk = LedgerDesk(ledger, lambda: NOW)
    wear_settings(desk)
    window = Window(desk, KINDS, Texts())
    window.resize(1280, 800)
    window.show()
    app.processEvents()

    def go(name: str) -> float:
        began = time.thread_time()
        QTimer.singleShot(0, partial(window.show_page, name))
        app.processEvents()
        app.processEvents()
        return time.thread_time() - began

    def settle() -> None:
        while window.jobs.busy:
            app.processEvents()

    steps: list[Any] = [partial(getattr, desk, part) for part in PARTS]
    steps += [partial(window.build_ahead, name) for name in DAILY]
    ahead = LoadAhead((entry.module for entry in window.entries), pause=1, steps=steps)
    while not ahead.done:
        app.processEvents()

    desk.notices.warm()
    app.longest = (0.0, "")
    window.entry.notice.setPlainText(PAPER)
    QTest.keyClick(window.entry.notice, Qt.Key.Key_Return)
    app.processEvents()
    blocks = {"first draft": app.longest}
    names = [entry.name for entry in window.entries]
    first, again = {}, {name: list[float]() for name in names}
    for name in names:
        app.longest = (0.0, "")
        first[name] = go(name)
        settle()
        app.processEvents()
        blocks[name] = app.longest
    for _ in range(ROUNDS):
        for name in names:
            again[name].append(go(name))
            settle()
    window.jobs.stop()
    ledger.close()
    FIGURES.parent.mkdir(parents=True, exist_ok=True)
    FIGURES.write_text(json.dumps({"first": first, "again": again, "blocks": blocks}), "utf-8")


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="page-switch-") as folder:
        ledger = Path(folder) / "ledger.db"
        print(f"making a ledger of {RECORDS:,} records …", flush=True)
        run([sys.executable, HERE / "sample_ledger.py", ledger, str(RECORDS), "2021-04", "60"])
        ours = run([sys.executable, Path(__file__), "look", ledger], environment={"PYTHONPATH": str(ROOT)})
        bare = run([sys.executable, HERE / "bare_window.py"])
    figures = json.loads(FIGURES.read_text("utf-8"))
    blocks = figures["blocks"]
    print("\nPages, ms of the window's thread: first look, its longest event, then going back (the longest)")
    for name, seconds in figures["first"].items():
        print(f"  {name:<20} {seconds * 1000:7.1f} {blocks[name][0] * 1000:7.1f} {max(figures['again'][name]) * 1000:7.1f}")
    (block, event), where = max((held, name) for name, held in blocks.items())
    print(f"  longest event: {block * 1000:.1f} ms, {where}, {event}; the first draft {blocks['first draft'][0] * 1000:.1f} ms")
    times = [seconds for row in figures["again"].values() for seconds in row]
    switch, slowest = quantiles(times, n=20)[-1], max(figures["first"].values())
    over = ours.peak - bare.peak
    return 0 if tell(
        f"Pages of the window, {RECORDS:,} records",
        {"page switch (p95)": Cost(switch, 0), "slowest first look": Cost(slowest, 0),
         "every page opened": Cost(ours.seconds, ours.peak), "bare window": Cost(bare.seconds, bare.peak)},
        {"of a page switch to 100 ms": (switch / SWITCH_LIMIT, 1.0), "of the longest event to 50 ms": (block / BLOCK_LIMIT, 1.0),
         "of memory over the bare window to 160 MB": (over / MEMORY_LIMIT, 1.0)},
    ) else 1


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if len(sys.argv) == 3 and sys.argv[1] == "look":
        look(Path(sys.argv[2]))
    else:
        sys.exit(main())
