"""Purge a record for good: from the ledger and its backups, and from the drafts that lie beside it."""

from ..store.chain.purging import Purged
from ..store.ledger import Ledger
from .desk_parts.drafts import DraftsDesk


def purge(ledger: Ledger, number: str, reason: str) -> Purged:
    """Raises ReasonMissing, UnknownRecord, CannotWrite. Drafts that bear a text of the record go with it."""
    purged = ledger.purge(number, reason)
    DraftsDesk(lambda: ledger.path).forget(purged.words)
    return purged
