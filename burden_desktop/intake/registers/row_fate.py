"""Whether a row of a register is a record at all: blank rows, totals, footers and group headings are not."""

import re
from collections.abc import Mapping
from typing import Final

from .heading import Heading
from .heading_map import bare
from .sheet import Cell
from .value import is_empty, words_of

_TOTAL: Final = re.compile(
    r"(?:[一二三四1234]?(?:本|全|上半|下半|第?[一二三四]季)?(?:[年月页周]|季度)?度?(?:份)?|\d{1,2}月份?|[\u4e00-\u9fff]{0,4})(?:合计|小计|总计|共计|累计|合共|汇总)(?![\u4e00-\u9fff]{4,})"
)
_COUNTED: Final = re.compile(r"(?:以上|本页|本月|全年)?共计?\d+[件份场次项条页张块个]")
_FOOTER: Final = re.compile(
    r"(?:审核|制表|填表|登记人|填报|注[::]|注意|说明[::]|备注[::]|第?\d+页|第[一二三四五六七八九十]+页|共\d+[页条]|打印|经办人|负责人|联系人|单位[((]?盖章|以下空白|以下无|承上页|接下页|过次页|转下页|续表|此页)"
)
_TITLE_LIKE: Final = re.compile(r"关于|通知|函$|通报|意见|会议?$|检查|督查|方案")
_GROUP: Final = re.compile(r"[一二三四五六七八九十]+[、.]|[（(][一二三四五六七八九十]")
_NUMBER_ONLY: Final = re.compile(r"[\d.]+")


def why_passed(cells: Mapping[int, Cell], heading: Heading) -> str | None:
    """Why a row is no record: empty, total, footer, group_heading; None when it is one."""
    if not cells:
        return "empty"
    known = {name: cells[column] for column, name in heading.fields.items() if column in cells}
    words = [bare(cell) for cell in list(cells.values())[:2]]
    date_cell = bare(known.get(heading.kind.dated_by, ""))
    dated = bool(date_cell) and not _TOTAL.match(date_cell)
    if not dated and any((_TOTAL.match(word) or _COUNTED.match(word)) and len(word) <= 20 for word in words):
        return "total"
    if _FOOTER.match(words[0]) and not dated and (len(known) <= 2 or not known.get("organ")):
        return "footer"
    if not dated and any(_TOTAL.fullmatch(bare(cell)) for cell in cells.values()):
        return "total"
    if len(cells) == 1:
        return _lonely(next(iter(cells.items())), heading, words[0])
    telling = {heading.kind.titled_by, "organ", "doc_no", heading.kind.dated_by, "starts_at"}
    return None if telling & set(known) else "empty"


def _lonely(only: tuple[int, Cell], heading: Heading, bare_words: str) -> str | None:
    column, cell = only
    words = words_of(cell)
    if heading.fields.get(column) == heading.kind.titled_by and _TITLE_LIKE.search(words) and not _GROUP.match(words):
        return None
    return "empty" if _NUMBER_ONLY.fullmatch(bare_words) else "group_heading"


def written_cells(row: tuple[Cell, ...]) -> dict[int, Cell]:
    """Column → cell, for the cells that hold anything."""
    return {column: cell for column, cell in enumerate(row) if not is_empty(cell)}
