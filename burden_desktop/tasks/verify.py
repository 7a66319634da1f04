"""Verify signed months against a folder of pinned certificates, without a ledger."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from ..domain.handed_in.submission import read_submission
from ..domain.handed_in.verdict import Verdict
from ..domain.texts import Texts
from ..domain.together import InHand, Said, said_together
from ..signing.trust import read_trust
from .examiner import Examiner
from .receive import pdf_files


def verify_files(files: Sequence[Path], trust_folder: Path, at: datetime) -> Iterator[Verdict]:
    """A verdict for each file, in order; a folder stands for the PDF files in it. Raises TrustFolderMissing; an
    unreadable file is refused by name.

    Files given together are looked at together: months missing between two of a point are told, and files that cannot
    come from one ledger are refused, each by the name of the other."""
    with Examiner(read_trust(trust_folder)) as examiner:
        judged = list(examiner.judge(files_in(files), at))
    several = Counter(one.verdict.point for one in judged if one.payload)
    in_hand = {
        place: InHand(one.verdict.file, one.sha256, read_submission(one.payload))
        for place, one in enumerate(judged)
        if one.payload and several[one.verdict.point] > 1
    }
    said = dict(zip(in_hand, said_together(tuple(in_hand.values())), strict=True))
    for place, one in enumerate(judged):
        yield _with(one.verdict, said.get(place, Said()))


def files_in(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The files meant: a folder stands for the PDF files in it, at any depth, by name; for itself where it has none."""
    return tuple(file for path in paths for file in (pdf_files(path) or [path]))


def _with(verdict: Verdict, said: Said) -> Verdict:
    return replace(
        verdict,
        accepted=verdict.accepted and not said.reasons,
        reasons=(*verdict.reasons, *said.reasons),
        notices=(*verdict.notices, *said.notices),
    )


def as_json(verdict: Verdict, t: Texts) -> dict[str, Any]:
    """The answer of the `verify` command, sentences said in the user's language."""
    answer = asdict(replace(verdict, notices=(), reasons=()))
    answer["notices"] = [t.of(sentence) for sentence in verdict.notices]
    answer["reasons"] = [t.of(sentence) for sentence in verdict.reasons]
    return answer
