"""Every benchmark, one after the other, also behind one that exceeds its limit; at the end one table of all ratios.

usage: every.py [NAME…]; exit 0 when every limit was kept.
"""

import json
import subprocess
import sys
from pathlib import Path

from measure import OUT

HERE = Path(__file__).resolve().parent
NAMES = (
    "first_paint", "close_month", "ledger_speed", "verify_months", "month_cost", "report_month", "search_speed",
    "register_preview", "scroll_records", "page_switch", "read_notices",
)  # fmt: skip


def main() -> int:
    codes = {}
    for name in sys.argv[1:] or NAMES:
        (OUT / f"{name}.json").unlink(missing_ok=True)
        print(f"\n== {name}", flush=True)
        codes[name] = subprocess.run([sys.executable, HERE / f"{name}.py"]).returncode
    print(f"\n{'benchmark':<18}{'ratio':<54}{'is':>8}{'limit':>8}")
    for name, code in codes.items():
        told = OUT / f"{name}.json"
        ratios = json.loads(told.read_text("utf-8"))["ratios"] if told.exists() else {}
        for what, figure in ratios.items():
            limit = "" if figure["limit"] is None else f"{figure['limit']:g}"
            print(f"{name:<18}{what:<54}{figure['ratio']:>8.2f}{limit:>8}")
        if code or not ratios:
            print(f"{name:<18}{'kept' if code == 0 else 'EXCEEDED, or it could not run'}")
    return max(codes.values(), default=0)


if __name__ == "__main__":
    sys.exit(main())
