"""Two ways to the same verdict: pages written again to the byte, and, where another writer chose other codes, mark by mark."""

from dataclasses import replace
from pathlib import Path

import pytest

from burden_desktop.domain.handed_in.payload import encode
from burden_desktop.domain.months.summary import EditedText
from burden_desktop.report.month_blocks import OPENING
from burden_desktop.report.redrawn import redrawn
from burden_desktop.signing.identity import certificate_of
from burden_desktop.tasks import page_redraw
from burden_desktop.tasks.judging import judge_bytes
from burden_desktop.tasks.summarise import sum_up

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


def test_edited_words_stand_on_the_pages_as_edited_and_only_where_the_payload_tells_them(month: Material, tmp_path: Path) -> None:
    """What people wrote, what the program had made then, and the note that it was edited are bound together."""
    trust = trusting(tmp_path / "t", point=certificate_of(month.identity))
    plain, written = encode(month.submission()), "本月只收到1件来文。"
    edited = replace(month, closing=replace(month.closing, material=replace(
        month.closing.material, texts={OPENING: EditedText(written, "本月收文8件。")})))  # fmt: skip
    honest = judge_bytes("a.pdf", edited.signed(edited.made()), trust, AT).verdict
    assert honest.accepted, [str(reason) for reason in honest.reasons]
    drawn = "".join(mark for page in redrawn_of(edited) for mark in page)
    assert all(words in drawn for words in (written, "文字经人工修改", "没有统计出的数字"))
    secretly = judge_bytes("a.pdf", month.signed(month.made(submission=plain, closing=edited.closing)), trust, AT).verdict
    assert "重新排出" in " ".join(map(str, secretly.reasons))


def redrawn_of(month: Material) -> list[tuple[str, ...]]:
    material, issue = month.closing.material, month.closing.issue
    return [marks for _, _, marks in redrawn(sum_up(material), material.all_records, issue, content_hash="0" * 64, sealed=False).pages]
