"""Judge a signed month: first the signature, then whether what it says adds up. Nothing is believed halfway."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from ..domain.submission import UnreadableSubmission, read_submission
from ..domain.texts import Texts, say
from ..domain.verdict import Verdict
from ..signing.trust import Trust, read_trust
from ..signing.verify import examine


def judge(file_name: str, pdf: bytes, trust: Trust, at: datetime) -> Verdict:
    """The verdict on a file's bytes, as of the time of receipt. Never raises for what a stranger wrote."""
    verdict, attached = examine(file_name, pdf, trust, at=at)
    if attached is None:
        return verdict
    try:
        submission = read_submission(attached)
    except UnreadableSubmission as unreadable:
        return replace(verdict, accepted=False, reasons=(*verdict.reasons, unreadable.sentence))
    reasons = verdict.reasons
    if verdict.point is not None and submission.point.code != verdict.point:
        told = say(
            "月报写明监测点代码“{payload}”，证书属于“{certificate}”，两者不一致。",
            payload=submission.point.code,
            certificate=verdict.point,
        )
        reasons = (*reasons, told)
    return replace(
        verdict,
        accepted=verdict.accepted and not reasons,
        point=submission.point.code,
        month=str(submission.month),
        revision=submission.revision,
        chain_head=submission.chain_head,
        notices=(*verdict.notices, *(told.sentence for told in submission.breaks)),
        reasons=reasons,
    )


def verify_files(files: Sequence[Path], trust_folder: Path, at: datetime) -> Iterator[Verdict]:
    """A verdict for each file, in order. Raises TrustFolderMissing; an unreadable file is refused by name."""
    trust = read_trust(trust_folder)
    for file in files:
        try:
            pdf = file.read_bytes()
        except OSError as trouble:
            told = say("文件打不开（{detail}）。", detail=trouble.strerror or type(trouble).__name__)
            yield Verdict(file.name, accepted=False, intact=False, whole_file=False, trusted=False, reasons=(told,))
            continue
        yield judge(file.name, pdf, trust, at)


def as_json(verdict: Verdict, t: Texts) -> dict[str, Any]:
    """The answer of the `verify` command, sentences said in the user's language."""
    answer = asdict(replace(verdict, notices=(), reasons=()))
    answer["notices"] = [t.of(sentence) for sentence in verdict.notices]
    answer["reasons"] = [t.of(sentence) for sentence in verdict.reasons]
    return answer
