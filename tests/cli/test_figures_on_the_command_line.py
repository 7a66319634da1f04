"""Bases by hand, targets and calendars through the commands."""

from .conftest import Console


def test_last_year_by_hand_becomes_a_base(console: Console) -> None:
    console.ok("add", "document", "received_on=2026-03-05", "organ=青禾县民政局", "title=一件事")
    assert "2个月度数字" in console.ok("figures", "2025-03", "document=31", "meeting=6")
    kinds = console.json("month", "2026-03")["kinds"]
    assert (kinds["document"]["same_month_last_year"], kinds["meeting"]["same_month_last_year"]) == (31, 6)
    assert "已有这一类的台账记录" in console.refused("figures", "2026-03", "document=1")


def test_figures_need_a_month_or_a_file(console: Console) -> None:
    for words in (("figures",), ("figures", "2025-03"), ("figures", "2025-03", "document=many")):
        assert console.run(*words)[0] == 2
    assert "没有" in console.run("figures", "2025-03", "gone=3")[2]


def test_a_target_is_followed(console: Console) -> None:
    for place in range(3):
        console.ok("add", "document", "received_on=2026-03-05", "organ=青禾县民政局", f"title=第{place}件")
    assert "收文" in console.ok("target", "document", "--base", "8", "--year", "2018", "--percent", "30")
    assert "reduction-target" in {finding["rule"] for finding in console.json("month", "2026-03")["findings"]}
    console.ok("target", "document", "--base", "0", "--year", "2018", "--percent", "30")
    assert "reduction-target" not in {finding["rule"] for finding in console.json("month", "2026-03")["findings"]}


def test_a_calendar_is_added(console: Console) -> None:
    (console.folder / "2027.txt").write_text("2027-10-01 休\n", "utf-8")
    told = console.ok("calendar", console.folder / "2027.txt")
    assert told.startswith("已加入1天。\n2027年的放假安排还不全，没有写到元旦、春节、")
    (console.folder / "2027.txt").write_text("2026-10-10 休\n", "utf-8")
    assert console.ok("calendar", console.folder / "2027.txt") == "已加入1天。\n2026-10-10与程序自带的安排相反，今后按加入的计算。\n"
    (console.folder / "2027.txt").write_bytes(b"\xff\xfe\xff")
    assert "2027.txt" in console.refused("calendar", console.folder / "2027.txt")


def _kind(console: Console, month: str) -> dict[str, object]:
    found: dict[str, object] = console.json("month", month)["kinds"]["document"]
    return found


def test_this_years_figures_by_hand_count_in_the_year(console: Console) -> None:
    for month in ("2025-01", "2025-02", "2025-03", "2026-01", "2026-02"):
        console.ok("figures", month, "document=10")
    console.ok("add", "document", "received_on=2026-03-02", "organ=县财政局", "title=关于甲的通知")
    told = _kind(console, "2026-03")
    assert (told["previous"], told["last_year_to_date"], told["year_to_date"]) == (10, 30, 21)


def test_one_stray_early_record_silences_no_figure_by_hand(console: Console) -> None:
    for month in ("2025-01", "2025-02", "2025-03", "2026-02"):
        console.ok("figures", month, "document=10")
    console.ok("add", "document", "received_on=2026-03-02", "organ=县财政局", "title=关于甲的通知")
    console.ok("add", "document", "received_on=2024-02-29", "organ=县财政局", "title=关于乙的通知")
    told = _kind(console, "2026-03")
    assert (told["previous"], told["same_month_last_year"], told["last_year_to_date"], told["year_to_date"]) == (10, 10, 30, 11)
    console.ok("figures", "2026-01", "document=7")
    assert _kind(console, "2026-03")["year_to_date"] == 18
    assert "已有这一类的台账记录" in console.refused("figures", "2024-02", "document=7")


def test_the_base_of_a_closed_month_is_kept_and_said_to_change_no_signed_report(
    identified: Console, closing: tuple[object, ...]
) -> None:
    identified.ok("add", "document", "received_on=2026-03-05", "organ=青禾县民政局", "title=一件事")
    identified.ok("close", "2026-03", *closing)
    told = identified.ok("figures", "2025-03", "收文=31")
    assert "已录入1个" in told and "2026年3月已封存，签署的月报不会改变" in told and "更正重报" in told
    assert "已封存" in identified.ok("figures", "2025-02", "收文=31"), "it stands in 上年同期"
    assert "已封存" not in identified.ok("figures", "2025-04", "收文=31")
