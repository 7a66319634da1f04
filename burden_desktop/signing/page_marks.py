"""Whether what the eye sees on a page is what its text says: nothing laid over words, nothing beside the paper.

The key's owner could print a true table, cover it, and draw other figures over it: readers of text and readers of paper
would be told two stories. So a page holds the few forms of drawing that our own pages are made of, each on a line of its
own, and words are never covered: neither by a filled box or a line drawn after them, nor by the seal, nor by the signature.
"""

import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from ..domain.texts import Sentence, say
from .anatomy import Body
from .revisions import Part
from .syntax import Ref, Value

_N: Final = rb"(-?\d{1,5}(?:\.\d{1,6})?)"
_RUN: Final = rb"(?:/F\d{1,3}(?:\+\d{1,3})? \d{1,2}(?:\.\d{1,4})? Tf <(?:[0-9a-f]{2})*> Tj ?)+"
_TEXT: Final = re.compile(rb"BT (?:1 0 0 1 )?%b %b T[dm] (%b)ET" % (_N, _N, _RUN))
_PIECE: Final = re.compile(rb"/(F\d{1,3}(?:\+\d{1,3})?) ([\d.]+) Tf <([0-9a-f]*)> Tj")
_LINE: Final = re.compile(rb"%b G %b w %b %b m %b %b l S" % ((_N,) * 6))
_BOX: Final = re.compile(rb"q (?:%b g )?(?:0 G %b w )?(?:\[3 2\] 0 d )?%b %b %b %b re ([BfS]) Q" % ((_N,) * 6))
_SEAL: Final = re.compile(rb"q 119\.06 0 0 119\.06 %b %b cm /Im0 Do Q" % (_N, _N))
SILENT: Final = re.compile(rb"1 0 0 1 0 0 cm|(?:BT /F\d{1,3}\+\d{1,3} \d{1,2}(?:\.\d+)? Tf [\d.]+ TL ET)?")
"""Lines that draw nothing: how the writer of the pages begins them."""
_SEAL_SIDE: Final = 119.06
_SMALLEST, _LARGEST, _THICKEST = 6.0, 40.0, 2.0
"""Points: of letters, and of a line."""
_SLACK: Final = 0.6

Area = tuple[float, float, float, float]  # left, bottom, right, top


@dataclass(slots=True)
class _Page:
    """One page as it is walked through: where words stand so far, and what was found."""

    width: float
    height: float
    widths: Mapping[str, tuple[int, list[float]]]
    words: list[Area] = field(default_factory=list)
    seals: list[Area] = field(default_factory=list)
    faults: dict[str, Sentence] = field(default_factory=dict)

    def tell(self, sentence: Sentence) -> None:
        self.faults.setdefault(str(sentence), sentence)


def mark_faults(body: Body, pdf: bytes) -> tuple[Sentence, ...]:
    """Where the pages of `pdf`, whose build was found sound, draw otherwise than ours; empty when they do not."""
    found: dict[str, Sentence] = {}
    seals = 0
    for part in body.objects.values():
        if isinstance(part.value, dict) and part.value.get("Type") == "Page":
            page = _walked(body, pdf, part.value)
            seals += len(page.seals)
            found.update(page.faults)
    if seals > 1:
        found.setdefault("seals", say("页面上除印章外还有别的图片。"))
    return tuple(found.values())


def _walked(body: Body, pdf: bytes, told: Mapping[str, Value]) -> _Page:
    box = [float(edge) if isinstance(edge, int | float) else -1.0 for edge in body.array(told.get("MediaBox"))]
    fonts = body.dictionary(body.dictionary(told.get("Resources")).get("Font"))
    width, height = box[2:] if len(box) == 4 else (0.0, 0.0)
    page = _Page(width, height, {name: _widths(body, font) for name, font in fonts.items()})
    contents = told.get("Contents")
    part = body.objects.get(contents.number) if isinstance(contents, Ref) else None
    for line in _content(pdf, part).split(b"\n"):
        _mark(page, line.strip())
    laid = [*page.seals, *(_area(body, one) for one in body.array(told.get("Annots")))]
    if any(_covers(area, page.words) for area in laid):
        page.tell(_covered())
    return page


def _content(pdf: bytes, part: Part | None) -> bytes:
    if part is None or part.stream is None or not isinstance(part.value, dict):
        return b""
    content = pdf[slice(*part.stream)]
    return zlib.decompress(content) if "Filter" in part.value else content


def _area(body: Body, annotation: Value) -> Area:
    edges = [float(edge) for edge in body.array(body.dictionary(annotation).get("Rect")) if isinstance(edge, int | float)]
    return (edges[0], edges[1], edges[2], edges[3]) if len(edges) == 4 else (0.0, 0.0, 9999.0, 9999.0)


def _widths(body: Body, font: Value) -> tuple[int, list[float]]:
    """(first code, advances in thousandths); ours begin with code 0, and no letter goes backwards."""
    told = body.dictionary(font)
    first = told.get("FirstChar")
    listed = [float(width) for width in body.array(told.get("Widths")) if isinstance(width, int | float)]
    return (0, listed if first == 0 and min(listed, default=-1.0) >= 0 else [])


def _mark(page: _Page, line: bytes) -> None:
    """One line of the page's drawing."""
    if (found := _TEXT.fullmatch(line)) is not None:
        _write(page, float(found[1]), float(found[2]), found[3])
    elif (found := _LINE.fullmatch(line)) is not None:
        _, weight, x1, y1, x2, y2 = map(float, found.groups())
        level = x1 == x2 or y1 == y2
        half = weight / 2
        area = (min(x1, x2) - half, min(y1, y2) - half, max(x1, x2) + half, max(y1, y2) + half)
        _lay(page, area, sound=level and weight <= _THICKEST)
    elif (found := _BOX.fullmatch(line)) is not None:
        x, y, width, height = map(float, found.groups()[2:6])
        sound = width > 0 and height > 0 and float(found[2] or 0) <= _THICKEST
        if found[7] == b"S":
            if not sound:
                page.tell(_odd())
        else:
            _lay(page, (x, y, x + width, y + height), sound=sound)
    elif (found := _SEAL.fullmatch(line)) is not None:
        x, y = float(found[1]), float(found[2])
        page.seals.append((x, y, x + _SEAL_SIDE, y + _SEAL_SIDE))
    elif not SILENT.fullmatch(line):
        page.tell(_odd())


def _write(page: _Page, x: float, y: float, runs: bytes) -> None:
    """Words of one line, in one or more fonts."""
    right, largest = x, 0.0
    for name, written, codes in _PIECE.findall(runs):
        size, (first, widths) = float(written), page.widths.get(name.decode(), (0, []))
        try:
            right += sum([widths[code - first] for code in bytes.fromhex(codes.decode())]) * size / 1000
        except IndexError:
            page.tell(_odd())
            return
        if not _SMALLEST <= size <= _LARGEST:
            page.tell(_odd())
        largest = max(largest, size)
    if x < 0 or y < 0 or right > page.width or y + largest > page.height:
        page.tell(say("页面上有文字写在纸外。"))
    page.words.append((x, y + largest * 0.05, right, y + largest * 0.7))


def _lay(page: _Page, area: Area, *, sound: bool) -> None:
    """Something laid on the paper: it must not lie on words that stand there."""
    if not sound:
        page.tell(_odd())
    if _covers(area, page.words):
        page.tell(_covered())


def _covers(area: Area, words: list[Area]) -> bool:
    """Whether `area` lies on any of `words` by more than the slack; a line counts where it crosses their inside."""
    left, right = _inset(area[0], area[2])
    bottom, top = _inset(area[1], area[3])
    for begins, base, ends, height in words:  # a plain loop: a page has hundreds of words, and lines in plenty
        if begins < right and ends > left and base < top and height > bottom:
            return True
    return False


def _inset(low: float, high: float) -> tuple[float, float]:
    """The bounds that words must reach beyond, from either side, to be met."""
    if high - low > 2 * _SLACK:
        return low + _SLACK, high - _SLACK
    middle = (low + high) / 2
    return middle + _SLACK, middle - _SLACK


def _odd() -> Sentence:
    return say("页面内容的写法与本程序所写的不同。")


def _covered() -> Sentence:
    return say("页面上有文字被盖住：看到的和读出的可能不同。")
