"""The words of an import's rows: what is shown of each in the tables, and how many there are of which."""

from ...domain.kind import Kind
from ...domain.reading.draft import RegisterReading
from ...domain.reading.import_outcome import Standing
from ...domain.reading.rejection import PASSED, why_rejected
from ...domain.texts import Texts, label

Rows = tuple[tuple[str, ...], list[tuple[str, ...]]]


def counts_beside(standing: Standing, t: Texts) -> dict[str, str]:
    """Sheet → how many of its rows are new and how many need a look."""
    reading = standing.reading
    told = {}
    for sheet in reading.mapping:
        new = sum(reading.rows[index].sheet == sheet for index in standing.new)
        rejected = sum(row.sheet == sheet for row in reading.rejected)
        both = label("新增{new}，需核对{rejected}")
        told[sheet] = t(both, new=new, rejected=rejected) if rejected else t("新增{new}", new=new)
    return told


def record_rows(standing: Standing, sheet: str, kinds: dict[str, Kind], t: Texts, *, known: bool) -> Rows:
    """The rows of a sheet that are new, or those that the ledger holds with their numbers."""
    reading = standing.reading
    kind = kinds.get(reading.kinds.get(sheet, ""))
    if kind is None:
        return (), []
    used = list(dict.fromkeys(field for field in reading.mapping[sheet].values() if field))
    extra = [name for name in ("held_on", "ends_on") if name not in used and any(name == one.name for one in kind.fields)]
    names = [*extra[:1], *used] if kind.name == "meeting" else used
    twice = {later: first for first, later in reading.duplicates}
    shown = []
    for index, row in enumerate(reading.rows):
        if row.sheet != sheet or (index in standing.known) is not known or row.kind != kind.name:
            continue
        first = twice.get(index)
        held = standing.known.get(index)
        remark = _remark(held.number, len(held.changed), t) if held else (
            t("疑与第{row}行重复", row=reading.rows[first].row) if first is not None else "")
        shown.append((str(row.row), remark, *(str(row.values.get(name) or "") for name in names)))
    return (t("行"), t("提示"), *(t(kind.field(name).label) for name in names)), shown


def _remark(number: str, changed: int, t: Texts) -> str:
    return t("{number}，登记表里另有{count}处改动", number=number, count=changed) if changed else number


def rejected_rows(reading: RegisterReading, sheet: str, t: Texts) -> Rows:
    """Row, reason, then the cells under their headings."""
    rows = [row for row in reading.rejected if row.sheet == sheet]
    headings = tuple(dict.fromkeys(name for row in rows for name, _ in row.cells))
    return (t("行"), t("原因"), *headings), [
        (str(row.row), t.of(why_rejected(row)), *(dict(row.cells).get(name, "") for name in headings)) for row in rows
    ]


def ignored_rows(reading: RegisterReading, sheet: str, t: Texts) -> Rows:
    return (t("行"), t("略过的原因")), [
        (str(row.row), t(PASSED.get(row.reason, row.reason))) for row in reading.ignored if row.sheet == sheet
    ]


def unread_cells(reading: RegisterReading, sheet: str, kinds: dict[str, Kind], t: Texts) -> Rows:
    kind = kinds.get(reading.kinds.get(sheet, ""))
    labels = {field.name: t(field.label) for field in kind.fields} if kind else {}
    return (t("行"), t("栏目"), t("原文（没有读懂，留空）")), [
        (str(cell.row), labels.get(cell.field, cell.field) or t("没有表头的栏"), cell.text) for cell in reading.unread if cell.sheet == sheet
    ]
