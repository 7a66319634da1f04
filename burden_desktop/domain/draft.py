"""What reading yields: a record not yet saved, with the fields that a person should look at."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from .written import Value


@dataclass(frozen=True, slots=True)
class Draft:
    """A record to be: canonical `values` of `kind` and the names of doubtful fields."""

    kind: str
    values: Mapping[str, Value]
    uncertain: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoticeReading:
    """What a notice says. Names, codes and meaning of the fields are those of the `read` command; None =
    not said. Dates are ISO, times ISO date-times (or dates where no hour is known), durations minutes."""

    kind: str = "document"
    title: str | None = None
    doc_no: str | None = None
    organ: str | None = None
    level: str | None = None
    issued_on: str | None = None
    deadline: str | None = None
    starts_at: str | None = None
    ends_at: str | None = None
    duration_minutes: int | None = None
    place: str | None = None
    format: str | None = None
    attendee_level: str | None = None
    asks_report: bool = False
    asks_supporting_file: bool = False
    asks_ledger: bool = False
    uncertain: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """A row of a register that can be recorded; `values` as the kind's canonical fields; `row` from 1."""

    sheet: str
    row: int
    kind: str
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class PassedRow:
    """A row that is not imported and why (`rejected`: the clerk must look; `ignored`: title, total, empty)."""

    sheet: str
    row: int
    reason: str


@dataclass(frozen=True, slots=True)
class RegisterReading:
    """A register read, nothing stored. `mapping` is sheet → heading → field name (None = no field);
    `duplicates` are pairs of indices into `rows`."""

    file: str
    mapping: Mapping[str, Mapping[str, str | None]]
    rows: tuple[RegisterRow, ...]
    rejected: tuple[PassedRow, ...] = ()
    ignored: tuple[PassedRow, ...] = ()
    duplicates: tuple[tuple[int, int], ...] = field(default=())
