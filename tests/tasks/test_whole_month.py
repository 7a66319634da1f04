"""A month of random records: figures, groups and findings follow the records, whatever their order."""

import csv
import hashlib
import io
import json
import secrets
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from burden_desktop.domain.handed_in.payload import compose, encode
from burden_desktop.domain.handed_in.submission import read_submission
from burden_desktop.domain.kinds import KINDS, kind_named
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.months.summary import MonthSummary
from burden_desktop.intake.files.pages_text import pages_text
from burden_desktop.report.records_csv import records_csv
from burden_desktop.report.render import render
from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks import close_month
from burden_desktop.tasks.page_check import page_faults
from burden_desktop.tasks.summarise import gather, sum_up

from ..records import POINT

MARCH = Month(2026, 3)
Row = tuple[str, Mapping[str, object]]


def _titled(written: Mapping[str, object]) -> Mapping[str, object]:
    """A numbered paper has a title of its own: an unnumbered one of the same title would belong to either of two numbers, and
    goes to the one entered first."""
    return {**written, "title": f"{written['doc_no']}的通知"} if "doc_no" in written else written


BODIES = st.sampled_from(["青禾县民政局", "江源市应急管理局", "石桥镇人民政府", "某单位"])
DAYS = st.integers(1, 28).map(lambda day: f"2026-03-{day:02}")
PAPERS = st.fixed_dictionaries(
    {"received_on": DAYS, "organ": BODIES, "title": st.sampled_from(["甲的通知", "乙的通知", "丙的通知"])},
    optional={
        "channel": st.sampled_from(["纸质", "邮件", "工作群"]), "characters": st.integers(0, 9_000), "asks": st.just("填表"),
        "carrier": st.sampled_from(["红头", "白头"]), "doc_no": st.integers(1, 3).map("青民发〔2026〕{}号".format),
    },
).map(lambda written: ("document", _titled(written)))
MEETINGS = st.fixed_dictionaries(
    {"held_on": DAYS, "organ": BODIES, "title": st.sampled_from(["防汛工作会议", "春耕推进会"])},
    optional={"duration_minutes": st.integers(10, 500), "headcount": st.integers(1, 9), "format": st.just("视频")},
).map(lambda written: ("meeting", written))
VISITS = st.fixed_dictionaries(
    {"starts_on": DAYS, "organ": BODIES, "title": st.sampled_from(["资金检查", "安全检查"])},
    optional={"visitors": st.integers(0, 5), "escorts": st.integers(0, 9), "plan_status": st.just("计划内")},
).map(lambda written: ("inspection", written))
MONTHS = st.lists(st.one_of(PAPERS, MEETINGS, VISITS), max_size=18)
ONE_LEDGER_EACH = settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture],
                           phases=[Phase.explicit, Phase.reuse, Phase.generate])  # a ledger an example: shrinking would take minutes


def ledger_of(folder: Path, clock: Any, rows: Sequence[Row]) -> Ledger:
    made = Ledger.create(folder / secrets.token_hex(8) / "ledger.db", POINT, clock=clock)
    with made.one_step():
        for kind, written in rows:
            made.records.add(kind_named(kind), kind_named(kind).validate(written))
    return made


def told(summary: MonthSummary) -> tuple[object, ...]:
    """What must not hang on the order of entry. Which of two receipts of one day is the first does: its channel and
    body stand for the paper."""
    rules = Counter(finding.rule for finding in summary.findings)
    return summary.kinds, summary.detail.hours, summary.detail.hours_by_organ, rules


@ONE_LEDGER_EACH
@given(MONTHS.flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows))))
def test_the_order_of_entry_does_not_matter(tmp_path: Path, clock: Any, months: tuple[Sequence[Row], Sequence[Row]]) -> None:
    summaries = []
    for rows in months:
        with ledger_of(tmp_path, clock, rows) as ledger:
            summaries.append(sum_up(gather(ledger, MARCH)))
    assert told(summaries[0]) == told(summaries[1])


@ONE_LEDGER_EACH
@given(MONTHS)
def test_counts_groups_and_pages_follow_records_csv(tmp_path: Path, clock: Any, rows: Sequence[Row]) -> None:
    with ledger_of(tmp_path, clock, rows) as ledger:
        closing = close_month.draft_material(ledger, MARCH, now=clock())
    summary = sum_up(closing.material)
    table = list(csv.DictReader(io.StringIO(records_csv(closing.material.all_records).decode("utf-8-sig"))))
    for kind in KINDS:
        own = [row for row in table if row["kind"] == kind.name]
        firsts = list({row["family"] or row["number"]: row for row in reversed(own)}.values())
        figures = summary.kinds[kind.name]
        assert (figures.month, figures.receipts) == (len(firsts), len(own))
        for by, counts in summary.detail.groups.get(kind.name, {}).items():
            if by != "asks":
                assert sum(count for _, count in counts) == len(firsts)
            if by in ("channel", "format", "visit_type") and kind.name in ("document", "meeting", "inspection"):
                assert dict(counts) == Counter(row[by] or "不明" for row in firsts)
    assert {number for finding in summary.findings for number in finding.records} <= {row["number"] for row in table}
    pages = pypdfium2.PdfDocument(close_month.draft_of(closing))
    flat = "".join("".join(page.get_textpage().get_text_bounded().split()) for page in pages)
    for kind in KINDS:
        if summary.kinds[kind.name].month:
            assert f"{summary.kinds[kind.name].month}{kind.unit}" in flat
    assert all(row["number"] in flat for row in table)


@ONE_LEDGER_EACH
@given(MONTHS, st.data())
def test_the_pages_hold_every_number_of_the_payload(tmp_path: Path, clock: Any, rows: Sequence[Row], data: st.DataObject) -> None:
    """The verifier's own comparison of pages and payload finds nothing; of any figure told otherwise it finds it."""
    with ledger_of(tmp_path, clock, rows) as ledger:
        closing = close_month.draft_material(ledger, MARCH, now=clock())
    summary, records = sum_up(closing.material), closing.material.all_records
    submission = encode(compose(summary, records, closing.chain, closing.issue))
    told = hashlib.sha256(submission).hexdigest()
    pages = pages_text("a.pdf", render(summary, records, closing.issue, {}, draft=False, content_hash=told).pdf)
    read = read_submission(submission)
    assert [str(fault) for fault in page_faults(pages, read, submission)] == []
    kind, figure = data.draw(st.sampled_from([(kind.name, name) for kind in KINDS for name in ("previous", "year_to_date", "last_year_to_date") if not kind.stock]))
    body = json.loads(submission)
    body["figures"][kind][figure] = (body["figures"][kind][figure] or 0) + 4321
    assert any(kind_named(kind).label in str(fault) for fault in page_faults(pages, replace(read, body=body), submission))


@ONE_LEDGER_EACH
@given(MONTHS)
def test_one_more_meeting_changes_its_own_figures_alone(tmp_path: Path, clock: Any, rows: Sequence[Row]) -> None:
    with ledger_of(tmp_path, clock, rows) as ledger:
        before = sum_up(gather(ledger, MARCH))
        one = kind_named("meeting").validate({"held_on": "2026-03-09", "organ": "新局", "title": "新会", "duration_minutes": 30, "headcount": 2})
        ledger.records.add(kind_named("meeting"), one)
        after = sum_up(gather(ledger, MARCH))
    for name in before.kinds:
        if name != "meeting":
            assert after.kinds[name] == before.kinds[name]
            assert after.by_organ[name] == before.by_organ[name]
    was, now = before.kinds["meeting"], after.kinds["meeting"]
    assert (now.month, now.receipts, now.minutes, now.year_to_date) == (was.month + 1, was.receipts + 1, was.minutes + 30, was.year_to_date + 1)
    assert (now.late, now.minutes_unknown, now.previous) == (was.late, was.minutes_unknown, was.previous)
    known = {kind: effort for kind, effort in before.detail.hours.items() if kind != "meeting"}
    assert {kind: effort for kind, effort in after.detail.hours.items() if kind != "meeting"} == known
    assert after.detail.hours["meeting"].known == (before.detail.hours["meeting"].known if "meeting" in before.detail.hours else 0) + 60
