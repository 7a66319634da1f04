"""A folder for what is to be written: made, or told that a file stands in its place."""

import os
from pathlib import Path

from ..domain.errors.files import NotAFolder
from ..domain.errors.ledger import CannotWrite


def make_folder(folder: Path) -> None:
    """Raises NotAFolder, CannotWrite."""
    refuse_file_as_folder(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as trouble:
        raise CannotWrite(path=folder, detail=trouble.strerror) from trouble


def refuse_file_as_folder(folder: Path) -> None:
    """Raise NotAFolder where a file stands in the place of `folder` or of one above it."""
    for place in (folder, *folder.parents):
        if os.path.isfile(place):  # noqa: PTH113 - raises for no name, however long
            raise NotAFolder(path=place)
        if os.path.isdir(place):  # noqa: PTH112 - as above
            return
