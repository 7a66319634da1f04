"""Two processes open one ledger at the same moment, again and again; prints how often exactly one of them won."""

import os
import signal
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from burden_desktop.domain.errors.ledger import LedgerInUse
from burden_desktop.domain.point import Point
from burden_desktop.store.ledger import Ledger

ROUNDS = 100


def _now() -> datetime:
    return datetime.now(UTC)


def one_round(path: Path) -> bool:
    """Whether exactly one of two starts got the ledger, and the other was refused."""
    reading, writing = os.pipe()
    children = []
    for _ in range(2):
        child = _starter(path, reading, writing)
        children.append(child)
    os.close(reading)
    os.close(writing)  # both read the end of the pipe at the same moment
    refused, status = os.waitpid(-1, 0)
    other = next(child for child in children if child != refused)
    os.kill(other, signal.SIGKILL)
    _, end = os.waitpid(other, 0)
    return os.WIFEXITED(status) and os.WEXITSTATUS(status) == 1 and os.WIFSIGNALED(end)


def _starter(path: Path, reading: int, writing: int) -> int:
    """A process that opens the ledger when the pipe ends, and holds it until it is killed; it ends with 1 if refused."""
    child = os.fork()
    if child:
        return child
    os.close(writing)
    os.read(reading, 1)
    try:
        ledger = Ledger.open(path, clock=_now)
    except LedgerInUse:
        os._exit(1)
    except BaseException:  # noqa: BLE001 - another code tells the parent that something else went wrong
        os._exit(2)
    signal.alarm(20)
    signal.pause()
    ledger.close()
    os._exit(0)


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="double-start-") as folder:
        path = Path(folder) / "ledger.db"
        Ledger.create(path, Point("青石镇", "QS-01"), clock=_now).close()
        won = sum(one_round(path) for _ in range(ROUNDS))
        with Ledger.open(path, clock=_now) as ledger:
            sound = ledger.check().ok
    print(f"{won} of {ROUNDS} double starts: exactly one won; sound afterwards: {sound}")
    return 0 if won == ROUNDS and sound else 1


if __name__ == "__main__":
    sys.exit(main())
