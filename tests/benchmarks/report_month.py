"""The whole `report` process for a month of 3,000 records, charts and findings included, beside LibreOffice and Typst.

Limits: 0.8 times LibreOffice's conversion of the same rows, and 250 MB. 30,000 records tell whether time is linear.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from close_month import office
from measure import PROGRAM, Cost, run, tell, typical
from month_cost import MONTH, fill
from sample_ledger import write_sheet

from burden_desktop.store.ledger import Ledger

RECORDS, TEN_TIMES, RUNS = 3_000, 30_000, 3
LIMIT, MEMORY = 0.8, 250.0
HERE = Path(__file__).resolve().parent


def main() -> int:
    soffice = shutil.which("soffice") or shutil.which("libreoffice")
    costs: dict[str, list[Cost]] = {}
    with tempfile.TemporaryDirectory(prefix="report-month-") as name:
        folder = Path(name)
        for records in (RECORDS, TEN_TIMES):
            print(f"making a month of {records:,} records …", flush=True)
            fill(folder / f"{records}.db", records, records)
        from month_cost import now

        with Ledger.open(folder / f"{RECORDS}.db", clock=now, examined=False) as ledger:
            write_sheet(folder / "rows.xlsx", ledger, MONTH)
        report = [PROGRAM, "--ledger", folder / f"{RECORDS}.db", "report", str(MONTH), "--out", folder / "out"]
        for _ in range(RUNS + 1):
            costs.setdefault("Burden Desktop, report", []).append(run(report))
            if soffice:
                costs.setdefault("LibreOffice, xlsx to PDF", []).append(office(folder, soffice))
            typst = [sys.executable, HERE / "typst_pages.py", folder / "rows.xlsx", folder / "typst.pdf"]
            costs.setdefault("Typst, PDF/A-3b", []).append(run(typst))
        report[2] = folder / f"{TEN_TIMES}.db"
        ten_times = run(report)
    measured = {what: typical(runs[1:]) for what, runs in costs.items()}
    ours = measured["Burden Desktop, report"]
    measured["Burden Desktop, 30,000 records"] = ten_times
    ratios: dict[str, tuple[float, float | None]] = {
        "to Typst": (ours.seconds / measured["Typst, PDF/A-3b"].seconds, None),
        "memory to its limit": (ours.peak / MEMORY, 1.0),
        "30,000 to ten times 3,000": (ten_times.seconds / (10 * ours.seconds), 1.2),
    }
    if soffice:
        ratios["to LibreOffice"] = (ours.seconds / measured["LibreOffice, xlsx to PDF"].seconds, LIMIT)
    else:
        print("  LibreOffice is missing, so that comparison was not made (Debian package libreoffice-calc)")
    return 0 if tell(f"Report of a month of {RECORDS:,} records, median of {RUNS}", measured, ratios) else 1


if __name__ == "__main__":
    sys.exit(main())
