"""What others say of the corpus: pdfsig and pyHanko's defaults beside our verdict, as a table.

usage: python -m tests.signing.corpus.opinions OUT.md   (also writes every forgery to out/corpus, for other tools)
"""

import subprocess
import sys
import tempfile
from io import BytesIO
from pathlib import Path

from asn1crypto import x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from burden_desktop.signing.identity import certificate_of
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
from .material import AT, material

SECONDS = 30
HEAD = "由 `make corpus` 生成（EC 密钥）。pdfsig 与 pyHanko 均用各自的默认设置；“valid, in part”即签名有效但没有覆盖整个文件。"


def by_pdfsig(file: Path) -> str:
    """Whether poppler calls the signature valid, and whole; whom to trust was not asked."""
    try:
        done = subprocess.run(["pdfsig", "-nocert", str(file)], capture_output=True, text=True, errors="replace", timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return "hangs"
    if done.returncode < 0:
        return "crashes"
    if "Signature Validation: Signature is Valid" not in done.stdout:
        return "no signature" if "does not contain any signatures" in done.stdout else "invalid"
    return "valid, whole" if "Total document signed" in done.stdout else "valid, in part"


def by_pyhanko(pdf: bytes, pinned: other_keys.Pinned) -> str:
    """The bottom line of pyHanko with its own settings, the pinned certificates taken as roots."""
    roots = [x509.Certificate.load(one) for one in pinned.values()]
    context = ValidationContext(trust_roots=roots, allow_fetching=False, moment=AT, best_signature_time=AT)
    try:
        signatures = PdfFileReader(BytesIO(pdf)).embedded_signatures
        if not signatures:
            return "no signature"
        status = validate_pdf_signature(signatures[0], signer_validation_context=context)
    except Exception as trouble:  # noqa: BLE001 - its name is the finding
        return type(trouble).__name__
    return f"{'accepted' if status.bottom_line else 'refused'}, {status.coverage.name.lower()}"


def main() -> None:
    out = Path(sys.argv[1])
    folder = Path(__file__).resolve().parents[3] / "out" / "corpus"
    folder.mkdir(parents=True, exist_ok=True)
    lines = ["# 伪造样本：别的程序怎么说，本程序怎么说", "", HEAD, "", "| forgery | pdfsig | pyHanko's defaults | ours |", "|---|---|---|---|"]
    with tempfile.TemporaryDirectory() as name:
        m = material(Path(name), "ec")
        own = {"point": certificate_of(m.identity)}
        forged = {"*(untouched)*": (m.sealed, own)}
        for forgeries in (
            bytes_changed.FORGERIES, saved_again.FORGERIES, other_writings.FORGERIES, other_writings.OF_EC,
            by_the_owner.FORGERIES, unlike_the_eye.FORGERIES, beside_the_pages.FORGERIES, in_the_seal.FORGERIES, bombs.FORGERIES,
        ):  # fmt: skip
            forged.update({title: (forge(m), own) for title, (forge, _) in forgeries.items()})
        forged.update({title: forge(m) for title, (forge, _) in other_keys.FORGERIES.items()})
        for place, (title, (pdf, pinned)) in enumerate(forged.items()):
            file = folder / f"{place:03}.pdf"
            file.write_bytes(pdf)
            verdict = judge_bytes(file.name, pdf, trusting(Path(name) / f"t{place}", **pinned), AT).verdict
            ours = "**accepted**" if verdict.accepted else str(verdict.reasons[0])
            lines.append(f"| {title} | {by_pdfsig(file)} | {by_pyhanko(pdf, pinned)} | {ours} |")
    out.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
