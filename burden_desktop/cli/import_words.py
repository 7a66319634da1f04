"""What the `import` command says of a register, row by row: what came in or would, what was there, what was not taken and why."""

from collections.abc import Iterable, Iterator

from ..domain.kinds import kind_named
from ..domain.reading.draft import WHOLE, RegisterReading
from ..domain.reading.import_outcome import KnownRow, Standing
from ..domain.reading.rejection import PASSED, why_rejected
from ..domain.texts import Texts

_NUMBERS_TOLD = 5


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
    yield from _known(reading, standing, t)
    for row in reading.rejected:
        yield t("{where}没有导入：{reason}", where=_where(t, row.sheet, str(row.row)), reason=t.of(why_rejected(row)))


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
