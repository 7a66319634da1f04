"""Reading the labelled notices of the tests, one core, in this process: milliseconds a notice.

Beside it pypinyin, which walks over the same characters once (stated). Limit: 20 ms a notice.
"""

import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from pypinyin import lazy_pinyin

from burden_desktop.domain.errors.entry import Classified
from burden_desktop.intake.notices.notice import read_notice

LIMIT = 20.0
ROUNDS = 5
NOTICES = Path(__file__).resolve().parent.parent / "intake" / "notices"


def read(text: str) -> None:
    try:
        read_notice(text, received_on=date(2026, 3, 2))
    except Classified:
        return


def milliseconds(work: Callable[[str], object], texts: list[str]) -> float:
    """A notice, the best of ROUNDS; the round before them warms up."""
    best = float("inf")
    for _ in range(ROUNDS + 1):
        begun = time.perf_counter()
        for text in texts:
            work(text)
        best = min(best, (time.perf_counter() - begun) * 1000 / len(texts))
    return best


def main() -> int:
    texts = [path.read_text("utf-8") for path in sorted(NOTICES.rglob("*.txt"))]
    ours, theirs = milliseconds(read, texts), milliseconds(lazy_pinyin, texts)
    print(f"{len(texts)} notices: {ours:.2f} ms each (limit {LIMIT:g}); pypinyin over the same text {theirs:.2f} ms, ratio {ours / theirs:.1f}")
    return 0 if ours <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
