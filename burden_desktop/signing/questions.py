"""Questions to ask of a signature, each one function: true, or a refusal.

pyHanko's own defaults are milder: they accept junk after the end, an orphan object, an expired pinned certificate.
"""

from datetime import datetime
from typing import Final

from asn1crypto import algos, cms, core  # type: ignore[import-untyped]
from pyhanko.sign.diff_analysis import NO_CHANGES_DIFF_POLICY
from pyhanko.sign.fields import MDPPerm
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.pdf_embedded import read_certification_data
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from .der import is_strict
from .one_writing import container as container_of
from .one_writing import is_lower
from .opened import Opened

DIGESTS: Final = frozenset({"sha256", "sha384", "sha512"})
SIGNATURES: Final = frozenset(
    {"sha256_ecdsa", "sha384_ecdsa", "sha512_ecdsa", "sha256_rsa", "sha384_rsa", "sha512_rsa"}
)
RSA_OF_SIGNED_DIGEST: Final = frozenset({"rsassa_pkcs1v15", "rsassa_pss"})
ATTRIBUTES: Final = {"content_type", "message_digest", "signing_certificate_v2"}
"""What is signed beside the file (ETSI EN 319 142-1); a time or place told there would contradict the file's."""
DETACHED: Final = bytes.fromhex("300b06092a864886f70d010701")
"""SEQUENCE { id-data }: what is signed stands outside the container."""


def status_of(opened: Opened, at: datetime) -> PdfSignatureStatus:
    """pyHanko's answers: digest and signature, coverage, changes. Whom to trust is our own question."""
    context = ValidationContext(
        trust_roots=[opened.signature.signer_cert], allow_fetching=False, moment=at, best_signature_time=at
    )
    return validate_pdf_signature(
        opened.signature,
        signer_validation_context=context,
        diff_policy=NO_CHANGES_DIFF_POLICY,
        key_usage_settings=KeyUsageConstraints(key_usage={"non_repudiation"}),
    )


def covers_every_byte(opened: Opened) -> bool:
    """The file is two signed stretches, and between them stands nothing but this signature as hexadecimal."""
    stretches = [int(place) for place in opened.signature.byte_range]
    if len(stretches) != 4:
        return False
    start, first, second, length = stretches
    if start != 0 or not 0 < first < second or length <= 0 or second + length != len(opened.pdf):
        return False
    between = opened.pdf[first:second]
    return between == f"<{opened.signature.pkcs7_content.hex().upper()}>".encode()


def ends_at_the_end(opened: Opened) -> bool:
    """The last bytes are the end-of-file mark, so that no reader looks further."""
    return opened.pdf.rstrip(b"\r\n").endswith(b"%%EOF")


def container_is_plain(opened: Opened) -> bool:
    """The unsigned parts of the container hold nothing of their own: one signer, one certificate, no unsigned
    attributes, strict DER, zeros as padding."""
    content = opened.signature.pkcs7_content
    container = cms.ContentInfo.load(content)
    written = container.dump()
    signed = container["content"]
    signers = signed["signer_infos"]
    return (
        not any(content[len(written) :])
        and is_strict(written)
        and is_lower(signers[0]["signature"].native, opened.certificate)
        and content[: len(written)] == container_of(signed)
        and len(signers) == 1
        and len(signed["certificates"]) == 1
        and not signed["crls"].native
        and not signers[0]["unsigned_attrs"].native
        and {attribute["type"].native for attribute in signers[0]["signed_attrs"]} == ATTRIBUTES
        and container["content_type"].native == "signed_data"
        and signed["encap_content_info"].dump() == DETACHED
        and _is_ordinary(signed, signers[0], opened)
    )


def _is_ordinary(signed: cms.SignedData, signer: cms.SignerInfo, opened: Opened) -> bool:
    """Versions, names of algorithms and of the signer are written in the one ordinary way (RFC 5652, 5754)."""
    certificate = opened.signature.signer_cert
    sid = cms.IssuerAndSerialNumber({"issuer": certificate.issuer, "serial_number": certificate.serial_number})
    digest = signer["digest_algorithm"].dump()
    return (
        signed["version"].native == "v1"
        and signer["version"].native == "v1"
        and signer["sid"].chosen.dump() == sid.dump()
        and _parameters_are_empty(signer["digest_algorithm"])
        and [listed.dump() for listed in signed["digest_algorithms"]] == [digest]
        and _parameters_are_empty(signer["signature_algorithm"])
    )


def _parameters_are_empty(algorithm: cms.SignedDigestAlgorithm | algos.DigestAlgorithm) -> bool:
    """Digests and ECDSA have none, RSA NULL; PSS says more, which pyHanko compares with what is signed."""
    if algorithm["algorithm"].native == "rsassa_pss":
        return True
    return algorithm["parameters"].dump() in (b"", core.Null().dump())


def allows_no_change(opened: Opened) -> bool:
    """A certification with P=1, named as such by the catalogue."""
    certification = read_certification_data(opened.reader)
    if certification is None or opened.signature.docmdp_level is not MDPPerm.NO_CHANGES:
        return False
    pointed = opened.reader.root["/Perms"].raw_get("/DocMDP")
    field_value = opened.signature.sig_field.raw_get("/V")
    return certification.permission is MDPPerm.NO_CHANGES and pointed.reference == field_value.reference


def unchanged_since(status: PdfSignatureStatus) -> bool:
    """pyHanko's coverage and difference analysis under its NO_CHANGES policy."""
    return status.coverage is SignatureCoverageLevel.ENTIRE_FILE and bool(status.docmdp_ok)


def form_is_pades(opened: Opened) -> bool:
    """SubFilter ETSI.CAdES.detached (ETSI EN 319 142-1)."""
    return bool(opened.signature.sig_object.get("/SubFilter") == "/ETSI.CAdES.detached")


def digest_is_strong(opened: Opened) -> bool:
    """SHA-256 or more, for the file and for the signature."""
    algorithm = opened.signature.signer_info["signature_algorithm"]["algorithm"].native
    return opened.signature.md_algorithm in DIGESTS and algorithm in SIGNATURES | RSA_OF_SIGNED_DIGEST
