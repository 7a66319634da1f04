"""One stranger's file judged from its bytes: signature, payload, pages. Nothing is believed halfway, nothing raised."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from ..domain.chain.deeds import entries_of, open_for_correction, skipped
from ..domain.handed_in.payload import EDITION
from ..domain.handed_in.receiving import late
from ..domain.handed_in.submission import LEEWAY, Submission, UnreadableSubmission, read_submission
from ..domain.handed_in.verdict import Verdict
from ..domain.nowhere import nowhere, told_later, told_nowhere
from ..domain.switches import switches
from ..domain.texts import Sentence, say
from ..paths import resources
from ..signing.trust import Trust
from ..signing.verify import examine

if TYPE_CHECKING:
    from ..signing.attachment import Attached


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict, the SHA-256 of the file's bytes ("" if they could not be read) and, where it is accepted, the
    payload's bytes."""

    verdict: Verdict
    sha256: str = ""
    payload: bytes = b""


def judge_bytes(file_name: str, pdf: bytes, trust: Trust, at: datetime) -> Judged:
    """The verdict on a file's bytes, as of the time of receipt (`at`, aware)."""
    sha256 = hashlib.sha256(pdf).hexdigest()
    verdict, attached = examine(file_name, pdf, trust, at=at)
    if attached is None:
        return Judged(verdict, sha256)
    try:
        submission = read_submission(attached.submission)
    except UnreadableSubmission as unreadable:
        refused = replace(verdict, accepted=False, reasons=(*verdict.reasons, unreadable.sentence))
        return Judged(refused, sha256)
    reasons = (*verdict.reasons, *_faults(verdict, submission, pdf, attached))
    verdict = replace(
        verdict,
        accepted=verdict.accepted and not reasons,
        point=submission.point.code,
        month=str(submission.month),
        revision=submission.revision,
        chain_head=submission.chain_head,
        notices=(*_of_the_name(verdict, submission), *_notices(submission, _ready_at(verdict, submission))),
        reasons=reasons,
    )
    return Judged(verdict, sha256, attached.submission if verdict.accepted else b"")


def _faults(verdict: Verdict, submission: Submission, pdf: bytes, attached: "Attached") -> Iterator[Sentence]:
    if verdict.point is not None and submission.point.code != verdict.point:
        yield say(
            "月报写明监测点代码“{payload}”，证书属于“{certificate}”，两者不一致。",
            payload=submission.point.code,
            certificate=verdict.point,
        )
    signed_at = datetime.fromisoformat(str(verdict.signed_at))
    if signed_at.date() < submission.month.first_day.replace(day=1):
        yield say("月报在所报月份（{month}）开始之前就签了名。", month=submission.month.label)
    closed_at = datetime.fromisoformat(submission.issue.closed_at)
    if closed_at > signed_at + LEEWAY:
        yield say("月报写明的封存时间（{closed}）晚于签名时间（{signed}）。", closed=submission.issue.closed_at, signed=verdict.signed_at)
    try:
        # The reader of pages is only fetched for a file whose signature holds.
        from ..intake.files.pages_text import pages_text
        from ..signing.anatomy import body_of
        from ..signing.seal_shape import seal_faults
        from ..signing.stamp_check import stamp_faults
        from .page_check import csv_faults, page_faults
        from .page_redraw import other_edition_faults, redraw_faults
        from .recounted import recount_faults

        if submission.edition == EDITION:
            yield from recount_faults(submission)
        body = attached.body or body_of(pdf)
        yield from seal_faults(body)
        yield from csv_faults(attached.records, submission)
        if submission.edition == EDITION:
            unlike = redraw_faults(body, pdf, submission, attached.submission)
            yield from stamp_faults(body, pdf, _stamp(submission, signed_at), resources() / "fonts")
        else:
            unlike = other_edition_faults(body, pdf, submission)
        yield from unlike
        if unlike or submission.edition != EDITION:  # pages that were drawn again to the last mark need no other look
            yield from page_faults(pages_text(verdict.file, pdf), submission, attached.submission)
    except Exception:  # noqa: BLE001 - a stranger's bytes may break a parser in any way: each is a refusal
        yield say("页面或附件的写法不合规范，读不出来，不能与所附数据核对。")


def _stamp(submission: Submission, signed_at: datetime) -> tuple[str, ...]:
    """What the visible signature says, the time as the point's own clock showed it."""
    from ..signing.stamp import stamp_lines

    own = datetime.fromisoformat(submission.issue.closed_at).tzinfo
    return stamp_lines(submission.point.name, submission.month.label, submission.revision, signed_at.astimezone(own))


def _of_the_name(verdict: Verdict, submission: Submission) -> Iterator[Sentence]:
    """A point may be renamed; that the certificate bears another name is told."""
    from ..signing.rare_names import comparable  # with the verifier, which is loaded by now

    if verdict.signer is not None and comparable(submission.point.name.strip()) != verdict.signer:
        yield say("月报上的监测点名称“{name}”与证书上的“{signer}”不同。", name=submission.point.name, signer=verdict.signer)


def _ready_at(verdict: Verdict, submission: Submission) -> datetime:
    """When a file was ready by its own word: closed and signed, in the point's own time."""
    closed_at = datetime.fromisoformat(submission.issue.closed_at)
    return max(closed_at, datetime.fromisoformat(str(verdict.signed_at)).astimezone(closed_at.tzinfo))


def _notices(submission: Submission, ready_at: datetime) -> Iterator[Sentence]:
    """What an accepted file itself says that a reader should know."""
    issue = submission.issue
    if issue.revision > 1:
        yield say("更正：第{revision}版，理由：{reason}", revision=issue.revision, reason=issue.reason)
    else:
        signed_late = late(submission.month, submission.point.report_day, ready_at.date())
        if signed_late:
            yield signed_late
    if issue.early:
        yield say("提前封存，理由：{reason}", reason=issue.early)
    if submission.edition != EDITION:
        yield say("月报由另一版程序排版，页面没有逐笔重排对照，只核对了表格、数字和记录；用同一版程序可以再核验，有出入的以所附数据为准。")
    opened = open_for_correction(submission)
    if opened:
        yield say(
            "封存时{months}正在更正：本月的上月、累计等数字以更正后的为准，需要时请监测点一并更正。",
            months="、".join(month.label for month in opened),
        )
    yield from submission.told_breaks
    switched = switches(entries_of(submission))
    if switched.there_and_back:
        from .rules import rule_titles  # only where rules were switched

        yield from filter(None, (switched.named(rule_titles()).notice,))
    lost = skipped(submission)
    if lost:
        yield say("历史链里没有编号{numbers}的录入：编号本应连续，请监测点说明。", numbers="、".join(lost))
    later = told_later(submission)
    if later is not None:
        yield later
    unheld = told_nowhere(nowhere(submission))
    if unheld is not None:
        yield unheld
