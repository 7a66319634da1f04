"""Where things lie: the files that ship with the program and the folders of this user."""

import sys
from functools import cache
from pathlib import Path

APP_NAME = "BurdenDesktop"
LEDGER_FILE = "ledger.db"


@cache
def resources() -> Path:
    """The folder `resources/`: beside the package in a checkout, inside the bundle when frozen."""
    bundle = getattr(sys, "_MEIPASS", None)
    root = Path(bundle) if bundle else Path(__file__).resolve().parent.parent
    return root / "resources"


def user_folder() -> Path:
    """This user's own folder for ledgers, settings and crash notes; it may not exist yet."""
    import platformdirs  # not needed where the ledger is named

    return Path(platformdirs.user_data_dir(APP_NAME, appauthor=False))


def default_ledger() -> Path:
    """The ledger that is opened when none is named."""
    return user_folder() / LEDGER_FILE


def ledger_file(path: Path) -> Path:
    """The ledger that PATH means: a file as it is; a folder, or a name without ending at which nothing stands yet, means the
    ledger inside."""
    return path / LEDGER_FILE if path.is_dir() or not (path.suffix or path.exists()) else path
