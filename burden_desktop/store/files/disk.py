"""Files that are whole or not there: forced to the disk before they get their name, the folder after it.

The ledger itself is never opened here while SQLite has it: closing such a handle would drop SQLite's locks.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ...regular import open_regular

if TYPE_CHECKING:
    from pathlib import Path

_CHUNK = 1 << 20


def force_file(path: Path) -> None:
    """What was written to `path` is on the disk when this returns. Raises OSError."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def force_folder(folder: Path) -> None:
    """A new name is only safe once its folder is on the disk; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def hidden(target: Path) -> Path:
    """The name under which `target` is made ready beside its place."""
    return target.with_name(f".{target.name}.part")


def copy_file(source: Path, target: Path) -> None:
    """`source` byte by byte at `target`, forced to the disk. Raises OSError; then `target` may hold a part."""
    with open_regular(source) as reading, target.open("wb") as writing:
        while chunk := reading.read(_CHUNK):
            writing.write(chunk)
        writing.flush()
        os.fsync(writing.fileno())


def put_in_place(part: Path, target: Path) -> None:
    """Give the finished `part` its name, over whatever stood there. Raises OSError."""
    part.replace(target)
    force_folder(target.parent)
