"""What a certificate must be to seal a month, asked alike before sealing and when a stranger's file is judged."""

from typing import Final

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from ..domain.texts import Sentence, say
from .rare_names import comparable, quiet_about_length

LEAST_RSA_BITS: Final = 2048
CURVES: Final = (ec.SECP256R1, ec.SECP384R1)


def weakness(certificate: x509.Certificate) -> Sentence | None:
    """Why `certificate` must not sign, or None. Validity in time is asked elsewhere: it depends on the day."""
    if may_issue(certificate):
        return say("这是签发机构证书（CA），不是监测点证书")
    if not names_are_comparable(certificate):
        return say("证书名称中有核验程序无法比对的生僻字")
    if not shows_intent(certificate):
        return say("证书用途中没有“不可否认”")
    if not strong_key(certificate):
        return say("密钥种类或长度不合要求，须为EC P-256、P-384或RSA 2048位以上")
    return None


def names_are_comparable(certificate: x509.Certificate) -> bool:
    """Whether the names of subject and issuer hold only characters by which names can be compared."""
    with quiet_about_length():
        values = [str(part.value) for name in (certificate.subject, certificate.issuer) for part in name]
    return all(comparable(value) == value for value in values)


def may_issue(certificate: x509.Certificate) -> bool:
    """Whether it could issue certificates for other points: such a one is never pinned."""
    try:
        return certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    except x509.ExtensionNotFound:
        return False


def shows_intent(certificate: x509.Certificate) -> bool:
    """Whether its key usage includes nonRepudiation (RFC 5280, 4.2.1.3)."""
    try:
        return certificate.extensions.get_extension_for_class(x509.KeyUsage).value.content_commitment
    except x509.ExtensionNotFound:
        return False


def strong_key(certificate: x509.Certificate) -> bool:
    """EC P-256 or P-384, or RSA of 2048 bits or more."""
    try:
        key = certificate.public_key()
    except (ValueError, UnsupportedAlgorithm):  # a curve that the library does not know
        return False
    if isinstance(key, rsa.RSAPublicKey):
        return key.key_size >= LEAST_RSA_BITS
    return isinstance(key, ec.EllipticCurvePublicKey) and isinstance(key.curve, CURVES)
