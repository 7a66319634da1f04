"""The trust folder: each .cer directly in it pins exactly itself."""

from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from burden_desktop.domain.errors.ledger import CannotRead
from burden_desktop.domain.errors.signing import TrustFolderMissing
from burden_desktop.signing import trust as trust_module
from burden_desktop.signing.identity import Identity, certificate_of
from burden_desktop.signing.trust import Pin, read_trust

from .month_on_paper import identity_of, trusting


def test_der_and_pem_are_read(village: Identity, other_village: Identity, tmp_path: Path) -> None:
    pem = other_village.certificate.public_bytes(Encoding.PEM)
    trust = trusting(tmp_path / "t", a=certificate_of(village), b=pem)
    assert trust.pins == {
        certificate_of(village): Pin("a.cer", "青石镇柳湾村", "QS-01"),
        certificate_of(other_village): Pin("b.cer", "青石镇石桥村", "QS-02"),
    }
    assert trust.refused == ()


def test_only_cer_files_directly_in_the_folder_count(village: Identity, tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "a.cer").write_bytes(certificate_of(village))
    (tmp_path / "a.pem").write_bytes(certificate_of(village))
    (tmp_path / "folder.cer").mkdir()
    assert read_trust(tmp_path).pins == {}


def test_capital_ending_counts(village: Identity, tmp_path: Path) -> None:
    (tmp_path / "A.CER").write_bytes(certificate_of(village))
    assert len(read_trust(tmp_path).pins) == 1


def test_issuing_certificate_is_not_pinned(tmp_path: Path) -> None:
    issuing = identity_of(ca=True)
    trust = trusting(tmp_path / "t", ca=certificate_of(issuing))
    assert trust.pins == {}
    assert "CA" in str(trust.refused[0])
    assert certificate_of(issuing) in trust.refused_certificates


def test_certificate_without_code_is_not_pinned(tmp_path: Path) -> None:
    trust = trusting(tmp_path / "t", nobody=certificate_of(identity_of(code="")))
    assert trust.pins == {}
    assert "代码" in str(trust.refused[0])


def test_two_certificates_in_one_file_are_not_pinned(
    village: Identity, other_village: Identity, tmp_path: Path
) -> None:
    both = b"".join(one.certificate.public_bytes(Encoding.PEM) for one in (village, other_village))
    assert trusting(tmp_path / "t", both=both).pins == {}


@pytest.mark.parametrize("content", [b"", b"hello", b"-----BEGIN CERTIFICATE-----\nx", b"0" * 1_000_001])
def test_what_is_no_certificate_is_named_and_left_out(content: bytes, tmp_path: Path) -> None:
    trust = trusting(tmp_path / "t", odd=content)
    assert trust.pins == {}
    assert "odd.cer" in str(trust.refused[0])


def test_certificate_with_unreadable_parts_is_left_out(
    village: Identity, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(_: x509.Certificate) -> bool:
        raise ValueError

    monkeypatch.setattr(trust_module, "may_issue", unreadable)
    assert "有误" in str(trusting(tmp_path / "t", a=certificate_of(village)).refused[0])


def test_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(TrustFolderMissing, match="nowhere"):
        read_trust(tmp_path / "nowhere")


def test_folder_that_cannot_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    with pytest.raises(CannotRead, match="没有权限"):
        read_trust(tmp_path)


def test_a_certificate_of_an_impossible_version_is_passed_over_and_named(
    village: Identity, other_village: Identity, tmp_path: Path
) -> None:
    der = certificate_of(village)
    broken = der.replace(b"\xa0\x03\x02\x01\x02", b"\xa0\x03\x02\x01\x05", 1)
    assert broken != der
    trust = trusting(tmp_path / "t", a=broken, b=certificate_of(other_village))
    assert [pin.code for pin in trust.pins.values()] == ["QS-02"]
    assert len(trust.refused) == 1 and "a.cer" in str(trust.refused[0])
