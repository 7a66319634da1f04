"""Closing a month of 3,000 records, whole process: pages, PDF/A, attachments, signature and seal.

Beside it LibreOffice turning the same rows from .xlsx into PDF (limit: 1.0 times its time) and Typst making the
same pages (stated); neither of them signs. Peak memory of each.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from measure import PROGRAM, ROOT, Cost, run, tell, typical

RECORDS = 3_000
RUNS = 5
LIMIT = 1.0
MONTH = "2026-03"
HERE = Path(__file__).resolve().parent


def closing(folder: Path, turn: int) -> Cost:
    """Close the month in a fresh copy of the ledger."""
    ledger = folder / f"turn-{turn}" / "ledger.db"
    ledger.parent.mkdir()
    shutil.copyfile(folder / "ledger.db", ledger)
    return run([PROGRAM, "--ledger", ledger, "close", MONTH, "--identity", folder / "point.p12",
                "--passphrase-file", folder / "passphrase.txt", "--out", ledger.parent / "reports"])


def office(folder: Path, program: str) -> Cost:
    """The same rows by LibreOffice, which is given the same Chinese font: without one it searches for every glyph."""
    fonts = folder / "fonts.conf"
    fonts.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
        '<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
        f"<dir>{ROOT / 'resources' / 'fonts'}</dir></fontconfig>",
        "utf-8",
    )
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", folder / "office", folder / "rows.xlsx"]
    return run(command, environment={"FONTCONFIG_FILE": str(fonts)})


def main() -> int:
    soffice = shutil.which("soffice") or shutil.which("libreoffice")
    costs: dict[str, list[Cost]] = {"Burden Desktop, signed PDF/A-3u": []}
    with tempfile.TemporaryDirectory(prefix="close-month-") as name:
        folder = Path(name)
        print(f"making a month of {RECORDS:,} records …", flush=True)
        run([sys.executable, HERE / "sample_ledger.py", folder / "ledger.db", str(RECORDS), MONTH, "1", folder / "rows.xlsx"])
        (folder / "passphrase.txt").write_text("for this measurement only\n", "utf-8")
        run([PROGRAM, "identity", "new", "--name", "青石镇", "--code", "QSZ-01", "--out", folder / "point.p12",
             "--passphrase-file", folder / "passphrase.txt"])
        for turn in range(RUNS + 1):
            costs["Burden Desktop, signed PDF/A-3u"].append(closing(folder, turn))
            if soffice:
                costs.setdefault("LibreOffice, xlsx to PDF", []).append(office(folder, soffice))
            typst = [sys.executable, HERE / "typst_pages.py", folder / "rows.xlsx", folder / "typst.pdf"]
            costs.setdefault("Typst, PDF/A-3b", []).append(run(typst))
    # The first of each only warms the disk's cache (and makes LibreOffice's profile).
    measured = {what: typical(runs[1:]) for what, runs in costs.items()}
    ours = measured["Burden Desktop, signed PDF/A-3u"].seconds
    ratios: dict[str, tuple[float, float | None]] = {"to Typst": (ours / measured["Typst, PDF/A-3b"].seconds, None)}
    if soffice:
        ratios["to LibreOffice"] = (ours / measured["LibreOffice, xlsx to PDF"].seconds, LIMIT)
    kept = tell(f"Closing a month of {RECORDS:,} records, median of {RUNS}", measured, ratios)
    if not soffice:
        print("  LibreOffice is missing, so that comparison was not made (Debian package libreoffice-calc)")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
