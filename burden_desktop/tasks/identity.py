"""Signing identities as files: make one, take its certificate out for the commission."""

from datetime import datetime
from pathlib import Path

from ..domain.errors.ledger import CannotRead
from ..domain.errors.signing import IdentityExists
from ..domain.point import Point
from .write_file import write_file


def make_identity(point: Point, out: Path, passphrase: str, *, algorithm: str, now: datetime) -> None:
    """Write a new key and self-signed certificate to `out` (PKCS#12). Raises IdentityExists, WeakPassphrase."""
    from ..signing.identity import new_identity  # cryptography is only needed here

    if out.exists():
        raise IdentityExists(path=out)
    write_file(out, new_identity(point.name, point.code, passphrase, algorithm=algorithm, now=now), private=True)


def export_certificate(p12: Path, passphrase: str, out: Path) -> None:
    """Write the certificate alone (DER), to be given to the commission. Raises WrongPassphrase."""
    from ..signing.identity import certificate_of, load_identity

    write_file(out, certificate_of(load_identity(read_identity(p12), passphrase, path=str(p12))))


def read_identity(path: Path) -> bytes:
    """The bytes of an identity file. Raises CannotRead."""
    try:
        return path.read_bytes()
    except OSError as trouble:
        raise CannotRead(path=path, detail=trouble.strerror or type(trouble).__name__) from trouble
