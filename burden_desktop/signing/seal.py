"""Seal a month's PDF: refuse an unsuitable certificate first, then sign."""

from datetime import datetime
from pathlib import Path

from cryptography import x509

from ..domain.errors.signing import CertificateExpired, CertificateNotYetValid, UnsuitableIdentity
from ..domain.texts import say
from .identity import Identity
from .suitable import weakness


def seal(
    pdf: bytes,
    identity: Identity,
    *,
    page: int,
    box: tuple[float, float, float, float],
    text_lines: tuple[str, ...],
    font: Path,
    now: datetime,
    fallback_fonts: tuple[Path, ...] = (),
) -> bytes:
    """The sealed file: `pdf` unchanged plus one revision with a visible signature (PAdES B-B, certified, P=1).

    `page` counts from 0; `box` is (x1, y1, x2, y2) in points; `font` is a TrueType file whose used glyphs are
    embedded; `fallback_fonts` are read only if it lacks a character. `now` is aware. Raises CertificateExpired,
    CertificateNotYetValid, UnsuitableIdentity and CannotRead (font)."""
    check_identity(identity, now)
    # pyHanko costs 0.4 s to import: paid here, in the job that seals, not when the window opens.
    from .pades import sign
    from .stamp import SealStyle, fitting_font

    style = SealStyle(lines=text_lines, letters=fitting_font(text_lines, (font, *fallback_fonts)))
    x1, y1, x2, y2 = (round(edge) for edge in box)
    return sign(pdf, identity, page=page, box=(x1, y1, x2, y2), style=style, at=now)


def check_identity(identity: Identity, now: datetime) -> None:
    """Whether the commission will accept this certificate at `now`: pyHanko signs with an expired one in silence.

    Raises CertificateExpired, CertificateNotYetValid, UnsuitableIdentity."""
    certificate: x509.Certificate = identity.certificate
    if now > identity.not_after:
        raise CertificateExpired(until=identity.not_after.date().isoformat())
    if now < identity.not_before:
        raise CertificateNotYetValid(since=identity.not_before.date().isoformat())
    if not identity.code:
        raise UnsuitableIdentity(detail=say("证书中没有监测点代码"))
    fault = weakness(certificate)
    if fault is not None:
        raise UnsuitableIdentity(detail=fault)
