"""A point's signing key: made, locked with a passphrase, opened again. The key never leaves this room unlocked.

The certificate is self-signed and a leaf (CA:FALSE): the commission pins exactly this one, so that nobody can
issue further certificates from it.
"""

import re
import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Final

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from cryptography.hazmat.primitives.serialization import pkcs12 as p12
from cryptography.x509.oid import NameOID

from ..domain.errors.signing import KeyDoesNotFit, UnsuitableIdentity, WrongPassphrase
from ..domain.passphrase import need_length
from ..domain.point import Point
from ..domain.texts import Sentence, say
from .lock import with_slow_lock
from .rare_names import comparable, quiet_about_length
from .suitable import weakness

ROUNDS: Final = 600_000
"""Rounds of the key derivation; OWASP's floor for PBKDF2-HMAC-SHA256 (cryptography's default is 20,000)."""
SALT: Final = 16
"""Random bytes that make equal passphrases unlike."""
RSA_BITS: Final = 3072
YEARS: Final = 3
LONGEST_NAME: Final = 64
"""Characters of a common name (X.520, ub-common-name)."""
LEEWAY: Final = timedelta(minutes=5)
"""The certificate begins this much before now: office clocks differ."""

PrivateKey = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey


@dataclass(frozen=True, slots=True)
class Identity:
    """An opened signing key. `name` and `code` are the point's; times are aware UTC; `fingerprint` is the
    SHA-256 of the certificate in hexadecimal. The key is kept out of `repr`."""

    name: str
    code: str
    not_before: datetime
    not_after: datetime
    fingerprint: str
    certificate: x509.Certificate = field(repr=False, compare=False)
    key: PrivateKey = field(repr=False, compare=False)


def new_identity(name: str, code: str, passphrase: str, *, algorithm: str = "ec", now: datetime) -> bytes:
    """A new key and certificate as PKCS#12 bytes (PBES2, AES-256, HMAC-SHA256, 600,000 rounds).

    `algorithm` is "ec" (P-256) or "rsa" (3072 bits). Raises WeakPassphrase, UnsuitableIdentity (unknown
    algorithm or a name too long for a certificate), InvalidPoint and MissingName."""
    Point(name=name, code=code)
    need_length(passphrase)
    key = _new_key(algorithm)
    return _locked(key, _self_signed(name.strip(), code, key, now), code, passphrase)


def _locked(key: PrivateKey, certificate: x509.Certificate, code: str, passphrase: str) -> bytes:
    need_length(passphrase)
    locked = (
        PrivateFormat.PKCS12.encryption_builder()
        .kdf_rounds(ROUNDS)
        .key_cert_algorithm(p12.PBES.PBESv2SHA256AndAES256CBC)
        .hmac_hash(hashes.SHA256())
        .build(passphrase.encode())
    )
    packed = p12.serialize_key_and_certificates(code.encode(), key, certificate, None, locked)
    return with_slow_lock(packed, passphrase, salt=secrets.token_bytes(SALT), rounds=ROUNDS)


def load_identity(pkcs12: bytes, passphrase: str, *, path: str) -> Identity:
    """Open PKCS#12 bytes. `path` is only for the sentence shown when it fails.

    Raises WrongPassphrase (also for a file that is no PKCS#12), KeyDoesNotFit, UnsuitableIdentity."""
    try:
        key, certificate, _others = p12.load_key_and_certificates(pkcs12, passphrase.encode())
    except ValueError as trouble:
        raise WrongPassphrase(path=path) from trouble
    except UnsupportedAlgorithm as trouble:
        raise UnsuitableIdentity(detail=_unknown_algorithm(str(trouble))) from trouble
    if key is None or certificate is None:
        raise KeyDoesNotFit()
    if not isinstance(key, ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey):
        raise UnsuitableIdentity(detail=say("密钥须为EC或RSA"))
    if _public(key.public_key()) != _public(certificate.public_key()):
        raise KeyDoesNotFit()
    return Identity(
        name=subject_part(certificate, NameOID.COMMON_NAME),
        code=subject_part(certificate, NameOID.SERIAL_NUMBER),
        not_before=certificate.not_valid_before_utc,
        not_after=certificate.not_valid_after_utc,
        fingerprint=certificate.fingerprint(hashes.SHA256()).hex(),
        certificate=certificate,
        key=key,
    )


def certificate_of(identity: Identity) -> bytes:
    """The certificate as DER, to be handed to the commission as a .cer file. Holds nothing secret."""
    return identity.certificate.public_bytes(Encoding.DER)


def unlocked_key(identity: Identity) -> bytes:
    """The private key as unencrypted PKCS#8 DER, for the signer in memory only; never write it anywhere."""
    return identity.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())


def subject_part(certificate: x509.Certificate, oid: x509.ObjectIdentifier) -> str:
    """The one value of `oid` in the subject, or "" when there is none or more than one."""
    with quiet_about_length():
        values = [attribute.value for attribute in certificate.subject.get_attributes_for_oid(oid)]
    return values[0] if len(values) == 1 and isinstance(values[0], str) else ""


def relocked(pkcs12: bytes, passphrase: str, new_passphrase: str, *, path: str) -> bytes:
    """An identity from elsewhere (.p12, .pfx, also with the old weak encryption) in our own strong lock.

    Raises what `load_identity` raises, WeakPassphrase, and UnsuitableIdentity for a certificate that must not sign."""
    identity = load_identity(pkcs12, passphrase, path=path)
    fault = weakness(identity.certificate)
    if fault is not None or not identity.code:
        raise UnsuitableIdentity(detail=fault or say("证书中没有监测点代码"))
    return _locked(identity.key, identity.certificate, identity.code, new_passphrase)


def _unknown_algorithm(told: str) -> Sentence:
    """Names the curve of a key that the library cannot load, by its number if we know no name."""
    number = re.search(r"\d+(\.\d+){3,}", told)
    if number is None:
        return say("密钥或加密方式不受支持")
    return say("不支持密钥的曲线 {curve}，须为P-256或P-384", curve=_CURVES.get(number[0], number[0]))


_CURVES: Final = {"1.2.156.10197.1.301": "SM2", "1.3.132.0.10": "secp256k1", "1.3.132.0.16": "sect283k1"}


def _new_key(algorithm: str) -> PrivateKey:
    if algorithm == "ec":
        return ec.generate_private_key(ec.SECP256R1())
    if algorithm == "rsa":
        return rsa.generate_private_key(public_exponent=65537, key_size=RSA_BITS)
    raise UnsuitableIdentity(detail=say("没有“{algorithm}”这种算法，可用 ec 或 rsa", algorithm=algorithm))


def _self_signed(name: str, code: str, key: PrivateKey, now: datetime) -> x509.Certificate:
    if len(name) > LONGEST_NAME:
        raise UnsuitableIdentity(detail=say("名称不能超过64个字符"))
    # The library counts bytes, three for a Chinese character; the standard counts characters.
    with quiet_about_length():
        named = x509.NameAttribute(NameOID.COMMON_NAME, comparable(name), _validate=False)
    subject = x509.Name([named, x509.NameAttribute(NameOID.SERIAL_NUMBER, code)])
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - LEEWAY)
        .not_valid_after(_years_later(now))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_signing_only(), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )
    return builder.sign(key, hashes.SHA256())


def _years_later(now: datetime) -> datetime:
    utc = now.astimezone(UTC)
    last_day = 28 if (utc.month, utc.day) == (2, 29) else utc.day
    return utc.replace(year=utc.year + YEARS, day=last_day)


def _signing_only() -> x509.KeyUsage:
    """digitalSignature and nonRepudiation: without the second, verifiers that ask for intent refuse the leaf."""
    return x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )


def _public(key: object) -> bytes:
    return key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)  # type: ignore[attr-defined, no-any-return]
