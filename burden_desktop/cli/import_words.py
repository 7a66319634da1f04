"""What the `import` command says of a register, row by row: what came in or would, what was there, what was not taken and why."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from ..domain.kinds import kind_named
from ..domain.reading.draft import WHOLE, RegisterReading
from ..domain.reading.import_outcome import KnownRow, Standing
from ..domain.reading.rejection import PASSED, why_rejected
from ..domain.texts import Texts

_NUMBERS_TOLD: Final = 5
_LINES_TOLD: Final = 10


def told(standing: Standing, t: Texts, *, stored: bool) -> Iterator[str]:
    """`stored` says that it is done; otherwise it is what an import would do."""
    reading = standing.reading
    counts = {
        "rows": len(standing.new), "known": len(standing.known), "rejected": len(reading.rejected), "ignored": len(reading.ignored),
    }  # fmt: skip
    if stored:
        yield t("已导入{rows}行，{known}行台账里已有，{rejected}行没有导入，{ignored}行略过。", **counts)
    else:
        yield t("{rows}行可导入，{known}行台账里已有，{rejected}行需要核对，{ignored}行略过。", **counts)
    passed = ((row.sheet, row.row, row.reason) for row in reading.ignored)
    for sheet, reason, rows in _neighbours(passed, t):
        yield t("{where}略过：{reason}。", where=_where(t, sheet, rows), reason=t(PASSED.get(reason, reason)))
    yield from _left_out(reading, t)
    yield from _known(reading, standing, t)
    yield from _first(tuple(_unread(standing, t)), t)
    yield from _first(tuple(_alike(standing, t)), t)
    for row in reading.rejected:
        yield t("{where}没有导入：{reason}", where=_where(t, row.sheet, str(row.row)), reason=t.of(why_rejected(row)))


def _first(lines: Sequence[str], t: Texts) -> Iterator[str]:
    yield from lines[:_LINES_TOLD]
    if len(lines) > _LINES_TOLD:
        yield t("同样的情况另有{count}处，用 --json 可以全部列出。", count=len(lines) - _LINES_TOLD)


def _left_out(reading: RegisterReading, t: Texts) -> Iterator[str]:
    for sheet, fields in reading.mapping.items():
        if headings := [heading for heading, field in fields.items() if field is None]:
            told = t("、").join(headings)
            if sheet == WHOLE:
                yield t("没有收下的栏目：{headings}。", headings=told)
            else:
                yield t("工作表“{sheet}”没有收下的栏目：{headings}。", sheet=sheet, headings=told)


def _unread(standing: Standing, t: Texts) -> Iterator[str]:
    """Cells that stay empty, of the rows that come in."""
    rows = {(row.sheet, row.row): row.kind for row in (standing.reading.rows[index] for index in standing.new)}
    for cell in standing.reading.unread:
        kind = rows.get((cell.sheet, cell.row))
        if kind is None:
            continue
        where = _where(t, cell.sheet, str(cell.row))
        if cell.field:
            label = t(kind_named(kind).field(cell.field).label)
            yield t("{where}的{field}“{text}”读不懂，这一格空着。", where=where, field=label, text=cell.text)
        else:
            yield t("{where}的“{text}”没有表头，没有收下。", where=where, text=cell.text)


def _alike(standing: Standing, t: Texts) -> Iterator[str]:
    """Rows of one register that look like one thing; both come in."""
    rows, new = standing.reading.rows, set(standing.new)
    for one, two in standing.reading.duplicates:
        if one in new or two in new:
            first, second = (_where(t, rows[index].sheet, str(rows[index].row)) for index in (one, two))
            yield t("{second}与{first}像是同一件，两行都在内，请核对。", first=first, second=second)


def _known(reading: RegisterReading, standing: Standing, t: Texts) -> Iterator[str]:
    rows = {index: reading.rows[index] for index in sorted(standing.known)}
    for sheet, _, told_rows in _neighbours(((row.sheet, row.row, "") for row in rows.values()), t):
        numbers = [standing.known[index].number for index, row in rows.items() if row.sheet == sheet]
        where = _where(t, sheet, told_rows)
        if len(numbers) <= _NUMBERS_TOLD:
            yield t("{where}台账里已有：{numbers}。", where=where, numbers=t("、").join(numbers))
        else:
            yield t("{where}台账里已有：{first}等{count}条。", where=where, first=numbers[0], count=len(numbers))
    for index, row in rows.items():
        if standing.known[index].changed:
            fields = _fields(row.kind, standing.known[index], t)
            yield t(
                "{where}的{fields}与上次导入时不同；台账里的{number}没有改动，需要时请在窗口里修改。",
                where=_where(t, row.sheet, str(row.row)), fields=fields, number=standing.known[index].number,
            )  # fmt: skip


def _fields(kind: str, row: KnownRow, t: Texts) -> str:
    return t("、").join(t(kind_named(kind).field(name).label) for name in row.changed)


def _where(t: Texts, sheet: str, rows: str) -> str:
    """A text has no sheets: its rows alone are told."""
    if rows.isdecimal():
        return t("第{row}行", row=rows) if sheet == WHOLE else t("工作表“{sheet}”第{row}行", sheet=sheet, row=rows)
    return t("第{rows}行", rows=rows) if sheet == WHOLE else t("工作表“{sheet}”第{rows}行", sheet=sheet, rows=rows)


def _neighbours(rows: Iterable[tuple[str, int, str]], t: Texts) -> Iterator[tuple[str, str, str]]:
    """(sheet, row, reason)… → (sheet, reason, rows), neighbours told as 3–7."""
    spans: dict[tuple[str, str], list[list[int]]] = {}
    for sheet, row, reason in rows:
        found = spans.setdefault((sheet, reason), [])
        if found and found[-1][1] + 1 == row:
            found[-1][1] = row
        else:
            found.append([row, row])
    for (sheet, reason), found in spans.items():
        yield sheet, reason, t("、").join(str(first) if first == last else f"{first}–{last}" for first, last in found)
