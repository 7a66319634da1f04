"""Lets every call to the disk fail in turn and looks what is left. usage: python -m tests.crash.faults [--every N]

The shim `faults.c` is compiled into a temporary folder and preloaded; children are forked, so that a run costs little.
"""

import argparse
import ctypes
import errno
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from .model import Model, faults_after_crash
from .session import Session, Ticking, say_to

KINDS = ("open", "create", "write", "fsync", "rename", "link", "truncate", "mkdir")
SHORT = -1
"""Not an error: half of the bytes are taken."""
TRIED = {
    "open": (errno.EACCES, errno.EIO),
    "create": (errno.EACCES, errno.ENOSPC),
    "write": (errno.ENOSPC, errno.EIO, SHORT),
    "fsync": (errno.EIO, errno.ENOSPC),
    "rename": (errno.EACCES, errno.EIO, errno.ENOSPC),
    "link": (errno.EACCES, errno.ENOSPC),
    "truncate": (errno.EIO,),
    "mkdir": (errno.EACCES, errno.ENOSPC),
}
SEED = "faults/1"


def compiled(folder: Path) -> Path:
    """The shim, made by gcc."""
    made = folder / "faults.so"
    source = Path(__file__).with_name("faults.c")
    subprocess.run(["gcc", "-O1", "-Wall", "-shared", "-fPIC", "-o", made, source, "-ldl"], check=True)
    return made


def one_run(folder: Path, index: int, error: int, *, sticky: bool) -> tuple[list[dict[str, object]], str, list[int]]:
    """A whole session with the call `index` failing → (its messages, a traceback or "", kinds of all calls)."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    heard = folder.with_name("heard.jsonl")
    child = os.fork()
    if child == 0:
        shim = ctypes.CDLL(None)
        with heard.open("wb", buffering=0) as file:
            session = Session(folder / "台账" / "ledger.db", 1, SEED, say_to(file.fileno()))
            shim.fault_arm(str(folder).encode(), ctypes.c_long(index), max(error, 0), int(sticky), int(error == SHORT))
            try:
                session.once()
                told = {"trace": "", "kinds": [shim.fault_kind(ctypes.c_long(i)) for i in range(1, shim.fault_count() + 1)]}
            except Exception:  # noqa: BLE001 - this is what is looked for
                told = {"trace": traceback.format_exc(), "kinds": []}
            shim.fault_disarm()
            file.write(json.dumps(told).encode() + b"\n")
        os._exit(0)
    os.waitpid(child, 0)
    *messages, end = (json.loads(line) for line in heard.read_bytes().splitlines())
    return messages, end["trace"], end["kinds"]


def judge(folder: Path, messages: list[dict[str, object]], trace: str, *, silent_is_fine: bool) -> Iterator[str]:
    """What is wrong after a session in which one call failed."""
    if trace:
        yield f"no sentence but a traceback:\n{trace}"
        return
    path = folder / "台账" / "ledger.db"
    model = Model()
    for message in messages:
        model.hear(message)
    refused = [message for message in messages if "refused" in message]
    yield from (f"an empty sentence: {message}" for message in refused if not message["sentence"])
    if messages[1].get("refused") == "create":
        leftovers = [file.name for file in path.parent.glob("*") if file.suffix != ".lock"] if path.parent.is_dir() else []
        if [name for name in leftovers if not name.startswith(".")]:
            yield f"a half-made ledger: {leftovers}"
        return
    if not refused and not silent_is_fine:
        yield "nobody was told"
    yield from faults_after_crash(path, model, Ticking(5))


def play(folder: Path, every: int) -> int:
    """Every `every`-th call with every way to fail; the number of faults."""
    _, trace, kinds = one_run(folder / "run", -1, 0, sticky=False)
    assert not trace, trace
    by_kind = Counter(KINDS[kind] for kind in kinds)
    print(f"{len(kinds)} call indices: " + ", ".join(f"{name} {count}" for name, count in by_kind.most_common()))
    faults, runs, codes = 0, 0, Counter[str]()
    for index in range(1, len(kinds) + 1, every):
        name = KINDS[kinds[index - 1]]
        ways = [(error, False) for error in TRIED[name]] + ([(errno.ENOSPC, True)] if index % 5 == 1 else [])
        for error, sticky in ways:
            messages, trace, _ = one_run(folder / "run", index, error, sticky=sticky)
            runs += 1
            codes.update(str(message["code"]) for message in messages if "refused" in message)
            for fault in judge(folder / "run", messages, trace, silent_is_fine=True):
                faults += 1
                way = "short write" if error == SHORT else errno.errorcode[error] + (" from here on" if sticky else "")
                print(f"call {index} ({name}, {way}): {fault}", flush=True)
    print(f"{runs} runs; sentences: " + ", ".join(f"{code} {count}" for code, count in codes.most_common()))
    print(f"faults: {faults}")
    return faults


def main() -> int:
    options = argparse.ArgumentParser()
    options.add_argument("--every", type=int, default=1, help="only every N-th call index")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="faults-") as folder:
        if "LD_PRELOAD" not in os.environ:
            preloaded = {**os.environ, "LD_PRELOAD": str(compiled(Path(folder)))}
            return subprocess.run([sys.executable, "-m", "tests.crash.faults", *sys.argv[1:]], env=preloaded, check=False).returncode
        started = time.monotonic()
        faults = play(Path(folder), chosen.every)
        print(f"{time.monotonic() - started:.0f} s")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
