"""How a ledger's tables came to be, step by step. Append only: a step that has run somewhere is never edited.

A new kind is one more step with its table, its indexes and its search table, written out literally. A drift
test keeps these tables equal to the declared kinds.
"""

from typing import Final

from sqlite_utils import Database, Migrations

MIGRATIONS: Final = Migrations("burden_desktop")

APPLICATION_ID: Final = 0x4A46544B  # "JFTK" (减负台账): in the file's header, it tells a ledger from any SQLite file

_LEDGER: Final = """
CREATE TABLE point (
  id INTEGER PRIMARY KEY CHECK (id = 1), name TEXT NOT NULL, code TEXT NOT NULL, level TEXT NOT NULL,
  reporter TEXT NOT NULL, approver TEXT NOT NULL, report_day INTEGER NOT NULL, commission TEXT NOT NULL
) STRICT;
CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE organ (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, level TEXT, nature TEXT, line TEXT
) STRICT;
CREATE TABLE organ_alias (
  name TEXT PRIMARY KEY, organ_id INTEGER NOT NULL REFERENCES organ (id)
) STRICT, WITHOUT ROWID;
CREATE TABLE number_series (
  kind TEXT NOT NULL, year TEXT NOT NULL, last INTEGER NOT NULL, PRIMARY KEY (kind, year)
) STRICT, WITHOUT ROWID;
CREATE TABLE history (
  seq INTEGER PRIMARY KEY, at TEXT NOT NULL, action TEXT NOT NULL, kind TEXT NOT NULL, number TEXT NOT NULL,
  digest TEXT NOT NULL, hash TEXT NOT NULL
) STRICT;
CREATE INDEX history_of_record ON history (number, kind);
CREATE TABLE history_content (
  seq INTEGER PRIMARY KEY REFERENCES history (seq), salt BLOB NOT NULL, before TEXT, after TEXT
) STRICT;
CREATE TABLE month (
  month TEXT PRIMARY KEY, revision INTEGER NOT NULL, open_for_correction INTEGER NOT NULL, reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE month_revision (
  month TEXT NOT NULL REFERENCES month (month), revision INTEGER NOT NULL, file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL, chain_seq INTEGER NOT NULL, chain_head TEXT NOT NULL, sealed_at TEXT NOT NULL,
  reason TEXT NOT NULL, PRIMARY KEY (month, revision)
) STRICT, WITHOUT ROWID;
"""

_DOCUMENT: Final = """
CREATE TABLE document (
  id INTEGER PRIMARY KEY, number TEXT NOT NULL UNIQUE, booked_in TEXT NOT NULL, late INTEGER NOT NULL,
  family TEXT, organ_id INTEGER REFERENCES organ (id),
  created_at TEXT NOT NULL, changed_at TEXT NOT NULL, withdrawn_at TEXT,
  received_on TEXT NOT NULL, organ TEXT NOT NULL, doc_no TEXT, title TEXT NOT NULL, carrier TEXT, channel TEXT,
  copies INTEGER, issued_on TEXT, addressee TEXT, urgency TEXT, pages INTEGER, characters INTEGER, scope TEXT,
  genre TEXT, asks TEXT, deadline TEXT, counted TEXT, handling TEXT, minutes INTEGER, note TEXT
) STRICT;
CREATE INDEX document_by_month ON document (booked_in, late, family, minutes, withdrawn_at) WHERE withdrawn_at IS NULL;
CREATE INDEX document_by_date ON document (received_on, id) WHERE withdrawn_at IS NULL;
CREATE VIRTUAL TABLE document_search USING fts5 (grams, content='', tokenize='trigram');
"""

_MEETING: Final = """
CREATE TABLE meeting (
  id INTEGER PRIMARY KEY, number TEXT NOT NULL UNIQUE, booked_in TEXT NOT NULL, late INTEGER NOT NULL,
  family TEXT, organ_id INTEGER REFERENCES organ (id),
  created_at TEXT NOT NULL, changed_at TEXT NOT NULL, withdrawn_at TEXT,
  held_on TEXT NOT NULL, organ TEXT NOT NULL, title TEXT NOT NULL, starts_at TEXT, ends_at TEXT,
  duration_minutes INTEGER, format TEXT, place TEXT, convener_level TEXT, attendee_level TEXT, attendees TEXT,
  headcount INTEGER, escort TEXT, nature TEXT, travel_minutes INTEGER, notice TEXT, note TEXT
) STRICT;
CREATE INDEX meeting_by_month ON meeting (booked_in, late, family, duration_minutes, withdrawn_at) WHERE withdrawn_at IS NULL;
CREATE INDEX meeting_by_date ON meeting (held_on, id) WHERE withdrawn_at IS NULL;
CREATE VIRTUAL TABLE meeting_search USING fts5 (grams, content='', tokenize='trigram');
"""

_INSPECTION: Final = """
CREATE TABLE inspection (
  id INTEGER PRIMARY KEY, number TEXT NOT NULL UNIQUE, booked_in TEXT NOT NULL, late INTEGER NOT NULL,
  family TEXT, organ_id INTEGER REFERENCES organ (id),
  created_at TEXT NOT NULL, changed_at TEXT NOT NULL, withdrawn_at TEXT,
  starts_on TEXT NOT NULL, organ TEXT NOT NULL, title TEXT NOT NULL, visit_type TEXT, ends_on TEXT,
  plan_status TEXT, filing_no TEXT, visitors INTEGER, escorts INTEGER, materials TEXT, scoring TEXT,
  principal_required TEXT, feedback_on TEXT, minutes INTEGER, note TEXT
) STRICT;
CREATE INDEX inspection_by_month ON inspection (booked_in, late, family, minutes, withdrawn_at) WHERE withdrawn_at IS NULL;
CREATE INDEX inspection_by_date ON inspection (starts_on, id) WHERE withdrawn_at IS NULL;
CREATE VIRTUAL TABLE inspection_search USING fts5 (grams, content='', tokenize='trigram');
"""


def _run(database: Database, script: str) -> None:
    """Statement by statement: `executescript` would commit the step's own transaction."""
    for statement in script.split(";\n"):
        if statement.strip():
            database.conn.execute(statement)


@MIGRATIONS()
def m001_ledger(database: Database) -> None:
    _run(database, _LEDGER)


@MIGRATIONS()
def m002_document(database: Database) -> None:
    _run(database, _DOCUMENT)


@MIGRATIONS()
def m003_meeting(database: Database) -> None:
    _run(database, _MEETING)


@MIGRATIONS()
def m004_inspection(database: Database) -> None:
    _run(database, _INSPECTION)


STEPS: Final = frozenset({m001_ledger.__name__, m002_document.__name__, m003_meeting.__name__, m004_inspection.__name__})
