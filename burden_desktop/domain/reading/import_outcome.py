"""What an import did, or would do: rows that are new, rows that the ledger holds already, rows changed since."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..record import Record
from .draft import RegisterReading


@dataclass(frozen=True, slots=True)
class KnownRow:
    """A row that the ledger holds under `number`. `changed` names the fields that the register says otherwise now than
    when it was imported; the record is left as it is."""

    number: str
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """How the rows of a reading stand to the ledger: `known` is index → record, all others are new."""

    reading: RegisterReading
    known: Mapping[int, KnownRow] = field(default_factory=dict)

    @property
    def new(self) -> tuple[int, ...]:
        """Indices of the rows to be added."""
        return tuple(index for index in range(len(self.reading.rows)) if index not in self.known)


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """`records` are those added now, in the order of `standing.new`."""

    standing: Standing
    records: tuple[Record, ...] = ()

    @property
    def reading(self) -> RegisterReading:
        """The register as it was stored: rows that lack something are among the rejected ones."""
        return self.standing.reading
