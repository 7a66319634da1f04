"""A ledger that was edited outside the program is never signed as clean: the next file tells the break, and says where."""

import copy
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import jsonschema
import pypdfium2
import pytest

from burden_desktop.domain.errors.ledger import BreakNoted
from burden_desktop.domain.handed_in.payload import FILE_NAME
from burden_desktop.domain.handed_in.receiving import faults_among
from burden_desktop.domain.handed_in.submission import UnreadableSubmission, read_submission
from burden_desktop.domain.months.month import Month
from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks import close_month, enter
from burden_desktop.tasks.audit import audit_files, check_against
from burden_desktop.tasks.identity import export_certificate, make_identity
from burden_desktop.tasks.verify import verify_files

from ..conftest import ROOT, StandingClock
from ..records import POINT
from .test_close_month import attachments

PASSPHRASE = "会当凌绝顶一览众山小造化钟神秀"  # noqa: S105 - of a key made for this test
MARCH, APRIL = Month(2026, 3), Month(2026, 4)
SCHEMA = json.loads((ROOT / "resources/schema/submission-1.schema.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def p12(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("identity") / "id.p12"
    make_identity(POINT, path, PASSPHRASE, algorithm="ec", now=StandingClock().now - timedelta(days=1))
    export_certificate(path, PASSPHRASE, path.parent / "trust" / "SQ-01.cer")
    return path


def _close(ledger: Ledger, p12: Path, month: Month, clock: StandingClock) -> close_month.Closed:
    closing_ = close_month.prepare(ledger, month, now=clock())
    signed = close_month.make(closing_, p12.read_bytes(), PASSPHRASE, path=str(p12), now=clock())
    return close_month.commit(ledger, signed, ledger.path.parent / "out")


def _edit(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


@pytest.fixture
def march(tmp_path: Path, p12: Path, clock: StandingClock) -> Iterator[Path]:
    """March is signed; April has two papers, entries 5 and 6."""
    path = tmp_path / "ledger.db"
    with Ledger.create(path, POINT, clock=clock) as ledger:
        for number in (1, 2):
            enter.enter(ledger, "document", {"received_on": "2026-03-05", "organ": "青禾县民政局", "title": f"第{number}号通知"})
        _close(ledger, p12, MARCH, clock)
        clock.set(2026, 5, 3)
        for number in (3, 4):
            enter.enter(ledger, "document", {"received_on": "2026-04-05", "organ": "青禾县民政局", "title": f"第{number}号通知"})
    yield path


@pytest.fixture
def told(march: Path, p12: Path, clock: StandingClock) -> tuple[Path, close_month.Closed, dict[str, Any]]:
    """Entry 5 was edited; April is signed all the same, and tells it."""
    _edit(march, "UPDATE history SET at = '2026-04-04T00:00:00+08:00' WHERE seq = 5")
    with Ledger.open(march, clock=clock) as ledger:
        closed = _close(ledger, p12, APRIL, clock)
        assert ledger.first_bad is None, "it is told now"
    return march, closed, json.loads(attachments(closed.file.read_bytes())[FILE_NAME])


def test_the_next_file_tells_the_break_in_words_and_to_machines(
    told: tuple[Path, close_month.Closed, dict[str, Any]], p12: Path, clock: StandingClock
) -> None:
    path, closed, payload = told
    jsonschema.validate(payload, SCHEMA)
    (found,) = payload["issue"]["found_breaks"]
    assert (found["first_bad"], found["months"]) == (5, ["2026-04"])
    text = "".join("".join(p.get_textpage().get_text_bounded() for p in pypdfium2.PdfDocument(closed.file)).split())
    assert "断链：2026-05-03发现历史链从第5条起对不上" in text and "涉及2026年4月的记录" in text
    (verdict,) = verify_files((closed.file,), p12.parent / "trust", clock())
    assert verdict.accepted, verdict.reasons
    assert [str(notice) for notice in verdict.notices if "断链" in str(notice)]
    _, _, audited = audit_files(path.parent / "out" / "SQ-01-2026-03-r1.pdf", closed.file, clock())
    assert audited.link == "extends" and "断链" in str(audited.sentences[-1])
    assert faults_among((), read_submission(json.dumps(payload).encode())) == ()


@pytest.mark.parametrize("doctored", ["untold", "later", "other", "twice"])
def test_a_break_that_is_not_told_as_it_was_noted_is_refused(
    told: tuple[Path, close_month.Closed, dict[str, Any]], doctored: str
) -> None:
    payload = copy.deepcopy(told[2])
    breaks = payload["issue"]["found_breaks"]
    if doctored == "untold":
        breaks.clear()
    elif doctored == "later":
        breaks[0]["first_bad"] += 1
    elif doctored == "other":
        breaks[0]["seq"] -= 1
    else:
        breaks.append(breaks[0])
    with pytest.raises(UnreadableSubmission, match="断链"):
        read_submission(json.dumps(payload).encode())


def test_an_entry_behind_the_break_must_follow(told: tuple[Path, close_month.Closed, dict[str, Any]], march: Path) -> None:
    payload = copy.deepcopy(told[2])
    behind = next(entry for entry in payload["chain"]["entries"] if entry["action"] == "break")
    payload["chain"]["entries"].append({**behind, "seq": behind["seq"] + 1, "action": "add"})
    payload["chain"]["head"] = behind["hash"]
    with pytest.raises(UnreadableSubmission, match="前后不接"):
        read_submission(json.dumps(payload).encode())


def test_the_head_of_the_month_signed_before_still_finds_what_was_rebuilt(
    march: Path, p12: Path, clock: StandingClock
) -> None:
    before = march.parent / "out" / "SQ-01-2026-03-r1.pdf"
    _edit(march, "UPDATE history SET digest = hash WHERE seq = 2")
    with Ledger.open(march, clock=clock) as ledger:
        assert ledger.first_bad == 2
        assert check_against(ledger, before, clock()) is None, "the heads themselves were not rewritten"
    _edit(march, "UPDATE history SET hash = replace(hash, substr(hash, 1, 1), '-') WHERE seq = 2")
    with Ledger.open(march, clock=clock) as ledger:
        assert check_against(ledger, before, clock()) == 2
        closed = _close(ledger, p12, APRIL, clock)
    payload = json.loads(attachments(closed.file.read_bytes())[FILE_NAME])
    assert [found["first_bad"] for found in payload["issue"]["found_breaks"]] == [2, 2]


@pytest.mark.parametrize(
    "edit",
    [
        "UPDATE document SET title = '改过的标题' WHERE id = 3",
        "DELETE FROM document WHERE id = 4",
        "UPDATE history_content SET after = replace(after, '第3号', '第9号') WHERE seq = 5",
        "UPDATE organ SET level = 'city'",
    ],
)
def test_what_only_the_check_at_closing_finds_is_refused_once_and_then_told(
    march: Path, p12: Path, clock: StandingClock, edit: str
) -> None:
    _edit(march, edit)
    with Ledger.open(march, clock=clock) as ledger:
        assert ledger.first_bad is None
        with pytest.raises(BreakNoted):
            close_month.prepare(ledger, APRIL, now=clock())
        assert ledger.first_bad is not None and ledger.months.sealed(APRIL) is None
        assert close_month.prepare(ledger, APRIL, now=clock()).issue.found_breaks
        ledger.close()
    _edit(march, "UPDATE document SET title = '又改过的标题' WHERE id = 2")
    with Ledger.open(march, clock=clock) as ledger, pytest.raises(BreakNoted):
        close_month.prepare(ledger, APRIL, now=clock())
