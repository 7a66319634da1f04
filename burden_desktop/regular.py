"""The one door for files that somebody names to be read: regular files only, since a pipe or a device may never answer
and never end. Raises OSError alone; the rooms put it in their own words."""

import errno
import io
import os
import stat
from pathlib import Path
from typing import Final

NOT_REGULAR: Final = "Not a regular file"
TOO_LARGE: Final = os.strerror(errno.EFBIG)
_FLAGS: Final = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)


def open_regular(path: Path) -> io.BufferedReader:
    """The file open for reading, without waiting for anybody. Raises OSError, for a folder, pipe, device or socket too."""
    _refuse_strange(path.stat().st_mode, path)  # opening a device may already do something
    descriptor = os.open(path, _FLAGS)
    try:
        _refuse_strange(os.fstat(descriptor).st_mode, path)  # it may have been put in another's place meanwhile
        return os.fdopen(descriptor, "rb")
    except BaseException:
        os.close(descriptor)
        raise


def read_regular(path: Path, limit: int | None = None) -> bytes:
    """The bytes of the file, at most `limit` of them. Raises OSError, for a larger file too."""
    with open_regular(path) as file:
        if limit is None:
            return file.read()
        content = file.read(limit + 1)
    if len(content) > limit:
        raise OSError(errno.EFBIG, TOO_LARGE, str(path))
    return content


def is_folder(path: Path) -> bool:
    """False also for a name that the system does not even look at, which `Path.is_dir` raises for."""
    return os.path.isdir(path)  # noqa: PTH112 - for that very reason


def _refuse_strange(mode: int, path: Path) -> None:
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, NOT_REGULAR, str(path))
