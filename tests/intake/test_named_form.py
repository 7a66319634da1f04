"""A form named in a message: its name and the body that wants it, or nothing."""

from datetime import date

import pytest

from burden_desktop.intake.notices.named_form import named_form, wanted_by
from burden_desktop.tasks.read_notice import read_text

DAY = date(2026, 9, 7)


@pytest.mark.parametrize(
    ("text", "form", "body"),
    [
        ("各村今天下班前把秋粮收购进度表报县粮食局", "秋粮收购进度表", "县粮食局"),
        ("请填报《困难党员花名册》，周五前交镇党建办。", "困难党员花名册", "镇党建办"),
        ("把低保核查表和残疾人台账报镇民政办", None, "镇民政办"),
        ("各村代表明天到镇政府开会", None, None),
        ("把《入户表》《销号表》报县农业农村局，另报县水利局", None, None),
    ],
)
def test_form_and_who_wants_it(text: str, form: str | None, body: str | None) -> None:
    assert (named_form(text), wanted_by(text)) == (form, body)


def test_draft_of_a_message_names_form_and_body_as_doubtful() -> None:
    draft = read_text("各村今天下班前把秋粮收购进度表报县粮食局", DAY)
    assert (draft.kind, draft.values["title"], draft.values["organ"]) == ("report_request", "秋粮收购进度表", "县粮食局")
    assert {"title", "organ"} <= set(draft.uncertain)
