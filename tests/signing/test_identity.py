"""Keys: made strong, opened only with their passphrase, silent about their secret."""

import subprocess
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import NoEncryption
from cryptography.hazmat.primitives.serialization import pkcs12 as p12

from burden_desktop.domain.errors.entry import InvalidPoint, MissingName
from burden_desktop.domain.errors.signing import KeyDoesNotFit, UnsuitableIdentity, WeakPassphrase, WrongPassphrase
from burden_desktop.signing.identity import Identity, certificate_of, load_identity, new_identity
from burden_desktop.signing.suitable import weakness

from .month_on_paper import NOW, PASSPHRASE, identity_of


def test_identity_names_its_point_and_lasts_three_years(village: Identity) -> None:
    assert (village.name, village.code) == ("青石镇柳湾村", "QS-01")
    assert NOW - timedelta(minutes=10) < village.not_before < NOW
    assert village.not_after == datetime(2029, 4, 2, 1, 30, tzinfo=UTC)
    assert len(village.fingerprint) == 64


def test_identity_made_on_a_leap_day_ends_on_the_28th() -> None:
    made = new_identity("甲村", "A-1", PASSPHRASE, algorithm="ec", now=datetime(2028, 2, 29, tzinfo=UTC))
    assert load_identity(made, PASSPHRASE, path="x").not_after == datetime(2031, 2, 28, tzinfo=UTC)


def test_certificate_is_a_leaf_for_signing_only(village: Identity) -> None:
    certificate = x509.load_der_x509_certificate(certificate_of(village))
    basic = certificate.extensions.get_extension_for_class(x509.BasicConstraints)
    usage = certificate.extensions.get_extension_for_class(x509.KeyUsage)
    assert basic.critical and not basic.value.ca
    assert usage.critical and usage.value.digital_signature and usage.value.content_commitment
    assert not usage.value.key_cert_sign
    assert weakness(certificate) is None


def test_rsa_key_has_3072_bits(rsa_village: Identity) -> None:
    assert isinstance(rsa_village.key, rsa.RSAPrivateKey)
    assert rsa_village.key.key_size == 3072


def test_ec_key_is_on_p256(village: Identity) -> None:
    assert isinstance(village.key, ec.EllipticCurvePrivateKey)
    assert isinstance(village.key.curve, ec.SECP256R1)


def test_file_is_locked_with_aes_256_and_600000_rounds(tmp_path: Path, needs: Callable[[str], str]) -> None:
    file = tmp_path / "a.p12"
    file.write_bytes(new_identity("甲村", "A-1", "passphrase", algorithm="ec", now=NOW))
    said = subprocess.run(
        [needs("openssl"), "pkcs12", "-info", "-noout", "-in", str(file), "-passin", "pass:passphrase"],
        capture_output=True,
        check=True,
    ).stderr.decode()
    assert "MAC: sha256, Iteration 600000" in said
    assert said.count("PBES2, PBKDF2, AES-256-CBC, Iteration 600000, PRF hmacWithSHA256") == 2


def test_secret_is_not_shown(village: Identity) -> None:
    assert "key" not in repr(village)
    assert "PRIVATE" not in repr(village)


@pytest.mark.parametrize("passphrase", ["", "short", "7 chars"])
def test_short_passphrase_is_refused(passphrase: str) -> None:
    with pytest.raises(WeakPassphrase, match="8"):
        new_identity("甲村", "A-1", passphrase, algorithm="ec", now=NOW)


def test_wrong_passphrase_is_refused() -> None:
    made = new_identity("甲村", "A-1", PASSPHRASE, algorithm="ec", now=NOW)
    with pytest.raises(WrongPassphrase, match=r"a\.p12"):
        load_identity(made, "another passphrase", path="a.p12")


@pytest.mark.parametrize("content", [b"", b"not a key", b"\x30\x80" * 40])
def test_file_that_is_no_key_is_refused(content: bytes) -> None:
    with pytest.raises(WrongPassphrase):
        load_identity(content, PASSPHRASE, path="a.p12")


def test_key_of_another_certificate_is_refused(village: Identity, other_village: Identity) -> None:
    mixed = p12.serialize_key_and_certificates(b"x", village.key, None, [other_village.certificate], NoEncryption())
    with pytest.raises(KeyDoesNotFit):
        load_identity(mixed, "", path="a.p12")


def test_key_that_disagrees_with_its_certificate_is_refused(
    village: Identity, other_village: Identity, monkeypatch: pytest.MonkeyPatch
) -> None:
    pair = (village.key, other_village.certificate, [])
    monkeypatch.setattr(p12, "load_key_and_certificates", lambda *_: pair)
    with pytest.raises(KeyDoesNotFit):
        load_identity(b"", "", path="a.p12")


def test_other_kinds_of_key_are_refused(village: Identity) -> None:
    key = ed25519.Ed25519PrivateKey.generate()
    builder = x509.CertificateBuilder(village.certificate.subject, village.certificate.subject, key.public_key())
    certificate = builder.serial_number(1).not_valid_before(NOW).not_valid_after(NOW + timedelta(1)).sign(key, None)
    packed = p12.serialize_key_and_certificates(b"x", key, certificate, None, NoEncryption())
    with pytest.raises(UnsuitableIdentity):
        load_identity(packed, "", path="a.p12")


def test_unknown_algorithm_is_refused() -> None:
    with pytest.raises(UnsuitableIdentity, match="dsa"):
        new_identity("甲村", "A-1", PASSPHRASE, algorithm="dsa", now=NOW)


def test_name_too_long_for_a_certificate_is_refused() -> None:
    with pytest.raises(UnsuitableIdentity, match="64"):
        new_identity("村" * 65, "A-1", PASSPHRASE, algorithm="ec", now=NOW)


def test_point_without_code_or_name_is_refused() -> None:
    with pytest.raises(InvalidPoint):
        new_identity("甲村", "甲 1", PASSPHRASE, algorithm="ec", now=NOW)
    with pytest.raises(MissingName):
        new_identity("  ", "A-1", PASSPHRASE, algorithm="ec", now=NOW)


def test_weak_certificates_are_told_apart() -> None:
    assert "CA" in str(weakness(identity_of(ca=True).certificate))
    assert "不可否认" in str(weakness(identity_of(intent=False).certificate))
    assert "P-256" in str(weakness(identity_of(curve=ec.SECP521R1()).certificate))
    assert weakness(identity_of(curve=ec.SECP384R1()).certificate) is None
