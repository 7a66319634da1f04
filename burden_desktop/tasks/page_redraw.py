"""Whether the pages are those that the payload makes: drawn again and compared mark by mark.

A page has no other mark, and none elsewhere, than the same edition of the program draws of the same figures: strokes in
blank space and words on words are no drawing of ours. Pages of another edition cannot be drawn here.
"""

import hashlib
from collections.abc import Iterator, Sequence

from ..domain.handed_in.retold import records_of
from ..domain.handed_in.submission import Submission
from ..domain.texts import Sentence, say
from ..report.redrawn import Redrawn, redrawn
from ..signing.anatomy import Body
from ..signing.marks_drawn import DrawnPage, drawn_pages

_SEAL = "/Im0 Do"
_NEAR = 1.0
"""Points: of the paper's edges and of the signature's box, which is written in whole ones."""


def redraw_faults(body: Body, pdf: bytes, submission: Submission, attached: bytes) -> tuple[Sentence, ...]:
    """Where the pages depart from those of the payload; empty when they do not. `attached` is the payload's bytes.

    Raises what drawing raises for values that no page was ever made of."""
    shown = drawn_pages(body, pdf)
    wanted = redrawn(
        submission.summary(),
        records_of(submission.body),
        submission.issue,
        content_hash=hashlib.sha256(attached).hexdigest(),
        sealed=any(_SEAL in mark for page in shown for mark in page.marks),
    )
    return tuple(_faults(shown, wanted))


def _faults(shown: Sequence[DrawnPage], wanted: Redrawn) -> Iterator[Sentence]:
    if len(shown) != len(wanted.pages):
        yield say("页面有{shown}页，按所附数据应为{wanted}页。", shown=len(shown), wanted=len(wanted.pages))
        return
    unlike = [str(number) for number, (page, own) in enumerate(zip(shown, wanted.pages, strict=True), 1) if not _alike(page, *own)]
    if unlike:
        yield say("第{pages}页与按所附数据重新排出的页面不同：有多出、缺少或改动的文字、线条。", pages="、".join(unlike[:10]))
    boxes = [(number, box) for number, page in enumerate(shown) for box in page.boxes]
    if [number for number, _ in boxes] != [wanted.signed_page] or not _near(boxes[0][1], wanted.box):
        yield say("可见签名不在签署处。")


def _alike(page: DrawnPage, width: float, height: float, marks: tuple[str, ...]) -> bool:
    return _near((page.width, page.height), (width, height)) and page.marks == marks


def _near(one: Sequence[float], other: Sequence[float]) -> bool:
    return len(one) == len(other) and all(abs(a - b) <= _NEAR for a, b in zip(one, other, strict=True))
