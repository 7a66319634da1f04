"""Audit: from two signed files alone, whether the second extends the first and what was done in between."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from ..domain.errors.audit import CannotAudit, OtherPoint
from ..domain.errors.ledger import CannotRead
from ..domain.handed_in.audit import Audit, as_json, audit, first_strange
from ..domain.handed_in.submission import Submission, read_submission
from ..domain.texts import Texts, say
from ..regular import read_regular
from ..signing.trust import Pin, Trust
from ..store.ledger import Ledger
from .examiner import LARGEST_FILE
from .judging import judge_bytes
from .rules import rule_titles


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two files: what it says, its SHA-256, and the SHA-256 of the certificate that signed it."""

    file: str
    submission: Submission
    sha256: str
    certificate: str


def audit_files(old: Path, new: Path, now: datetime) -> tuple[Side, Side, Audit]:
    """Each file must hold by itself; whom to trust is `verify`'s question, that one key signed both is told here.

    Raises CannotRead, CannotAudit for a file that does not hold, OtherPoint.
    """
    first, second = _side(old, now), _side(new, now)
    if first.submission.point.code != second.submission.point.code:
        raise OtherPoint(old=first.submission.point.code, new=second.submission.point.code)
    found = audit(first.submission, second.submission, old_sha256=first.sha256)
    return first, second, replace(found, switches=found.switches.named(rule_titles()))


def _side(path: Path, now: datetime) -> Side:
    from ..signing.opened import Unsound, open_signed  # heavy, and only needed where files are judged

    try:
        pdf = read_regular(path, LARGEST_FILE)
    except OSError as trouble:
        raise CannotRead(path=path, detail=trouble.strerror) from trouble
    try:
        opened = open_signed(pdf)
        der, signed_at = opened.certificate_der, opened.signature.self_reported_timestamp
    except Unsound as unsound:
        raise CannotAudit(file=path.name, reason=unsound.sentences[0]) from unsound
    except Exception as trouble:
        raise CannotAudit(file=path.name, reason=say("文件读不出来：不是完整的PDF，或写法不合规范。")) from trouble
    # The file's own certificate: only whether signature and content hold is asked here.
    judged = judge_bytes(path.name, pdf, Trust({der: Pin(path.name, "", "")}), signed_at or now)
    if not judged.payload:
        raise CannotAudit(file=path.name, reason=" ".join(map(str, judged.verdict.reasons)))
    return Side(path.name, read_submission(judged.payload), judged.sha256, hashlib.sha256(der).hexdigest())


def check_against(ledger: Ledger, report: Path, now: datetime) -> int | None:
    """The first entry of the ledger that is not as it was when `report` was signed; None while all stands.

    Raises CannotRead, CannotAudit, OtherPoint.
    """
    side = _side(report, now)
    if side.submission.point.code != ledger.point.code:
        raise OtherPoint(old=side.submission.point.code, new=ledger.point.code)
    return first_strange(side.submission, {entry.seq: entry.hash for entry in ledger.history.entries()})


def audit_json(first: Side, second: Side, found: Audit, t: Texts) -> Mapping[str, Any]:
    """The answer of the `audit` command."""
    return {
        "old": _side_json(first),
        "new": _side_json(second),
        "same_key": first.certificate == second.certificate,
        **as_json(found),
        "told": [t.of(sentence) for sentence in found.sentences],
    }


def _side_json(side: Side) -> dict[str, Any]:
    told = side.submission
    return {
        "file": side.file,
        "point": told.point.code,
        "month": str(told.month),
        "revision": told.revision,
        "chain_head": told.chain_head,
        "last_seq": told.last_seq,
    }
