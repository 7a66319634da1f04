"""How a process is bounded where the tests do not run: the calls that Windows would get, on a stand-in for it."""

import ctypes
from collections.abc import Callable
from typing import Any

import pytest

from burden_desktop.memory_bound import ExtendedLimit, by_job


class Kernel:
    """Answers as told and keeps what it was asked."""

    def __init__(self, **answers: int | None) -> None:
        self.asked: list[tuple[str, tuple[Any, ...]]] = []
        self._answers = {"CreateJobObjectW": 7, "SetInformationJobObject": 1, "AssignProcessToJobObject": 1, "GetCurrentProcess": -1, **answers}
        for name in self._answers:
            setattr(self, name, self._call(name))

    def _call(self, name: str) -> Callable[..., int | None]:
        def call(*arguments: Any) -> int | None:
            if name == "SetInformationJobObject":
                told = ctypes.cast(arguments[2], ctypes.POINTER(ExtendedLimit)).contents
                arguments = (*arguments[:2], told.ProcessMemoryLimit, told.BasicLimitInformation.LimitFlags, arguments[3])
            self.asked.append((name, arguments))
            return self._answers[name]

        return call


def test_a_job_of_its_own_bounds_what_the_process_commits() -> None:
    kernel = Kernel()
    assert by_job(kernel, 500) == 7
    assert kernel.asked == [
        ("CreateJobObjectW", (None, None)),
        ("SetInformationJobObject", (7, 9, 200_000_500, 0x500, 144)),  # the size that 64-bit Windows asks for
        ("GetCurrentProcess", ()),
        ("AssignProcessToJobObject", (7, -1)),
    ]


@pytest.mark.parametrize("refusing", ["CreateJobObjectW", "SetInformationJobObject", "AssignProcessToJobObject"])
def test_where_the_system_would_not_time_alone_bounds_it(refusing: str) -> None:
    assert by_job(Kernel(**{refusing: 0}), 500) is None
