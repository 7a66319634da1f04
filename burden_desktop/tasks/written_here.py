"""What the program wrote where a file can bear no mark of its own (.csv): remembered in this user's own folder, by place and
SHA-256. Commands that only read write there too, since no ledger is touched; a memory that cannot be kept costs a question."""

import hashlib
import json
from contextlib import suppress
from pathlib import Path
from typing import Final

from .. import paths
from ..domain.errors.ledger import CannotWrite
from ..regular import read_regular
from .write_file import write_file

_FILE: Final = "written.json"
_MOST: Final = 500
"""Places remembered, the last ones written."""
_LARGEST: Final = 2_000_000


def remember(target: Path, content: bytes) -> None:
    """That the program wrote `content` to `target`."""
    place = str(target.resolve())
    known = {name: sha256 for name, sha256 in _remembered().items() if name != place}
    kept = [*known.items(), (place, hashlib.sha256(content).hexdigest())][-_MOST:]
    with suppress(CannotWrite):
        write_file(paths.user_folder() / _FILE, json.dumps(dict(kept)).encode(), private=True)


def written_here(target: Path, content: bytes) -> bool:
    """Whether the program wrote exactly `content` to `target`, for this user."""
    return _remembered().get(str(target.resolve())) == hashlib.sha256(content).hexdigest()


def _remembered() -> dict[str, str]:
    try:
        told = json.loads(read_regular(paths.user_folder() / _FILE, _LARGEST))
    except (OSError, ValueError):
        return {}
    return {str(place): str(sha256) for place, sha256 in told.items()} if isinstance(told, dict) else {}
