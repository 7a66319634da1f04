"""Records that were entered twice: the same number, body, title and day. Both stay; whoever entered the second is told."""

from ..domain.bodies.organ import lead_organ
from ..domain.kind import Kind
from ..domain.kinds import kind_named
from ..domain.record import Record
from ..domain.texts import Sentence, say
from ..store.ledger import Ledger


def told_twin(ledger: Ledger, record: Record) -> Sentence | None:
    """What to tell of a record that says what an earlier one says; None where there is none."""
    kind = kind_named(record.kind)
    day = record.values.get(kind.dated_by)
    if day is None:
        return None
    that_day = ledger.imported.dated(kind, str(day), str(day))
    same = [other for other in that_day if other.id != record.id and _look(other, kind) == _look(record, kind)]
    if not same:
        return None
    number = same[0].number
    if record.family is not None and same[0].family == record.family:
        return say("台账里已有同样的一条{number}，两条都保留，已归为同件。如果是误录，请在窗口中撤销一条。", number=number)
    return say("台账里已有同样的一条{number}，两条都保留。如果是误录，请在窗口中撤销一条。", number=number)


def _look(record: Record, kind: Kind) -> tuple[object, ...]:
    values = record.values
    body = lead_organ(str(values.get("organ") or ""))
    return values.get(kind.dated_by), values.get("doc_no"), body, values.get(kind.titled_by), values.get("starts_at")
