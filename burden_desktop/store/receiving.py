"""A commission's register: enrolled certificates and received files. What was received is never changed."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from ..domain.chain.kept_sentence import keep, kept
from ..domain.errors.receiving import AlreadyEnrolled, NotEnrolled, PointHasCertificate
from ..domain.handed_in.receiving import REFUSED, Enrolled, Received
from .chain.history import Event, History

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .book import Book

_ENROLLED: Final = "SELECT code, name, fingerprint, certificate, enrolled_at, not_after, suspended_at, reason FROM enrolled"
_RECEIVED: Final = (
    "SELECT sha256, received_at, file_name, outcome, code, name, month, revision, signed_at, since_seq, since, last_seq,"
    " head, has_break, notices, reasons FROM received"
)


class Receiving:
    def __init__(self, book: Book, history: History) -> None:
        self._book = book
        self._history = history

    def enrolled(self) -> tuple[Enrolled, ...]:
        """Every certificate that was ever enrolled, suspended ones too, by code and time."""
        return tuple(Enrolled(*row) for row in self._book.rows(f"{_ENROLLED} ORDER BY code, enrolled_at, suspended_at DESC"))

    def enrol(self, new: Enrolled, *, renew: bool = False, replace: bool = False) -> None:
        """Believe a certificate from now on. Leaves an entry.

        Raises AlreadyEnrolled, and PointHasCertificate unless `renew` (both are believed) or `replace` (the others
        are suspended at once) is said.
        """
        with self._book.writing() as connection:
            present = self.enrolled()
            if any(one.fingerprint == new.fingerprint for one in present):
                raise AlreadyEnrolled(code=new.code)
            believed = [one for one in present if one.code == new.code and not one.suspended_at]
            if believed and not (renew or replace):
                raise PointHasCertificate(code=new.code)
            connection.execute(
                "INSERT INTO enrolled (code, name, fingerprint, certificate, enrolled_at, not_after, suspended_at, reason)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                tuple(asdict(new).values()),
            )
            told = {"name": new.name, "fingerprint": new.fingerprint, "not_after": new.not_after}
            self._history.append("enrol", Event("enrolled", new.code, None, told))
            if replace:
                for one in believed:
                    self._suspend(one, new.reason)

    def suspend(self, code: str, reason: str) -> tuple[Enrolled, ...]:
        """Believe no certificate of `code` any more: everything received from now on is refused. Leaves an entry each.

        Raises NotEnrolled."""
        with self._book.writing():
            believed = tuple(one for one in self.enrolled() if one.code == code and not one.suspended_at)
            if not believed:
                raise NotEnrolled(code=code)
            for one in believed:
                self._suspend(one, reason)
        return believed

    def _suspend(self, one: Enrolled, reason: str) -> None:
        at = self._book.now()
        self._book.connection.execute(
            "UPDATE enrolled SET suspended_at = ?, reason = ? WHERE fingerprint = ?", (at, reason, one.fingerprint)
        )
        told = {"fingerprint": one.fingerprint, "suspended_at": at, "reason": reason}
        self._history.append("suspend", Event("enrolled", one.code, None, told))

    def of_point(self, code: str) -> tuple[Received, ...]:
        """The accepted files of a point, in order of receipt."""
        return self._received("WHERE code = ? AND outcome <> ? ORDER BY id", (code, REFUSED))

    def all(self, *, limit: int = 100_000) -> tuple[Received, ...]:
        """Everything that was received, refused files too, newest first."""
        return self._received("ORDER BY id DESC LIMIT ?", (limit,))

    def accepted(self, first_month: str) -> tuple[Received, ...]:
        """Accepted files of `first_month` and later, in order of receipt."""
        return self._received("WHERE outcome <> ? AND month >= ? ORDER BY id", (REFUSED, first_month))

    def _received(self, where: str, values: Sequence[object]) -> tuple[Received, ...]:
        return tuple(_received(row) for row in self._book.rows(f"{_RECEIVED} {where}", values))

    def payload(self, sha256: str) -> bytes:
        """The payload of an accepted file; empty if there is none."""
        row = self._book.row("SELECT packed FROM received_payload WHERE sha256 = ?", (sha256,))
        return zlib.decompress(row[0]) if row else b""

    def add(self, new: Received, payload: bytes) -> None:
        """Keep what was received and decided. Leaves an entry."""
        with self._book.writing() as connection:
            values: dict[str, Any] = {field: getattr(new, field) for field in new.__dataclass_fields__}
            values.update(notices=keep(new.notices), reasons=keep(new.reasons), has_break=int(new.has_break))
            connection.execute(
                "INSERT INTO received (sha256, received_at, file_name, outcome, code, name, month, revision, signed_at,"
                " since_seq, since, last_seq, head, has_break, notices, reasons) VALUES (:sha256, :received_at, :file_name,"
                " :outcome, :code, :name, :month, :revision, :signed_at, :since_seq, :since, :last_seq, :head, :has_break,"
                " :notices, :reasons)",
                values,
            )
            if payload:
                connection.execute(
                    "INSERT OR IGNORE INTO received_payload VALUES (?, ?)", (new.sha256, zlib.compress(payload, 6))
                )
            told: dict[str, Any] = {"sha256": new.sha256, "outcome": new.outcome, "month": new.month, "revision": new.revision}
            if payload:
                told |= {"head": new.head, "payload": hashlib.sha256(payload).hexdigest()}
            self._history.append("receive", Event("received", new.code, None, told))


def _received(row: tuple[Any, ...]) -> Received:
    names = (*Received.__dataclass_fields__,)
    told = dict(zip(names, row, strict=True))
    return Received(**{**told, "has_break": bool(row[-3]), "notices": kept(row[-2]), "reasons": kept(row[-1])})
