"""Writes what a damaged ledger said besides its records into the rescued one, each thing with an entry of its own."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final

from ...domain.bodies.organ import Level
from ...domain.errors.family import BurdenError
from ...domain.months.month import Month
from ...domain.months.past_figures import PastFigure
from ...domain.months.rules import Answer
from ...domain.point import Point
from ...domain.setting_keys import declared
from ..bodies.organ_names import OrganNames
from ..bodies.organs import Organs
from ..chain.history import Event, History
from ..files.reports import file_name, reports_of, sha256_of
from ..ledger_time import LedgerTime
from ..making import write_point
from ..past_figures import PastFigures
from ..remarks import Remarks
from ..role import KEY as ROLE
from ..settings import Settings

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ...domain.bodies.organ import Organ
    from ..book import Book
    from .salvage_rest import Rest

RESCUE: Final = "rescue"
NOT_TAKEN: Final = frozenset({ROLE, "delivery"})
"""Settings that are given at the making, or tell of work under way when the file was harmed."""


@dataclass(frozen=True, slots=True)
class File:
    """A signed month's file as the damaged ledger knew it; `head` and `at` empty where only the folder tells of it."""

    month: str
    revision: int
    name: str
    sha256: str
    head: str
    at: str
    reason: str


def files_of(rest: Rest, damaged: Path, code: str) -> tuple[File, ...]:
    """What was signed: told by rows or the chain; where neither does, by the closed month itself and the folder of files."""
    lying = {(str(one.month), one.revision): one.path for one in reports_of(damaged, code)}
    files = [
        File(month, revision, str(told[0]), str(told[1]), str(told[3] or ""), str(told[4]), str(told[5] or ""))
        for (month, revision), told in rest.revisions.items()
    ]
    for month, (revision, _, _) in rest.months.items():
        if (month, revision) not in rest.revisions:
            path = lying.get((month, revision))
            name = path.name if path else file_name(code, Month.parse(month), revision)
            files.append(File(month, revision, name, sha256_of(path) if path else "", "", "", ""))
    return tuple(sorted(files, key=lambda file: (file.month, file.revision)))


class RestWriter:
    """Only inside `Book.writing`. What the base holds alike gets no entry."""

    def __init__(self, book: Book, history: History, rest: Rest) -> None:
        self._book, self._history, self._rest = book, history, rest
        self._organs = Organs(book, history)
        self._names = OrganNames(book, history, self._organs)
        self.refused_names: list[str] = []

    def months(self, files: Sequence[File], place: tuple[int, str]) -> None:
        """Closed months stay closed, with the files that were signed for them. `place` is the chain's end before the
        rescue: there the next signed month goes on, and tells the rescue."""
        connection = self._book.connection
        kept = {(row[0], row[1]): row[2] for row in self._book.rows("SELECT month, revision, sha256 FROM month_revision")}
        for file in files:
            revision, reopened, reason = self._rest.months.get(file.month, (file.revision, 0, file.reason))
            if kept.get((file.month, file.revision)) == file.sha256 or file.revision > revision:
                continue
            now = self._book.now()
            told: dict[str, Any] = {
                "revision": file.revision, "file_name": file.name, "sha256": file.sha256, "seq": place[0], "head": place[1],
                "signed_head": file.head, "sealed_at": file.at or now, "reason": file.reason, "month_reason": reason,
                "open": int(bool(reopened) and file.revision == revision),
            }  # fmt: skip
            if (figures := self._rest.figures_signed.get((file.month, file.revision))) is not None:
                told["figures"] = figures
            connection.execute(
                "INSERT INTO month VALUES (?, ?, ?, ?) ON CONFLICT (month) DO UPDATE SET revision = excluded.revision,"
                " open_for_correction = excluded.open_for_correction, reason = excluded.reason",
                (file.month, file.revision, told["open"], reason),
            )
            connection.execute(
                "INSERT OR REPLACE INTO month_revision VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (file.month, file.revision, file.name, file.sha256, *place, told["sealed_at"], file.reason),
            )
            self._history.append(RESCUE, Event("month", file.month, None, told))

    def bodies(self) -> None:
        """The directory, before the records that point at it."""
        known = {row[0]: row[1:] for row in self._book.rows("SELECT name, level, nature, line FROM organ")}
        further = {row[0] for row in self._book.rows("SELECT name FROM organ_alias")}
        for name, (level, nature, line) in sorted(self._rest.organs.items()):
            if known.get(name) == (level, nature, line) or name in further or name in self._rest.aliases:
                continue
            id = self._organs.point_at((name,))[name].id
            self._organs.describe(id, level=Level(level) if level else None, nature=nature, line=line)  # type: ignore[arg-type]
        by_body: dict[str, list[str]] = {}
        for alias, name in self._rest.aliases.items():
            by_body.setdefault(name, []).append(alias)
        for name, aliases in sorted(by_body.items()):
            body = self._organs.named(name) or self._entered(name)
            for alias in sorted({*aliases} - {*body.aliases, body.name}):
                other = self._organs.named(alias)
                if other is None:
                    body = self._names.set_aliases(body.id, (*body.aliases, alias))
                elif other.name == alias:
                    body = self._organs.merge(other.id, into=body.id)
                else:
                    self.refused_names.append(alias)  # told as not taken over

    def _entered(self, name: str) -> Organ:
        """A body that no record brings is told by an entry of its own."""
        found = self._organs.point_at((name,))[name]
        return self._organs.describe(found.id, level=found.level)

    def others(self) -> None:
        """Figures by hand, remarks, settings, time spent: the later word is that of the damaged ledger."""
        rest = self._rest
        PastFigures(self._book, self._history).set_many(
            [PastFigure(kind, Month.parse(month), things) for (kind, month), things in sorted(rest.figures.items())]
        )
        remarks = Remarks(self._book, self._history)
        said = remarks.all()
        for finding, (rule, answer, text, _) in sorted(rest.remarks.items()):
            standing = said.get(finding)
            if standing is None or (standing.answer.value, standing.text) != (answer, text):
                remarks.set(finding, str(rule), Answer(str(answer)), str(text))
        settings = Settings(self._book, self._history)
        for key, value in sorted(rest.settings.items()):
            if key not in NOT_TAKEN and declared(key) is not None and settings.get(key) != value:
                settings.set(key, value)
        LedgerTime(self._book, self._history).take_over(rest.times)

    def point(self, columns: Sequence[Any] | None) -> None:
        """What the damaged ledger says of its point, where the base says otherwise."""
        row = self._book.rows("SELECT name, code, level, reporter, approver, report_day, commission FROM point")[0]
        before = Point(*row)
        try:
            after = Point(*columns) if columns else before
        except (BurdenError, TypeError, ValueError):
            return
        if after != before and after.code == before.code:
            write_point(self._book, after)
            self._history.append("change", Event("point", after.code, asdict(before), asdict(after)))
