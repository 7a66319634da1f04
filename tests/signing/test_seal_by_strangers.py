"""Seals that our own maker would not make: each kind is refused, whoever made it."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from asn1crypto import keys, x509
from cryptography.hazmat.primitives.asymmetric import ec
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, SigSeedSubFilter, append_signature_field
from pyhanko.sign.signers import PdfSignatureMetadata, SimpleSigner
from pyhanko_certvalidator.registry import SimpleCertificateStore

from burden_desktop.signing.identity import Identity, certificate_of, unlocked_key
from burden_desktop.signing.pades import TimedSigner
from burden_desktop.signing.verify import examine

from .conftest import Reasons
from .month_on_paper import NOW, Month, identity_of, month_file, trusting

PADES, ADOBE = SigSeedSubFilter.PADES, SigSeedSubFilter.ADOBE_PKCS7_DETACHED


def signed(
    pdf: bytes,
    identity: Identity,
    *,
    certify: bool = True,
    permission: MDPPerm = MDPPerm.NO_CHANGES,
    subfilter: SigSeedSubFilter = PADES,
    digest: str = "sha256",
    field: str = "Other",
    extra: tuple[x509.Certificate, ...] = (),
    spare_field: bool = False,
) -> bytes:
    """Signed by pyHanko, with whatever settings."""
    store = SimpleCertificateStore()
    store.register_multiple(extra)
    signer = SimpleSigner(
        x509.Certificate.load(certificate_of(identity)), keys.PrivateKeyInfo.load(unlocked_key(identity)), store
    )
    metadata = PdfSignatureMetadata(
        field_name=field,
        md_algorithm=digest,
        certify=certify,
        docmdp_permissions=permission,
        subfilter=subfilter,
        signer_key_usage=set(),
    )
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    if spare_field:
        append_signature_field(writer, SigFieldSpec("Spare"))
    out = BytesIO()
    timed = TimedSigner(metadata, signer)
    timed.sealed_at = NOW
    timed.sign_pdf(writer, output=out)
    return out.getvalue()


def test_signature_that_nobody_can_see_is_refused(reasons: Reasons, village: Identity) -> None:
    assert "看不见" in reasons(signed(month_file(), village))


@pytest.mark.parametrize("permission", [MDPPerm.FILL_FORMS, MDPPerm.ANNOTATE])
def test_certification_that_allows_changes_is_refused(reasons: Reasons, village: Identity, permission: MDPPerm) -> None:
    assert "禁止更改" in reasons(signed(month_file(), village, permission=permission))


def test_approval_instead_of_certification_is_refused(reasons: Reasons, village: Identity) -> None:
    assert "禁止更改" in reasons(signed(month_file(), village, certify=False))


def test_two_signatures_are_refused(reasons: Reasons, village: Identity) -> None:
    once = signed(month_file(), village, permission=MDPPerm.FILL_FORMS)
    assert "2个签名" in reasons(signed(once, village, certify=False, field="Second"))


def test_spare_signature_field_is_refused(reasons: Reasons, village: Identity) -> None:
    assert "其他表单栏" in reasons(signed(month_file(), village, spare_field=True))


def test_other_signature_format_is_refused(reasons: Reasons, village: Identity) -> None:
    assert "PAdES" in reasons(signed(month_file(), village, subfilter=ADOBE))


def test_weak_digest_is_refused(reasons: Reasons, village: Identity) -> None:
    assert "SHA-256" in reasons(signed(month_file(), village, digest="sha1"))


def test_second_certificate_in_the_container_is_refused(
    reasons: Reasons, village: Identity, other_village: Identity
) -> None:
    companion = x509.Certificate.load(certificate_of(other_village))
    assert "夹带" in reasons(signed(month_file(), village, extra=(companion,)))


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        ({"ca": True}, "CA"),
        ({"intent": False}, "不可否认"),
        ({"curve": ec.SECP521R1()}, "P-384"),
        ({"code": ""}, "没有监测点代码"),
    ],
)
def test_unsuitable_certificate_is_refused_though_it_lies_in_the_trust_folder(
    tmp_path: Path, fault: dict[str, object], sentence: str
) -> None:
    identity = identity_of(**fault)  # type: ignore[arg-type]
    trust = trusting(tmp_path / "t", pinned=certificate_of(identity))
    verdict, payload = examine("a.pdf", signed(month_file(), identity), trust, at=NOW)
    assert not verdict.accepted
    assert payload is None
    assert sentence in "".join(map(str, verdict.reasons))


def test_signature_dictionary_of_another_type_is_refused(reasons: Reasons, month: Month) -> None:
    assert reasons(month.sealed.replace(b"/ETSI.CAdES.detached", b"/ETSI.RFC3161       "))
    assert reasons(month.sealed.replace(b"/SubFilter", b"/SubFiller"))


def test_signature_that_only_looks_like_one_is_refused(reasons: Reasons) -> None:
    out = BytesIO()
    with pikepdf.open(BytesIO(month_file())) as pdf:
        field = pikepdf.Dictionary(FT=pikepdf.Name.Sig, T="Seal", V=pikepdf.Dictionary(Type=pikepdf.Name.Sig))
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([pdf.make_indirect(field)]))
        pdf.save(out)
    assert reasons(out.getvalue())
