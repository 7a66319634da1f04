"""Search across kinds from the command line: words or letters, one object a line, what was recorded last first."""

from .conftest import Console


def test_words_and_letters_find_records_of_every_kind(console: Console) -> None:
    console.ok("add", "document", "received_on=2026-03-05", "organ=青禾县民政局", "title=关于消防检查的通知")
    console.ok("add", "meeting", "held_on=2026-03-09", "organ=青禾县应急管理局", "title=消防工作会")
    found = console.lines("search", "消防")
    assert [(one["kind"], one["number"]) for one in found] == [("meeting", "会2026-0001"), ("document", "收2026-0001")]
    assert found[1]["spans"] == {"title": [[2, 4]]}
    assert [one["title"] for one in console.lines("search", "xfjc")] == ["关于消防检查的通知"]
    assert len(console.lines("search", "消防", "--limit", "1")) == 1
    assert "收2026-0001\t2026-03-05\t青禾县民政局\t关于消防检查的通知" in console.ok("search", "民政")
    assert console.ok("search", "水利") == "没有找到“水利”。\n" and console.lines("search", "水利") == []
