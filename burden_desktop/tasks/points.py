"""The register of points that a commission believes: enrolled by certificate, suspended, renewed."""

from datetime import datetime
from pathlib import Path
from typing import Final

from ..domain.errors.ledger import CannotRead
from ..domain.errors.receiving import FingerprintDiffers, NotACertificate
from ..domain.handed_in.receiving import Enrolled, OfferedCertificate, plain, readable
from ..domain.role import COMMISSION, refuse_other
from ..domain.texts import label, say
from ..regular import read_regular
from ..store.ledger import Ledger

_LOST: Final = label("换用新证书，旧证书停用")
_LARGEST: Final = 1_000_000
_LARGEST_SHEET: Final = 20_000_000


def need_commission(ledger: Ledger) -> None:
    """Raises NotACommission."""
    refuse_other(ledger.role, COMMISSION)


def look_at_certificate(path: Path, now: datetime) -> OfferedCertificate:
    """What a .cer says, before it is enrolled; beside an enrolment sheet (.pdf) the .cer of the same name is meant.

    Raises CannotRead, and NotACertificate for what must not be enrolled."""
    from ..signing.enrolment import look_at  # cryptography is only needed here

    file = path.with_suffix(".cer") if path.suffix.lower() == ".pdf" else path
    try:
        content = read_regular(file) if file.stat().st_size <= _LARGEST else b""
    except OSError as trouble:
        raise CannotRead(path=file, detail=trouble.strerror) from trouble
    found = look_at(content)
    if found is None:
        raise NotACertificate(path=file, detail=say("读不出证书"))
    if found.fault is not None:
        raise NotACertificate(path=file, detail=found.fault)
    if found.not_after < now:
        raise NotACertificate(path=file, detail=say("已于{day}过期", day=found.not_after.date().isoformat()))
    return found


def enrol(
    ledger: Ledger, path: Path, *, fingerprint: str, now: datetime, renew: bool = False, replace: bool = False
) -> Enrolled:
    """Believe the certificate at `path`, whose fingerprint somebody read from the sheet on paper.

    Raises NotACommission, NotACertificate, FingerprintDiffers, AlreadyEnrolled, PointHasCertificate."""
    need_commission(ledger)
    found = look_at_certificate(path, now)
    if path.suffix.lower() == ".pdf":
        _same_as_on_sheet(path, found.fingerprint)
    if plain(fingerprint) != found.fingerprint:
        raise FingerprintDiffers(found=readable(found.fingerprint))
    new = Enrolled(
        code=found.code,
        name=found.name,
        fingerprint=found.fingerprint,
        certificate=found.der,
        enrolled_at=now.isoformat(timespec="seconds"),
        not_after=found.not_after.isoformat(timespec="seconds"),
        reason=_LOST if replace else "",
    )
    ledger.receiving.enrol(new, renew=renew, replace=replace)
    return new


def _same_as_on_sheet(sheet: Path, fingerprint: str) -> None:
    """Raises FingerprintDiffers unless the sheet's text bears the fingerprint of the .cer beside it."""
    from ..intake.files.bounded_file import read_bounded
    from ..intake.files.pages_text import pages_text

    text = "".join(pages_text(sheet.name, read_bounded(sheet, _LARGEST_SHEET)))
    if fingerprint not in plain_words(text):
        raise FingerprintDiffers(found=readable(fingerprint))


def plain_words(text: str) -> str:
    """Letters and digits without space, in lower case: a fingerprint stands in groups on the sheet."""
    return "".join(text.split()).lower()


def suspend(ledger: Ledger, code: str, reason: str) -> int:
    """Believe nothing of `code` any more; how many certificates that stops. Raises NotACommission, NotEnrolled."""
    need_commission(ledger)
    return len(ledger.receiving.suspend(code, reason.strip()))
