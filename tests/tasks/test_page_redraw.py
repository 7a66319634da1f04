"""Two ways to the same verdict: pages written again to the byte, and, where another writer chose other codes, mark by mark."""

from pathlib import Path

import pytest

from burden_desktop.signing.identity import certificate_of
from burden_desktop.tasks import page_redraw
from burden_desktop.tasks.judging import judge_bytes

from ..signing.corpus.material import AT, Material, material
from ..signing.month_on_paper import trusting
from .test_seal_picture import seal


@pytest.fixture(scope="module")
def month(tmp_path_factory: pytest.TempPathFactory) -> Material:
    return material(tmp_path_factory.mktemp("redraw"), "ec")


@pytest.mark.parametrize("quick", [True, False])
@pytest.mark.parametrize("picture", [b"", seal()], ids=["plain", "sealed"])
def test_a_genuine_month_is_accepted_either_way(
    month: Material, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quick: bool, picture: bytes
) -> None:
    """Neither way may lean on the other."""

    def never(*_: object, **__: object) -> tuple[()]:
        raise AssertionError("the other way was taken")

    if quick:
        monkeypatch.setattr(page_redraw, "drawn_pages", never)
        monkeypatch.setattr(page_redraw, "eye_faults", never)
    else:
        monkeypatch.setattr(page_redraw, "letters_are", lambda *_: False)
    pdf = month.signed(month.made(seal_picture=picture))
    verdict = judge_bytes("a.pdf", pdf, trusting(tmp_path / "t", point=certificate_of(month.identity)), AT).verdict
    assert verdict.accepted, [str(reason) for reason in verdict.reasons]
