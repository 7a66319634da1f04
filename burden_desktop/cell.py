"""One process beside the program that works on what strangers made, bounded in time and memory: when a call hangs, falls or
swells, the process is ended, and the next call gets a new one. Knows no file format and no words; rooms put it in theirs."""

import multiprocessing
import os
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Any, Final

from .memory_bound import bound

STARTING: Final = 20.0
"""Seconds on a busy machine, until a process stands."""
_READY: Final = "ready"


class CallEnded(Exception):
    """A call that was ended, or that the process could not finish."""


class OutOfTime(CallEnded):
    """It took longer than it was given."""


class OutOfMemory(CallEnded):
    """It asked for more memory than the process may have; the process lives on."""


class Fell(CallEnded):
    """The process ended under it: by a fault in a library, or killed by the system or by `stop`."""


class Cell:
    """Starts its process with the first call. `work(*given, *arguments)` runs there: all of them known to the module level or
    picklable. `memory` are bytes beyond those that the process begins with."""

    def __init__(self, work: Callable[..., Any], *given: Any, memory: int) -> None:
        self._work, self._given, self._memory = work, given, memory
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None
        self.served = 0

    def call(self, *arguments: Any, seconds: float) -> Any:
        """What `work` returns, or CallEnded; whatever else `work` raises ends the process and is Fell."""
        try:
            pipe = self._pipe or self._start()
            self.served += 1
            pipe.send(arguments)
            if not pipe.poll(seconds):
                self.close()
                raise OutOfTime
            done, answer = pipe.recv()
        except (EOFError, OSError) as trouble:
            self.close()
            raise Fell from trouble
        if not done:
            raise OutOfMemory
        return answer

    def _start(self) -> Connection:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, self._work, self._given, self._memory), daemon=True)
        self._process.start()
        theirs.close()
        if not self._pipe.poll(STARTING) or self._pipe.recv() != _READY:
            raise EOFError
        return self._pipe

    def stop(self) -> None:
        """From another thread: end what is being done; its `call` raises Fell."""
        if self._process is not None:
            try:
                self._process.kill()
            except ValueError:
                return  # it was closed meanwhile: it has ended by itself

    def close(self) -> None:
        """End the process, whatever it is doing; a later call starts another."""
        if self._pipe is not None and self._process is not None:
            self._pipe.close()
            self._process.kill()
            self._process.join()
            self._process.close()
        self._pipe = self._process = None
        self.served = 0


def _serve(pipe: Connection, work: Callable[..., Any], given: tuple[Any, ...], memory: int) -> None:
    """The life of the process: a call in, an answer out, until the pipe closes."""
    # A library that falls writes its last words past Python; whoever called the program is told by name instead.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    _held = bound(memory)  # as long as the process lives
    pipe.send(_READY)
    while True:
        try:
            arguments = pipe.recv()
        except (EOFError, KeyboardInterrupt):
            return
        try:
            answer = True, work(*given, *arguments)
        except MemoryError:
            answer = False, None
        pipe.send(answer)
