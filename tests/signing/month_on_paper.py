"""A small month's file and throw-away keys, all made at test time."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pikepdf
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from reportlab.pdfgen.canvas import Canvas

from burden_desktop.report.archive import archive
from burden_desktop.signing.identity import Identity, load_identity, new_identity
from burden_desktop.signing.seal import seal
from burden_desktop.signing.trust import Trust, read_trust

COLOURS = Path(__file__).resolve().parents[2] / "resources" / "color" / "sRGB.icc"
FONT = Path(__file__).resolve().parents[2] / "resources" / "fonts" / "NotoSansSC-Regular.ttf"
NOW = datetime(2026, 4, 2, 1, 30, tzinfo=UTC)
PASSPHRASE = "青石 passphrase"  # noqa: S105 - guards throw-away keys only
SUBMISSION = b'{"format": "burden-desktop/submission"}'
ATTACHED = {"records.csv": b"number\r\n", "submission.json": SUBMISSION}
LINES = ("青石镇柳湾村", "代码 QS-01", "2026年4月2日")


@dataclass(frozen=True)
class Month:
    """One sealed file and what belongs to it."""

    identity: Identity
    unsigned: bytes
    sealed: bytes
    trust: Trust


def month_file(
    attachments: dict[str, bytes] | None = None,
    *,
    associated: bool = True,
    change: Callable[[pikepdf.Pdf], None] | None = None,
) -> bytes:
    """A one-page PDF with attachments in /Names/EmbeddedFiles and, if `associated`, in /AF, after `change`."""
    page = BytesIO()
    canvas = Canvas(page)
    canvas.rect(72, 720, 100, 20)
    canvas.showPage()
    canvas.save()
    made = archive(
        page.getvalue(), title="a", author="b", made_at=NOW, attachments=ATTACHED if attachments is None else attachments, colours=COLOURS
    )
    out = BytesIO()
    with pikepdf.open(BytesIO(made)) as pdf:
        del pdf.pages[0].Resources.Font  # reportlab lists a font of its own even where nothing is written
        if not associated:
            del pdf.Root.AF
        if change is not None:
            change(pdf)
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return out.getvalue()


def sealed(pdf: bytes, identity: Identity, *, now: datetime = NOW) -> bytes:
    return seal(pdf, identity, page=0, box=(60, 60, 260, 130), text_lines=LINES, font=FONT, now=now)


def opened(name: str, code: str, algorithm: str = "ec", now: datetime = NOW) -> Identity:
    return load_identity(new_identity(name, code, PASSPHRASE, algorithm=algorithm, now=now), PASSPHRASE, path="x.p12")


def trusting(folder: Path, **certificates: bytes) -> Trust:
    folder.mkdir(exist_ok=True)
    for name, content in certificates.items():
        (folder / f"{name}.cer").write_bytes(content)
    return read_trust(folder)


def identity_of(
    *,
    name: str = "青石镇柳湾村",
    code: str = "QS-01",
    ca: bool = False,
    intent: bool = True,
    curve: ec.EllipticCurve | None = None,
) -> Identity:
    """An identity that our own maker would refuse to make."""
    key = ec.generate_private_key(curve or ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    if code:
        subject = x509.Name([*subject, x509.NameAttribute(NameOID.SERIAL_NUMBER, code)])
    usage = x509.KeyUsage(True, intent, False, False, False, ca, False, False, False)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOW - timedelta(days=1))
        .not_valid_after(NOW + timedelta(days=365))
        .add_extension(x509.BasicConstraints(ca, None), critical=True)
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256())
    )
    return Identity(name, code, certificate.not_valid_before_utc, certificate.not_valid_after_utc, "", certificate, key)
