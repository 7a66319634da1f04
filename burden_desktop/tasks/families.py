"""Propose what a record may be one family with, and join or part on a person's word; nothing is blocked or dropped."""

from collections.abc import Mapping
from typing import Any, Final

from ..domain.bodies.kin import Kin
from ..domain.kinds import kind_named
from ..domain.record import Record
from ..intake.kinship import core_of, meeting_core, relation
from ..store.ledger import Ledger

_LOOKED_AT: Final = 200  # records whose words hold the core of the title
_ASKED_FOR: Final = 6  # characters of the core that are looked up


def kin_of(ledger: Ledger, record: Record) -> tuple[Kin, ...]:
    """Records of the same kind that are not in the family yet but seem to be about the same thing, the nearest first."""
    kind = kind_named(record.kind)
    found: dict[str, Kin] = {}
    for text in _words_of(record.kind, record.values):
        for other in ledger.records.page(kind, text=text, limit=_LOOKED_AT):
            if other.id == record.id or (other.family and other.family == record.family):
                continue
            related = relation(record.kind, record.values, other.values)
            if related:
                found[other.number] = Kin(other.number, str(other.values["title"]), *related)
    return tuple(found.values())


def already_with(ledger: Ledger, record: Record) -> tuple[str, ...]:
    """Numbers of the other records of its family, in the order of their dates."""
    kind = kind_named(record.kind)
    if record.family is None:
        return ()
    held = ledger.records.of_family(kind, record.family)
    return tuple(other.number for other in held if other.id != record.id)


def _words_of(kind: str, values: Mapping[str, Any]) -> tuple[str, ...]:
    title = str(values.get("title") or "")
    core = core_of(title) if kind == "document" else meeting_core(title)
    words = (core[:_ASKED_FOR], core[-_ASKED_FOR:], str(values.get("doc_no") or ""))
    return tuple(dict.fromkeys(text for text in words if len(text) > 1))


def join(ledger: Ledger, number: str, other: str) -> Record:
    """Put the record `number` into the family of `other`. Raises UnknownRecord, SealedMonth, NotOneKind."""
    return ledger.joining.join(ledger.records.by_number(number), ledger.records.by_number(other))


def part(ledger: Ledger, number: str) -> Record:
    """Take the record out of its family: it counts as a thing of its own. Raises UnknownRecord, SealedMonth."""
    return ledger.joining.part(ledger.records.by_number(number))
