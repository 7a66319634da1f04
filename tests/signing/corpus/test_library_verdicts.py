"""What pyHanko 0.38 says by its own defaults, and what we say, case by case: where it is milder, we must not be.

The figures in `Case` were measured on such files; a newer pyHanko that changes its mind shows here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import NO_CHANGES_DIFF_POLICY
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from burden_desktop.signing.identity import Identity, certificate_of
from burden_desktop.tasks.judging import judge_bytes

from ..month_on_paper import trusting
from .bytes_changed import FORGERIES as CHANGED
from .material import AT, Material, material, odd_identity
from .saved_again import FORGERIES as AGAIN

LATER = timedelta(days=400)


@dataclass(frozen=True)
class Case:
    """`library`: pyHanko's bottom line, None if it raises; `coverage` as it names it; `ours`: whether we accept."""

    pdf: Callable[[Material], bytes]
    library: bool | None
    ours: bool
    coverage: str = ""
    policy: Any = None
    skip_diff: bool = False
    roots: Callable[[Material], tuple[Identity, ...]] = lambda m: (m.identity,)
    pinned: Callable[[Material], tuple[Identity, ...]] = lambda m: (m.identity,)
    moment: timedelta = timedelta()


@cache
def issuer() -> Identity:
    return odd_identity(ca=True, name="根", code="R-1", ends=AT + 9 * LATER)


@cache
def leaf(*, intent: bool = True) -> Identity:
    return odd_identity(issuer=issuer(), intent=intent, ends=AT + timedelta(days=30))


@cache
def expired() -> Identity:
    return odd_identity(begins=AT - LATER, ends=AT - timedelta(days=1))


def by_leaf(m: Material) -> bytes:
    return m.signed(identity=leaf())


LEAF = {"roots": lambda _: (issuer(),), "pinned": lambda _: (leaf(),)}
SKIPPED = {"library": True, "ours": False, "coverage": "ENTIRE_REVISION", "skip_diff": True}
CASES = {
    "untouched, leaf under a trusted root": Case(by_leaf, True, True, "ENTIRE_FILE", **LEAF),  # type: ignore[arg-type]
    "self-signed, not trusted": Case(lambda m: m.sealed, False, False, roots=lambda _: (), pinned=lambda _: ()),
    "self-signed and expired, taken as root": Case(
        lambda m: m.signed(identity=expired()), True, False, roots=lambda _: (expired(),), pinned=lambda _: (expired(),)
    ),
    "leaf without nonRepudiation": Case(
        lambda m: m.signed(identity=leaf(intent=False)), False, False,
        roots=lambda _: (issuer(),), pinned=lambda _: (leaf(intent=False),),
    ),
    "leaf expired since, judged at receipt": Case(by_leaf, True, True, **LEAF),  # type: ignore[arg-type]
    "leaf expired since, judged now": Case(by_leaf, False, False, moment=LATER, **LEAF),  # type: ignore[arg-type]
    "junk after the end": Case(CHANGED["junk after the end"][0], True, False, "ENTIRE_REVISION"),
    "orphan object": Case(AGAIN["saved again: orphan object"][0], True, False, "ENTIRE_REVISION"),
    "orphan object, no changes allowed": Case(
        AGAIN["saved again: orphan object"][0], False, False, policy=NO_CHANGES_DIFF_POLICY
    ),
    **{f"{name}": Case(AGAIN[f"saved again: {name}"][0], False, False) for name in ("page covered", "attachment replaced", "note")},
    **{
        f"{name}, differences skipped": Case(AGAIN[f"saved again: {name}"][0], **SKIPPED)  # type: ignore[arg-type]
        for name in ("page covered", "attachment replaced", "note")
    },
    "range zero": Case(CHANGED["range zero"][0], False, False),
    "contents zero": Case(CHANGED["contents zero"][0], None, False),
    "pushed in behind the signature": Case(CHANGED["pushed in behind the signature"][0], None, False),
    "words before the header": Case(CHANGED["words before the header"][0], None, False),
    "one byte changed": Case(CHANGED["flip in the seal's box"][0], False, False),
}  # fmt: skip


@pytest.fixture(scope="module")
def rsa(tmp_path_factory: pytest.TempPathFactory) -> Material:
    return material(tmp_path_factory.mktemp("rsa"), "rsa")


@pytest.mark.parametrize("name", CASES)
def test_library_and_we_say_what_was_measured(rsa: Material, tmp_path: Path, name: str) -> None:
    case = CASES[name]
    pdf = case.pdf(rsa)
    said, coverage = _library(pdf, case, rsa)
    assert said is case.library
    assert coverage == case.coverage or not case.coverage
    trust = trusting(tmp_path / "t", **{f"p{place}": certificate_of(one) for place, one in enumerate(case.pinned(rsa))})
    judged = judge_bytes("a.pdf", pdf, trust, AT + case.moment)
    assert judged.verdict.accepted is case.ours, [str(reason) for reason in judged.verdict.reasons]


def _library(pdf: bytes, case: Case, m: Material) -> tuple[bool | None, str]:
    from asn1crypto import x509

    roots = [x509.Certificate.load(certificate_of(one)) for one in case.roots(m)]
    moment = AT + case.moment
    context = ValidationContext(trust_roots=roots, allow_fetching=False, moment=moment, best_signature_time=moment)
    try:
        (signature,) = PdfFileReader(BytesIO(pdf)).embedded_signatures
        status = validate_pdf_signature(
            signature, signer_validation_context=context, diff_policy=case.policy, skip_diff=case.skip_diff
        )
    except Exception:  # noqa: BLE001 - which one is the library's affair; that it raises is the finding
        return None, ""
    return status.bottom_line, status.coverage.name
