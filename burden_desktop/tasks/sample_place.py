"""The place of a sample, made anew each time: only what an earlier sample left is removed."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from ..domain.errors.files import SampleInTheWay
from ..domain.errors.ledger import CannotWrite
from .make_folder import make_folder

_MARK: Final = ".burden-desktop-sample"
"""Says that what the sample makes in this folder is its own."""


def clear_sample(folder: Path, made: Sequence[str]) -> None:
    """Make `folder` ready; what stands there under the names `made` goes. Raises SampleInTheWay, CannotWrite."""
    standing = [folder / name for name in made if (folder / name).exists()]
    mark = folder / _MARK
    if standing and not mark.is_file():
        raise SampleInTheWay(path=standing[0])
    try:
        make_folder(folder)
        mark.touch()
        for path in standing:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    except OSError as trouble:
        raise CannotWrite(path=folder, detail=trouble.strerror) from trouble
