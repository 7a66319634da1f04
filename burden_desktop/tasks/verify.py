"""Verify signed months against a folder of pinned certificates, without a ledger."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from ..domain.month import Month
from ..domain.receiving import missing_months, months_between
from ..domain.texts import Sentence, Texts
from ..domain.verdict import Verdict
from ..signing.trust import read_trust
from .examiner import Examiner


def verify_files(files: Sequence[Path], trust_folder: Path, at: datetime) -> Iterator[Verdict]:
    """A verdict for each file, in order. Raises TrustFolderMissing; an unreadable file is refused by name.

    Files given together are looked at together: a month that is missing between two of a point is told."""
    with Examiner(read_trust(trust_folder)) as examiner:
        verdicts = [judged.verdict for judged in examiner.judge(files, at)]
    months: dict[str, set[Month]] = {}
    for verdict in verdicts:
        if verdict.accepted and verdict.point and verdict.month:
            months.setdefault(verdict.point, set()).add(Month.parse(verdict.month))
    for verdict in verdicts:
        gap = _gap_before(verdict, months.get(verdict.point or "", set()))
        yield replace(verdict, notices=(*verdict.notices, gap)) if gap else verdict


def _gap_before(verdict: Verdict, of_the_point: set[Month]) -> Sentence | None:
    """What is missing between an accepted month and the one before it among the files given."""
    if not verdict.accepted or not verdict.month:
        return None
    month = Month.parse(verdict.month)
    missing = months_between(max((known for known in of_the_point if known < month), default=None), month)
    return missing_months(missing) if missing else None


def as_json(verdict: Verdict, t: Texts) -> dict[str, Any]:
    """The answer of the `verify` command, sentences said in the user's language."""
    answer = asdict(replace(verdict, notices=(), reasons=()))
    answer["notices"] = [t.of(sentence) for sentence in verdict.notices]
    answer["reasons"] = [t.of(sentence) for sentence in verdict.reasons]
    return answer
