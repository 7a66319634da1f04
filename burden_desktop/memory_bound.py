"""How much memory this process may take from now on: by the system's own limit, on Unix of the address space, on Windows of
what is committed, by a job object around the process. Where neither is to be had, time alone bounds it.

Sources: setrlimit(2); Microsoft, Job Objects, JOBOBJECT_EXTENDED_LIMIT_INFORMATION.
"""

import ctypes
import sys
from pathlib import Path
from typing import Any, Final

_UNKNOWN: Final = 200_000_000
"""Bytes that a process is taken to hold where the system does not tell."""
_EXTENDED: Final = 9
"""JobObjectExtendedLimitInformation."""
_PROCESS_MEMORY: Final = 0x00000100
_DIE_ON_UNHANDLED: Final = 0x00000400
"""No dialog of the system holds up a process that falls."""


class _Basic(ctypes.Structure):
    _fields_ = (
        ("PerProcessUserTimeLimit", ctypes.c_int64),
        ("PerJobUserTimeLimit", ctypes.c_int64),
        ("LimitFlags", ctypes.c_uint32),
        ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t),
        ("ActiveProcessLimit", ctypes.c_uint32),
        ("Affinity", ctypes.c_size_t),
        ("PriorityClass", ctypes.c_uint32),
        ("SchedulingClass", ctypes.c_uint32),
    )


class ExtendedLimit(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

    _fields_ = (
        ("BasicLimitInformation", _Basic),
        ("IoInfo", ctypes.c_uint64 * 6),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    )


def bound(memory: int) -> object:
    """Let this process take at most `memory` bytes more than it holds. Keep what is returned as long as the bound is to hold."""
    if sys.platform == "win32":  # pragma: no cover - the calls are tested with stand-ins
        return by_job(ctypes.WinDLL("kernel32", use_last_error=True), memory)
    import resource

    pages = Path("/proc/self/statm")
    held = int(pages.read_text().split()[0]) * resource.getpagesize() if pages.exists() else _UNKNOWN
    resource.setrlimit(resource.RLIMIT_AS, (held + memory, held + memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    return None


def by_job(kernel32: Any, memory: int) -> int | None:
    """Put this process into a job of its own (jobs nest since Windows 8) that may commit `memory` bytes besides what a
    process begins with. The job's handle, or None where the system would not."""
    kernel32.CreateJobObjectW.restype = kernel32.GetCurrentProcess.restype = ctypes.c_void_p
    kernel32.SetInformationJobObject.argtypes = (ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_uint32)
    kernel32.AssignProcessToJobObject.argtypes = (ctypes.c_void_p, ctypes.c_void_p)
    job: int | None = kernel32.CreateJobObjectW(None, None)
    if not job:
        return None
    limit = ExtendedLimit()
    limit.BasicLimitInformation.LimitFlags = _PROCESS_MEMORY | _DIE_ON_UNHANDLED
    limit.ProcessMemoryLimit = memory + _UNKNOWN
    bounded = kernel32.SetInformationJobObject(job, _EXTENDED, ctypes.byref(limit), ctypes.sizeof(limit))
    return job if bounded and kernel32.AssignProcessToJobObject(job, kernel32.GetCurrentProcess()) else None
