"""Receive signed months: judged in the pool, set among what was received before, kept beside the ledger.

Judging is a job and touches no ledger; deciding and keeping are done with the ledger, in the order of each point's
chain, so that a folder may hold months in any order.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from ..domain.errors.ledger import CannotRead
from ..domain.handed_in.bases_told import base_months, bases_unlike
from ..domain.handed_in.receiving import (
    ACCEPTED,
    KNOWN,
    NOTICED,
    REFUSED,
    Received,
    faults_among,
    notices_among,
    received_before,
)
from ..domain.handed_in.submission import Submission, read_kept, read_submission
from ..domain.months.month import Month
from ..domain.nowhere import nowhere, told_nowhere
from ..domain.texts import Sentence, Texts, say
from ..domain.together import stretch_of
from ..regular import is_folder, read_regular
from ..signing.enrolment import trust_in
from ..signing.trust import Trust
from ..store.files.places import received_folder
from ..store.ledger import Ledger
from .examiner import Examiner
from .judging import Judged
from .not_a_report import what_else
from .over import Over
from .points import need_commission
from .write_file import write_file
from .write_out import write_out

_BEFORE: Final = 3
"""Files before one in the chain that are looked at for what was entered early."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file that was judged, not yet decided."""

    path: Path
    judged: Judged


def files_in(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The files meant: folders stand for the PDF files in them, at any depth, by name."""
    return tuple(dict.fromkeys(file for path in paths for file in (pdf_files(path) if is_folder(path) else [path])))


def pdf_files(folder: Path) -> list[Path]:
    """The PDF files in a folder, at any depth, by name; none where it is no folder."""
    return sorted(file for file in folder.rglob("*") if file.suffix.lower() == ".pdf") if is_folder(folder) else []


def trust_of(ledger: Ledger) -> Trust:
    """Whom this commission believes now. Raises NotACommission."""
    need_commission(ledger)
    return trust_in(ledger.receiving.enrolled())


def judge_all(
    files: Sequence[Path], examiner: Examiner, at: datetime, progress: Progress = lambda done, of: None
) -> tuple[Arrival, ...]:
    """*Job.* Judge every file, as received `at`; what was judged before a cancel is given back."""
    arrivals: list[Arrival] = []
    for path, judged in zip(files, examiner.judge(files, at), strict=False):
        arrivals.append(Arrival(path, judged))
        progress(len(arrivals), len(files))
    return tuple(arrivals)


def decide(ledger: Ledger, arrivals: Sequence[Arrival], at: datetime) -> tuple[Received, ...]:
    """Set each file among what its point handed in before, and keep it. The answers are in the order of `arrivals`.

    Raises CannotWrite; what was decided before then is kept."""
    read = [read_submission(one.judged.payload) if one.judged.payload else None for one in arrivals]
    order = sorted(range(len(arrivals)), key=lambda place: _rank(read[place], place))
    answers: dict[int, Received] = {}
    for place in order:
        answers[place] = _decide(ledger, arrivals[place], read[place], at)
    return tuple(answers[place] for place in range(len(arrivals)))


def _rank(submission: Submission | None, place: int) -> tuple[str, int, int]:
    return (submission.point.code, submission.last_seq, place) if submission else ("", 0, place)


def _decide(ledger: Ledger, arrival: Arrival, submission: Submission | None, at: datetime) -> Received:
    verdict, sha256 = arrival.judged.verdict, arrival.judged.sha256
    received = Received(
        sha256=sha256,
        received_at=at.isoformat(timespec="seconds"),
        file_name=arrival.path.name,
        outcome=REFUSED,
        code=verdict.point or "",
        name=verdict.signer or "",
        month=verdict.month or "",
        revision=verdict.revision or 0,
        signed_at=verdict.signed_at or "",
        reasons=verdict.reasons,
    )
    if submission is not None:
        received = _among(ledger, received, verdict.notices, submission, at)
    elif verdict.trusted:
        received = _as_before(ledger, received)
    elif known := what_else(arrival.path):
        received = replace(received, reasons=(known,))
    if received.outcome == KNOWN:
        return received
    if received.outcome != REFUSED:
        received = _keep(ledger, arrival, received)
    ledger.receiving.add(received, arrival.judged.payload if received.outcome != REFUSED else b"")
    return received


def _as_before(ledger: Ledger, received: Received) -> Received:
    """A file that today's rules refuse and that was accepted once, by a certificate still believed, stands as it was received."""
    earlier = ledger.receiving.of_point(received.code)
    known = received_before(earlier, received.sha256)
    if known is None:
        return received
    same = next(one for one in earlier if one.sha256 == received.sha256)
    return replace(same, received_at=received.received_at, file_name=received.file_name, outcome=KNOWN, notices=(known,), reasons=())


def _among(
    ledger: Ledger, received: Received, own: tuple[Sentence, ...], submission: Submission, at: datetime
) -> Received:
    earlier = ledger.receiving.of_point(submission.point.code)
    received = stretch_of(received, submission)
    known = received_before(earlier, received.sha256)
    if known is not None:
        return replace(received, outcome=KNOWN, notices=(known,))
    faults = faults_among(earlier, submission)
    if faults:
        return replace(received, reasons=faults)
    kept = _Kept(ledger)
    unheld = told_nowhere([number for number in _unheld(kept, earlier, submission) if number not in nowhere(submission)])
    bases = bases_unlike(_bases(kept, earlier, submission), submission)
    more = (*bases, *filter(None, (unheld, kept.passed_over())))
    told = {str(notice): notice for notice in (*own, *notices_among(earlier, submission, at), *more)}
    notices = tuple(told.values())
    return replace(received, outcome=NOTICED if notices else ACCEPTED, notices=notices)


class _Kept:
    """What was received before, read again: what another version of the program wrote, and this one cannot read, is passed over."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._unread: dict[str, None] = {}

    def read(self, files: Iterable[Received]) -> list[Submission]:
        found = []
        for one in files:
            told = read_kept(self._ledger.receiving.payload(one.sha256))
            if told is None:
                self._unread[Month.parse(one.month).label] = None
            else:
                found.append(told)
        return found

    def passed_over(self) -> Sentence | None:
        """The notice; None where all was read."""
        return say("以前收下的{months}月报的数据，本版读不出来，没有拿来对照。", months="、".join(self._unread)) if self._unread else None


def _bases(kept: _Kept, earlier: Sequence[Received], submission: Submission) -> list[Submission]:
    """What was kept of the months with which this one compares itself."""
    months = {str(month) for month in base_months(submission.month)}
    return kept.read(one for one in earlier if one.month in months)


def _unheld(kept: _Kept, earlier: Sequence[Received], submission: Submission) -> tuple[str, ...]:
    """What was entered in the stretches just before and stands in no file."""
    before = sorted((one for one in earlier if one.last_seq <= submission.since[0]), key=lambda one: one.last_seq)
    return nowhere(submission, kept.read(before[-_BEFORE:]))


def _keep(ledger: Ledger, arrival: Arrival, received: Received) -> Received:
    """Copy the file beside the ledger under its hash; refused if it is no longer the one that was judged."""
    try:
        pdf = read_regular(arrival.path)
    except OSError:
        pdf = b""
    if hashlib.sha256(pdf).hexdigest() != received.sha256:
        return replace(received, outcome=REFUSED, notices=(), reasons=(say("文件在核验之后变了，没有收下。"),))
    kept = kept_file(ledger.path, received.sha256)
    if not kept.exists():
        write_file(kept, pdf)
    return received


def kept_file(ledger: Path, sha256: str) -> Path:
    """Where a received file lies."""
    return received_folder(ledger) / f"{sha256}.pdf"


def copy_out(ledger: Path, sha256: str, target: Path) -> None:
    """Copy a received file to where people look for it. Raises CannotRead when it is gone or no longer what was
    received, CannotWrite."""
    kept = kept_file(ledger, sha256)
    try:
        pdf = read_regular(kept)
    except OSError as trouble:
        raise CannotRead(path=kept, detail=trouble.strerror) from trouble
    if hashlib.sha256(pdf).hexdigest() != sha256:
        raise CannotRead(path=kept, detail=say("内容与收到时不同"))
    write_out(target, pdf, (".pdf",), over=Over.ASKED)


def usual_name(received: Received) -> str:
    """CODE-YYYY-MM-rN.pdf, as the point named it."""
    return f"{received.code}-{received.month}-r{received.revision}.pdf"


def receive(
    ledger: Ledger, paths: Sequence[Path], at: datetime, progress: Progress = lambda done, of: None
) -> Iterator[Received]:
    """Judge and decide files and folders. Raises NotACommission."""
    files = files_in(paths)
    with Examiner(trust_of(ledger)) as examiner:
        arrivals = judge_all(files, examiner, at, progress)
    yield from decide(ledger, arrivals, at)


def as_json(received: Received, t: Texts) -> dict[str, Any]:
    """One line of the `receive` command's answer."""
    answer = asdict(replace(received, notices=(), reasons=()))
    answer["notices"] = [t.of(sentence) for sentence in received.notices]
    answer["reasons"] = [t.of(sentence) for sentence in received.reasons]
    answer["accepted"] = received.outcome != REFUSED
    return answer
