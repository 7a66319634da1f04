"""A kind reads a whole record: defaults, derived values, problems at their fields, secrecy marks."""

import pytest

from burden_desktop.domain.errors.entry import Classified, InvalidRecord, UnknownField, UnknownKind
from burden_desktop.domain.field import FieldType
from burden_desktop.domain.kind import Kind
from burden_desktop.domain.kinds import KINDS, kind_named
from burden_desktop.domain.kinds.document import DOCUMENT, genre_of
from burden_desktop.domain.kinds.inspection import INSPECTION
from burden_desktop.domain.kinds.meeting import MEETING

PAPER = {"received_on": "2026-03-05", "organ": "青禾县民政局", "title": "关于报送情况的通知"}
MEET = {"held_on": "2026-03-05", "organ": "青禾县民政局", "title": "工作会议"}
VISIT = {"starts_on": "2026-03-05", "organ": "青禾县民政局", "title": "资金检查"}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_kind_keeps_its_fences(kind: Kind) -> None:
    names = [field.name for field in kind.fields]
    assert len(set(names)) == len(names)
    assert sum(field.required for field in kind.fields) <= 4
    assert kind.field(kind.dated_by).type is FieldType.DATE
    assert kind.field(kind.dated_by).required or kind.stock
    assert kind.field(kind.titled_by).required
    assert "organ" in names
    assert all(field.default in field.choices for field in kind.fields if field.default)
    assert kind.list_fields and set(kind.appendix_fields) and kind.text_fields


def test_defaults_and_derived_values_are_filled() -> None:
    values = DOCUMENT.validate(PAPER)
    assert (values["carrier"], values["counted"], values["genre"]) == ("红头", "是", "通知")
    assert INSPECTION.validate(VISIT)["ends_on"] == "2026-03-05"
    assert MEETING.validate({**MEET, "starts_at": "9:00", "ends_at": "10:30"})["duration_minutes"] == 90


def test_a_written_value_wins_over_a_derived_one() -> None:
    assert MEETING.validate({**MEET, "starts_at": "9:00", "ends_at": "11:00", "duration_minutes": 80})["duration_minutes"] == 80


def test_every_missing_mandatory_field_is_named() -> None:
    with pytest.raises(InvalidRecord) as refused:
        DOCUMENT.validate({})
    assert [problem.field for problem in refused.value.problems] == ["received_on", "organ", "title"]
    assert "来文单位" in str(refused.value)


@pytest.mark.parametrize(
    ("kind", "written", "field"),
    [
        (DOCUMENT, {**PAPER, "issued_on": "2026-03-06"}, "issued_on"),
        (MEETING, {**MEET, "starts_at": "10:00", "ends_at": "9:00"}, "ends_at"),
        (MEETING, {**MEET, "starts_at": "2026-03-06T10:00"}, "starts_at"),
        (MEETING, {**MEET, "starts_at": "10:00", "ends_at": "10:00"}, "ends_at"),
        (INSPECTION, {**VISIT, "ends_on": "2026-03-04"}, "ends_on"),
        (INSPECTION, {**VISIT, "ends_on": "2026-03-41"}, "ends_on"),
    ],
)
def test_fields_that_contradict_each_other_are_refused(kind: Kind, written: dict[str, object], field: str) -> None:
    _, problems = kind.examine(written)
    assert [problem.field for problem in problems] == [field]


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        (DOCUMENT, {**PAPER, "issued_on": "2026-03-05"}),
        (MEETING, {**MEET, "starts_at": "10:00", "ends_at": "10:01"}),
        (MEETING, {**MEET, "starts_at": "22:00", "ends_at": "2026-03-06T09:00"}),
        (INSPECTION, {**VISIT, "ends_on": "2026-03-05"}),
    ],
)
def test_the_edge_of_what_fits_is_accepted(kind: Kind, written: dict[str, object]) -> None:
    assert kind.examine(written)[1] == ()


def test_unknown_names_are_refused_with_the_known_ones() -> None:
    with pytest.raises(UnknownField, match="received_on"):
        DOCUMENT.validate({"colour": "红"})
    with pytest.raises(UnknownKind, match="meeting"):
        kind_named("letter")


@pytest.mark.parametrize("text", ["秘密★1年", "机密", "密级：绝密", "【秘密】关于某事的通知", "前文\n 机 密 \n后文"])
def test_a_secrecy_mark_is_refused_and_its_text_is_not_repeated(text: str) -> None:
    with pytest.raises(Classified) as refused:
        DOCUMENT.validate({**PAPER, "note": text})
    assert "某事" not in str(refused.value)


@pytest.mark.parametrize("text", ["学习宣传《保守国家秘密法》", "关于加强机密文件管理的通知", "不属于国家秘密", "保密工作"])
def test_the_words_in_a_sentence_are_no_mark(text: str) -> None:
    assert DOCUMENT.validate({**PAPER, "title": text})["title"] == text


@pytest.mark.parametrize(
    ("title", "genre"),
    [("关于某事的通知", "通知"), ("关于某事的函（代拟稿）", "函"), ("某某工作方案", "其他"), ("第707号国务院令", "命令"), ("会议纪要", "纪要")],
)
def test_the_genre_stands_at_the_end_of_the_title(title: str, genre: str) -> None:
    assert genre_of(title) == genre


def test_three_channels_are_one_paper_but_two_titles_are_two() -> None:
    full = {**PAPER, "doc_no": "青民发〔2026〕3号"}
    one, two = (DOCUMENT.validate({**full, "channel": channel}) for channel in ("纸质", "工作群"))
    assert DOCUMENT.same_as(one) == DOCUMENT.same_as(two) == "青民发〔2026〕3号"
    bare, other = DOCUMENT.validate(PAPER), DOCUMENT.validate({**PAPER, "title": "关于另一件事的通知"})
    assert DOCUMENT.same_as(bare) is None and DOCUMENT.alike(bare) != DOCUMENT.alike(other)
    assert DOCUMENT.alike(bare) == DOCUMENT.alike(DOCUMENT.validate({**PAPER, "title": "关于 报送情况 的通知"}))
    assert MEETING.same_as(MEETING.validate(MEET)) is None
    assert INSPECTION.alike(INSPECTION.validate(VISIT)) == "资金检查|青禾县民政局"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("云财〔2026〕9号", "云财〔2026〕09号", True),
        ("〔2026〕云财字第3号", "〔2026〕云财字第03号", True),
        ("云财〔2026〕9号", "云财〔2025〕9号", False),
        ("云财〔2026〕9号", "云财〔2026〕90号", False),
    ],
)
def test_a_number_is_the_same_however_its_digits_are_written(one: str, other: str, same: bool) -> None:
    keys = [DOCUMENT.same_as({"doc_no": number}) for number in (one, other)]
    assert None not in keys and (keys[0] == keys[1]) is same


@pytest.mark.parametrize("number", ["〔2026〕1号", "1号", "", None])
def test_a_number_without_an_organ_names_no_paper(number: str | None) -> None:
    assert DOCUMENT.same_as({"doc_no": number}) is None


@pytest.mark.parametrize(("title", "told"), [("会议通知", False), ("关于召开会议的通知", False), ("关于召开春耕会议的通知", True)])
def test_a_title_of_generic_words_names_no_paper(title: str, told: bool) -> None:
    assert (DOCUMENT.alike({"title": title, "organ": "青禾县民政局"}) is not None) is told
