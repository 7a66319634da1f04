"""A notice as pasted or extracted → plain lines: what only the page, the copier or the phone added is taken away.

Only the form of the text changes, never its words: invisible and control characters, emoji, letter-spacing, look-alike digits of
OCR inside dates and numbers, hard line ends inside a paragraph, and traditional characters.
"""

import re
import unicodedata
from typing import Final

from .traditional import simplified

_LINE_ENDS: Final = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_UNSEEN: Final = re.compile(r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\ufff9-\ufffc]")
_PICTURE: Final = re.compile(r"[\U0001f000-\U0001faff\u2190-\u21ff\u2300-\u23ff\u2600-\u2604\u2607-\u27bf\u2b00-\u2bff\u20e3\U000e0000-\U000e007f]+")
_COLONS: Final = str.maketrans("∶︰﹕", ":::")  # the ratio sign and other look-alikes
_RADICAL: Final = re.compile(r"[\u2e80-\u2fdf\uf900-\ufaff]")
_HAN: Final = r"\u3400-\u9fff〇"
_SPACED_LABEL: Final = re.compile(rf"^(\s*(?:[一二三四五六七八九十]{{1,3}}、|\d{{1,2}}[.、．])?\s*)((?:[{_HAN}][ \u3000]+){{1,5}}[{_HAN}])(?=\s*[:：])")
_TABLED_LABEL: Final = re.compile(r"^(\s*)(时\s{0,4}间|地\s{0,4}点|参会人员|参加人员|出席人员|会议时间|会议地点)(?:\s{2,}|\t)(?=\S{3})")  # a label in a column of its own
_SPACED: Final = re.compile(rf"(?<=[{_HAN}\d（）()《》“”〔〕、：:.]) +(?=[{_HAN}\d（）()《》“”〔〕、：:.])")
_DIGIT_LIKE: Final = str.maketrans("OoＯIl|", "000111")
_MISREAD: Final = (
    re.compile(r"(?<![A-Za-z])[0-9OoＯIl|]{1,4}(?=\s*[年月日号][\d（(前上下中晚至到—\-，,。、星周\s]?)"),
    re.compile(r"(?<=[〔\[【（(])[0-9OoＯIl]{4}(?=[〕\]】）)])"),
    re.compile(r"(?<=[〕\]】）)])[0-9OoＯIl]{1,4}(?=号)"),
    re.compile(r"(?<![A-Za-z\d])[0-9OoＯIl]{1,2}[:：][0-9OoＯIl]{2}(?![A-Za-z\d])"),
)
_BEGINNING: Final = 30_000  # characters
_END: Final = 10_000
_LINE: Final = 3_000
_CLOSED: Final = re.compile(r"[。；;：:！!？?…”）)】]$|[\d*＊-]{7,}$")
_BEGINS_ANEW: Final = re.compile(
    r"^(?:[\s　]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、．]|[-•·●○◆★@#【]|附[件：:]|附$|抄[送报]|联系|[^，。；]{2,8}[：:])"
)
_ENDS_PAGE: Final = re.compile(r"^(?:[\d〇○零Oo一二三四五六七八九十]{1,4}[年.\-/])|^[\u4e00-\u9fff\s]{4,40}(?:局|办|委|会|府|室|站|所|中心|部|组|院|校|处|科|股|队|专班)$")


def plain(text: str) -> str:
    """The text with simple line ends and without what is not writing. Of a very long text (a book behind a notice) its beginning and its
    end, of a line without end its beginning: nothing that a notice says of itself stands elsewhere."""
    if len(text) > _BEGINNING + _END:
        text = text[:_BEGINNING] + "\n" + text[-_END:]
    text = _LINE_ENDS.sub("\n", text)
    text = _UNSEEN.sub("", text)
    text = _RADICAL.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    text = _PICTURE.sub(" ", text).translate(_COLONS)
    lines = [_as_digits(_close_up(line[:_LINE])) for line in simplified(text).split("\n")]
    return "\n".join(_rejoined(lines))


def _close_up(line: str) -> str:
    """A letter-spaced line (关 于 召 开) closed up; a line of names keeps its gaps."""
    line = _TABLED_LABEL.sub(lambda found: found[1] + re.sub(r"\s", "", found[2]) + "：", line)
    line = _SPACED_LABEL.sub(lambda found: found[1] + re.sub(r"\s", "", found[2]), line)
    parts = line.split()
    single = sum(len(part) == 1 for part in parts)
    if len(parts) < 4 or single * 2 < len(parts):
        return line
    indent = line[: len(line) - len(line.lstrip())]
    return indent + _SPACED.sub("", re.sub(r"[ \u3000\xa0\t]+", " ", line.strip()))


def _as_digits(line: str) -> str:
    """Letters that OCR put for digits, in dates, hours and numbers only: l2日 → 12日, 9:OO → 9:00."""
    if not re.search(r"[OoＯIl|]", line):
        return line
    for shape in _MISREAD:
        line = shape.sub(lambda found: found[0].translate(_DIGIT_LIKE) if re.search(r"\d", found[0]) or len(found[0]) < 3 else found[0], line)
    return line


def _rejoined(lines: list[str]) -> list[str]:
    """Lines that only the page's width broke, below the addressee, joined again."""
    start = next((at for at, line in enumerate(lines) if re.search(r"[：:]\s*$", line)), None)
    if start is None:
        return lines
    joined = lines[: start + 1]
    for at, line in enumerate(lines[start + 1 :], start + 1):
        before = joined[-1]
        broken = at > start + 1 and before.strip() and line.strip() and not _CLOSED.search(before.rstrip())
        if broken and len(lines[at - 1]) >= 10 and not _BEGINS_ANEW.search(line) and not _ENDS_PAGE.search(line) and not _ENDS_PAGE.search(before.strip()):
            joined[-1] = before.rstrip() + line.strip()
        else:
            joined.append(line)
    return joined
