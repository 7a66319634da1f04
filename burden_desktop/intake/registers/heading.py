"""Where a register's headings stand, which kind of record they head and which field each means."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from ...domain.kind import Kind
from .heading_map import Columns, bare, map_columns
from .heading_shape import tells_secrecy
from .sheet import Sheet

SEARCHED_ROWS: Final = 25
_TELLING: Final = {
    "document": "收文|来文|发文|文号|字号|公文|文件|成文|收到|主送|密级|来函",
    "meeting": "会议|参会|开会|召集|会场|主办|召开|时长|与会",
    "inspection": "检查|迎检|督查|督导|来访|来检|陪同|备案|考核|调研",
    "report_request": "报表|填报|表格|频次|数据项|报送|布置",
    "certificate": "证明|索要|开具|出具",
    "plaque": "挂牌|牌子|牌匾|悬挂|摘牌",
    "app_group": "工作群|群名|建群|APP|小程序|公众号|政务应用|打卡",
    "problem": "问题|整改|责任领导|回访",
}
_LONGEST_NAME: Final = 30
Decisions = Mapping[str, Mapping[str, str | None]]  # kind → bare heading → field, None = not taken in


@dataclass(frozen=True, slots=True)
class Heading:
    """The headings of one table: `names` column → heading as written; what they mean stands in `columns`."""

    kind: Kind
    first: int
    last: int
    names: dict[int, str]
    columns: Columns
    secrecy: tuple[int, ...] = field(default=())

    @property
    def fields(self) -> Mapping[int, str]:
        """Column → field name."""
        return self.columns.fields


def find_heading(sheet: Sheet, start: int, kinds: Sequence[Kind], title: str, decided: Decisions) -> Heading | None:
    """The first heading at or below `start` (within SEARCHED_ROWS) that names a title and one field more."""
    for row in range(start, min(start + SEARCHED_ROWS, len(sheet.rows))):
        heading = heading_at(sheet, row, kinds, title, decided)
        if heading:
            return heading
    return None


def heading_at(sheet: Sheet, row: int, kinds: Sequence[Kind], title: str, decided: Decisions) -> Heading | None:
    """The heading whose first row is `row`, in the kind that it fits best, or None."""
    written = [bare(cell) for cell in sheet.rows[row] if bare(cell)]
    if len(written) < 2 or any(len(word) > _LONGEST_NAME for word in written):
        return None
    if sum(bool(re.search(r"\d", word)) for word in written) * 3 > len(written):
        return None
    best: tuple[float, Heading] | None = None
    for names, last in _name_rows(sheet, row):
        for kind in kinds:
            columns = map_columns(names, kind, two_rows=last > row, decided=decided.get(kind.name, {}))
            if kind.titled_by not in columns.fields.values() or len(set(columns.fields.values())) < 2:
                continue
            score = _fit(kind, columns, "".join(names.values()), title) + (0 if last == row else _second_row(sheet, row))
            if best is None or score > best[0]:
                secret = tuple(column for column, name in names.items() if tells_secrecy(name.split("/")[-1]))
                best = (score, Heading(kind, row, last, _as_written(sheet, row, last, names), columns, secret))
    return best[1] if best else None


def _second_row(sheet: Sheet, row: int) -> float:
    """What speaks for the next row being headings too: it stands only where upper headings leave room for it."""
    top, below = ({column for column, cell in enumerate(cells) if bare(cell)} for cells in (sheet.rows[row], sheet.rows[row + 1]))
    under_a_group = {column for column in below & top if column + 1 in below - top}
    return 0.3 if below <= under_a_group | (below - top) else -0.1


def _fit(kind: Kind, columns: Columns, words: str, title: str) -> float:
    claimed = set(columns.fields.values())
    needed = sum(one.required for one in kind.fields if one.name in claimed)
    telling = _TELLING.get(kind.name, "$^")
    return len(claimed) + needed + len(re.findall(telling, words)) * 0.5 + (3 if re.search(telling, title) else 0)


def _name_rows(sheet: Sheet, row: int) -> list[tuple[dict[int, str], int]]:
    """The headings read as one row, and as two where the next row holds only short words."""
    top = {column: bare(cell) for column, cell in enumerate(sheet.rows[row]) if bare(cell)}
    readings = [(top, row)]
    if row + 1 >= len(sheet.rows):
        return readings
    below = {column: bare(cell) for column, cell in enumerate(sheet.rows[row + 1]) if bare(cell)}
    if not below or any(re.search(r"\d", word) or len(word) > 8 for word in below.values()) or len(below) > len(sheet.rows[row]) - 2:
        return readings
    wide = {top_left[1]: end[1] for top_left, end in sheet.spans if top_left[0] == row and end[0] == row}
    both, above, until = {}, "", -1
    for column in range(max((*top, *below)) + 1):
        if column in top:
            above, until = top[column], wide.get(column, column if sheet.spans else 10_000)
        spread = above if column <= until and column in below else top.get(column, "")
        name = "/".join(word for word in (spread, below.get(column, "")) if word)
        if name:
            both[column] = name
    return [*readings, (both, row + 1)]


def _as_written(sheet: Sheet, first: int, last: int, names: dict[int, str]) -> dict[int, str]:
    if first != last:
        return names
    return {column: str(sheet.rows[first][column]).replace("\n", "").strip() for column in names}
