"""Readers of strangers' files in a process of their own, boxed in time and memory: when one hangs, falls or swells, the
file is refused by name and the program goes on.

A `Box` serves many files, one after the other; after one that was ended the next gets a new process. A box that nobody used
never started one.
"""

from collections.abc import Callable
from typing import Any, Final, TypeVar

from ...cell import CallEnded, Cell, OutOfTime
from ...domain.errors.family import BurdenError
from ...domain.errors.reading import UnreadableFile
from ...domain.texts import say

SECONDS: Final = 10.0
"""For one file."""
MEMORY: Final = 500_000_000
"""Bytes beyond what the process began with."""
T = TypeVar("T")


def boxed(work: Callable[..., T], *arguments: Any, file: str, seconds: float = SECONDS, memory: int = MEMORY) -> T:
    """`Box.run` for one file alone."""
    with Box(seconds=seconds, memory=memory) as box:
        return box.run(work, *arguments, file=file)


class Box:
    """Use it with `with`: its process ends with it."""

    def __init__(self, *, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        self._seconds = seconds
        self._cell = Cell(_answer, memory=memory)
        self._inner: Box | None = None

    def apart(self, *, seconds: float, memory: int) -> "Box":
        """A box with other bounds for one file, which `stop` of this one stops too; use it with `with`."""
        self._inner = Box(seconds=seconds, memory=memory)
        return self._inner

    def stop(self) -> None:
        """From another thread: end what is being read; its `run` raises UnreadableFile."""
        for box in (self, self._inner):
            if box is not None:
                box._cell.stop()

    def run(self, work: Callable[..., T], *arguments: Any, file: str) -> T:
        """`work(*arguments)` in the process; both must be known to the module level and be picklable.

        Raises what `work` raises of `domain.errors`, and UnreadableFile when it takes more than its time or memory,
        falls, or raises anything else.
        """
        try:
            answer, trouble = self._cell.call(work, arguments, seconds=self._seconds)
        except OutOfTime as ended:
            raise UnreadableFile(file=file, detail=say("读取超过{seconds}秒，已中止", seconds=f"{self._seconds:g}")) from ended
        except CallEnded as ended:
            raise UnreadableFile(file=file, detail=say("读取时占用过多或意外中止")) from ended
        if isinstance(answer, BurdenError):
            raise answer
        if trouble:
            raise UnreadableFile(file=file, detail=trouble)
        result: T = answer
        return result

    def close(self) -> None:
        """End the process, whatever it is doing."""
        self._cell.close()

    def __enter__(self) -> "Box":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _answer(work: Callable[..., Any], arguments: tuple[Any, ...]) -> tuple[Any, object]:
    try:
        return work(*arguments), None
    except BurdenError as refused:
        return refused, None
    except (MemoryError, RecursionError):
        return None, say("读取时占用过多或意外中止")
    except Exception:  # noqa: BLE001 - a stranger's file may make a library raise anything; here it is boxed
        return None, say("文件已损坏")
