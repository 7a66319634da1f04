"""The seal: what it looks like, what it covers, and whose certificates it refuses."""

from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from burden_desktop.domain.errors.ledger import CannotRead
from burden_desktop.domain.errors.signing import CertificateExpired, CertificateNotYetValid, UnsuitableIdentity
from burden_desktop.signing.glyphs import read_font
from burden_desktop.signing.identity import Identity
from burden_desktop.signing.seal import seal
from burden_desktop.signing.stamp import fitting_font

from .month_on_paper import FONT, NOW, Month, identity_of, month_file, sealed


def test_sealing_only_appends(month: Month) -> None:
    assert month.sealed.startswith(month.unsigned)


def test_seal_is_the_only_form_field_and_certifies_that_nothing_may_change(month: Month) -> None:
    with pikepdf.open(BytesIO(month.sealed)) as pdf:
        (field,) = pdf.Root.AcroForm.Fields
        signature = field.V
        assert signature.SubFilter == "/ETSI.CAdES.detached"
        assert signature.Reference[0].TransformParams.P == 1
        assert pdf.Root.Perms.DocMDP.objgen == signature.objgen
        assert [float(edge) for edge in field.Rect] == [60, 60, 260, 130]
        assert int(field.F) & 4, "it prints"


def test_seal_shows_its_lines_of_text(month: Month) -> None:
    document = pypdfium2.PdfDocument(month.sealed)
    try:
        document.init_forms()
        page = document[0]
        top = int(page.get_height())
        inside = page.render(scale=1).to_pil().convert("L").crop((64, top - 126, 250, top - 64))
        assert inside.getextrema()[0] < 100
    finally:
        document.close()


def test_seal_text_can_be_read_back_by_machines(month: Month) -> None:
    with pikepdf.open(BytesIO(month.sealed)) as pdf:
        font = pdf.Root.AcroForm.Fields[0].AP.N.Resources.Font.F1
        mapping = font.ToUnicode.read_bytes()
        assert "柳".encode("utf-16-be").hex().encode() in mapping
        assert str(font.BaseFont)[7] == "+", "an embedded subset"
        assert len(font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()) < 40_000


def test_time_of_the_seal_is_the_time_handed_in(month: Month) -> None:
    with pikepdf.open(BytesIO(month.sealed)) as pdf:
        assert str(pdf.Root.AcroForm.Fields[0].V.M).startswith("D:20260402013000")


def test_page_is_chosen_from_zero(village: Identity) -> None:
    with pikepdf.open(BytesIO(month_file())) as pdf:
        pdf.pages.append(pdf.pages[0])
        out = BytesIO()
        pdf.save(out)
    lines = ("一",)
    twice = seal(out.getvalue(), village, page=1, box=(10, 10, 99, 40), text_lines=lines, font=FONT, now=NOW)
    with pikepdf.open(BytesIO(twice)) as pdf:
        assert "/Annots" not in pdf.pages[0]
        assert len(pdf.pages[1].Annots) == 1


def test_expired_certificate_does_not_seal(village: Identity) -> None:
    with pytest.raises(CertificateExpired, match="2029-04-02"):
        sealed(month_file(), village, now=village.not_after + timedelta(seconds=1))


def test_certificate_of_the_future_does_not_seal(village: Identity) -> None:
    with pytest.raises(CertificateNotYetValid, match="2026-04-02"):
        sealed(month_file(), village, now=village.not_before - timedelta(seconds=1))


@pytest.mark.parametrize("fault", [{"ca": True}, {"intent": False}, {"code": ""}])
def test_unsuitable_certificate_does_not_seal(fault: dict[str, bool]) -> None:
    with pytest.raises(UnsuitableIdentity):
        sealed(month_file(), identity_of(**fault))  # type: ignore[arg-type]


def test_rare_character_is_taken_from_the_fallback_font() -> None:
    full = FONT.with_name("NotoSerifSC-Full.ttf")
    rare = next(
        chr(code) for code in range(0x4E00, 0x9FFF) if not read_font(FONT.read_bytes(), path="").glyph_of(chr(code))
    )
    assert fitting_font((rare,), (FONT, full)).postscript_name.startswith("NotoSerif")
    assert fitting_font(("一",), (FONT, full)).postscript_name.startswith("NotoSans")


def test_character_that_no_font_has_is_shown_as_missing_not_left_out(village: Identity) -> None:
    pdf = seal(month_file(), village, page=0, box=(10, 10, 99, 40), text_lines=("甲\U0001f600",), font=FONT, now=NOW)
    with pikepdf.open(BytesIO(pdf)) as opened:
        drawn = opened.Root.AcroForm.Fields[0].AP.N.read_bytes()
    assert b"<00010002> Tj" in drawn


@pytest.mark.parametrize("content", [b"", b"OTTO" + b"\0" * 60, b"\0\1\0\0\0\1" + b"\0" * 30])
def test_file_that_is_no_truetype_font_is_refused(content: bytes, tmp_path: Path) -> None:
    font = tmp_path / "a.ttf"
    font.write_bytes(content)
    with pytest.raises(CannotRead, match=r"a\.ttf"):
        fitting_font(("一",), (font,))


def test_missing_font_is_named(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match=r"a\.ttf"):
        fitting_font(("一",), (tmp_path / "a.ttf",))
    with pytest.raises(CannotRead):
        fitting_font(("一",), ())
