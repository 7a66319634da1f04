"""Enter, change and withdraw a record: check it as a whole first, then store it whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..domain.errors.entry import UnknownField
from ..domain.kinds import kind_named

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..domain.field import Field
    from ..domain.kind import Kind
    from ..domain.record import Record
    from ..store.ledger import Ledger


def enter(ledger: Ledger, kind_name: str, written: Mapping[str, object], *, late: bool = False) -> Record:
    """Store a record as written. Raises UnknownKind, UnknownField, InvalidRecord, Classified, SealedMonth."""
    kind = kind_named(kind_name)
    return ledger.records.add(kind, kind.validate(in_form(written)), late=late)


def field_meant(kind: Kind, word: str) -> Field:
    """The field that somebody means by its name, its label or a heading that an import would know. Raises UnknownField."""
    try:
        return kind.field_called(word)
    except UnknownField:
        from ..intake.registers.heading_map import field_headed  # the window starts without the readers

        name = field_headed(kind, word)
        if name is None:
            raise
        return kind.field(name)


def in_form(written: Mapping[str, object]) -> Mapping[str, object]:
    """A 发文字号 in one form, whatever brackets and digits it was written with: 云农发[2026]3号 → 云农发〔2026〕3号."""
    as_written = str(written.get("doc_no") or "")
    if not as_written:
        return written
    from ..intake.notices.doc_number import normalise  # the window starts without the readers

    number = normalise(as_written)
    return {**written, "doc_no": number} if "〔" in number else written


def change(ledger: Ledger, kind_name: str, record_id: int, written: Mapping[str, object]) -> Record:
    """Replace the named fields of a record; the others stay. Raises as `enter`, and UnknownRecord."""
    kind = kind_named(kind_name)
    standing = ledger.records.get(kind, record_id).values
    merged = {**standing, **in_form(written)}
    for name, derived in kind.derive(standing).items():
        # What only followed from other fields follows them again; what somebody wrote himself stays.
        if merged[name] == derived:
            merged[name] = None
    return ledger.records.change(kind, record_id, kind.validate(merged))


def withdraw(ledger: Ledger, kind_name: str, record_id: int) -> None:
    """Take a record out of every list and count; its history stays. Raises UnknownRecord, SealedMonth."""
    ledger.records.withdraw(kind_named(kind_name), record_id)
