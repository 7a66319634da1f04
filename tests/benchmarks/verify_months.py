"""Verifying signed months of 300 records in the pool of two processes, beside `openssl cms -verify` and SHA-256 of the
same bytes; and where the time goes. Aim: 1,000 files a minute on two cores (stated, not a limit: the peer looks at the
signature alone, while we also read structure, payload and pages).
"""

import hashlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from measure import PROGRAM, Cost, run, tell

from burden_desktop.domain.handed_in.submission import read_submission
from burden_desktop.signing.anatomy import body_of, faults_of
from burden_desktop.signing.attachment import attached_files
from burden_desktop.signing.judgement import judge
from burden_desktop.signing.opened import open_signed
from burden_desktop.signing.trust import read_trust
from burden_desktop.tasks.examiner import Examiner
from burden_desktop.tasks.judging import judge_bytes
from burden_desktop.tasks.page_check import csv_faults
from burden_desktop.tasks.page_redraw import eye_faults, redraw_faults

RECORDS, FILES = 300, 120
MONTH = "2026-03"
HERE = Path(__file__).resolve().parent


def made(folder: Path) -> Path:
    """The files to be verified: one month, many copies."""
    run([sys.executable, HERE / "sample_ledger.py", folder / "ledger.db", str(RECORDS), MONTH, "1"])
    (folder / "pass").write_text("for this measurement only\n", "utf-8")
    run([PROGRAM, "identity", "new", "--name", "青石镇", "--code", "QSZ-01", "--out", folder / "p.p12", "--passphrase-file", folder / "pass"])
    run([PROGRAM, "identity", "export", folder / "p.p12", "--passphrase-file", folder / "pass", "--out", folder / "trust" / "p.cer"])
    run([PROGRAM, "--ledger", folder / "ledger.db", "close", MONTH, "--identity", folder / "p.p12", "--passphrase-file",
         folder / "pass", "--out", folder / "out"])  # fmt: skip
    (first,) = (folder / "out").glob("*.pdf")
    (folder / "in").mkdir()
    for number in range(FILES):
        shutil.copyfile(first, folder / "in" / f"{number:04}.pdf")
    return first


def in_the_pool(folder: Path) -> float:
    """Seconds for all files, processes started before."""
    files = sorted((folder / "in").glob("*.pdf"))
    with Examiner(read_trust(folder / "trust"), processes=2) as examiner:
        assert all(judged.verdict.accepted for judged in examiner.judge(files[:4], datetime.now(UTC)))
        started = time.perf_counter()
        assert all(judged.verdict.accepted for judged in examiner.judge(files, datetime.now(UTC)))
        return time.perf_counter() - started


def by_openssl(folder: Path, pdf: bytes) -> float:
    """Seconds for as many calls of `openssl cms -verify`, and SHA-256 of each file."""
    stretches = re.search(rb"/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]", pdf)
    assert stretches is not None
    start, first, second, length = (int(number) for number in stretches.groups())
    padded = bytes.fromhex(pdf[first + 1 : second - 1].decode())
    (folder / "container.der").write_bytes(padded[: 4 + int.from_bytes(padded[2:4], "big")])
    subprocess.run(["openssl", "x509", "-inform", "DER", "-in", folder / "trust" / "p.cer", "-out", folder / "p.pem"], check=True)
    started = time.perf_counter()
    for _ in range(FILES):
        hashlib.sha256(pdf).digest()
        (folder / "signed").write_bytes(pdf[start : start + first] + pdf[second : second + length])
        subprocess.run(
            ["openssl", "cms", "-verify", "-inform", "DER", "-binary", "-in", folder / "container.der", "-content",
             folder / "signed", "-CAfile", folder / "p.pem", "-purpose", "any", "-out", folder / "out.bin"],
            check=True, capture_output=True,
        )  # fmt: skip
    return time.perf_counter() - started


def where_time_goes(folder: Path, pdf: bytes) -> dict[str, float]:
    """Milliseconds of processor time of one file, by step."""
    trust, at = read_trust(folder / "trust"), datetime.now(UTC)
    attached = attached_files(open_signed(pdf))
    submission, body = read_submission(attached.submission), body_of(pdf)
    steps = {
        "one file, all": lambda: judge_bytes("a", pdf, trust, at),
        "structure of the file": lambda: faults_of(pdf),
        "signature and structure (pyHanko included)": lambda: judge("a", pdf, trust, at),
        "payload and its recount": lambda: read_submission(attached.submission),
        "pages and particulars written again, compared": lambda: redraw_faults(body, pdf, submission, attached.submission),
        "mark by mark (only pages that differ)": lambda: eye_faults(body, pdf),
        "table against the payload": lambda: csv_faults(attached.records, submission),
    }
    told = {}
    for name, step in steps.items():
        step()
        started = time.process_time()
        for _ in range(10):
            step()
        told[name] = (time.process_time() - started) * 100
    return told


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="verify-") as name:
        folder = Path(name)
        pdf = made(folder).read_bytes()
        pool, openssl = in_the_pool(folder), by_openssl(folder, pdf)
        steps = where_time_goes(folder, pdf)
    measured = {"Burden Desktop, pool of two": Cost(pool, 0), "openssl cms -verify and SHA-256": Cost(openssl, 0)}
    kept = tell(f"Verifying {FILES} months of {RECORDS} records, {len(pdf) // 1024} kB each", measured, {"to openssl": (pool / openssl, None)})
    print(f"  {FILES / pool * 60:,.0f} files a minute as this machine was busy;"
          f" {2 * 60_000 / steps['one file, all']:,.0f} by processor time of two free cores")
    for step, milliseconds in steps.items():
        print(f"  {step:<44} {milliseconds:7.1f} ms")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
