"""A reader of a stranger's file in a process of its own, boxed in time and memory: when it hangs, falls or swells, the
file is refused by name and the program goes on."""

import multiprocessing
import os
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, Final, TypeVar

from ..domain.errors.family import BurdenError
from ..domain.errors.reading import UnreadableFile

SECONDS: Final = 10.0
MEMORY: Final = 700_000_000  # bytes of address space, of which Python and the readers take about 200 million
_STARTING: Final = 10.0  # seconds more on a busy machine, until the process has loaded its reader
_READY: Final = "ready"
T = TypeVar("T")


def boxed(work: Callable[..., T], *arguments: Any, file: str, seconds: float = SECONDS, memory: int = MEMORY) -> T:
    """`work(*arguments)` in a process of its own; both must be known to the module level and be picklable.

    Raises what `work` raises of `domain.errors`, and UnreadableFile when it takes more than `seconds` or `memory`
    or falls.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, memory), daemon=True)
    process.start()
    theirs.close()
    try:
        answer = _ask(ours, (work, arguments), file, seconds)
    finally:
        process.kill()
        process.join()
        process.close()
        ours.close()
    if isinstance(answer, BurdenError):
        raise answer
    result: T = answer
    return result


def _ask(pipe: Connection, call: tuple[Callable[..., Any], tuple[Any, ...]], file: str, seconds: float) -> Any:
    try:
        if not pipe.poll(_STARTING) or pipe.recv() != _READY:
            raise UnreadableFile(file=file, detail="读取没有开始")
        pipe.send(call)
        if not pipe.poll(seconds):
            raise UnreadableFile(file=file, detail=f"{seconds:g}秒内没有读完，已中止")
        return pipe.recv()
    except (EOFError, OSError) as error:  # the process fell, by a fault in a library or for want of memory
        raise UnreadableFile(file=file, detail="读取时占用过多或意外中止") from error


def _serve(pipe: Connection, memory: int) -> None:
    # A reader that falls writes its last words past Python; whoever called the program is told by name instead.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    _limit(memory)
    pipe.send(_READY)
    work, arguments = pipe.recv()
    try:
        answer = work(*arguments)
    except BurdenError as refused:
        answer = refused
    pipe.send(answer)
    pipe.close()


def _limit(memory: int) -> None:
    """Windows has no such call; there the time limit alone holds."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
