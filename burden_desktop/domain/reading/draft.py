"""What reading yields: a record not yet saved, with the fields that a person should look at."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from .written import Value

WHOLE: Final = "*"
"""The sheet name of files that have no sheets."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words `text[start:stop]` of what was pasted, from which `field` was read."""

    field: str
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A record to be: canonical `values` of `kind`, the names of doubtful fields, and for what was read from a notice its `source` text
    (never stored) with the words that each field came from, and the whole `reading`, from which a draft of another kind can be made.
    Drafts with one and the same reading came from one paper: the paper first, then the meeting or visit that it calls."""

    kind: str
    values: Mapping[str, Value]
    uncertain: tuple[str, ...] = ()
    source: str = ""
    evidence: tuple[Evidence, ...] = ()
    reading: "NoticeReading | None" = None


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
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """A row of a register that can be recorded; `values` as the kind's canonical fields; `row` from 1."""

    sheet: str
    row: int
    kind: str
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class PassedRow:
    """A row that is not imported and why (`rejected`: the clerk must look; `ignored`: title, total, empty).

    A rejected row keeps its `cells` as (heading, words), in the order of its table, and the `words` that were at fault,
    except where it is classified.
    """

    sheet: str
    row: int
    reason: str
    cells: tuple[tuple[str, str], ...] = ()
    kind: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class UnreadCell:
    """A cell of an imported row whose words fit its field in no way, or that stands under no heading (`field` is "");
    the row stands without it."""

    sheet: str
    row: int
    field: str
    text: str


@dataclass(frozen=True, slots=True)
class RegisterChoices:
    """What the clerk decided about a register, before or while looking at it.

    `kinds`: sheet → kind name, "" = the sheet is not read. `fields`: sheet → heading as shown → field, None = not
    taken in. `year` completes days without one. `remembered`: kind name → bare heading → field, None = not taken in.
    """

    kinds: Mapping[str, str] = field(default_factory=dict)
    fields: Mapping[str, Mapping[str, str | None]] = field(default_factory=dict)
    year: int | None = None
    remembered: Mapping[str, Mapping[str, str | None]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RegisterReading:
    """A register read, nothing stored. `mapping` is sheet → heading → field name (None = no field);
    `duplicates` are pairs of indices into `rows`; `kinds` is sheet → kind name of its (first) table, `heading_rows`
    are (sheet, row) of the headings: with them, every row of the file is in one of the lists."""

    file: str
    mapping: Mapping[str, Mapping[str, str | None]]
    rows: tuple[RegisterRow, ...]
    rejected: tuple[PassedRow, ...] = ()
    ignored: tuple[PassedRow, ...] = ()
    duplicates: tuple[tuple[int, int], ...] = field(default=())
    unread: tuple[UnreadCell, ...] = ()
    kinds: Mapping[str, str] = field(default_factory=dict)
    years: Mapping[str, int | None] = field(default_factory=dict)
    heading_rows: tuple[tuple[str, int], ...] = ()
