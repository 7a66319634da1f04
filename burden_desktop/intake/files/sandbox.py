"""Readers of strangers' files in a process of their own, boxed in time and memory: when one hangs, falls or swells, the
file is refused by name and the program goes on.

A `Box` serves many files, one after the other; after one that was ended the next gets a new process. A box that nobody used
never started one.
"""

import multiprocessing
import os
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Any, Final, TypeVar

from ...domain.errors.family import BurdenError
from ...domain.errors.reading import UnreadableFile
from ...domain.texts import say

SECONDS: Final = 10.0
"""For one file."""
MEMORY: Final = 500_000_000
"""Bytes of address space beyond what the process began with, where the system can set a limit."""
_STARTING: Final = 20.0  # seconds on a busy machine, until the process stands
_READY: Final = "ready"
T = TypeVar("T")


def boxed(work: Callable[..., T], *arguments: Any, file: str, seconds: float = SECONDS, memory: int = MEMORY) -> T:
    """`Box.run` for one file alone."""
    with Box(seconds=seconds, memory=memory) as box:
        return box.run(work, *arguments, file=file)


class Box:
    """Use it with `with`: its process ends with it."""

    def __init__(self, *, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        self._seconds, self._memory = seconds, memory
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None
        self._inner: Box | None = None

    def apart(self, *, seconds: float, memory: int) -> "Box":
        """A box with other bounds for one file, which `stop` of this one stops too; use it with `with`."""
        self._inner = Box(seconds=seconds, memory=memory)
        return self._inner

    def stop(self) -> None:
        """From another thread: end what is being read; its `run` raises UnreadableFile."""
        for process in (self._process, self._inner._process if self._inner else None):
            if process is not None:
                try:
                    process.kill()
                except ValueError:
                    continue  # it was closed meanwhile: it has ended by itself

    def run(self, work: Callable[..., T], *arguments: Any, file: str) -> T:
        """`work(*arguments)` in the process; both must be known to the module level and be picklable.

        Raises what `work` raises of `domain.errors`, and UnreadableFile when it takes more than its time or memory,
        falls, or raises anything else.
        """
        try:
            pipe = self._pipe or self._start()
            pipe.send((work, arguments))
            if not pipe.poll(self._seconds):
                self.close()
                raise UnreadableFile(file=file, detail=say("读取超过{seconds}秒，已中止", seconds=f"{self._seconds:g}"))
            answer, trouble = pipe.recv()
        except (EOFError, OSError) as error:  # the process fell, by a fault in a library or for want of memory
            self.close()
            raise UnreadableFile(file=file, detail=say("读取时占用过多或意外中止")) from error
        if isinstance(answer, BurdenError):
            raise answer
        if trouble:
            raise UnreadableFile(file=file, detail=trouble)
        result: T = answer
        return result

    def _start(self) -> Connection:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, self._memory), daemon=True)
        self._process.start()
        theirs.close()
        if not self._pipe.poll(_STARTING) or self._pipe.recv() != _READY:
            raise EOFError
        return self._pipe

    def close(self) -> None:
        """End the process, whatever it is doing."""
        if self._pipe is not None and self._process is not None:
            self._pipe.close()
            self._process.kill()
            self._process.join()
            self._process.close()
        self._pipe = self._process = None

    def __enter__(self) -> "Box":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _serve(pipe: Connection, memory: int) -> None:
    """The life of the process: a call in, an answer out, until the pipe closes."""
    # A reader that falls writes its last words past Python; whoever called the program is told by name instead.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    _limit(memory)
    pipe.send(_READY)
    while True:
        try:
            work, arguments = pipe.recv()
        except (EOFError, KeyboardInterrupt):
            return
        pipe.send(_answer(work, arguments))


def _answer(work: Callable[..., Any], arguments: tuple[Any, ...]) -> tuple[Any, object]:
    try:
        return work(*arguments), None
    except BurdenError as refused:
        return refused, None
    except (MemoryError, RecursionError):
        return None, say("读取时占用过多或意外中止")
    except Exception:  # noqa: BLE001 - a stranger's file may make a library raise anything; here it is boxed
        return None, say("文件已损坏")


def _limit(memory: int) -> None:
    """Windows has no such call; there the time limit alone holds."""
    try:
        import resource
    except ImportError:
        return
    pages = Path("/proc/self/statm")
    held = int(pages.read_text().split()[0]) * resource.getpagesize() if pages.exists() else 200_000_000
    resource.setrlimit(resource.RLIMIT_AS, (held + memory, held + memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
