"""Whether the pages are those that the payload makes: written again and compared to the byte, else drawn again and
compared mark by mark.

A page has no other mark, and none elsewhere, than the same edition of the program draws of the same figures: strokes in
blank space and words on words are no drawing of ours. Pages of another edition cannot be drawn here.
"""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import lru_cache

from ..domain.handed_in.retold import records_of
from ..domain.handed_in.submission import Submission
from ..domain.texts import Sentence, say
from ..paths import resources
from ..report.archive import PRODUCER
from ..report.redrawn import Redrawn, redrawn
from ..report.render import title_of
from ..report.rewritten import Rewritten, rewritten
from ..signing.anatomy import Body, drawing_faults
from ..signing.letters import descriptions_are, letter_faults, letters_are
from ..signing.marks_drawn import DrawnPage, drawn_pages
from ..signing.page_contents import WrittenAs, boxes_of, written_pages
from ..signing.page_marks import mark_faults
from ..signing.page_shape import holds_picture, shape_faults
from ..signing.particulars import Bookmark, Particulars, particulars_faults

_SEAL = b"/Im0 Do"
_NEAR = 1.0
"""Points: of the paper's edges and of the signature's box, which is written in whole ones."""


def redraw_faults(body: Body, pdf: bytes, submission: Submission, attached: bytes) -> tuple[Sentence, ...]:
    """Where pages and particulars depart from those of the payload; empty when they do not. `attached` is the payload's
    bytes.

    Raises what drawing raises for values that no page was ever made of."""
    shown = written_pages(body, pdf)
    summary, records, hashed = submission.summary(), records_of(submission.body), hashlib.sha256(attached).hexdigest()
    sealed = any(_SEAL in page.content for page in shown)
    wanted = rewritten(summary, records, submission.issue, content_hash=hashed, sealed=sealed)
    found = [*shape_faults(body, pdf), *particulars_faults(body, pdf, _particulars(submission, wanted.bookmarks))]
    if not descriptions_are(wanted.described, body, [page.told for page in shown]):
        found.append(say("页面字体的说明与本程序的字体不一致。"))
    if [_SEAL in page.content for page in shown] != [holds_picture(body, page.told) for page in shown]:
        found.append(say("页面上除印章外还有别的图片。"))
    if not _as_written(body, pdf, shown, wanted):
        found += eye_faults(body, pdf)
        drawn = redrawn(summary, records, submission.issue, content_hash=hashed, sealed=sealed)
        found += _faults(drawn_pages(body, pdf), drawn)
    boxes = [(number, box) for number, page in enumerate(shown) for box in boxes_of(body, page)]
    if [number for number, _ in boxes] != [wanted.signed_page] or not _near(boxes[0][1], wanted.box):
        found.append(say("可见签名不在签署处。"))
    return tuple({str(sentence): sentence for sentence in found}.values())


def other_edition_faults(body: Body, pdf: bytes, submission: Submission) -> tuple[Sentence, ...]:
    """What can be asked of pages that another edition laid out: bookmarks are theirs, all else is told by the payload."""
    return (*eye_faults(body, pdf), *particulars_faults(body, pdf, _particulars(submission, None)))


def _particulars(submission: Submission, bookmarks: Sequence[Bookmark] | None) -> Particulars:
    made_at = datetime.fromisoformat(submission.issue.closed_at)
    title = title_of(submission.point.name, submission.month)
    return Particulars(title, submission.point.name, PRODUCER, made_at, bookmarks, _colours())


def eye_faults(body: Body, pdf: bytes) -> tuple[Sentence, ...]:
    """Whether the eye is shown other things than a reader of text. Pages that are those of the payload to the byte, in
    letters that are what they say, show nothing else: then this need not be asked."""
    return (
        *shape_faults(body, pdf),
        *drawing_faults(body, pdf),
        *mark_faults(body, pdf),
        *letter_faults(body, pdf, resources() / "fonts"),
    )


def _as_written(body: Body, pdf: bytes, shown: Sequence[WrittenAs], wanted: Rewritten) -> bool:
    """Whether every page holds to the byte what the writer would write, and every code is the letter that he meant."""
    return (
        len(shown) == len(wanted.pages)
        and all(
            _near((page.width, page.height), (own.width, own.height)) and page.content == own.content
            for page, own in zip(shown, wanted.pages, strict=True)
        )
        and letters_are(wanted.letters, body, pdf, [page.told for page in shown], resources() / "fonts")
    )


def _faults(shown: Sequence[DrawnPage], wanted: Redrawn) -> Iterator[Sentence]:
    if len(shown) != len(wanted.pages):
        yield say("页面有{shown}页，按所附数据应为{wanted}页。", shown=len(shown), wanted=len(wanted.pages))
        return
    unlike = [str(number) for number, (page, own) in enumerate(zip(shown, wanted.pages, strict=True), 1) if not _alike(page, *own)]
    if unlike:
        yield say("第{pages}页与按所附数据重新排出的页面不同：有多出、缺少或改动的文字、线条。", pages="、".join(unlike[:10]))


def _alike(page: DrawnPage, width: float, height: float, marks: tuple[str, ...]) -> bool:
    return _near((page.width, page.height), (width, height)) and page.marks == marks


def _near(one: Sequence[float], other: Sequence[float]) -> bool:
    return len(one) == len(other) and all(abs(a - b) <= _NEAR for a, b in zip(one, other, strict=True))


@lru_cache(maxsize=1)
def _colours() -> bytes:
    return (resources() / "color" / "sRGB.icc").read_bytes()
