"""Strangers' files judged in processes of their own, each boxed in time and memory, so that none can take the program
with it. A process serves many files and is then renewed; one that hangs or falls is ended and replaced."""

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import Final

from ..cell import CallEnded, Cell, OutOfMemory, OutOfTime
from ..domain.handed_in.verdict import Verdict
from ..domain.system_words import in_words
from ..domain.texts import Sentence, say
from ..regular import read_regular
from ..signing.trust import Trust
from .judging import Judged, judge_bytes

SECONDS: Final = 40.0
"""For one file; a report of 3,000 records takes about two."""
MEMORY: Final = 1_500_000_000
"""Bytes of one process beyond what it begins with."""
FILES_A_PROCESS: Final = 200
LARGEST_FILE: Final = 200_000_000
MOST_PROCESSES: Final = 4

STARTING: Final = 20.0
"""Seconds more for the first file of a process, which must first load its libraries."""

Work = Callable[[Path, Trust, datetime], Judged]
"""Judges one file in the process; tests hand in others."""


class Examiner:
    """Judges files against one trust. Use it with `with`: its processes end with it."""

    def __init__(
        self,
        trust: Trust,
        *,
        processes: int | None = None,
        seconds: float = SECONDS,
        memory: int = MEMORY,
        work: "Work | None" = None,
    ) -> None:
        self._trust, self._seconds, self._memory, self._work = trust, seconds, memory, work or judge_file
        self._count = processes or min(MOST_PROCESSES, os.cpu_count() or 1)
        self._all: list[Cell] = []
        self._idle: list[Cell] = []  # processes outlive the threads of one call of `judge`
        self._stopped = threading.Event()

    def judge(self, files: Sequence[Path], at: datetime) -> Iterator[Judged]:
        """An answer for each file, in their order, received `at`. Ends early after `cancel`."""
        with ThreadPoolExecutor(min(self._count, max(1, len(files))), "examiner") as threads:
            waiting = [threads.submit(self._one, file, at) for file in files]
            try:
                for future in waiting:
                    if self._stopped.is_set():
                        return
                    yield future.result()
            finally:
                for future in waiting:
                    future.cancel()

    def cancel(self) -> None:
        """Stop after the files that are being looked at; from any thread."""
        self._stopped.set()

    def _one(self, file: Path, at: datetime) -> Judged:
        if self._stopped.is_set():
            return refused(file.name, say("核验已取消。"))
        try:
            cell = self._idle.pop()
        except IndexError:
            cell = Cell(_judged, self._work, self._trust, memory=self._memory)
            self._all.append(cell)
        if cell.served >= FILES_A_PROCESS:
            cell.close()
        try:
            return self._by(cell, file, at)
        finally:
            self._idle.append(cell)

    def _by(self, cell: Cell, file: Path, at: datetime) -> Judged:
        try:
            answer: Judged = cell.call(file, at, seconds=self._seconds + (0 if cell.served else STARTING))
            return answer
        except OutOfTime:
            return refused(file.name, say("核验超过{seconds}秒还没有完成，已中止。", seconds=f"{self._seconds:g}"))
        except OutOfMemory:
            return refused(file.name, say("核验这份文件所需的内存超过上限。"))
        except CallEnded:  # the process fell: killed by the system, or by a fault in a library
            return refused(file.name, say("核验这份文件的进程意外中止。"))

    def __enter__(self) -> "Examiner":
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped.set()
        for cell in self._all:
            cell.close()


def _judged(work: Work, trust: Trust, file: Path, at: datetime) -> Judged:
    """In the process: what is the same for all files comes first."""
    return work(file, trust, at)


def judge_file(file: Path, trust: Trust, at: datetime) -> Judged:
    """Read and judge one file, in this process. Never raises for what the file is or holds."""
    try:
        if file.is_dir():
            return refused(file.name, say("这个文件夹里没有PDF文件。"))
        if not file.is_file():
            return refused(file.name, say("文件打不开（{detail}）。", detail=say("不是文件") if file.exists() else say("没有这个文件")))
        if file.stat().st_size > LARGEST_FILE:
            return refused(file.name, say("文件超过{limit}MB，未核验。", limit=LARGEST_FILE // 1_000_000))
        return judge_bytes(file.name, read_regular(file), trust, at)
    except OSError as trouble:
        return refused(file.name, say("文件打不开（{detail}）。", detail=in_words(trouble.strerror)))


def refused(file_name: str, reason: Sentence) -> Judged:
    """Not looked at further."""
    return Judged(Verdict(file_name, accepted=False, intact=False, whole_file=False, trusted=False, reasons=(reason,)))
