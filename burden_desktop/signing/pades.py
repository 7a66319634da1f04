"""The seal as a signature: PAdES B-B, a certification that allows no change, one visible field, no network.

Imported only where a seal is made: pyHanko takes 0.4 s to import.
"""

from datetime import datetime
from io import BytesIO
from typing import Final

from asn1crypto import keys, x509  # type: ignore[import-untyped]
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko_certvalidator.registry import SimpleCertificateStore

from .identity import Identity, certificate_of, unlocked_key
from .one_writing import OneWaySigner
from .stamp import SealStyle

FIELD: Final = "Seal"


class TimedSigner(PdfSigner):
    """pyHanko reads the clock itself; a seal's time is handed in."""

    sealed_at: datetime

    def init_signing_session(self, pdf_out: BasePdfFileWriter, existing_fields_only: bool = False) -> PdfSigningSession:
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self.sealed_at
        return session


class SealingWriter(IncrementalPdfFileWriter):
    """Adds what a signature needs and leaves title, dates and maker as the report tells them, which the verifier asks;
    pyHanko would write its own clock and name there."""

    def _update_meta(self) -> None:
        return


def sign(
    pdf: bytes,
    identity: Identity,
    *,
    page: int,
    box: tuple[int, int, int, int],
    style: SealStyle,
    at: datetime,
    permission: MDPPerm | None = MDPPerm.NO_CHANGES,
) -> bytes:
    """`pdf` with one more revision that holds the signature. `permission` None makes a mere approval.

    `page` counts from 0, `box` is in points from the lower left corner."""
    signer = OneWaySigner(
        signing_cert=x509.Certificate.load(certificate_of(identity)),
        signing_key=keys.PrivateKeyInfo.load(unlocked_key(identity)),
        cert_registry=SimpleCertificateStore(),  # type: ignore[no-untyped-call]
    )
    metadata = PdfSignatureMetadata(
        field_name=FIELD,
        md_algorithm="sha256",
        certify=permission is not None,
        docmdp_permissions=permission or MDPPerm.FILL_FORMS,
        subfilter=SigSeedSubFilter.PADES,
    )
    timed = TimedSigner(metadata, signer, stamp_style=style, new_field_spec=SigFieldSpec(FIELD, on_page=page, box=box))
    timed.sealed_at = at
    out = BytesIO()
    timed.sign_pdf(SealingWriter(BytesIO(pdf)), output=out)
    return out.getvalue()
