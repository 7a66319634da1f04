"""What other people's tools say of our seal: poppler, OpenSSL, mutool.

NSS, which pdfsig asks for trust, does not know pinned leaves (“issuer is unknown”): trust is ours to judge."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from burden_desktop.signing.identity import Identity, certificate_of

from .. import strangers_signature as strangers
from .month_on_paper import Month, month_file, sealed

Needs = Callable[[str], str]


@pytest.fixture(params=["ec", "rsa"])
def sealed_by(request: pytest.FixtureRequest, village: Identity, rsa_village: Identity) -> Identity:
    return village if request.param == "ec" else rsa_village


def test_pdfsig_says_valid_and_whole(sealed_by: Identity, tmp_path: Path, needs: Needs) -> None:
    needs("pdfsig"), needs("certutil")
    pdf, certificate = tmp_path / "a.pdf", tmp_path / "a.cer"
    pdf.write_bytes(sealed(month_file(), sealed_by))
    certificate.write_bytes(certificate_of(sealed_by))
    said = strangers.pdfsig(pdf, certificate, tmp_path / "nss")
    assert "Signature is Valid." in said
    assert "Total document signed" in said
    assert "ETSI.CAdES.detached" in said


def test_openssl_verifies_the_container(sealed_by: Identity, tmp_path: Path, needs: Needs) -> None:
    needs("openssl")
    pem = tmp_path / "a.pem"
    pem.write_bytes(sealed_by.certificate.public_bytes(Encoding.PEM))
    pdf = sealed(month_file(), sealed_by)
    assert "erification successful" in strangers.openssl_cms(pdf, pem, tmp_path)
    place = pdf.index(b"stream\n") + 20
    changed = pdf[:place] + bytes([pdf[place] ^ 1]) + pdf[place + 1 :]
    with pytest.raises(subprocess.CalledProcessError):
        strangers.openssl_cms(changed, pem, tmp_path)


def test_mutool_says_unchanged(month: Month, tmp_path: Path, needs: Needs) -> None:
    needs("mutool")
    pdf = tmp_path / "a.pdf"
    pdf.write_bytes(month.sealed)
    assert "unchanged since signing" in strangers.mutool_sign(pdf)
    pdf.write_bytes(month.sealed + b"x")
    assert "unchanged since signing" not in strangers.mutool_sign(pdf)
