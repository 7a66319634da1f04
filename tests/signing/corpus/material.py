"""What forgers start from: a genuine month of a point, its key, another point's key, and the pens to write with."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
from asn1crypto import cms, keys
from asn1crypto import x509 as plain_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import NameOID
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.general import simple_cms_attribute
from pyhanko.sign.signers import PdfSignatureMetadata
from pyhanko_certvalidator.registry import SimpleCertificateStore

from burden_desktop.domain.handed_in.payload import CSV_NAME, FILE_NAME, compose, encode
from burden_desktop.domain.months.summary import MonthSummary
from burden_desktop.report.records_csv import records_csv
from burden_desktop.report.render import render
from burden_desktop.signing.identity import Identity, certificate_of, unlocked_key
from burden_desktop.signing.one_writing import OneWaySigner
from burden_desktop.signing.pades import SealingWriter, TimedSigner
from burden_desktop.signing.stamp import SealStyle, fitting_font, stamp_lines
from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks import close_month, enter
from burden_desktop.tasks.summarise import sum_up

from ...conftest import CHINA, StandingClock
from ...records import POINT
from ..month_on_paper import FONT, opened

AT = datetime(2026, 4, 2, 9, 30, tzinfo=CHINA)
BEGAN = AT - timedelta(days=30)
MARCH = close_month.Month(2026, 3)
Change = Callable[[pikepdf.Pdf], None]
Meanwhile = Callable[[SealingWriter], None]


class _Forging(SealingWriter):
    """Changes what it adds before it is signed."""

    meanwhile: Meanwhile | None = None

    def _update_meta(self) -> None:
        if self.meanwhile is not None:
            self.meanwhile(self)


class _Telling(OneWaySigner):
    """Signs more attributes than a seal has."""

    told: tuple[tuple[str, Any], ...] = ()

    async def signed_attrs(self, *given: Any, **named: Any) -> cms.CMSAttributes:
        usual = await super().signed_attrs(*given, **named)
        return cms.CMSAttributes([*usual, *(simple_cms_attribute(name, value) for name, value in self.told)])


@dataclass
class Material:
    """A point with its key, one closed month as `closing`, and the file `sealed` of it."""

    identity: Identity
    other: Identity
    closing: close_month.Closing

    def submission(self) -> dict[str, Any]:
        """The payload, to be changed by a forger."""
        closing = self.closing
        told = compose(sum_up(closing.material), closing.material.all_records, closing.chain, closing.issue)
        return json.loads(encode(told))  # type: ignore[no-any-return]

    def made(
        self,
        *,
        submission: bytes | None = None,
        table: bytes | None = None,
        closing: close_month.Closing | None = None,
        content_hash: str | None = None,
        seal_picture: bytes = b"",
        summary: MonthSummary | None = None,
    ) -> tuple[bytes, int, tuple[int, int, int, int]]:
        """An unsigned report: pages of `closing`, or of `summary`, with whatever payload; then page and box of the signature."""
        shown = closing or self.closing
        payload = submission if submission is not None else encode(self.submission())
        rendered = render(
            summary or sum_up(shown.material),
            shown.material.all_records,
            shown.issue,
            {FILE_NAME: payload, CSV_NAME: table or records_csv(self.closing.material.all_records)},
            draft=False,
            content_hash=sha256(payload).hexdigest() if content_hash is None else content_hash,
            seal_picture=seal_picture,
        )
        left, bottom, right, top = (round(edge) for edge in rendered.signature_box)
        return rendered.pdf, rendered.signature_page, (left, bottom, right, top)

    def signed(
        self,
        unsigned: tuple[bytes, int, tuple[int, int, int, int]] | None = None,
        *,
        change: Change | None = None,
        identity: Identity | None = None,
        permission: MDPPerm | None = MDPPerm.NO_CHANGES,
        digest: str = "sha256",
        subfilter: SigSeedSubFilter = SigSeedSubFilter.PADES,
        at: datetime = AT,
        stamp: tuple[str, ...] = (),
        meanwhile: Meanwhile | None = None,
        attributes: tuple[tuple[str, Any], ...] = (),
    ) -> bytes:
        """Sealed as the program would, by a signer who leaves its checks out."""
        pdf, page, box = unsigned or self.unsigned
        return sign(
            changed(pdf, change) if change else pdf, identity or self.identity, page=page, box=box,
            permission=permission, digest=digest, subfilter=subfilter, at=at, stamp=stamp, meanwhile=meanwhile,
            attributes=attributes,
        )  # fmt: skip

    @cached_property
    def unsigned(self) -> tuple[bytes, int, tuple[int, int, int, int]]:
        return self.made()

    @cached_property
    def sealed(self) -> bytes:
        """The genuine file."""
        return self.signed()

    @cached_property
    def gap(self) -> tuple[int, int]:
        """Where the signature's hexadecimal stands in `sealed`, angle brackets included."""
        return gap_of(self.sealed)


def gap_of(pdf: bytes) -> tuple[int, int]:
    found = re.search(rb"/ByteRange\s*\[\s*0 (\d+) (\d+) (\d+)", pdf)
    assert found is not None
    return int(found[1]), int(found[2])


def changed(pdf: bytes, change: Change) -> bytes:
    """`pdf` saved anew after `change`, in the way our own writer saves."""
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as opened_pdf:
        change(opened_pdf)
        opened_pdf.save(out, deterministic_id=True, fix_metadata_version=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return out.getvalue()


def sign(
    pdf: bytes,
    identity: Identity,
    *,
    page: int,
    box: tuple[int, int, int, int],
    permission: MDPPerm | None,
    digest: str = "sha256",
    subfilter: SigSeedSubFilter = SigSeedSubFilter.PADES,
    at: datetime = AT,
    field: str = "Seal",
    stamp: tuple[str, ...] = (),
    meanwhile: Meanwhile | None = None,
    attributes: tuple[tuple[str, Any], ...] = (),
) -> bytes:
    """One more signature on `pdf`. `permission` None makes a mere approval; `meanwhile` changes what signing adds, and
    `attributes` are signed beside the file."""
    signer = _Telling(
        plain_x509.Certificate.load(certificate_of(identity)),
        keys.PrivateKeyInfo.load(unlocked_key(identity)),
        SimpleCertificateStore(),
    )
    metadata = PdfSignatureMetadata(
        field_name=field,
        md_algorithm=digest,
        certify=permission is not None,
        docmdp_permissions=permission or MDPPerm.FILL_FORMS,
        subfilter=subfilter,
        signer_key_usage=set(),
    )
    lines = stamp or stamp_lines(POINT.name, MARCH.label, 1, at)
    timed = TimedSigner(
        metadata, signer, stamp_style=SealStyle(lines=lines, letters=fitting_font(lines, (FONT,))),
        new_field_spec=SigFieldSpec(field, on_page=page, box=box),
    )  # fmt: skip
    timed.sealed_at = at
    signer.told = attributes
    out, writer = BytesIO(), _Forging(BytesIO(pdf))
    writer.meanwhile = meanwhile
    timed.sign_pdf(writer, output=out)
    return out.getvalue()


def material(folder: Path, algorithm: str) -> Material:
    """A small month in a real ledger, not closed, so that it can be made again and again."""
    clock = StandingClock()
    with Ledger.create(folder / "ledger.db", POINT, clock=clock) as ledger:
        for day in range(1, 9):
            paper = {"received_on": f"2026-03-{day:02d}", "organ": f"青禾县第{day % 3}局", "title": f"关于第{day}件事的通知"}
            enter.enter(ledger, "document", paper)
        enter.enter(ledger, "meeting", {"held_on": "2026-03-05", "organ": "石桥镇党政办", "title": "防汛工作会议"})
        closing = close_month.prepare(ledger, MARCH, now=clock())
    identity = opened(POINT.name, POINT.code, algorithm, now=BEGAN)
    return Material(identity, opened("青禾县柳湾村", "LW-02", now=BEGAN), closing)


def odd_identity(
    *,
    key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey | None = None,
    issuer: Identity | None = None,
    ca: bool = False,
    intent: bool = True,
    begins: datetime = BEGAN,
    ends: datetime = AT + timedelta(days=365),
    name: str = POINT.name,
    code: str = POINT.code,
) -> Identity:
    """A key and certificate that our own maker would refuse to make."""
    own = key or ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name), x509.NameAttribute(NameOID.SERIAL_NUMBER, code)])
    usage = x509.KeyUsage(True, intent, False, False, False, ca, False, False, False)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.certificate.subject if issuer else subject)
        .public_key(own.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(ends)
        .add_extension(x509.BasicConstraints(ca, None), critical=True)
        .add_extension(usage, critical=True)
        .sign(issuer.key if issuer else own, hashes.SHA256())
    )
    return Identity(name, code, certificate.not_valid_before_utc, certificate.not_valid_after_utc, "", certificate, own)

