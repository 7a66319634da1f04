"""The power goes during the step that binds what an old ledger told nowhere; `make crash` lets it go before every statement."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def test_an_upgrade_that_is_cut_short_is_done_whole_by_the_next_start() -> None:
    played = subprocess.run(
        [sys.executable, "-m", "tests.crash.upgrade", "--since", "CREATE INDEX history_told", "--every", "9"],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert played.returncode == 0, played.stdout + played.stderr
    assert "faults: 0" in played.stdout
