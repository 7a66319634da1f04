"""Some calls to the disk fail; `make crash` lets every one fail in every way."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def test_a_disk_that_refuses_costs_a_sentence_and_no_record(needs: Callable[[str], str]) -> None:
    needs("gcc")
    played = subprocess.run(
        [sys.executable, "-m", "tests.crash.faults", "--every", "269"],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert played.returncode == 0, played.stdout + played.stderr
    assert "faults: 0" in played.stdout
    assert "cannot-write" in played.stdout, "no call failed at all"
