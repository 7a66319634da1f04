"""The fonts that ship: small enough, licensed, and fit for the stamp of a signature."""

import pytest

from burden_desktop import paths
from burden_desktop.report.faces import Face, Faces, Style

FOLDER = paths.resources() / "fonts"


def test_fonts_stay_small_and_carry_their_licence() -> None:
    sizes = [path.stat().st_size for path in FOLDER.glob("*.ttf")]
    assert max(sizes) < 16 << 20
    assert sum(sizes) < 30 << 20
    assert "SIL Open Font License" in (FOLDER / "OFL.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("style", list(Style))
def test_face_has_a_thousand_units_and_every_gb2312_character(style: Style) -> None:
    face = Face(FOLDER, style.value)
    assert face.font.face.unitsPerEm == 1000
    hanzi = {bytes([row, cell]).decode("gb2312") for row in range(0xB0, 0xD7) for cell in range(0xA1, 0xFA)}
    assert hanzi <= face.characters


def test_missing_characters_are_noted_once_in_order() -> None:
    faces = Faces(FOLDER)
    faces.note("甲\U000f0001乙\U000f0000\U000f0001\u200b")
    assert tuple(faces.missing) == ("\U000f0001", "\U000f0000")
