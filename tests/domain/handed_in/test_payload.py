"""The payload holds what the month says, and a doctored one is refused by its own sums."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from burden_desktop.domain.chain.history import GENESIS, Entry, digest_of, link
from burden_desktop.domain.handed_in.payload import (
    ChainPart,
    Issue,
    compose,
    encode,
)
from burden_desktop.domain.handed_in.submission import UnreadableSubmission, read_submission
from burden_desktop.domain.kinds import KINDS
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.months.summary import KindFigures, MonthSummary

from ...records import POINT, meeting, paper, visit

SCHEMA = Path(__file__).parents[3] / "resources/schema/submission-1.schema.json"
RECORDS = (
    paper(1, doc_no="青民发〔2026〕3号"),
    paper(2, doc_no="青民发〔2026〕3号", channel="纸质"),
    paper(3, late=True),
    meeting(1),
    visit(1),
)


def entries(count: int) -> tuple[Entry, ...]:
    made, head = [], GENESIS
    for seq in range(1, count + 1):
        digest = digest_of(bytes([seq]) * 16, None, {"seq": seq})
        head = link(head, seq, "2026-03-05T09:00:00+08:00", "add", "document", f"收2026-{seq:04d}", digest)
        made.append(Entry(seq, "2026-03-05T09:00:00+08:00", "add", "document", f"收2026-{seq:04d}", digest, head))
    return tuple(made)


def submission(chain: ChainPart | None = None) -> dict[str, Any]:
    def figures(month: int, receipts: int, late: int = 0) -> KindFigures:
        return KindFigures(month, None, None, month, None, receipts, 0, late)

    counted = {"document": figures(1, 2, 1), "meeting": figures(1, 1), "inspection": figures(1, 1)}
    summary = MonthSummary(
        point=POINT,
        month=Month(2026, 3),
        kinds={kind.name: counted.get(kind.name, figures(0, 0)) for kind in KINDS},
        by_level={kind.name: {"county": 1} if kind.name in counted else {} for kind in KINDS},
        by_organ={kind.name: (("青禾县民政局", 1),) if kind.name in counted else () for kind in KINDS},
    )
    return compose(summary, RECORDS, chain or ChainPart(GENESIS, 0, entries(5)), Issue(1, "2026-04-02T09:00:00+08:00"))


def test_what_was_composed_is_read_back() -> None:
    read = read_submission(encode(submission()))
    assert (read.point.code, str(read.month), read.revision) == ("SQ-01", "2026-03", 1)
    assert read.chain_head == entries(5)[-1].hash
    assert [row["number"] for row in read.body["records"]] == [record.number for record in RECORDS]


def test_the_payload_keeps_to_its_schema() -> None:
    jsonschema.validate(json.loads(encode(submission())), json.loads(SCHEMA.read_text("utf-8")))


def test_what_the_point_keeps_to_itself_is_not_in_the_payload() -> None:
    private = {field.name for kind in KINDS for field in kind.fields if not field.in_appendix}
    private -= {field.name for kind in KINDS for field in kind.appendix_fields}
    assert "note" in private
    assert not private & {name for row in submission()["records"] for name in row}


def test_a_month_without_changes_carries_the_head_before_it() -> None:
    head = entries(5)[-1].hash
    assert read_submission(encode(submission(ChainPart(head, 5, ())))).chain_head == head


def change(path: str, value: object) -> Callable[[dict[str, Any]], None]:
    *way, last = path.split("/")

    def apply(body: Any) -> None:
        for step in way:
            body = body[int(step) if step.isdigit() else step]
        body[int(last) if last.isdigit() else last] = value

    return apply


def drop_first(path: str) -> Callable[[dict[str, Any]], None]:
    def apply(body: Any) -> None:
        for step in path.split("/"):
            body = body[step]
        del body[0]

    return apply


@pytest.mark.parametrize(
    ("doctor", "says"),
    [
        (change("figures/document/month", 2), "数字与所附记录不符"),
        (change("figures/document/receipts", 1), "数字与所附记录不符"),
        (change("by_level/meeting", {"city": 1}), "数字与所附记录不符"),
        (change("by_organ/inspection", [["别的局", 1]]), "数字与所附记录不符"),
        (change("by_organ/inspection", []), "数字与所附记录不符"),
        (change("records/2/late", False), "数字与所附记录不符"),
        (change("records/0/kind", "letter"), "数字与所附记录不符"),
        (change("records/2/kind", "letter"), "数字与所附记录不符"),
        (change("figures/letter", {}), "没有统计的类别|读不出来"),
        (change("figures/document/late", 50), "数字与所附记录不符"),
        (change("figures/document/year_to_date", 0), "数字与所附记录不符"),
        (change("figures/document/minutes", -1), "数字写法"),
        (change("figures/document/previous", 1.5), "数字写法"),
        (change("month", "2031-01"), "不属于这个月"),
        (change("records/1/number", "收2026-0001"), "重复"),
        (change("issue/revision", 2), "没有写明理由"),
        (change("issue/revision", 0), "数字写法"),
        (change("chain/since_seq", -3), "数字写法"),
        (change("chain/head", [[[]]]), "链头写法"),
        (change("records/0/late", 0), "数字写法"),
        (change("findings", [{"rule": "x", "severity": "quote", "records": ["收2026-9999"], "fact": ""}]), "不在月报中"),
        (drop_first("records"), "数字与所附记录不符"),
        (drop_first("chain/entries"), "前后不接"),
        (change("chain/entries/3/action", "withdraw"), "前后不接"),
        (change("chain/since", "1" * 64), "前后不接"),
        (change("chain/head", "1" * 64), "链头"),
        (change("version", 2), "不认识"),
        (change("format", "other"), "不认识"),
        (change("month", "2026-13"), "不属于这个月"),
        (change("point/code", "a b"), "读不出来"),
        (change("records", 7), "读不出来"),
    ],
)
def test_a_doctored_payload_is_refused(doctor: Callable[[dict[str, Any]], None], says: str) -> None:
    body = copy.deepcopy(submission())
    doctor(body)
    with pytest.raises(UnreadableSubmission, match=says):
        read_submission(encode(body))


def test_an_empty_chain_cannot_begin_anywhere() -> None:
    with pytest.raises(UnreadableSubmission, match="起点"):
        read_submission(encode(submission(ChainPart("1" * 64, 0, ()))))


@pytest.mark.parametrize("bytes_", [b"", b"[]", b"{}", b"null", b"\xff\xfe", b'{"format": 1}', b"[" * 100_000, b'{"a": 1, "a": 2}', b"NaN"])
def test_any_other_bytes_are_refused_in_words(bytes_: bytes) -> None:
    with pytest.raises(UnreadableSubmission, match=r"读不出来|不认识"):
        read_submission(bytes_)
