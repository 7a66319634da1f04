"""The monitoring point itself: whose ledger this is."""

import unicodedata
from dataclasses import dataclass

from .errors.entry import InvalidPoint, MissingName, UnreadableName
from .pattern import pattern

_CODE = pattern(r"[A-Za-z0-9-]{1,40}")


@dataclass(frozen=True, slots=True)
class Point:
    """`code` names the point in certificate, ledger and payload alike. `report_day` is 1-28, in the month
    after the one reported. `level` is a word of `organ.Level` or empty."""

    name: str
    code: str
    level: str = ""
    reporter: str = ""
    approver: str = ""
    report_day: int = 5
    commission: str = ""

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise MissingName()
        for text in (self.name, self.reporter, self.approver, self.commission):
            if any(unicodedata.category(letter).startswith("C") for letter in text):
                raise UnreadableName(text=text.encode("utf-8", "replace").decode("utf-8"))
        if not _CODE.fullmatch(self.code):
            raise InvalidPoint(code=self.code)
