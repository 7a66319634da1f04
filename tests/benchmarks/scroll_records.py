"""Scrolling, jumping and sorting in 200,000 documents, beside the same table over rows that all lie in memory.

Milliseconds of work of the window's thread, 95th percentile: other work on the machine does not count. Limits: a
scroll step 16 ms and 3 times the table in memory, a page switch 100 ms, no step at all over 50 ms.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView
from sample_ledger import row

from burden_desktop.domain.kinds import DOCUMENT, KINDS
from burden_desktop.domain.listing import Listing
from burden_desktop.domain.point import Point
from burden_desktop.domain.texts import Texts
from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks.desk import LedgerDesk
from burden_desktop.ui.look import appearance
from burden_desktop.ui.start import application
from burden_desktop.ui.window import Window

RECORDS, STEPS = 200_000, 60
STEP_LIMIT, SWITCH_LIMIT, BLOCK_LIMIT, RATIO_LIMIT = 16.0, 100.0, 50.0, 3.0
NOW = datetime(2026, 4, 1, 8, tzinfo=UTC)


class InMemory(QAbstractTableModel):
    """The same words, all of them in a list."""

    def __init__(self, rows: list[tuple[str, ...]]) -> None:
        super().__init__()
        self.rows = rows

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name
        return len(self.rows)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name
        return 7

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        return self.rows[index.row()][index.column()] if role == Qt.ItemDataRole.DisplayRole else None


def fill(path: Path) -> None:
    months = [f"{2021 + (n + 3) // 12}-{(n + 3) % 12 + 1:02}" for n in range(60)]
    values = (DOCUMENT.validate(row("document", n, months[n * 60 // RECORDS])) for n in range(RECORDS))
    with Ledger.create(path, Point(name="青石镇", code="QSZ-01"), clock=lambda: NOW) as ledger:
        while batch := list(islice(values, 5_000)):
            ledger.records.add_many(DOCUMENT, batch)


def plain_table(rows: list[tuple[str, ...]], like: QTableView) -> QTableView:
    table = QTableView()
    table.setModel(InMemory(rows))
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.verticalHeader().setDefaultSectionSize(like.verticalHeader().defaultSectionSize())
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setShowGrid(False)
    table.setAlternatingRowColors(True)
    table.resize(like.size())
    for column in range(7):
        table.setColumnWidth(column, like.columnWidth(column))
    table.show()
    return table


def main() -> int:
    app = application(Texts())
    appearance.wear(app, percent=100, theme=appearance.LIGHT, family=appearance.register_fonts())

    def measure(times: int, act: Callable[[int], object]) -> list[float]:
        found = []
        for turn in range(times):
            began = time.thread_time()
            act(turn)
            app.processEvents()
            found.append((time.thread_time() - began) * 1_000)
        return sorted(found)

    with tempfile.TemporaryDirectory(prefix="scroll-") as folder:
        path = Path(folder) / "ledger.db"
        print(f"making a ledger of {RECORDS:,} documents …", flush=True)
        fill(path)
        ledger = Ledger.open(path, clock=lambda: NOW, examined=False)
        window = Window(LedgerDesk(ledger, lambda: NOW), KINDS, Texts())
        window.resize(1280, 800)
        window.show()
        first = measure(1, lambda turn: window.show_page("document"))
        page, bar = window.page("document"), window.page("document").table.verticalScrollBar()
        told = [[str(page.model.index(r, c).data() or "") for c in range(7)] for r in range(200)]
        plain = plain_table([tuple(told[n % 200]) for n in range(RECORDS)], page.table)
        app.processEvents()
        figures = {"first look at the page": first}
        window.show_page("meeting")
        figures["page switch"] = measure(10, lambda turn: window.show_page(("document", "meeting")[turn % 2]))
        window.show_page("document")
        step = page.table.verticalHeader().defaultSectionSize() * 3
        figures["scroll step"] = measure(STEPS, lambda turn: bar.setValue(bar.value() + step))
        figures["jump"] = measure(STEPS, lambda turn: bar.setValue(turn * 7_919 * 91 % bar.maximum()))
        for field in ("title", "deadline", "number"):
            figures[f"sort by {field}"] = measure(4, lambda turn, field=field: page._show_listing(Listing(sort=field, descending=turn % 2 == 0)))
            figures[f"scroll step, by {field}"] = measure(STEPS, lambda turn: bar.setValue(bar.value() - step))
        peer_bar = plain.verticalScrollBar()
        figures["scroll step, all rows in memory"] = measure(STEPS, lambda turn: peer_bar.setValue(peer_bar.value() + step))
        window.jobs.stop()
        ledger.close()
    typical = {name: times[int(len(times) * 0.95) - 1 if len(times) > 19 else -1] for name, times in figures.items()}
    print("\nRecord page over 200,000 documents, ms of the window's thread, 95th percentile (fewer than 20: the longest)")
    for name, value in typical.items():
        print(f"  {name:<36} {value:7.1f}   longest {figures[name][-1]:7.1f}")
    steps = [value for name, value in typical.items() if name.startswith("scroll step")][:-1]
    ratio = typical["scroll step"] / typical["scroll step, all rows in memory"]
    longest = max(times[-1] for name, times in figures.items() if name not in ("first look at the page", "page switch"))
    print(f"  ratio to the table in memory         {ratio:7.2f}   (limit {RATIO_LIMIT})")
    kept = max(steps) <= STEP_LIMIT and typical["page switch"] <= SWITCH_LIMIT and ratio <= RATIO_LIMIT and longest <= BLOCK_LIMIT
    print("  kept" if kept else "  EXCEEDED")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
