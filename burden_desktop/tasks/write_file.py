"""Write a file whole or not at all: beside its place first, forced to the disk, then put in place."""

import os
import tempfile
from pathlib import Path

from ..domain.errors.ledger import CannotWrite
from ..store.files.disk import put_in_place
from .make_folder import refuse_file_as_folder


def write_file(target: Path, content: bytes, *, private: bool = False) -> None:
    """Put `content` at `target`, making its folder; only its owner may read a `private` one. Raises NotAFolder, CannotWrite; then nothing of it remains."""
    scratch: Path | None = None
    refuse_file_as_folder(target.parent)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=target.parent)
        scratch = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if not private:
            scratch.chmod(0o644)
        put_in_place(scratch, target)
    except OSError as trouble:
        if scratch is not None:
            scratch.unlink(missing_ok=True)
        raise CannotWrite(path=target, detail=trouble.strerror) from trouble
