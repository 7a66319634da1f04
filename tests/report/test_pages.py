"""Pictures of pages: the right size, not blank, one at a time."""

import pytest

from burden_desktop.report.pages import PdfPages
from burden_desktop.report.render import render

from .invented_month import ISSUE, record, summary_of


def test_picture_shows_the_page_in_its_size() -> None:
    records = [record(0)]
    pdf = render(summary_of(records), records, ISSUE, {}, draft=False, content_hash="").pdf
    with PdfPages(pdf) as pages:
        width, height = pages.size(0)
        picture = pages.picture(0, 0.5)
        assert len(pages) >= 2
        assert (picture.width, picture.height) == pytest.approx((width / 2, height / 2), abs=1)
        assert len(picture.bgra) == picture.stride * picture.height
        assert len(set(picture.bgra)) > 10
        with pytest.raises(IndexError):
            pages.picture(len(pages), 1)
