"""The report's texts that people edited before closing: kept with the ledger, marked in the report, the made one beside."""

import json
from collections.abc import Sequence
from typing import Final

from ..domain.months.month import Month
from ..domain.months.report_text import ReportText
from ..domain.months.summary import EditedText, MonthSummary
from ..domain.record import Record
from ..store.ledger import Ledger

_KEY: Final = "texts.{month}"


def texts_of(ledger: Ledger, month: Month) -> dict[str, EditedText]:
    """The edited texts of a month by their key."""
    return ledger.settings.read(_KEY.format(month=month), {}, _edited)


def _edited(kept: str) -> dict[str, EditedText]:
    return {key: EditedText(str(held["text"]), str(held["made"])) for key, held in json.loads(kept).items()}


def set_text(ledger: Ledger, month: Month, key: str, text: str, made: str) -> None:
    """Keep `text` in the place of what was `made`; the same text, or none, gives the place back to the program.

    Raises CannotWrite.
    """
    texts = texts_of(ledger, month)
    texts.pop(key, None)
    if text.strip() and text.strip() != made:
        texts[key] = EditedText(" ".join(text.split("\n")).strip(), made)
    kept = {name: {"text": edited.text, "made": edited.made} for name, edited in texts.items()}
    ledger.settings.set(_KEY.format(month=month), json.dumps(kept, ensure_ascii=False, sort_keys=True) if kept else "")


def report_texts(records: Sequence[Record], summary: MonthSummary) -> dict[str, ReportText]:
    """Every text that may be edited, by key, as made from the figures and as it stands."""
    from ..report.month_blocks import generated_texts  # the report's rooms are loaded when they are used

    found = {}
    for key, (part, made) in generated_texts(summary, records).items():
        edited = summary.texts.get(key)
        found[key] = ReportText(part, made, edited.text if edited else made, edited is not None and edited.made != made)
    return found
