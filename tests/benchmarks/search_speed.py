"""Search of 1, 2, 4 and 8 characters in 200,000 records, first 100 rows, against a LIKE scan of the same tables.

Told are the 95th percentiles over many words, common ones and rare ones, in one run.
"""

import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from itertools import islice
from pathlib import Path
from statistics import quantiles

from measure import OUT, Cost, tell
from sample_ledger import FILLED, _month, row

from burden_desktop.domain.kind import Kind
from burden_desktop.domain.point import Point
from burden_desktop.intake.pinyin import initials
from burden_desktop.store.ledger import Ledger

RECORDS, LIMIT = 200_000, 100
WORDS = {
    1: ("全", "防", "7", "云", "苗", "组", "x", "镇", "育", "〔"),
    2: ("防汛", "通知", "99", "疫苗", "县委", "督查", "xf", "走访", "青石", "教育"),
    4: ("安全生产", "第199", "卫生健康", "工作部署", "cgbg", "森林防火", "道路养护", "2026", "6〕18", "困难群众"),
    8: ("关于进一步做好春", "农业农村局", "困难群众走访有关", "安全生产工作部署", "〔2026〕199998", "乡村道路养护督查", "gyjybzhc", "松江市卫生健康委"),
}
GOAL_MS, GOAL_RATIO = 20.0, 10.0


@cache
def _letter(character: str) -> str:
    return initials(character)


def _filled(path: Path) -> Ledger:
    if path.exists():
        path.unlink()
    path.parent.mkdir(parents=True, exist_ok=True)
    ledger = Ledger.create(
        path, Point(name="青石镇", code="QSZ-01"), clock=lambda: datetime(2026, 4, 1, 8, tzinfo=UTC),
        spell=lambda text: "".join(map(_letter, text)),
    )  # fmt: skip
    for place, kind in enumerate(FILLED):
        values = (
            kind.validate(row(kind.name, index, _month("2016-04", index * 120 // RECORDS)))
            for index in range(place, RECORDS, len(FILLED))
        )
        while batch := list(islice(values, 5_000)):
            ledger.records.add_many(kind, batch)
    return ledger


def _scan(ledger: Ledger, word: str) -> int:
    """What a program without an index would do: every text of every row, newest first, until 100 are found."""
    found = 0
    for kind in FILLED:
        found += len(ledger._book.rows(_like(kind), (*[f"%{word}%"] * len(_columns(kind)), LIMIT)))
    return found


def _columns(kind: Kind) -> list[str]:
    return ["number", *(field.name for field in kind.text_fields)]


def _like(kind: Kind) -> str:
    either = " OR ".join(f"{name} LIKE ?" for name in _columns(kind))
    return f"SELECT * FROM {kind.name} WHERE withdrawn_at IS NULL AND ({either}) ORDER BY {kind.dated_by} DESC, id DESC LIMIT ?"  # noqa: S608 - declared names


def _p95(act: Callable[[str], object], words: tuple[str, ...], times: int) -> float:
    seconds = []
    for word in words * times:
        started = time.perf_counter()
        act(word)
        seconds.append(time.perf_counter() - started)
    return quantiles(seconds, n=20)[-1]


def main() -> bool:
    with _filled(OUT / "search" / "ledger.db") as ledger:
        costs: dict[str, Cost] = {}
        ratios: dict[str, tuple[float, float | None]] = {}
        kept = True
        for length, words in WORDS.items():
            ours = _p95(lambda word: ledger.searching.find(FILLED, word, LIMIT), words, 20)
            scan = _p95(lambda word: _scan(ledger, word), words, 2)
            costs[f"search, {length} characters (p95)"], costs[f"LIKE scan, {length} characters (p95)"] = Cost(ours, 0), Cost(scan, 0)
            ratios[f"search : scan, {length} characters"] = (ours / scan, 1 / GOAL_RATIO)
            print(f"{length}: {ours * 1000:.1f} ms, scan {scan * 1000:.0f} ms, {scan / ours:.0f} times")
            kept = kept and ours * 1000 < GOAL_MS
        return tell(f"Search in {RECORDS:,} records, first {LIMIT} rows", costs, ratios) and kept


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
