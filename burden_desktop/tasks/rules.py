"""The rules of this ledger: the pack that ships, with the point's own switches and bounds."""

from ..analysis.rules.pack import changed_pack, read_pack, write_changes
from ..domain.rules import RulePack
from ..paths import resources
from ..store.ledger import Ledger

_CHANGES = "rules"


def shipped_pack() -> RulePack:
    """The pack as it ships."""
    return read_pack((resources() / "rules" / "rules.toml").read_text("utf-8"))


def pack_of(ledger: Ledger) -> RulePack:
    """The rules as this point has set them."""
    return changed_pack(shipped_pack(), ledger.settings.get(_CHANGES, ""))


def set_pack(ledger: Ledger, pack: RulePack) -> None:
    """Keep switches and bounds; only what differs from the pack that ships is stored. Raises CannotWrite."""
    ledger.settings.set(_CHANGES, write_changes(shipped_pack(), pack))
