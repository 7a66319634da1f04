"""The monthly report (基层减负监测月报): a month's figures and records, laid out and made fit for the archive."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from .. import paths
from ..domain.handed_in.payload import Issue
from ..domain.kinds import KINDS, kind_named
from ..domain.months.month import Month
from ..domain.months.summary import MonthSummary
from ..domain.record import Record
from .appendix import record_table
from .archive import archive
from .blocks import Block, words_of
from .drawing import draw
from .faces import Faces
from .heading import TITLE, heading
from .month_blocks import month_blocks
from .pen import PdfPen
from .seal_picture import NAME, read_seal_picture
from .sheet import Sheets
from .signature_block import signature_block, signature_height


@dataclass(frozen=True, slots=True)
class Rendered:
    """A report before it is signed. `signature_page` counts from 0; `signature_box` is (left, bottom, right, top)
    in points from the page's lower left corner; `missing` are characters printed as a box."""

    pdf: bytes
    pages: int
    signature_page: int
    signature_box: tuple[float, float, float, float]
    missing: tuple[str, ...]


def render(
    summary: MonthSummary,
    records: Sequence[Record],
    issue: Issue,
    attachments: Mapping[str, bytes],
    *,
    draft: bool,
    content_hash: str,
    seal_picture: bytes = b"",
) -> Rendered:
    """The report as PDF/A-3u; the same input gives the same bytes. `records` are those of the month, late ones
    included; `attachments` by file name; `content_hash` is printed beside the signature;
    `seal_picture` is a PNG or empty. Raises UnsuitableSealPicture."""
    faces = Faces(paths.resources() / "fonts")
    pen = PdfPen(faces)
    sheets = Sheets(faces, pen)
    seal = read_seal_picture(seal_picture) if seal_picture else None
    page, box = lay_out(sheets, summary, records, issue, draft=draft, content_hash=content_hash, sealed=seal is not None)
    made_at = datetime.fromisoformat(issue.closed_at)
    pdf = archive(
        sheets.finish(pen, draft=draft),
        title=title_of(summary.point.name, summary.month),
        author=summary.point.name,
        made_at=made_at,
        attachments=attachments,
        colours=paths.resources() / "color" / "sRGB.icc",
        seal=seal,
        seal_page=page,
    )
    return Rendered(pdf, len(sheets.pages), page, box, tuple(faces.missing))


def title_of(point: str, month: Month) -> str:
    """What a reader shows in its window's bar."""
    return f"{point}{TITLE}（{month.label}）"


def lay_out(
    sheets: Sheets,
    summary: MonthSummary,
    records: Sequence[Record],
    issue: Issue,
    *,
    draft: bool,
    content_hash: str,
    sealed: bool,
) -> tuple[int, tuple[float, float, float, float]]:
    """Draw every page; `sealed` leaves room for the picture of a seal. Gives page and box of the signature."""
    made_at = datetime.fromisoformat(issue.closed_at)
    blocks = _blocks(sheets.faces, summary, records, issue)
    sheets.new_page(wide=False)
    heading(sheets, summary, issue, made_at, draft=draft)
    draw(sheets, blocks, behind=signature_height(content_hash))
    box = signature_block(sheets, summary.point, made_at, content_hash, picture=NAME if sealed else "")
    page = len(sheets.pages) - 1
    for kind in KINDS:
        own = [record for record in records if record.kind == kind.name]
        if own:
            record_table(sheets, kind, own)
    return page, box


def _blocks(faces: Faces, summary: MonthSummary, records: Sequence[Record], issue: Issue) -> tuple[Block, ...]:
    """The report's blocks. What cannot be printed is told in them, so every character is looked at before."""
    blocks = month_blocks(summary, records, issue)
    point = summary.point
    seen = [point.name, point.reporter, point.approver, point.commission]
    seen.extend(word for block in blocks for word in words_of(block))
    shown = {kind.name: [field.name for field in kind_named(kind.name).appendix_fields] for kind in KINDS}
    for record in records:
        seen.extend(str(record.values[name] or "") for name in shown[record.kind])
    faces.note("".join(seen))
    return month_blocks(summary, records, issue, tuple(faces.missing)) if faces.missing else blocks
