"""A draft of another kind keeps what was written by hand, wherever it fits."""

from burden_desktop.domain.kinds import kind_named
from burden_desktop.domain.reading.draft import Draft
from burden_desktop.domain.reading.recast import recast


def test_what_was_written_outranks_what_was_read_and_the_rest_is_read_anew() -> None:
    told = Draft("meeting", {"title": "防火会议", "organ": "县林业局", "held_on": "2026-04-09"}, ("held_on", "organ"))
    shown = {"title": "关于召开防火会议的通知", "organ": "县林业局", "received_on": "2026-04-02", "note": "", "carrier": "红头"}
    written = {**shown, "organ": "县林草局", "note": "老王带回", "received_on": "2026-04-08"}
    made, left = recast(told, kind_named("document"), kind_named("meeting"), shown=shown, written=written)
    assert made.values == {"title": "防火会议", "organ": "县林草局", "held_on": "2026-04-08", "note": "老王带回"}
    assert made.uncertain == () and left == {}


def test_a_choice_that_the_other_kind_does_not_know_stays_behind() -> None:
    told = Draft("report_request", {"title": "统计表"})
    made, left = recast(told, kind_named("document"), kind_named("report_request"), shown={"channel": ""}, written={"channel": "机要交换"})
    assert "channel" not in made.values and left == {"channel": "机要交换"}
