"""The answers of `month`, `list` and `check`, as the command line promises them."""

from collections.abc import Sequence
from typing import Any

from ..domain.months.summary import MonthSummary
from ..domain.record import Record
from ..store.chain.checking import LedgerCheck
from ..store.files.kept_files import KeptFiles

_KIND_FIGURES = (
    "month",
    "previous",
    "same_month_last_year",
    "year_to_date",
    "last_year_to_date",
    "receipts",
    "minutes",
)


def month_json(summary: MonthSummary) -> dict[str, Any]:
    """The `month` command's answer; a missing base is null."""
    return {
        "point": summary.point.code,
        "month": str(summary.month),
        "kinds": {
            name: {figure: getattr(figures, figure) for figure in _KIND_FIGURES}
            for name, figures in summary.kinds.items()
        },
        "by_level": {name: dict(levels) for name, levels in summary.by_level.items()},
        "by_organ": {name: [list(pair) for pair in pairs] for name, pairs in summary.by_organ.items()},
        "findings": [
            {name: getattr(finding, name) for name in ("rule", "severity", "records", "fact")}
            for finding in summary.findings
        ],
    }


def record_json(record: Record) -> dict[str, Any]:
    """One line of `list`: every field of the kind, with what the ledger knows besides."""
    return {
        "id": record.id,
        "number": record.number,
        "kind": record.kind,
        **record.values,
        "level": record.level.value if record.level else None,
        "month": None if record.span else str(record.month),
        "late": record.late,
    }


def check_json(check: LedgerCheck, derived: Sequence[str], files: KeptFiles) -> dict[str, Any]:
    """The `check` command's answer; `derived` names what is kept to be quick and differs from the records. A file that is
    missing may lie elsewhere: it is named, and no fault of the ledger."""
    return {
        "ok": check.ok and not derived and not files.altered,
        "integrity": check.integrity,
        "chain": {
            "ok": check.chain_ok,
            "entries": check.entries,
            "head": check.head,
            "first_bad": check.first_bad,
        },
        "counts": dict(check.counts),
        "strange": [one.what for one in check.strange],
        "derived": list(derived),
        "files": {"missing": list(files.missing), "altered": list(files.altered)},
    }
