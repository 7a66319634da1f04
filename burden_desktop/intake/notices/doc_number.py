"""发文字号 as people write it → organ code + 〔year〕 + number + 号, half-width and without blanks."""

import re
import unicodedata
from typing import Final

_CODE = r"[\u4e00-\u9fff]{1,16}"
_OPEN, _CLOSE = r"[〔\[【(〈<{［]", r"[〕\]】)〉>}］]"
_YEAR = r"(?:19|20)\d\d"
_SERIAL = r"(?:第?\s*(\d{1,5})\s*号)"
# Own numbers, in the shapes seen in registers; the groups are code, year and serial.
_BRACKETED: Final = re.compile(rf"({_CODE})\s*{_OPEN}\s*({_YEAR})\s*年?\s*{_CLOSE}\s*{_SERIAL}")
_BARE_YEAR: Final = re.compile(rf"([\u4e00-\u9fff]{{2,12}}[发办字函电文通])\s*({_YEAR})\s*年?\s*(?:第\s*)?(\d{{1,5}})\s*号")
_YEAR_FIRST: Final = re.compile(rf"{_OPEN}\s*({_YEAR})\s*{_CLOSE}\s*({_CODE}字)\s*第?\s*(\d{{1,5}})\s*号")
_ORDER: Final = re.compile(r"([\u4e00-\u9fff]{1,8}令)\s*第?\s*(\d{1,5})\s*号")


def normalise(written: str) -> str:
    """The canonical number; what is no number in a known shape keeps its words, half-width and unspaced."""
    text = re.sub(r"\s+", "", unicodedata.normalize("NFKC", written))
    found = _BRACKETED.fullmatch(text)
    if found:
        return f"{found[1]}〔{found[2]}〕{_serial(text, found[3])}号"
    found = _BARE_YEAR.fullmatch(text)
    if found:
        return f"{found[1]}〔{found[2]}〕{found[3]}号"
    found = _YEAR_FIRST.fullmatch(text)
    if found:
        return f"〔{found[1]}〕{found[2]}第{found[3]}号"
    found = _ORDER.fullmatch(text)
    if found:
        return f"{found[1]}第{found[2]}号"
    return re.sub(rf"{_OPEN}({_YEAR}){_CLOSE}", r"〔\1〕", text)


def number_at_start(line: str) -> tuple[str, str] | None:
    """(number, rest) when a line begins with a full number, else None. `rest` keeps its own characters."""
    folded = unicodedata.normalize("NFKC", line)
    for shape in (_BRACKETED, _BARE_YEAR, _YEAR_FIRST, _ORDER):
        found = shape.match(folded)
        if found and len(folded) == len(line):
            return normalise(found[0]), line[found.end() :].strip()
        if found and found.end() == len(folded):
            return normalise(found[0]), ""
    return None


def _serial(text: str, serial: str) -> str:
    return f"第{serial}" if f"第{serial}号" in text and "字第" in text else serial
