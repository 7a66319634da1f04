"""Whom the commission believes: the certificates lying directly in its trust folder, each pinned as it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from ..domain.errors.ledger import CannotRead
from ..domain.errors.signing import TrustFolderMissing
from ..domain.texts import Sentence, say
from ..regular import read_regular
from .identity import subject_part
from .suitable import may_issue

LARGEST: Final = 1_000_000
"""Bytes; a certificate has two thousand."""


@dataclass(frozen=True, slots=True)
class Pin:
    """One certificate believed for the point `code`."""

    file: str
    name: str
    code: str


@dataclass(frozen=True, slots=True)
class Trust:
    """`pins` by the certificate's DER bytes; `refused` says of the others why they do not count."""

    pins: Mapping[bytes, Pin] = field(default_factory=dict)
    refused: tuple[Sentence, ...] = ()
    refused_certificates: Mapping[bytes, Sentence] = field(default_factory=dict)


def read_trust(folder: Path) -> Trust:
    """Read every .cer (DER or PEM) directly in `folder`; folders below are not looked at.

    Raises TrustFolderMissing and CannotRead. A file that is no usable certificate goes to `refused`."""
    if not folder.is_dir():
        raise TrustFolderMissing(path=folder)
    pins: dict[bytes, Pin] = {}
    refused: list[Sentence] = []
    barred: dict[bytes, Sentence] = {}
    try:
        files = sorted(file for file in folder.iterdir() if file.suffix.lower() == ".cer" and file.is_file())
        contents = [(file.name, read_regular(file) if file.stat().st_size <= LARGEST else b"") for file in files]
    except OSError as trouble:
        raise CannotRead(path=folder, detail=trouble.strerror) from trouble
    for name, content in contents:
        certificate = one_certificate(content)
        if certificate is None:
            refused.append(say("信任文件夹中的“{file}”不是证书，未采用。", file=name))
            continue
        der = certificate.public_bytes(Encoding.DER)
        fault = _unfit(certificate, name)
        if fault is None:
            pins[der] = Pin(name, subject_part(certificate, NameOID.COMMON_NAME), _code(certificate))
        else:
            refused.append(fault)
            barred[der] = fault
    return Trust(pins, tuple(refused), barred)


# Everything by which cryptography refuses a certificate that somebody else made.
UNREADABLE = (
    ValueError,
    UnsupportedAlgorithm,
    x509.InvalidVersion,
    x509.DuplicateExtension,
    x509.UnsupportedGeneralNameType,
)


def one_certificate(content: bytes) -> x509.Certificate | None:
    """The one certificate in a file, DER or PEM."""
    try:
        if content.lstrip().startswith(b"-----BEGIN"):
            (certificate,) = x509.load_pem_x509_certificates(content)
            return certificate
        return x509.load_der_x509_certificate(content)
    except UNREADABLE:
        return None


def _unfit(certificate: x509.Certificate, file: str) -> Sentence | None:
    try:
        issuing, code = may_issue(certificate), _code(certificate)
    except UNREADABLE:  # extensions or names that cannot be read
        return say("信任文件夹中的“{file}”内容有误，未采用。", file=file)
    if issuing:
        return say(
            "信任文件夹中的“{file}”是签发机构证书（CA），可以冒签其他监测点，未采用。请换成监测点自己的证书。",
            file=file,
        )
    if not code:
        return say("信任文件夹中的“{file}”没有监测点代码，未采用。", file=file)
    return None


def _code(certificate: x509.Certificate) -> str:
    return subject_part(certificate, NameOID.SERIAL_NUMBER)
