"""A certificate as a commission looks at it before it believes it: whose, until when, with which fingerprint."""

from collections.abc import Iterable

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from ..domain.handed_in.receiving import Enrolled, OfferedCertificate
from ..domain.texts import Sentence, say
from .identity import subject_part
from .suitable import weakness
from .trust import UNREADABLE, Pin, Trust, one_certificate


def look_at(content: bytes) -> OfferedCertificate | None:
    """The certificate in a .cer (DER or PEM); None for what is none."""
    certificate = one_certificate(content)
    if certificate is None:
        return None
    try:
        code, name = (subject_part(certificate, oid) for oid in (NameOID.SERIAL_NUMBER, NameOID.COMMON_NAME))
        fault = weakness(certificate) or (None if code and name else say("证书中没有监测点代码或名称"))
    except UNREADABLE:
        code = name = ""
        fault = say("证书内容有误")
    return OfferedCertificate(
        name=name,
        code=code,
        fingerprint=certificate.fingerprint(hashes.SHA256()).hex(),
        der=certificate.public_bytes(Encoding.DER),
        not_before=certificate.not_valid_before_utc,
        not_after=certificate.not_valid_after_utc,
        fault=fault,
    )


def trust_in(enrolled: Iterable[Enrolled]) -> Trust:
    """Each certificate pinned for its point; a suspended one is refused by name, whatever time a file claims."""
    pins: dict[bytes, Pin] = {}
    barred: dict[bytes, Sentence] = {}
    for one in enrolled:
        if one.suspended_at:
            barred[one.certificate] = say("签名证书已于{day}停用：{reason}", day=one.suspended_at[:10], reason=one.reason)
        else:
            pins[one.certificate] = Pin(f"{one.code}.cer", one.name, one.code)
    return Trust(pins, (), barred)


