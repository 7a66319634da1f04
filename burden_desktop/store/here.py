"""Settings that name places: they hold only if they were chosen by this user, at this computer, for the ledger that lies
here. A ledger may come from another computer or from a stranger, and would lead wherever its owner wished.

The ledger holds the place, within its transactions; beside it, in this user's own folder, stands what was chosen here.
Where both say the same, it counts.
"""

from __future__ import annotations

import json
import zlib
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from .. import paths
from ..domain.errors.ledger import CannotWrite
from ..regular import read_regular
from .files.disk import force_file, hidden, put_in_place

if TYPE_CHECKING:
    from .settings import Settings

SECOND_PLACE: Final = "backup.second_place"
IDENTITY, NEXT_IDENTITY = "identity_path", "identity_next"
DELIVERY: Final = "delivery"
_FOLDER: Final = "chosen"
_LEDGER: Final = "ledger"
_LARGEST: Final = 1_000_000


def chosen_here(settings: Settings, ledger: Path, key: str) -> str:
    """What is set under `key`, where it was chosen here; else empty."""
    value = settings.get(key, "")
    return value if value and _chosen(ledger).get(key) == value else ""


def chosen_elsewhere(settings: Settings, ledger: Path, key: str) -> str:
    """What is set under `key` and does not count here; else empty."""
    value = settings.get(key, "")
    return value if value and _chosen(ledger).get(key) != value else ""


def choose_here(settings: Settings, ledger: Path, key: str, value: str) -> None:
    """Set `value` under `key`, for this place alone; "" takes it away. Raises CannotWrite."""
    if value:
        _keep(ledger, {**_chosen(ledger), key: value})
    settings.set(key, value)


def _file(ledger: Path) -> Path:
    """One for each ledger, whose own lock keeps two programs from writing it. The path stands inside, so a name that two
    ledgers share costs a choice and misleads nobody."""
    return paths.user_folder() / _FOLDER / f"{zlib.crc32(_place(ledger).encode('utf-8', 'surrogateescape')):08x}.json"


def _place(ledger: Path) -> str:
    return str(ledger.resolve())


def _chosen(ledger: Path) -> dict[str, str]:
    try:
        told = json.loads(read_regular(_file(ledger), _LARGEST))
    except (OSError, ValueError):
        return {}
    if not isinstance(told, dict) or told.get(_LEDGER) != _place(ledger):
        return {}
    return {str(key): str(value) for key, value in told.items() if key != _LEDGER}


def _keep(ledger: Path, chosen: dict[str, str]) -> None:
    file = _file(ledger)
    part = hidden(file)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps({_LEDGER: _place(ledger), **chosen}), "utf-8")
        force_file(part)
        put_in_place(part, file)
    except OSError as trouble:
        with suppress(OSError):
            part.unlink()
        raise CannotWrite(path=file, detail=trouble.strerror) from trouble
