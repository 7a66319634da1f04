"""The parts of a ledger: what every start needs is built at once, the others are loaded when first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .chain.history import History
from .deadlines import Deadlines
from .months import Months
from .settings import Settings
from .tallies import Tallies

if TYPE_CHECKING:
    from .backup.keeping import BackupKeeping
    from .bodies.organ_names import OrganNames
    from .bodies.organs import Organs
    from .book import Book
    from .chain.acts import Acts
    from .chain.undoing import Undoing
    from .counts import Counts
    from .derived import Derived
    from .imported import Imported
    from .joining import Joining
    from .kinship import Kinship
    from .ledger_time import LedgerTime
    from .listings import Listings
    from .load import Load
    from .lookback import Lookback
    from .past_figures import PastFigures
    from .receiving import Receiving
    from .records import Records
    from .remarks import Remarks
    from .respelling import Respelling
    from .searching import Searching
    from .spelling import Spell, Spelling
    from .trash import Trash


class Parts:
    """Each part by its name, on one `book`; `spell` gives the letters under which records are found besides their words."""

    def __init__(self, book: Book, spell: Spell | None) -> None:
        self._book = book
        self._spell = spell
        self.history = History(book)
        self.months = Months(book, self.history)
        self.settings = Settings(book, self.history)
        self.deadlines = Deadlines(book)
        self.tallies = Tallies(book)

    @cached_property
    def organs(self) -> Organs:
        from .bodies.organs import Organs

        return Organs(self._book, self.history)

    @cached_property
    def records(self) -> Records:
        from .records import Records

        return Records(self._book, self.history, self.organs, self._spelling, self._kinship)

    @cached_property
    def _kinship(self) -> Kinship:
        from .kinship import Kinship

        return Kinship(self._book, self.history)

    @cached_property
    def _spelling(self) -> Spelling:
        from .spelling import Spelling, unspelled

        return Spelling(self._book, self._spell or unspelled)

    @cached_property
    def receiving(self) -> Receiving:
        from .receiving import Receiving

        return Receiving(self._book, self.history)

    @cached_property
    def listings(self) -> Listings:
        from .listings import Listings

        return Listings(self._book)

    @cached_property
    def searching(self) -> Searching:
        from .searching import Searching

        return Searching(self._book, self._spelling)

    @cached_property
    def joining(self) -> Joining:
        from .joining import Joining

        return Joining(self._book, self.history, self.records, self._kinship)

    @cached_property
    def time(self) -> LedgerTime:
        from .ledger_time import LedgerTime

        return LedgerTime(self._book, self.history)

    @cached_property
    def load(self) -> Load:
        from .load import Load

        return Load(self._book)

    @cached_property
    def acts(self) -> Acts:
        from .chain.acts import Acts

        return Acts(self._book)

    @cached_property
    def counts(self) -> Counts:
        from .counts import Counts

        return Counts(self._book)

    @cached_property
    def derived(self) -> Derived:
        from .derived import Derived

        return Derived(self._book, self._spelling, self._kinship)

    @cached_property
    def lookback(self) -> Lookback:
        from .lookback import Lookback

        return Lookback(self._book)

    @cached_property
    def remarks(self) -> Remarks:
        from .remarks import Remarks

        return Remarks(self._book, self.history)

    @cached_property
    def respelling(self) -> Respelling:
        from .respelling import Respelling

        return Respelling(self._book, self.settings, self._spelling)

    @cached_property
    def imported(self) -> Imported:
        from .imported import Imported

        return Imported(self._book)

    @cached_property
    def past_figures(self) -> PastFigures:
        from .past_figures import PastFigures

        return PastFigures(self._book, self.history)

    @cached_property
    def backups(self) -> BackupKeeping:
        from .backup.keeping import BackupKeeping

        return BackupKeeping(self._book)

    @cached_property
    def trash(self) -> Trash:
        from .trash import Trash

        return Trash(self._book, self.history, self._spelling, self._kinship)

    @cached_property
    def undoing(self) -> Undoing:
        from .bodies.organ_steps import OrganSteps
        from .chain.undoing import Undoing

        organ_steps = OrganSteps(self.organs, self.organ_names)
        return Undoing(self._book, self.history, self.records, self.trash, self._kinship, organ_steps)

    @cached_property
    def organ_names(self) -> OrganNames:
        from .bodies.organ_names import OrganNames

        return OrganNames(self._book, self.history, self.organs)
