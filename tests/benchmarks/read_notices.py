"""Reading the labelled notices of the tests, one core, in this process: milliseconds a notice; and the first one of a new process.

Beside it pypinyin, which walks over the same characters once (stated). Limit: 20 ms a notice, the first (which builds what is built
late, in processor time, without the import) included.
"""

import subprocess
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


FIRST = """
import sys, time
from datetime import date
from burden_desktop.tasks.read_notice import read_with_calendar
begun = time.thread_time()
read_with_calendar(open(sys.argv[1], encoding="utf-8").read(), date(2026, 3, 2))
print((time.thread_time() - begun) * 1000)
"""


def first_of_a_process(path: Path) -> float:
    """Milliseconds of processor time for a process's first notice, the best of ROUNDS."""
    told = [subprocess.run([sys.executable, "-c", FIRST, str(path)], capture_output=True, text=True, check=True) for _ in range(ROUNDS)]
    return min(float(one.stdout) for one in told)


def main() -> int:
    texts = [path.read_text("utf-8") for path in sorted(NOTICES.rglob("*.txt"))]
    ours, theirs = milliseconds(read, texts), milliseconds(lazy_pinyin, texts)
    print(f"{len(texts)} notices: {ours:.2f} ms each (limit {LIMIT:g}); pypinyin over the same text {theirs:.2f} ms, ratio {ours / theirs:.1f}")
    first = first_of_a_process(NOTICES / "d01.txt")
    print(f"the first notice of a process: {first:.1f} ms (limit {LIMIT:g})")
    return 0 if max(ours, first) <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
