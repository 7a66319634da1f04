"""Kills the program at random moments and looks what is left. usage: python -m tests.crash.kills [--kills N] [--seed S] [--longest SECONDS]"""

import argparse
import json
import os
import random
import select
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path

from .model import Model, State, faults_after_crash
from .old_ledger import make_old_ledger
from .session import Session, Ticking, say_to

KILLS_A_LEDGER = 20


def one_life(path: Path, model: Model, run: int, seed: str, seconds: float) -> list[str]:
    """Fork, work, kill after `seconds` → names of the steps that were acknowledged."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        code = 3
        try:
            Session(path, run, seed, say_to(writing)).go()
        except Exception:  # noqa: BLE001 - told, and the parent sees that the run ended by itself
            traceback.print_exc()
        finally:
            os._exit(code)
    os.close(writing)
    heard, until, killed = b"", time.monotonic() + seconds, False
    while True:
        left = max(0.0, until - time.monotonic())
        ready, _, _ = select.select([reading], [], [], None if killed else left)
        if ready:
            chunk = os.read(reading, 1 << 16)
            if not chunk:
                break
            heard += chunk
        if not killed and time.monotonic() >= until:
            os.kill(child, signal.SIGKILL)
            killed = True
    os.close(reading)
    _, status = os.waitpid(child, 0)
    if os.WIFEXITED(status):
        raise AssertionError(f"run {run} of seed {seed} ended by itself")
    messages = [json.loads(line) for line in heard.split(b"\n")[:-1]]
    for message in messages:
        model.hear(message)
    return [message["done"] for message in messages if "done" in message]


def play(folder: Path, kills: int, seed: int, longest: float) -> tuple[list[str], Counter[str], Counter[str]]:
    """That many kills → (faults, acknowledged steps by name, steps under way when the power went)."""
    chance = random.Random(seed)  # noqa: S311 - a repeatable run, no secret
    faults: list[str] = []
    done, cut = Counter[str](), Counter[str]()
    path, model = folder, Model()
    for run in range(kills):
        if run % KILLS_A_LEDGER == 0:
            shutil.rmtree(path.parent if run else folder, ignore_errors=True)
            path = folder / f"{run}" / "ledger.db"
            path.parent.mkdir(parents=True)
            model = Model(State(frozenset(make_old_ledger(path))))
        # Migrations are short: a new ledger is killed early, one time in two.
        early = run % KILLS_A_LEDGER < 2
        seconds = chance.uniform(0.0, 0.04 if early else longest)
        done.update(one_life(path, model, run, f"{seed}/{run}", seconds))
        cut[model.under_way["begin"] if model.under_way else "between"] += 1
        found = list(faults_after_crash(path, model, Ticking(run)))
        faults += [f"kill {run} (seed {seed}): {fault}" for fault in found]
        for fault in found:
            print(faults[-1] if len(found) == 1 else fault, flush=True)
    return faults, done, cut


def main() -> int:
    options = argparse.ArgumentParser()
    options.add_argument("--kills", type=int, default=1000)
    options.add_argument("--seed", type=int, default=20260401)
    options.add_argument("--longest", type=float, default=0.9, help="seconds until the kill")
    chosen = options.parse_args()
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="crash-") as folder:
        faults, done, cut = play(Path(folder), chosen.kills, chosen.seed, chosen.longest)
    print(f"{chosen.kills} kills, seed {chosen.seed}, {time.monotonic() - started:.0f} s")
    print("acknowledged:", ", ".join(f"{name} {count}" for name, count in done.most_common()))
    print("under way when killed:", ", ".join(f"{name} {count}" for name, count in cut.most_common()))
    print(f"faults: {len(faults)}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
