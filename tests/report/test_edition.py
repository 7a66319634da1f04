"""The pages' edition: whoever lays a month out otherwise, if only by a comma, must raise it, since the verifier of the
same edition draws a file's pages again and refuses any that differ."""

import hashlib
import json
from datetime import date
from pathlib import Path
from typing import Any

from burden_desktop.domain.chain.chain_break import breaks_of
from burden_desktop.domain.chain.found_break import found_breaks_of
from burden_desktop.domain.handed_in.payload import EDITION, Issue
from burden_desktop.domain.handed_in.retold import made, records_of, summary_of
from burden_desktop.domain.months.detail import MonthDetail
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.point import Point
from burden_desktop.report.redrawn import redrawn

DRAWN = {1: ("843524d8f9251d49", "b55127b408c86105")}
"""Edition → the digests of a full and of a nil month. A new edition gets a new line; the old ones are history."""
HERE = Path(__file__).parent


def digest(body: dict[str, Any], *, sealed: bool) -> str:
    point, month = Point(**body["point"]), Month.parse(body["month"])
    issue = made(Issue, {**body["issue"], "breaks": breaks_of(body["issue"]), "found_breaks": found_breaks_of(body["issue"])})
    drawn = redrawn(summary_of(point, month, body, whole=True), records_of(body), issue, content_hash="0f" * 32, sealed=sealed)
    return hashlib.sha256(repr((drawn.pages, drawn.signed_page)).encode()).hexdigest()[:16]


def nil(body: dict[str, Any]) -> dict[str, Any]:
    figures = {kind: {**told, "month": 0, "receipts": 0, "minutes": 0, "late": 0, "minutes_unknown": 0} for kind, told in body["figures"].items()}
    issue = {**body["issue"], "revision": 1, "reason": "", "replaces": "", "differences": [], "early": "", "remarks": ""}
    empty = {name: {kind: type(told)() for kind, told in body[name].items()} for name in ("by_level", "by_organ")}
    return {**body, **empty, "issue": issue, "figures": figures, "records": [], "findings": [], "texts": {}, "detail": {}}


def test_pages_that_change_get_a_new_edition() -> None:
    body = json.loads((HERE / "edition_month.json").read_text("utf-8"))
    drawn = digest(body, sealed=True), digest(nil(body), sealed=False)
    assert drawn == DRAWN[EDITION], (
        f"pages are laid out otherwise than edition {EDITION}: once a release went out with it, raise EDITION in "
        f"domain/handed_in/payload.py and add a line to DRAWN here; before that, put these digests in its place: {drawn}"
    )


def test_the_month_that_stands_for_all_has_every_part() -> None:
    """What is empty here could change unseen."""
    body = json.loads((HERE / "edition_month.json").read_text("utf-8"))
    detail = summary_of(Point(**body["point"]), Month.parse(body["month"]), body, whole=True).detail
    optional = {"begins_in", "uncovered", "until"}  # they exclude what else stands in the month
    assert {name for name in MonthDetail.__dataclass_fields__ if not getattr(detail, name)} <= optional
    assert {row["kind"] for row in body["records"]} == set(body["figures"])
    assert any(row["late"] for row in body["records"]) and any(finding["remark"] for finding in body["findings"])
    assert date.fromisoformat(body["issue"]["closed_at"][:10]).year
