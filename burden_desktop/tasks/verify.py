"""Verify signed months against a folder of pinned certificates, without a ledger."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from ..domain.texts import Texts
from ..domain.verdict import Verdict
from ..signing.trust import read_trust
from .examiner import Examiner


def verify_files(files: Sequence[Path], trust_folder: Path, at: datetime) -> Iterator[Verdict]:
    """A verdict for each file, in order. Raises TrustFolderMissing; an unreadable file is refused by name."""
    with Examiner(read_trust(trust_folder)) as examiner:
        for judged in examiner.judge(files, at):
            yield judged.verdict


def as_json(verdict: Verdict, t: Texts) -> dict[str, Any]:
    """The answer of the `verify` command, sentences said in the user's language."""
    answer = asdict(replace(verdict, notices=(), reasons=()))
    answer["notices"] = [t.of(sentence) for sentence in verdict.notices]
    answer["reasons"] = [t.of(sentence) for sentence in verdict.reasons]
    return answer
