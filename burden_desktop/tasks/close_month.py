"""Close a month: gather it, make and sign its one file, and seal it. Whole or not at all.

Three steps, so that the window never waits: `prepare` reads the ledger, `make` computes (a job may do it), and
`commit` writes the file and seals. A change between them is noticed by the head of the chain.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..domain.chain.history import Entry
from ..domain.errors.ledger import BreakNoted, CannotWrite, DamagedLedger
from ..domain.errors.months import (
    ClockBehind,
    MonthChanged,
    MonthNotBegun,
    MonthNotOver,
    ReasonMissing,
    ReportExists,
    ReportNotPlaced,
    SealedMonth,
)
from ..domain.errors.signing import CodesDisagree
from ..domain.handed_in.payload import CSV_NAME, FILE_NAME, ChainPart, Issue, compose, encode
from ..domain.months.month import Month
from ..domain.role import POINT, refuse_other
from ..domain.texts import label
from ..paths import resources
from ..store.damage.mending import waiting
from ..store.files.disk import hidden, put_in_place
from ..store.files.places import reports_folder
from ..store.files.reports import file_name
from ..store.ledger import Ledger
from .differences import differences
from .signed_figures import kept_with_seal
from .summarise import MonthMaterial, MonthRecords, gather, sum_up
from .write_file import write_file

if TYPE_CHECKING:
    from ..signing.identity import Identity


@dataclass(frozen=True, slots=True)
class Closing:
    """All that a month's file is made of, and the head of the chain (`head`) at which it was read."""

    material: MonthMaterial
    chain: ChainPart
    issue: Issue
    head: tuple[int, str]

    @property
    def file_name(self) -> str:
        """CODE-YYYY-MM-rN.pdf"""
        return file_name(self.material.point.code, self.material.month, self.issue.revision)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A month's final pages, not yet signed: what the signer is shown is what he signs. `page` and `box` are where
    the signature goes."""

    closing: Closing
    pdf: bytes
    page: int
    box: tuple[float, float, float, float]
    figures: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class SignedFile:
    """A signed month, not yet written anywhere; `signer` is the file of the certificate, which ends `signer_until`."""

    closing: Closing
    pdf: bytes
    figures: Mapping[str, Any] | None = None
    signer_until: datetime | None = None
    signer: Path | None = None

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.pdf).hexdigest()


@dataclass(frozen=True, slots=True)
class Closed:
    """A month that is closed, and where its file lies."""

    file: Path
    sha256: str
    revision: int
    chain_head: str


def prepare(ledger: Ledger, month: Month, *, now: datetime, early: str = "") -> Closing:
    """Read what the file needs, after checking that the month may be closed.

    Raises NotAPoint, SealedMonth, MonthNotBegun, MonthNotOver (unless `early` gives a reason), MonthOutOfOrder, ClockBehind,
    DamagedLedger, and BreakNoted: where a record no longer matches its history, that is entered first, so that the
    file tells it.
    """
    refuse_other(ledger.role, POINT)
    before = ledger.months.sealed(month)
    if before and not before.open_for_correction:
        raise SealedMonth(month=month.label)
    if now.date() < month.first_day:
        raise MonthNotBegun(month=month.label)
    if now.date() <= month.last_day and not early.strip():
        raise MonthNotOver(month=month.label)
    if before is None:
        ledger.months.refuse_out_of_order(month)
    entries = ledger.history.entries(ledger.months.signed_head()[0])
    if entries and now < datetime.fromisoformat(entries[-1].at):
        raise ClockBehind(now=now.isoformat(timespec="seconds"), last=entries[-1].at)
    _refuse_unexplained_file(ledger, month)
    checked = ledger.check()
    if checked.integrity != "ok":
        raise DamagedLedger(path=ledger.path, detail=checked.integrity)
    if checked.unnoted is not None:
        ledger.note_break(checked)
        raise BreakNoted(seq=checked.unnoted)
    return _closing(ledger, month, now, early.strip() if now.date() <= month.last_day else "", entries)


def _refuse_unexplained_file(ledger: Ledger, month: Month) -> None:
    """A signed file of this month lies in `reports`, and neither ledger nor restore knows of it: whose is it?"""
    revision, _ = ledger.last_issued(month)
    sealed = ledger.months.sealed(month)
    known = {told.revision for told in ledger.breaks() if told.month == str(month)} | {sealed.revision if sealed else 0}
    if revision not in known:
        raise ReportExists(path=reports_folder(ledger.path) / file_name(ledger.point.code, month, revision))


def draft_material(ledger: Ledger, month: Month, *, now: datetime, records: MonthRecords | None = None) -> Closing:
    """What a draft shows: the month as it stands, whether it may be closed or not. A draft has no payload, so the
    entries of the chain, which may be very many, are not read. `records` are the month's, where somebody read them just now.
    Raises NotAPoint."""
    refuse_other(ledger.role, POINT)
    drafted = _closing(ledger, month, now, "", (), records)
    sealed = ledger.months.sealed(month)
    if sealed is None or sealed.open_for_correction:
        return drafted
    # A copy of what was signed, no further revision: nobody has opened the month.
    issue = replace(drafted.issue, revision=sealed.revision, reason=sealed.reason, replaces="", differences=())
    return replace(drafted, issue=issue)


def _closing(
    ledger: Ledger, month: Month, now: datetime, early: str, entries: tuple[Entry, ...], records: MonthRecords | None = None
) -> Closing:
    before = ledger.months.sealed(month)
    since_seq, since = ledger.months.signed_head()
    material = gather(ledger, month, records)
    revision, replaces = ledger.last_issued(month)
    issue = Issue(
        revision=revision + 1,
        closed_at=now.isoformat(timespec="seconds"),
        replaces=replaces,
        # A file that a restore took out of the ledger was handed in all the same: this one replaces it.
        reason=next((told.reason for told in ledger.breaks() if told.month == str(month)), ""),
        early=early,
        remarks=ledger.settings.get(f"remarks.{month}", ""),
        breaks=ledger.breaks(since_seq),
        found_breaks=ledger.found_breaks(since_seq),
        booked_later=ledger.lookback.booked_later(month),
    )
    opened = [sealed.month.label for sealed in ledger.months.all() if sealed.open_for_correction and sealed.month != month]
    if opened:
        moving = f"封存时{'、'.join(opened)}的月报正在更正，本月的上月、累计等数字可能随更正变动。"
        issue = replace(issue, remarks="\n".join(filter(None, (issue.remarks, moving))))
    if before:
        booked = {record.number for record in material.all_records}
        # Since this month's own last file: another month may have been signed in between.
        since_its_file = ledger.history.entries(before.chain_seq)
        told = differences(ledger, month, since_its_file, booked)
        later = [sealed.month.label for sealed in ledger.months.all() if sealed.month > month]
        if later:
            behind = f"{'、'.join(later)}月报此前已经封存，其中的上月、累计等数字以本次更正前的为准，需要时请一并更正。"
            issue = replace(issue, remarks="\n".join(filter(None, (issue.remarks, behind))))
        issue = replace(issue, reason=before.reason, differences=told)
    return Closing(material, ChainPart(since, since_seq, entries), issue, ledger.history.head())


def draft_of(closing: Closing) -> bytes:
    """The month's pages, unsigned and marked 草稿."""
    from ..report.render import render  # the pages' library is heavy and only needed here

    summary = sum_up(closing.material)
    return render(summary, closing.material.all_records, closing.issue, {}, draft=True, content_hash="").pdf


def make(
    closing: Closing, p12: bytes, passphrase: str, *, path: str, now: datetime, seal_picture: bytes = b""
) -> SignedFile:
    """Render and sign; touches no ledger. `path` names the identity in error sentences; `seal_picture` is a PNG.

    Raises CodesDisagree, UnsuitableSealPicture and what loading an identity and sealing raise.
    """
    identity = _signer(closing, p12, passphrase, path, now)  # before the pages, which take longer
    return _signed(draw(closing, seal_picture=seal_picture), identity, now)


def sign(drawn: Drawn, p12: bytes, passphrase: str, *, path: str, now: datetime) -> SignedFile:
    """Sign pages that were looked at. Raises CodesDisagree and what loading an identity and sealing raise."""
    return _signed(drawn, _signer(drawn.closing, p12, passphrase, path, now), now)


def draw(closing: Closing, *, seal_picture: bytes = b"") -> Drawn:
    """The final pages with their attachments; touches no ledger. Raises UnsuitableSealPicture."""
    from ..report.records_csv import records_csv  # heavy libraries, only needed when a file is made
    from ..report.render import render

    issue, records = closing.issue, closing.material.all_records
    summary = sum_up(closing.material)
    submission = encode(compose(summary, records, closing.chain, issue))
    rendered = render(
        summary,
        records,
        issue,
        {FILE_NAME: submission, CSV_NAME: records_csv(records)},
        draft=False,
        content_hash=hashlib.sha256(submission).hexdigest(),
        seal_picture=seal_picture,
    )
    kept = kept_with_seal(summary, closing.material.pack, records)
    return Drawn(closing, rendered.pdf, rendered.signature_page, rendered.signature_box, kept)


def _signer(closing: Closing, p12: bytes, passphrase: str, path: str, now: datetime) -> "Identity":
    from ..signing.identity import load_identity
    from ..signing.seal import check_identity

    identity, point = load_identity(p12, passphrase, path=path), closing.material.point
    check_identity(identity, now)
    if identity.code != point.code:
        raise CodesDisagree(certificate=identity.code, ledger=point.code)
    return identity


def _signed(drawn: Drawn, identity: "Identity", now: datetime) -> SignedFile:
    from ..signing.seal import seal
    from ..signing.stamp import FONTS, stamp_lines

    closing = drawn.closing
    font, full = (resources() / "fonts" / f"{name}.ttf" for name in FONTS)
    point, month, issue = closing.material.point, closing.material.month, closing.issue
    pdf = seal(
        drawn.pdf,
        identity,
        page=drawn.page,
        box=drawn.box,
        text_lines=stamp_lines(point.name, month.label, issue.revision, now),
        font=font,
        fallback_fonts=(full,),
        now=now,
    )
    return SignedFile(closing, pdf, drawn.figures, identity.not_after)


def commit(ledger: Ledger, signed: SignedFile, folder: Path) -> Closed:
    """Seal the month and put its file to `folder` and beside the ledger, all of it or nothing.

    The file waits under a hidden name; what the ledger records decides. Raises MonthChanged when the ledger moved
    since `prepare`, ReportExists, CannotWrite when the disk is in the way, and ReportNotPlaced when the month is
    sealed and only the name could not be given: the next opening gives it.
    """
    closing = signed.closing
    # Before anything is written: a file of an earlier closing must never be replaced.
    if ledger.history.head() != closing.head:
        raise MonthChanged()
    kept, wanted = reports_folder(ledger.path) / closing.file_name, folder / closing.file_name
    elsewhere = wanted.resolve() != kept.resolve()
    ledger.backups.if_changed(named="-before-close")
    for target in (kept, wanted):
        if target.exists():
            raise ReportExists(path=target)
    staged = [(waiting(kept), kept), *([(hidden(wanted), wanted)] if elsewhere else [])]
    try:
        for part, _ in staged:
            write_file(part, signed.pdf)
        with ledger.one_step():
            ledger.months.seal(
                closing.material.month,
                revision=closing.issue.revision,
                file_name=closing.file_name,
                sha256=signed.sha256,
                expected_head=closing.head,
                reason=closing.issue.reason,
                figures=signed.figures,
            )
            if elsewhere:
                ledger.promise_delivery(closing.file_name, wanted.resolve())
    except BaseException:
        # A disk may refuse after the ledger has taken it: then it is sealed all the same.
        if not ledger.has_signed(closing.file_name, signed.sha256):
            for part, _ in staged:
                if part.exists():  # unlink(missing_ok) does not forgive a folder that is a file
                    part.unlink()
            raise
    _place(ledger, staged, closing)
    return Closed(wanted, signed.sha256, closing.issue.revision, closing.chain.head)


def _place(ledger: Ledger, staged: Sequence[tuple[Path, Path]], closing: Closing) -> None:
    try:
        for part, target in staged:
            put_in_place(part, target)
        ledger.delivered()
    except (OSError, CannotWrite) as trouble:
        detail = trouble.strerror if isinstance(trouble, OSError) else trouble.sentence.values.get("detail")
        raise ReportNotPlaced(month=closing.material.month.label, path=staged[-1][1], detail=detail) from trouble


def correct_month(ledger: Ledger, month: Month, reason: str) -> None:
    """Open a sealed month for correction. Raises NotAPoint, MonthNotSealed, ReasonMissing."""
    refuse_other(ledger.role, POINT)
    if not reason.strip():
        raise ReasonMissing(action=label("更正"))
    ledger.months.reopen(month, reason)
