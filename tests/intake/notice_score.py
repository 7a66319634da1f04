"""Holds what the program read from a notice against what a careful reader took from it.

A field is right (the value, or one of `alt`), empty where it should have been, missed, or wrong. Fields in `skip` are not judged; of a
marked notice only the refusal is.
"""

import json
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from burden_desktop.domain.errors.entry import Classified
from burden_desktop.tasks.read_notice import read_with_calendar

FOLDER = Path(__file__).parent / "notices"
_YES_NO = ("asks_report", "asks_supporting_file", "asks_ledger")
FIELDS = (
    "kind", "title", "doc_no", "organ", "level", "issued_on", "deadline", "starts_at", "ends_at", "duration_minutes", "place", "format",
    "attendee_level", *_YES_NO,
)  # fmt: skip


@dataclass
class Score:
    """Outcomes by field, and a line for every field that is not right."""

    counts: dict[str, Counter[str]] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)

    def add(self, name: str, outcome: str, line: str) -> None:
        self.counts.setdefault(name, Counter())[outcome] += 1
        if outcome != "right":
            self.misses.append(line)

    @property
    def accuracy(self) -> float:
        """The mean over the fields of the share that is right."""
        return sum(c["right"] / c.total() for c in self.counts.values()) / len(self.counts)

    @property
    def wrong(self) -> float:
        """The share of values that stand where another or none should."""
        return sum(c["wrong"] for c in self.counts.values()) / sum(c.total() for c in self.counts.values())


def _plain(name: str, value: Any) -> str:
    text = re.sub(r"\s+", "", unicodedata.normalize("NFKC", str(value))).translate(str.maketrans("“”‘’—–～", "\"\"''---"))
    return text[:16] if name in ("starts_at", "ends_at", "deadline", "issued_on") else text.rstrip("。;,.")


def _agree(name: str, expected: Any, found: Any) -> bool:
    one, other = _plain(name, expected), _plain(name, found)
    return one == other or (name in ("starts_at", "ends_at", "deadline") and len(one) == 10 and other.startswith(one))


def outcome(name: str, label: dict[str, Any], found: Any) -> str:
    """`right`, `missed` or `wrong`."""
    if name in _YES_NO:
        return "right" if bool(label[name]) == bool(found) else "wrong" if found else "missed"
    accepted = [label[name], *label["alt"].get(name, [])]
    if found is None:
        return "right" if None in accepted else "missed"
    return "right" if any(_agree(name, one, found) for one in accepted if one is not None) else "wrong"


def read_one(label: dict[str, Any], folder: Path) -> dict[str, Any] | None:
    """The fields read, or None where the text was refused for its mark."""
    text = (folder / f"{label['id']}.txt").read_text(encoding="utf-8")
    try:
        reading = read_with_calendar(text, date.fromisoformat(label["received_on"]))
    except Classified:
        return None
    return {name: getattr(reading, name) for name in FIELDS}


def score(folder: Path = FOLDER, prefix: str = "") -> Score:
    """Every labelled notice of the folder whose id begins with the prefix, read and judged."""
    result = Score()
    for line in (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        if not label["id"].startswith(prefix):
            continue
        found = read_one(label, folder)
        refused = (found is None) == label["classified"]
        result.add("classified", "right" if refused else "wrong", f"{label['id']} classified: expected {label['classified']}")
        for name in FIELDS:
            if found is not None and not label["classified"] and name not in label["skip"]:
                verdict = outcome(name, label, found[name])
                result.add(name, verdict, f"{label['id']} {name} {verdict}: expected {label[name]!r}, got {found[name]!r}")
    return result
