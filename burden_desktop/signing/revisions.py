"""A signed month's file taken apart as it was written: two savings, each a row of objects, a table and a trailer.

Every byte must belong to one of these parts, so that no reader can be shown another document in what is left over.
Cross-reference streams and object streams are never written by us and therefore not read. Source: ISO 32000-1, 7.5.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ..domain.texts import Sentence, say
from .syntax import NotPlain, Value, value_at

MOST_OBJECTS: Final = 60_000
"""A report of 3,000 records has a few hundred."""
_HEADER: Final = re.compile(rb"%PDF-1\.[3-7]\r?\n%[\x80-\xff]{4}\r?\n")
_OBJECT: Final = re.compile(rb"[\0\t\n\f\r ]*(\d{1,7}) 0 obj\b")
_STREAM: Final = re.compile(rb"[\0\t\n\f\r ]*stream\r?\n")
_AFTER_STREAM: Final = re.compile(rb"\r?\n?endstream[\0\t\n\f\r ]*endobj\b")
_AFTER_OBJECT: Final = re.compile(rb"[\0\t\n\f\r ]*endobj\b")
_TABLE: Final = re.compile(rb"[\0\t\n\f\r ]*xref\r?\n")
_SECTION: Final = re.compile(rb"(\d{1,7}) (\d{1,6})[ ]?\r?\n")
_ENTRY: Final = re.compile(rb"(\d{10}) (\d{5}) ([nf])(?: \r| \n|\r\n)")
_TRAILER: Final = re.compile(rb"trailer\b")
_END: Final = re.compile(rb"[\0\t\n\f\r ]*startxref\r?\n(\d{1,10})\r?\n%%EOF\r?\n?")


class Misshapen(Exception):
    """The file is not written as ours are; `sentence` says where it departs. `added` if the structure up to
    there is sound: then its signature can still be looked at."""

    def __init__(self, sentence: Sentence, *, added: bool = False) -> None:
        self.sentence = sentence
        self.added = added
        super().__init__(str(sentence))


@dataclass(frozen=True, slots=True)
class Part:
    """One object: its value, and where the bytes of its stream stand, None when it has none."""

    value: Value
    stream: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Revision:
    """One saving: its objects by number, its trailer, where its table begins and where it ends."""

    objects: Mapping[int, Part]
    trailer: Mapping[str, Value]
    table_at: int
    end: int


def revisions_of(pdf: bytes) -> tuple[Revision, ...]:
    """Every saving in order; together they are all of the file. Raises Misshapen."""
    header = _HEADER.match(pdf)
    if not pdf.startswith(b"%PDF-"):
        raise Misshapen(say("不是PDF文件。"))
    if header is None:
        raise Misshapen(say("PDF文件头不对：前面有多余内容，或版本不对。"))
    at = header.end()
    found: list[Revision] = []
    while at < len(pdf):
        try:
            revision = _revision(pdf, at)
        except (NotPlain, Misshapen) as trouble:
            if len(found) > 1:
                raise Misshapen(say("文件末尾之后还有内容。"), added=True) from trouble
            if isinstance(trouble, Misshapen):
                raise
            raise Misshapen(say("文件结构与本程序所写的不同：文件已损坏，或被别的程序改写过。")) from trouble
        found.append(revision)
        at = revision.end
    return tuple(found)


def _revision(pdf: bytes, at: int) -> Revision:
    objects: dict[int, Part] = {}
    places: dict[int, int] = {}
    while (opening := _OBJECT.match(pdf, at)) is not None:
        number = int(opening[1])
        if number in objects or len(objects) >= MOST_OBJECTS:
            raise Misshapen(say("文件中同一编号的对象不止一个，或对象过多。"))
        places[number] = opening.start(1)
        objects[number], at = _part(pdf, opening.end())
    table = _TABLE.match(pdf, at)
    if table is None:
        raise NotPlain("xref")
    listed, at = _table(pdf, table.end())
    if listed != places:
        raise Misshapen(say("文件的对象目录与实际内容不符。"))
    keyword = _TRAILER.match(pdf, at)
    if keyword is None:
        raise NotPlain("trailer")
    trailer, at = value_at(pdf, keyword.end())
    end = _END.match(pdf, at)
    if end is None or not isinstance(trailer, dict):
        raise NotPlain("end")
    table_at = table.end() - len(table[0].lstrip())
    if int(end[1]) != table_at:
        raise Misshapen(say("文件末尾所指的对象目录不对。"))
    return Revision(objects, trailer, table_at, end.end())


def _part(pdf: bytes, at: int) -> tuple[Part, int]:
    value, at = value_at(pdf, at)
    opening = _STREAM.match(pdf, at)
    if opening is None:
        closing = _AFTER_OBJECT.match(pdf, at)
        if closing is None:
            raise NotPlain("endobj")
        return Part(value), closing.end()
    length = value.get("Length") if isinstance(value, dict) else None
    start = opening.end()
    if type(length) is not int or not 0 <= length <= len(pdf) - start:
        raise Misshapen(say("文件中声明的数据长度不对。"))
    closing = _AFTER_STREAM.match(pdf, start + length)
    if closing is None:
        raise Misshapen(say("文件中声明的数据长度不对。"))
    return Part(value, (start, start + length)), closing.end()


def _table(pdf: bytes, at: int) -> tuple[dict[int, int], int]:
    """Object numbers → places. Only entry 0 may be free."""
    places: dict[int, int] = {}
    while (section := _SECTION.match(pdf, at)) is not None:
        first, count, at = int(section[1]), int(section[2]), section.end()
        for number in range(first, first + count):
            entry = _ENTRY.match(pdf, at)
            if entry is None or number in places or (entry[3] == b"f") != (number == 0):
                raise NotPlain("entry")
            at = entry.end()
            if number:
                if entry[2] != b"00000":
                    raise NotPlain("generation")
                places[number] = int(entry[1])
    return places, at
