"""Strangers' files judged in processes of their own, each boxed in time and memory, so that none can take the program
with it. A process serves many files and is then renewed; one that hangs or falls is ended and replaced."""

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Final

from ..domain.handed_in.verdict import Verdict
from ..domain.system_words import in_words
from ..domain.texts import Sentence, say
from ..regular import read_regular
from ..signing.trust import Trust
from .judging import Judged, judge_bytes

SECONDS: Final = 40.0
"""For one file; a report of 3,000 records takes about two."""
MEMORY: Final = 1_500_000_000
"""Bytes of address space of one process, where the system can set a limit."""
FILES_A_PROCESS: Final = 200
LARGEST_FILE: Final = 200_000_000
MOST_PROCESSES: Final = 4

STARTING: Final = 20.0
"""Seconds more for the first file of a process, which must first load its libraries."""

Work = Callable[[Path, Trust, datetime], Judged]
"""Judges one file in the process; tests hand in others."""


@dataclass(frozen=True, slots=True)
class _Limits:
    """What a process is given when it begins."""

    trust: Trust
    seconds: float
    memory: int
    work: Work


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
        self._limits = _Limits(trust, seconds, memory, work or judge_file)
        self._count = processes or min(MOST_PROCESSES, os.cpu_count() or 1)
        self._own = threading.local()
        self._all: list[_Box] = []
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
        box = getattr(self._own, "box", None)
        if box is None:
            box = self._own.box = _Box(self._limits)
            self._all.append(box)
        return box.judge(file, at)

    def __enter__(self) -> "Examiner":
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped.set()
        for box in self._all:
            box.close()


class _Box:
    """One process and its pipe."""

    def __init__(self, limits: _Limits) -> None:
        self._limits = limits
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None
        self._served = 0

    def judge(self, file: Path, at: datetime) -> Judged:
        if self._served >= FILES_A_PROCESS:
            self.close()
        pipe = self._open()
        self._served += 1
        try:
            pipe.send((file, at))
            if pipe.poll(self._limits.seconds + (0 if self._served > 1 else STARTING)):
                answer: Judged = pipe.recv()
                return answer
            sentence = say("核验超过{seconds}秒还没有完成，已中止。", seconds=f"{self._limits.seconds:g}")
        except (EOFError, OSError):  # the process fell: killed by the system, or by a fault in a library
            sentence = say("核验这份文件的进程意外中止。")
        self.close()
        return refused(file.name, sentence)

    def _open(self) -> Connection:
        if self._pipe is not None:
            return self._pipe
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, self._limits), daemon=True)
        self._process.start()
        theirs.close()
        return self._pipe

    def close(self) -> None:
        """End the process, whatever it is doing."""
        if self._pipe is not None and self._process is not None:
            self._pipe.close()
            self._process.kill()
            self._process.join()
            self._process.close()
        self._pipe = self._process = None
        self._served = 0


def _serve(pipe: Connection, limits: _Limits) -> None:
    """The life of such a process: a file in, an answer out, until the pipe closes."""
    _limit(limits.memory)
    while True:
        try:
            file, at = pipe.recv()
        except (EOFError, KeyboardInterrupt):
            return
        try:
            answer = limits.work(file, limits.trust, at)
        except MemoryError:
            answer = refused(file.name, say("核验这份文件所需的内存超过上限。"))
        pipe.send(answer)


def _limit(memory: int) -> None:
    """Windows has no such call; there the time limit alone holds."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


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
