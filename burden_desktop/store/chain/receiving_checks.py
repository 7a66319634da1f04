"""A commission's register beside its own chain: what was enrolled, suspended and received must still stand as it was
entered, and the payloads and files that are kept must still be those."""

from __future__ import annotations

import hashlib
import zlib
from typing import TYPE_CHECKING, Any

from ...regular import read_regular
from ..files.places import received_folder
from .strange import readable, strange

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..book import Book
    from .strange import Strange


def strange_register(book: Book, behind: int) -> Iterator[Strange]:
    """What does not fit its entry; `behind` is where things of which no entry tells are counted."""
    yield from _strange_certificates(book, behind)
    yield from _strange_files(book, behind)


def _entries(book: Book, kind: str) -> Iterator[tuple[int, str, str, Mapping[str, Any]]]:
    """(entry, action, point, what was told) in order."""
    rows = book.rows(
        "SELECT seq, action, number, after FROM history JOIN history_content USING (seq) WHERE kind = ? ORDER BY seq", (kind,)
    )
    return ((seq, action, number, readable(after)) for seq, action, number, after in rows)


def _strange_certificates(book: Book, behind: int) -> Iterator[Strange]:
    told: dict[str, tuple[int, dict[str, Any]]] = {}
    for seq, action, code, after in _entries(book, "enrolled"):
        mark = str(after.get("fingerprint"))
        if action == "enrol":
            told[mark] = seq, {"code": code, "name": after.get("name"), "not_after": after.get("not_after"), "suspended_at": ""}
        elif mark in told:
            told[mark] = seq, {**told[mark][1], "suspended_at": after.get("suspended_at")}
    for mark, code, name, not_after, suspended_at, certificate in book.rows(
        "SELECT fingerprint, code, name, not_after, suspended_at, certificate FROM enrolled"
    ):
        seq, expected = told.pop(mark, (behind, {}))
        present = {"code": code, "name": name, "not_after": not_after, "suspended_at": suspended_at}
        if present != expected or hashlib.sha256(certificate).hexdigest() != mark:
            yield strange(seq, f"enrolled {mark}", present)
    for mark, (seq, _) in told.items():
        yield strange(seq, f"enrolled {mark}", None)


def _strange_files(book: Book, behind: int) -> Iterator[Strange]:
    entries = [(seq, code, after) for seq, _, code, after in _entries(book, "received")]
    rows = book.rows("SELECT id, code, sha256, outcome, month, revision, head FROM received ORDER BY id")
    for place, (id, code, sha256, outcome, month, revision, head) in enumerate(rows):
        seq, of, after = entries[place] if place < len(entries) else (behind, "", {})
        present = {"sha256": sha256, "outcome": outcome, "month": month, "revision": revision}
        named = {**present, "code": code}
        if {name: after.get(name) for name in present} != present or of != code or after.get("head", head) != head:
            yield strange(seq, f"received {id}", named)
        elif outcome != "refused" and not (_kept_payload(book, sha256, after) and _kept_file(book, sha256)):
            yield strange(seq, f"received {id}", {**named, "kept": False})
    for seq, code, _ in entries[len(rows) :]:
        yield strange(seq, f"received by {code}, entry {seq}", None)


def _kept_payload(book: Book, sha256: str, after: Mapping[str, Any]) -> bool:
    row = book.row("SELECT packed FROM received_payload WHERE sha256 = ?", (sha256,))
    if row is None or "payload" not in after:
        return row is not None
    try:
        return hashlib.sha256(zlib.decompress(row[0])).hexdigest() == str(after["payload"])
    except zlib.error:
        return False


def _kept_file(book: Book, sha256: str) -> bool:
    file = received_folder(book.path) / f"{sha256}.pdf"
    return file.is_file() and hashlib.sha256(read_regular(file)).hexdigest() == sha256
