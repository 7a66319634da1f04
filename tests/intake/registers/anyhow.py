"""Grids of cells put together at random from what stands in registers: read to an end, every row accounted for.

`python -m tests.intake.registers.anyhow CASES` runs them long; a test runs them short.
"""

import random
import sys
import time
from datetime import date, timedelta
from datetime import time as clock

from burden_desktop.domain.errors.family import BurdenError
from burden_desktop.domain.reading.draft import RegisterReading
from burden_desktop.intake.registers.register import read_pasted, read_tables
from burden_desktop.intake.registers.rows import public_row
from burden_desktop.intake.registers.sheet import Cell, Sheet

from .drawn import at

TODAY = date(2026, 5, 1)
HEADS = (
    "序号", "收文日期", "收文\n日期", "来文单位", "文号", "发文字号", "字", "年", "号", "月", "日", "标题", "文件名称", "份数", "密级", "办理情况",
    "备注", "会议名称", "会议时间", "会议日期", "开始", "结束", "时长（小时）", "召集单位", "检查事项", "检查时间", "检查单位", "检查人数", "报表名称",
    "布置单位", "证明事项", "索要单位", "牌子名称", "群名称", "问题表现", "责任单位", "整改时限", "办理情况/结果", "", "　", "起", "止", "类型",
)  # fmt: skip
WORDS: tuple[Cell, ...] = (
    "2026.3.5", "3月5日", "3.5-3.7", "12.28-1.3", "2月30日", "20260305", 46086.0, 46086.5, 3.1, 3.18, 5.0, 0.5, -1.0, 1e300, float("inf"), float("nan"),
    "昨天", "同上", "〃", "", " ", "合计", "小计：3", "第1页", "一、党委", "（一）政府", "审核：", "秘密", "机密★1年", "公开", "县水利局", "县委办、县府办",
    "关于做好某事的通知", "转发关于做好某事的通知", "青办〔2026〕3号", "青办[2026]３号", "无", "/", "2小时", "1.5h", "半天", "两天半", "25:70", "下午3点",
    "9:00-11:00", "现场", "视频", "5人", "若干", "3.1", "９", "=1+1", "\u202e", "\u200b", "字" * 300, "a\tb", "\n", "二〇二六年三月五日", "元月", "5日",
    "0000-00-00", "9999年99月99日", "2026-13-01", True, False, 0.0, 1e16,
    date(2026, 3, 5), date(1900, 1, 1), at("2026-03-05T09:30"), clock(9, 30), timedelta(hours=30), timedelta(days=-1),
)  # fmt: skip
NAMES = ("*", "3月", "2025年收文", "参会", "迎检", "2025-2026学年", "", "13月", "〇年")


def any_sheet(chance: random.Random) -> Sheet:
    """One grid: some title rows, a heading or two, then rows."""
    width = chance.randint(1, 10)
    rows: list[tuple[Cell, ...]] = []
    for _ in range(chance.randint(1, 14)):
        pool: tuple[Cell, ...] = HEADS if chance.random() < 0.3 else WORDS
        rows.append(tuple(chance.choice(pool) for _ in range(chance.randint(0, width))))
    spans = []
    for _ in range(chance.choice((0, 0, 1, 3))):
        top, left = chance.randrange(len(rows)), chance.randrange(width)
        spans.append(((top, left), (top + chance.randint(0, 4), left + chance.randint(0, 2))))
    return Sheet(chance.choice(NAMES), tuple(rows), chance.random() < 0.05, tuple(spans))


def any_text(chance: random.Random) -> str:
    """Cells with separators and quotes strewn between them."""
    pieces = (*HEADS, *map(str, WORDS), "\t", ",", "\n", "\r\n", '"', '""', "|", "<td>", "<tr>", "<table>", "</table>", "<td rowspan=3>", "&#0;", "<")
    return "".join(chance.choice(pieces) + chance.choice(("", "\t", ",", "\n")) for _ in range(chance.randint(1, 60)))


def tried(chance: random.Random) -> None:
    """One case. Raises what the readers raise beyond the errors of the house, and AssertionError for a lost row."""
    sheet = any_sheet(chance)
    try:
        if chance.random() < 0.2:
            _sound(read_pasted(any_text(chance), today=TODAY))
            return
        reading = read_tables("任意.xlsx", (sheet,), kind=None, today=TODAY)
    except BurdenError:
        return
    _sound(reading)
    told = [row.row for group in (reading.rows, reading.rejected, reading.ignored) for row in group]
    told = sorted({*told, *(row for _, row in reading.heading_rows)})  # of two tables side by side a row is told twice
    assert told == list(range(1, len(sheet.rows) + 1)), (told, sheet.rows)
    passed = {row.row for row in reading.ignored}
    assert not passed & {row for _, row in reading.heading_rows}, (passed, sheet.rows)


def _sound(reading: RegisterReading) -> None:
    for row in reading.rows:
        assert public_row(row)["kind"]
        for name, value in row.values.items():
            if name.endswith("_on"):
                date.fromisoformat(str(value))
    assert all(0 <= one < other < len(reading.rows) for one, other in reading.duplicates)


def main(cases: int) -> None:
    started, chance = time.perf_counter(), random.Random()  # noqa: S311 - no secret
    for number in range(cases):
        seed = chance.randrange(2**60)
        try:
            tried(random.Random(seed))  # noqa: S311 - no secret
        except BaseException:
            print(f"case {number}, seed {seed}")
            raise
    print(f"{cases} registers in {time.perf_counter() - started:.0f} s, none lost a row, none raised")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200_000)
