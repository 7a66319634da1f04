"""Columns → fields: what the clerk decided, then whole words, then parts of one value, then a heading's build.

A field is claimed once, except that a day or a 发文字号 may stand in several columns (月 and 日; 字, 年 and 号).
"""

import re
import unicodedata
from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Final

from ...domain.field import FieldType
from ...domain.kind import Kind
from ...domain.kinds import kind_named
from .heading_shape import shaped_like
from .heading_words import MORE_NAMES
from .sheet import Cell

_LOOSE: Final = re.compile(r"[\s*:_]+")
_PERSON: Final = re.compile(r"(?:人|人员|签字|签名|领导|时间|日期)$")
_DAY_PARTS: Final = {"年": "year", "年度": "year", "年份": "year", "月": "month", "月份": "month", "日": "day", "号": "day"}
_NUMBER_PARTS: Final = {
    **dict.fromkeys(("字", "代字", "机关代字", "文", "发文字", "发文代字", "机关代字号"), "code"),
    **dict.fromkeys(("年", "年份", "年度", "年号"), "year"),
    **dict.fromkeys(("号", "序号", "顺序号", "编号", "流水号", "发文顺序号", "序"), "serial"),
}


@dataclass(frozen=True, slots=True)
class Columns:
    """`fields`: column → field. `parts`: column → which part of its field's value it holds, where it holds a part."""

    fields: dict[int, str] = field(default_factory=dict)
    parts: dict[int, str] = field(default_factory=dict)


def bare(cell: Cell) -> str:
    """A heading without blanks, line ends and width differences."""
    return _bare(str(cell))


@lru_cache(maxsize=1 << 14)
def _bare(text: str) -> str:
    return _LOOSE.sub("", unicodedata.normalize("NFKC", text))


@cache
def _known_names(kind_name: str) -> Mapping[str, str]:
    kind = kind_named(kind_name)
    known: dict[str, str] = {}
    for one in kind.fields:
        more = MORE_NAMES.get(kind.name, {}).get(one.name, "").split()
        for name in (one.label, *one.aliases, *more):
            known.setdefault(bare(name), one.name)
    return known


def field_headed(kind: Kind, name: str) -> str | None:
    """The field that a heading means by its whole words; None for a heading that is only like one."""
    return _word(bare(name), _known_names(kind.name))


def map_columns(names: Mapping[int, str], kind: Kind, *, two_rows: bool, decided: Mapping[str, str | None]) -> Columns:
    """`decided`: bare heading → field as the clerk decided (None: the column is not taken in)."""
    columns = Columns()
    known = _known_names(kind.name)
    fields = {one.name for one in kind.fields}
    open_names = dict(names)
    for column, name in names.items():
        if name in decided:
            del open_names[column]
            chosen = decided[name]
            if chosen in fields and chosen not in columns.fields.values():
                columns.fields[column] = chosen
    for column, name in list(open_names.items()):
        found = _by_word(name, known, two_rows)
        if found and found not in columns.fields.values():
            columns.fields[column] = found
            del open_names[column]
    _day_and_hour(open_names, columns, known)
    _parts(names, open_names, columns, kind)
    for column, name in open_names.items():
        if column not in columns.fields:
            found = _by_shape(name, kind.name, set(columns.fields.values()), two_rows)
            if found in fields:
                columns.fields[column] = str(found)
    if two_rows:
        _by_upper_half(open_names, columns, kind.name, known)
    return columns


def _by_upper_half(open_names: Mapping[int, str], columns: Columns, kind: str, known: Mapping[str, str]) -> None:
    """What no lower heading told may be told by the one above it, asked last: 办理情况 stands over 结果, not over 承办人."""
    for column, name in open_names.items():
        top, low = _halves(name, two_rows=True)
        if not top or column in columns.fields or _PERSON.search(low):
            continue
        found = _word(top, known) or next(iter(shaped_like(top, kind)), None)
        if found and found not in columns.fields.values():
            columns.fields[column] = found


def _day_and_hour(open_names: dict[int, str], columns: Columns, known: Mapping[str, str]) -> None:
    """会议日期 and 会议时间 side by side: the day, and the hour at which it begins."""
    held = next((column for column, found in columns.fields.items() if found == "held_on"), None)
    if held is None or "starts_at" in columns.fields.values():
        return
    for column, name in list(open_names.items()):
        if _word(name, known) == "held_on":
            columns.fields[column] = "starts_at"
            del open_names[column]
            if "日期" in name:
                columns.fields[held], columns.fields[column] = "starts_at", "held_on"
            return


def _halves(name: str, two_rows: bool) -> tuple[str, str]:
    top, _, low = name.rpartition("/") if two_rows else ("", "", name)
    return top, low


def _by_word(name: str, known: Mapping[str, str], two_rows: bool) -> str | None:
    top, low = _halves(name, two_rows)
    tried = (top + low, low) if top else (low,)
    return next((found for words in tried if (found := _word(words, known))), None)


def _word(name: str, known: Mapping[str, str]) -> str | None:
    """The field that a heading names, with or without what stands in brackets behind it."""
    short = re.sub(r"[(\[【].*?[)\]】]", "", name)
    return next((known[part] for part in (name, short, *re.split(r"[/、或及]", short)) if part in known), None)


def _by_shape(name: str, kind: str, claimed: Set[str], two_rows: bool) -> str | None:
    top, low = _halves(name, two_rows)
    for words in (top + low, low) if top else (low,):
        for found in shaped_like(words, kind):
            if found not in claimed:
                return found
    return None


def _parts(names: Mapping[int, str], open_names: dict[int, str], columns: Columns, kind: Kind) -> None:
    """Day and number in several columns: under one upper heading, or side by side (月, 日)."""
    split = [(column, *_halves(name, "/" in name)) for column, name in names.items() if "/" in name]
    in_days = {top for _, top, low in split if low in _DAY_PARTS and {(top, "月"), (top, "日")} <= {(one, two) for _, one, two in split}}
    for column, top, low in split:
        found = _by_word(top, _known_names(kind.name), two_rows=False) or next(iter(shaped_like(top, kind.name)), None)
        if top in in_days and (found is None or kind.field(found).type is not FieldType.DATE):
            found = kind.dated_by
        known_parts = _NUMBER_PARTS if found == "doc_no" else _DAY_PARTS if top in in_days else {}
        if found and low in known_parts:
            columns.fields[column], columns.parts[column] = found, known_parts[low]
            open_names.pop(column, None)
    if kind.dated_by in columns.fields.values():
        return
    beside = {column: _DAY_PARTS[name] for column, name in open_names.items() if name in _DAY_PARTS}
    if {"month", "day"} <= set(beside.values()):
        for column, part in beside.items():
            columns.fields[column], columns.parts[column] = kind.dated_by, part
            del open_names[column]
