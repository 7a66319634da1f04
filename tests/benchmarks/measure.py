"""Time and memory of whole processes, side by side in one run, so that the machine's mood cancels out."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent.parent
OUT = ROOT / "out" / "bench"
KEPT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""With that one set, every start would compile what was edited since the last setup, and measure the compiler."""
PROGRAM = Path(sys.executable).with_name("burden-desktop")


@dataclass(frozen=True, slots=True)
class Cost:
    """`seconds` of wall clock until the end, or until the awaited line; `peak` resident memory in MB."""

    seconds: float
    peak: float


def run(command: Sequence[str | Path], *, until: str = "", environment: Mapping[str, str] | None = None) -> Cost:
    """Run a process to its end; the clock stops earlier when a line `until` appears on standard output.

    The peak is that of the largest process among the command and its children. Raises RuntimeError when it fails.
    """
    started = time.perf_counter()
    process = subprocess.Popen(
        [str(part) for part in command],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**KEPT, **(environment or {})},
    )
    assert process.stdout is not None
    said: list[str] = []
    seconds = None
    for line in process.stdout:
        said.append(line)
        if until and line.strip() == until and seconds is None:
            seconds = time.perf_counter() - started
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode or (until and seconds is None):
        raise RuntimeError(f"{command[0]} ended with {process.returncode}:\n{''.join(said)[-2000:]}")
    return Cost(seconds or time.perf_counter() - started, usage.ru_maxrss / 1024)


def typical(costs: Sequence[Cost]) -> Cost:
    """The median time and the highest peak."""
    return Cost(median(cost.seconds for cost in costs), max(cost.peak for cost in costs))


def quickest(costs: Sequence[Cost]) -> Cost:
    """The shortest time and the highest peak."""
    return Cost(min(cost.seconds for cost in costs), max(cost.peak for cost in costs))


def tell(title: str, measured: Mapping[str, Cost], ratios: Mapping[str, tuple[float, float | None]]) -> bool:
    """Print and keep the figures; True when every ratio stays within its limit (None: no limit)."""
    print(f"\n{title}")
    for name, cost in measured.items():
        print(f"  {name:<44} {cost.seconds:7.3f} s  {cost.peak:7.0f} MB")
    kept = True
    for name, (ratio, limit) in ratios.items():
        within = limit is None or ratio <= limit
        kept = kept and within
        verdict = "" if limit is None else f"  (limit {limit}: {'kept' if within else 'EXCEEDED'})"
        print(f"  ratio {name:<38} {ratio:7.2f}{verdict}")
    OUT.mkdir(parents=True, exist_ok=True)
    report = {
        "costs": {name: {"seconds": cost.seconds, "peak_mb": cost.peak} for name, cost in measured.items()},
        "ratios": {name: {"ratio": ratio, "limit": limit} for name, (ratio, limit) in ratios.items()},
    }
    (OUT / f"{Path(sys.argv[0]).stem}.json").write_text(json.dumps(report, indent=2, ensure_ascii=False), "utf-8")
    return kept
