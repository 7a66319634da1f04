"""`add`: a day typed short takes its year from the record's own day, whatever today is."""

from .conftest import Console


def test_a_deadline_lies_beside_the_day_of_its_record(console: Console) -> None:
    words = ("add", "收文", "办理时限=1月20日", "来文单位=县水务局", "标题=关于防汛的通知", "收文日期=2026-01-12")
    code, _, told = console.run(*words)
    assert code == 0 and "办理时限记为2026-01-20" in told
    assert console.lines("list", "收文", "--json")[0]["deadline"] == "2026-01-20"


def test_a_deadline_before_its_record_is_kept_and_told(console: Console) -> None:
    code, _, told = console.run("add", "收文", "收文日期=2026-01-12", "来文单位=县水务局", "标题=关于防汛的通知", "办理时限=1.8")
    assert code == 0 and told == "办理时限记为2026-01-08。\n办理时限早于收文日期，请核对。\n"
