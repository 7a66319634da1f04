"""Copies of a report for those who must paste it elsewhere: a Word file, and every table as a workbook."""

from datetime import datetime

from ..domain.months.half_year import HalfReview
from .close_month import Closing
from .fact_sheet import FactSheet
from .summarise import sum_up


def month_word(closing: Closing) -> bytes:
    """The month's report as .docx, without the record tables."""
    from ..report.heading import TITLE  # writers are heavy and only needed here
    from ..report.month_blocks import month_blocks
    from ..report.word import word_file

    summary = sum_up(closing.material)
    blocks = month_blocks(summary, closing.material.all_records, closing.issue)
    under = (f"{summary.month.year}年第{summary.month.number}期", f"{summary.point.name}（{summary.point.code}）")
    return word_file(TITLE, under, blocks, made_at=datetime.fromisoformat(closing.issue.closed_at))


def month_tables(closing: Closing) -> bytes:
    """Every table of the month's report as .xlsx, charts as tables among them."""
    from ..report.blocks import tables_in  # writers are heavy and only needed here
    from ..report.month_blocks import month_blocks
    from ..report.tables_book import tables_book

    summary = sum_up(closing.material)
    return tables_book(tables_in(month_blocks(summary, closing.material.all_records, closing.issue)))


def review_word(review: HalfReview, made_at: datetime) -> bytes:
    from ..report.review_blocks import TITLE, review_blocks  # writers are heavy and only needed here
    from ..report.word import word_file

    under = (review.half.label, f"{review.point.name}（{review.point.code}）")
    return word_file(TITLE, under, review_blocks(review), made_at=made_at)


def review_tables(review: HalfReview) -> bytes:
    from ..report.blocks import tables_in  # writers are heavy and only needed here
    from ..report.review_blocks import review_blocks
    from ..report.tables_book import tables_book

    return tables_book(tables_in(review_blocks(review)))


def fact_sheet_word(sheet: FactSheet, made_at: datetime) -> bytes:
    from ..report.fact_sheet_blocks import TITLE, fact_sheet_blocks  # writers are heavy and only needed here
    from ..report.word import word_file

    blocks = fact_sheet_blocks(sheet.point, sheet.month, sheet.organ, sheet.findings, sheet.records, sheet.due)
    return word_file(TITLE, (sheet.month.label,), blocks, made_at=made_at)
