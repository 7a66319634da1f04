"""Whether what readers show beside the pages is true: title, author, dates, language, bookmarks, names of attachments.

A window's bar, a list of bookmarks or a screen reader tells these; the pages may be right and they may lie. All of them follow
from the payload, so all of them are compared, and no more may be told.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from xml.etree import ElementTree

from pyhanko.pdf_utils.generic import decode_pdfdocencoding

from ..domain.handed_in.payload import CSV_NAME, FILE_NAME
from ..domain.texts import Sentence, say
from .anatomy import Body
from .letters import stream_of
from .page_shape import page_number
from .syntax import Name, Ref, Value

LANGUAGE: Final = "zh-CN"
_CATALOGUE: Final = {
    "AF", "AcroForm", "Extensions", "Lang", "Metadata", "Names", "Outlines", "OutputIntents", "PageMode", "Pages", "Perms", "Type",
    "Version", "ViewerPreferences",
}  # fmt: skip
_BOOKMARK: Final = {"Count", "Dest", "First", "Last", "Next", "Parent", "Prev", "Title"}
_COLOURS: Final = b"sRGB IEC61966-2.1"
_MEDIA: Final = {FILE_NAME: "application/json", CSV_NAME: "text/csv"}
_RDF, _XML = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}", "{http://www.w3.org/XML/1998/namespace}"
_DC, _XMP, _PDF = "{http://purl.org/dc/elements/1.1/}", "{http://ns.adobe.com/xap/1.0/}", "{http://ns.adobe.com/pdf/1.3/}"
_PDFA: Final = "{http://www.aiim.org/pdfa/ns/id/}"
_PACKET: Final = re.compile(r'\ufeff?<\?xpacket begin="\ufeff?" id="W5M0MpCehiHzreSzNTczkc9d"\?>(.*)<\?xpacket end="[rw]"\?>\s*', re.DOTALL)
_PLAIN: Final = re.compile(r"<[!?]|&(?!(?:amp|lt|gt|quot|apos);)")


Bookmark = tuple[str, int, int]
"""Title, level, and page from 0."""


@dataclass(frozen=True, slots=True)
class Particulars:
    """What a file of ours tells beside its pages; `bookmarks` None where they are not known, `colours` the profile's bytes."""

    title: str
    author: str
    producer: str
    made_at: datetime
    bookmarks: Sequence[Bookmark] | None
    colours: bytes


def particulars_faults(body: Body, pdf: bytes, wanted: Particulars) -> tuple[Sentence, ...]:
    """What the file, whose build was found sound, tells otherwise than it should; empty where it does not."""
    root = body.dictionary(body.trailer.get("Root"))
    asked = (
        (say("标题、作者、时间等文件属性"), _are_in_order(body, root, wanted)),
        (say("文件属性的XMP记录"), _facts(stream_of(body, pdf, root.get("Metadata"))) == _wanted_facts(wanted)),
        (say("书签"), _are_ours(tuple(_bookmarks(body, root.get("Outlines"))), wanted.bookmarks)),
        (say("附件的说明"), all(_is_named(body, pdf, one, wanted.made_at) for one in body.array(root.get("AF")))),
        (say("颜色的说明"), _colours(body, pdf, root) == wanted.colours),
    )
    return tuple(say("{what}与所附数据不一致。", what=what) for what, sound in asked if not sound)


def _are_in_order(body: Body, root: Mapping[str, Value], wanted: Particulars) -> bool:
    told = body.dictionary(body.trailer.get("Info"))
    when = _pdf_date(wanted.made_at)
    texts = {"Title": wanted.title, "Author": wanted.author, "Producer": wanted.producer, "CreationDate": when, "ModDate": when}
    return (
        root.keys() - _CATALOGUE == set()
        and {key: _text(value) for key, value in told.items()} == texts
        and _text(root.get("Lang")) == LANGUAGE
        and root.get("ViewerPreferences") == {"DisplayDocTitle": True}
        and root.get("PageMode") == Name("UseOutlines")
    )


def _text(value: Value) -> str | None:
    """A text string: UTF-16BE with its mark, else PDFDocEncoding (ISO 32000-1, 7.9.2)."""
    if not isinstance(value, bytes):
        return None
    try:
        if value.startswith(b"\xfe\xff"):
            return value[2:].decode("utf-16-be")
        return str(decode_pdfdocencoding(value))  # type: ignore[no-untyped-call]
    except UnicodeDecodeError:
        return None


def _pdf_date(moment: datetime) -> str:
    offset = moment.strftime("%z")
    return f"D:{moment:%Y%m%d%H%M%S}{offset[:3]}'{offset[3:5]}'"


def _are_ours(told: Sequence[tuple[str | None, int, int | None]], wanted: Sequence[Bookmark] | None) -> bool:
    return told == tuple(wanted) if wanted is not None else all(None not in one for one in told)


def _bookmarks(body: Body, outlines: Value) -> Iterator[tuple[str | None, int, int | None]]:
    """(title, level, page) in reading order; a None for what is written otherwise."""
    pages, seen = page_number(body), set[int]()
    top = body.dictionary(outlines)
    if top.keys() - {"Count", "First", "Last", "Type"}:
        yield None, 0, None
    todo: list[tuple[Value, int]] = [(top.get("First"), 0)]
    while todo:
        at, level = todo.pop()
        if not isinstance(at, Ref):
            continue
        told = body.dictionary(at)
        goes = body.array(told.get("Dest"))
        plain = at.number not in seen and told.keys() <= _BOOKMARK and len(goes) == 2 and goes[1] == "Fit" and isinstance(goes[0], Ref)
        if not plain:
            yield None, level, None
            return
        seen.add(at.number)
        below = len(_below(body, told, len(body.objects)))
        if told.get("Count", 0) != below:
            yield None, level, None
        yield _text(told.get("Title")), level, pages.get(goes[0].number) if isinstance(goes[0], Ref) else None
        todo.append((told.get("Next"), level))
        todo.append((told.get("First"), level + 1))


def _below(body: Body, told: Mapping[str, Value], most: int) -> list[Value]:
    """The bookmarks under one, all levels: ours are shown opened."""
    found: list[Value] = []
    todo = [told.get("First")]
    while todo and len(found) <= most:
        at = todo.pop()
        if isinstance(at, Ref):
            found.append(at)
            todo += [body.dictionary(at).get("Next"), body.dictionary(at).get("First")]
    return found


def _is_named(body: Body, pdf: bytes, spec: Value, made_at: datetime) -> bool:
    """Whether an attachment is described by its own name, kind, size, sum and time."""
    told = body.dictionary(spec)
    name, held = _text(told.get("F")) or "", body.dictionary(told.get("EF")).get("F")
    stream, content = body.dictionary(held), stream_of(body, pdf, held)
    sums = hashlib.md5(content, usedforsecurity=False).digest()
    return (
        told.keys() == {"AFRelationship", "Desc", "EF", "F", "Type", "UF"}
        and _text(told["Desc"]) == _text(told["UF"]) == name
        and stream.get("Subtype") == _MEDIA.get(name)
        and body.of(stream.get("Params")) == {"CheckSum": sums, "ModDate": _pdf_date(made_at).encode(), "Size": len(content)}
    )


def _colours(body: Body, pdf: bytes, root: Mapping[str, Value]) -> bytes:
    """The profile by which readers may show colours; empty where more or another is named."""
    intents = body.array(root.get("OutputIntents"))
    told = body.dictionary(intents[0]) if len(intents) == 1 else {}
    named = {"Type": Name("OutputIntent"), "S": Name("GTS_PDFA1"), "OutputConditionIdentifier": _COLOURS, "Info": _COLOURS}
    sound = {key: value for key, value in told.items() if key != "DestOutputProfile"} == named
    profile = told.get("DestOutputProfile")
    return stream_of(body, pdf, profile) if sound and body.dictionary(profile).get("N") == 3 else b""


def _wanted_facts(wanted: Particulars) -> dict[str, str]:
    moment = wanted.made_at.isoformat(timespec="seconds")
    return {
        f"{_DC}format": "application/pdf",
        f"{_DC}title": wanted.title,
        f"{_DC}creator": wanted.author,
        f"{_DC}language": LANGUAGE,
        f"{_XMP}CreateDate": moment,
        f"{_XMP}ModifyDate": moment,
        f"{_PDF}Producer": wanted.producer,
        f"{_PDFA}part": "3",
        f"{_PDFA}conformance": "U",
    }


def _facts(packet: bytes) -> dict[str, str]:
    """What an XMP packet tells, one value a name; empty for a packet that is built otherwise than ours."""
    try:
        whole = _PACKET.fullmatch(packet.decode("utf-8"))
        if whole is None or _PLAIN.search(whole[1]):
            return {}
        root = ElementTree.fromstring(whole[1])  # noqa: S314 - no declarations in it
    except (UnicodeDecodeError, ElementTree.ParseError):
        return {}
    described = [one for group in root for one in group]
    if len(root) != 1 or len(described) != 1 or root[0].tag != f"{_RDF}RDF" or described[0].tag != f"{_RDF}Description":
        return {}
    (told,) = described
    facts = {name: value for name, value in told.attrib.items() if name != f"{_RDF}about" or value}
    for one in told:
        if one.tag in facts:
            return {}
        facts[one.tag] = _value(one)
    loose = [root.text, root.tail, root[0].text, root[0].tail, told.text, told.tail, *(one.tail for one in told)]
    return {} if any((text or "").strip() for text in loose) else facts


def _value(told: "ElementTree.Element") -> str:
    """A plain value, or the only one of a list; what else stands there is told apart by a mark that no value has."""
    parts = list(told.iter())
    items = [part for part in parts if part.tag == f"{_RDF}li"]
    plain = len(parts) == 1 or (len(parts) == 3 and len(items) == 1 and parts[1].tag in {f"{_RDF}{form}" for form in ("Alt", "Seq", "Bag")})
    noted = [part.attrib for part in parts if part.attrib not in ({}, {f"{_XML}lang": "x-default"})]
    around = [text for part in parts for text in (part.text if part is not parts[-1] else "", part.tail if part is not told else "")]
    if not plain or noted or any((text or "").strip() for text in around):
        return "\0"
    return parts[-1].text or ""
