"""The power goes fifteen times; `make crash` lets it go a thousand times."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def test_what_was_acknowledged_is_there_after_every_kill_and_the_rest_is_whole_or_absent() -> None:
    played = subprocess.run(
        [sys.executable, "-m", "tests.crash.kills", "--kills", "15", "--seed", "7", "--longest", "0.25"],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert played.returncode == 0, played.stdout + played.stderr
    assert "faults: 0" in played.stdout
