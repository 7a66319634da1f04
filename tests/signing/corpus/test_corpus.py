"""Every forgery of the corpus is refused with the reason that fits, by EC and RSA files alike; the genuine are accepted.

What does not depend on the kind of key is tried with EC alone, unless BURDEN_CORPUS=full asks for all.
"""

import os
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from burden_desktop.domain.handed_in import submission
from burden_desktop.domain.handed_in.payload import EDITION, encode
from burden_desktop.signing.identity import certificate_of
from burden_desktop.tasks import judging
from burden_desktop.tasks.judging import judge_bytes

from ..month_on_paper import trusting
from . import (
    beside_the_pages,
    bombs,
    by_the_owner,
    bytes_changed,
    in_the_seal,
    other_keys,
    other_writings,
    saved_again,
    unlike_the_eye,
)
from .material import AT, Material, material

WITHOUT_KEY = {**bytes_changed.FORGERIES, **saved_again.FORGERIES, **other_writings.FORGERIES}
WITH_KEY = {**by_the_owner.FORGERIES, **bombs.FORGERIES, **unlike_the_eye.FORGERIES, **beside_the_pages.FORGERIES, **in_the_seal.FORGERIES}
FULL = os.environ.get("BURDEN_CORPUS") == "full"
TRIED = [
    *(("ec", name) for name in (*WITHOUT_KEY, *other_writings.OF_EC, *WITH_KEY)),
    *(("rsa", name) for name in (*WITHOUT_KEY, *(WITH_KEY if FULL else ()))),
]


@pytest.fixture(scope="session")
def genuine(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Material]:
    """A function algorithm → what forgers start from."""
    return cache(lambda algorithm: material(tmp_path_factory.mktemp(algorithm), algorithm))


@pytest.mark.parametrize("algorithm", ["ec", "rsa"])
def test_the_genuine_file_is_accepted(genuine: Callable[[str], Material], tmp_path: Path, algorithm: str) -> None:
    m = genuine(algorithm)
    judged = judge_bytes("a.pdf", m.sealed, trusting(tmp_path / "t", point=certificate_of(m.identity)), AT)
    assert judged.verdict.accepted, [str(reason) for reason in judged.verdict.reasons]
    assert judged.payload and not judged.verdict.notices


@pytest.mark.parametrize("edition", [EDITION + 1, 0, -1, 10**30, True, "1", None, 1.0])
def test_an_edition_that_no_program_of_ours_wrote_is_refused(
    genuine: Callable[[str], Material], tmp_path: Path, edition: object
) -> None:
    """Else whoever holds a key chooses the weaker look at his pages."""
    m = genuine("ec")
    pdf = m.signed(m.made(submission=encode({**m.submission(), "edition": edition})))
    judged = judge_bytes("a.pdf", pdf, trusting(tmp_path / "t", point=certificate_of(m.identity)), AT)
    assert not judged.verdict.accepted
    assert "页面版式" in " ".join(map(str, judged.verdict.reasons))


def test_a_file_that_names_no_edition_is_refused(genuine: Callable[[str], Material], tmp_path: Path) -> None:
    """Only early builds wrote none, and whoever strips it would choose the weaker look at his pages."""
    m = genuine("ec")
    told = {name: value for name, value in m.submission().items() if name != "edition"}
    judged = judge_bytes("a.pdf", m.signed(m.made(submission=encode(told))), trusting(tmp_path / "t", point=certificate_of(m.identity)), AT)
    assert not judged.verdict.accepted
    assert "没有写明页面版式" in " ".join(map(str, judged.verdict.reasons))


def test_pages_of_an_earlier_edition_are_not_drawn_again_and_the_reader_is_told(
    genuine: Callable[[str], Material], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    m = genuine("ec")
    trust = trusting(tmp_path / "t", point=certificate_of(m.identity))
    sealed, lying = m.sealed, beside_the_pages.FORGERIES["the title of the file says otherwise"][0](m)
    for module in (judging, submission):
        monkeypatch.setattr(module, "EDITION", EDITION + 1)
    judged = judge_bytes("a.pdf", sealed, trust, AT)
    assert judged.verdict.accepted, [str(reason) for reason in judged.verdict.reasons]
    assert [notice for notice in judged.verdict.notices if "另一版程序排版" in str(notice)]
    assert not judge_bytes("a.pdf", lying, trust, AT).verdict.accepted


def test_a_file_of_an_early_build_is_refused_and_not_called_forged(genuine: Callable[[str], Material], tmp_path: Path) -> None:
    m = genuine("ec")
    pdf = in_the_seal.FORGERIES["particulars told by the library, as early builds did"][0](m)
    judged = judge_bytes("a.pdf", pdf, trusting(tmp_path / "t", point=certificate_of(m.identity)), AT)
    assert [str(reason) for reason in judged.verdict.reasons] == ["由早期试用版程序生成，本版不能核验；请监测点用现在的版本重新封存。"]


@pytest.mark.parametrize(("algorithm", "name"), TRIED)
def test_the_forgery_is_refused_with_a_reason(
    genuine: Callable[[str], Material], tmp_path: Path, algorithm: str, name: str
) -> None:
    m = genuine(algorithm)
    forge, reason = {**WITHOUT_KEY, **other_writings.OF_EC, **WITH_KEY}[name]
    _refused(forge(m), {"point": certificate_of(m.identity)}, tmp_path, reason)


@pytest.mark.parametrize("name", other_keys.FORGERIES)
def test_the_other_key_is_refused_with_a_reason(genuine: Callable[[str], Material], tmp_path: Path, name: str) -> None:
    forge, reason = other_keys.FORGERIES[name]
    pdf, pinned = forge(genuine("ec"))
    _refused(pdf, pinned, tmp_path, reason)


def _refused(pdf: bytes, pinned: other_keys.Pinned, folder: Path, reason: str) -> None:
    judged = judge_bytes("a.pdf", pdf, trusting(folder / "t", **pinned), AT)
    told = " ".join(map(str, judged.verdict.reasons))
    assert not judged.verdict.accepted and not judged.payload
    assert re.search(reason, told), told
