"""Signing identities as files: make one, take one over, tell what it is, hand its certificate to the commission."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from ..domain.errors.ledger import CannotRead
from ..domain.errors.signing import CodesDisagree, IdentityExists
from ..domain.handed_in.receiving import readable
from ..domain.identity_kept import ends_soon
from ..domain.point import Point
from ..domain.texts import Sentence
from ..regular import read_regular
from .over import Over
from .write_out import refuse_place, write_out

if TYPE_CHECKING:
    from ..signing.identity import Identity

KEYS: Final = (".p12", ".pfx")
CERTIFICATE, SHEET = (".cer",), (".pdf",)
_LARGEST: Final = 32_000_000
"""Bytes of a key, or of the picture of a seal."""


@dataclass(frozen=True, slots=True)
class IdentityState:
    """What a signing certificate is, without its key. `fault` is why it cannot sign today, None if it can."""

    name: str
    code: str
    fingerprint: str
    not_before: datetime
    not_after: datetime
    fault: Sentence | None
    reminder: Sentence | None


def make_identity(point: Point, out: Path, passphrase: str, *, algorithm: str, now: datetime) -> None:
    """Write a new key and self-signed certificate to `out` (PKCS#12). Raises IdentityExists, WeakPassphrase."""
    from ..signing.identity import new_identity  # cryptography is only needed here

    if out.exists():
        raise IdentityExists(path=out)
    refuse_place(out, KEYS, over=Over.NOTHING)  # a key is long in the making
    made = new_identity(point.name, point.code, passphrase, algorithm=algorithm, now=now)
    write_out(out, made, KEYS, over=Over.NOTHING, private=True)


def import_identity(source: Path, passphrase: str, out: Path, new_passphrase: str) -> None:
    """Take over a .p12 or .pfx from elsewhere, locked anew and strongly.

    Raises IdentityExists, WrongPassphrase, WeakPassphrase, KeyDoesNotFit, UnsuitableIdentity."""
    from ..signing.identity import relocked

    if out.exists():
        raise IdentityExists(path=out)
    made = relocked(read_identity(source), passphrase, new_passphrase, path=str(source))
    write_out(out, made, KEYS, over=Over.NOTHING, private=True)


def export_certificate(p12: Path, passphrase: str, out: Path, *, over: Over = Over.EARLIER) -> None:
    """Write the certificate alone (DER), to be given to the commission. Raises WrongPassphrase."""
    from ..signing.identity import certificate_of

    write_out(out, certificate_of(_opened(p12, passphrase)), CERTIFICATE, over=over)


def write_sheet(
    p12: Path, passphrase: str, folder: Path, *, commission: str, now: datetime, stem: str = "", over: Over = Over.EARLIER
) -> tuple[Path, Path]:
    """The enrolment sheet and the certificate beside it, CODE.pdf and CODE.cer, or named `stem`. Raises
    WrongPassphrase, CannotWrite."""
    from ..report.enrolment_sheet import Enrolment, enrolment_sheet
    from ..signing.identity import certificate_of

    identity = _opened(p12, passphrase)
    page = enrolment_sheet(
        Enrolment(
            name=identity.name,
            code=identity.code,
            fingerprint=identity.fingerprint,
            groups=readable(identity.fingerprint),
            not_before=identity.not_before.date(),
            not_after=identity.not_after.date(),
            commission=commission,
            made_at=now,
        )
    )
    stem = stem or identity.code
    sheet, certificate = folder / f"{stem}.pdf", folder / f"{stem}.cer"
    refuse_place(sheet, SHEET, over=over)
    # The certificate was not asked for by its name: one of another key stays, unless a command says otherwise.
    write_out(certificate, certificate_of(identity), CERTIFICATE, over=Over.EARLIER if stem else over)
    write_out(sheet, page, SHEET, over=over)
    return sheet, certificate


def identity_state(p12: Path, passphrase: str, now: datetime) -> IdentityState:
    """Whether it can sign today, and whether it is to be renewed soon. Raises WrongPassphrase, CannotRead."""
    from ..domain.errors.family import BurdenError
    from ..signing.seal import check_identity

    identity = _opened(p12, passphrase)
    fault: Sentence | None = None
    try:
        check_identity(identity, now)
    except BurdenError as refused:
        fault = refused.sentence
    return IdentityState(
        name=identity.name,
        code=identity.code,
        fingerprint=identity.fingerprint,
        not_before=identity.not_before,
        not_after=identity.not_after,
        fault=fault,
        reminder=renewal_reminder(identity.not_after, now),
    )


def certificate_state(cer: Path, now: datetime) -> IdentityState:
    """The same of a certificate alone, which a commission holds. Raises CannotRead, NotACertificate."""
    from .points import look_at_certificate

    found = look_at_certificate(cer, now)
    return IdentityState(
        found.name, found.code, found.fingerprint, found.not_before, found.not_after, None, renewal_reminder(found.not_after, now)
    )


def renewal_reminder(not_after: datetime, now: datetime) -> Sentence | None:
    """What to tell when a certificate ends soon; None while there is time."""
    return ends_soon(not_after.date(), (not_after - now).days) if now <= not_after else None


def opened_for(point: Point, p12: Path, passphrase: str, now: datetime) -> date:
    """The last day of a certificate that may sign for `point` today. Raises WrongPassphrase, CannotRead,
    CodesDisagree, CertificateExpired, CertificateNotYetValid, UnsuitableIdentity."""
    from ..signing.seal import check_identity

    identity = _opened(p12, passphrase)
    check_identity(identity, now)
    if identity.code != point.code:
        raise CodesDisagree(certificate=identity.code, ledger=point.code)
    return identity.not_after.astimezone(now.tzinfo).date()


def state_json(state: IdentityState, t: Any) -> dict[str, Any]:
    """The answer of `identity show`."""
    return {
        "name": state.name,
        "code": state.code,
        "fingerprint": state.fingerprint,
        "not_before": state.not_before.isoformat(),
        "not_after": state.not_after.isoformat(),
        "fault": t.of(state.fault) if state.fault else None,
        "reminder": t.of(state.reminder) if state.reminder else None,
    }


def _opened(p12: Path, passphrase: str) -> "Identity":
    from ..signing.identity import load_identity

    return load_identity(read_identity(p12), passphrase, path=str(p12))


def read_identity(path: Path) -> bytes:
    """The bytes of an identity file. Raises CannotRead."""
    try:
        return read_regular(path, _LARGEST)
    except OSError as trouble:
        raise CannotRead(path=path, detail=trouble.strerror) from trouble
