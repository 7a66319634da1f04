"""Whether a file is built as our own sealed months are: nothing missing, nothing more, before any library reads it.

Verification by others asks what a signature covers; this asks what the covered file may be at all. An allowance, not
a list of evils: a name that our writers never use is refused, whoever signed it.
"""

import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from ..domain.handed_in.payload import CSV_NAME, FILE_NAME
from ..domain.texts import Sentence, say
from .drawing import strange_operators
from .revisions import Misshapen, Part, Revision, revisions_of
from .syntax import Name, Ref, Value
from .vocabulary import FONT_NAME, KNOWN, TYPES

LARGEST_STREAM: Final = 50_000_000
LARGEST_TOGETHER: Final = 120_000_000
"""Bytes that one stream, and all streams of a file, may unfold to."""
MOST_VALUES: Final = 2_000_000
LEAST_BOX: Final = 20.0
"""Points a side of the visible signature."""
SEEN_AND_PRINTED: Final = 132
"""Flags of the annotation: print, locked (ISO 32000-1, 12.5.3)."""
ATTACHED: Final = (CSV_NAME, FILE_NAME)
MADE, SIGNED = 1, 2
_ADDED_TO_THE_CATALOGUE: Final = {"AcroForm", "Perms", "Extensions", "Version"}


@dataclass(frozen=True, slots=True)
class Body:
    """The objects as a reader sees them after the last saving."""

    objects: Mapping[int, Part]
    trailer: Mapping[str, Value]

    def of(self, value: Value) -> Value:
        """What a reference points at; any other value is itself."""
        if isinstance(value, Ref):
            return self.objects[value.number].value if value.number in self.objects else None
        return value

    def dictionary(self, value: Value) -> Mapping[str, Value]:
        found = self.of(value)
        return found if isinstance(found, dict) else {}

    def array(self, value: Value) -> list[Value]:
        found = self.of(value)
        return found if isinstance(found, list) else []


def faults_of(pdf: bytes) -> tuple[Sentence, ...]:
    """Where `pdf` departs from a sealed month; empty when it does not. Raises Misshapen."""
    return taken_apart(pdf)[1]


def taken_apart(pdf: bytes) -> tuple[Body, tuple[Sentence, ...]]:
    """The objects of `pdf`, and where it departs from a sealed month. Raises Misshapen if it cannot be taken apart,
    or would unfold beyond the limits: then no library should be given it."""
    revisions = revisions_of(pdf)
    body = _merged(revisions)
    if any("Encrypt" in revision.trailer for revision in revisions):
        raise Misshapen(say("文件加了密，不能核验。"))
    _unfold(pdf, revisions)
    found: dict[str, Sentence] = {}
    for sentence in (
        *_of_the_savings(revisions),
        *_of_the_values(body, revisions),
        *_of_the_attachments(body),
        *_of_the_form(body),
        *_of_the_pages(body, pdf),
    ):
        found.setdefault(str(sentence), sentence)
    return body, tuple(found.values())


def body_of(pdf: bytes) -> Body:
    """The objects of a file that was found sound. Raises Misshapen."""
    return _merged(revisions_of(pdf))


def _merged(revisions: tuple[Revision, ...]) -> Body:
    merged: dict[int, Part] = {}
    for revision in revisions:
        merged.update(revision.objects)
    return Body(merged, revisions[-1].trailer)


def _unfold(pdf: bytes, revisions: tuple[Revision, ...]) -> None:
    """Raise Misshapen for a stream that is packed in another way than ours or grows beyond the limits."""
    together = 0
    for part in (part for revision in revisions for part in revision.objects.values()):
        if part.stream is None or not isinstance(part.value, dict):
            continue
        packing = part.value.get("Filter")
        if packing not in (None, "FlateDecode") or {"F", "FFilter", "DecodeParms"} & part.value.keys():
            raise Misshapen(say("文件中有本程序不用的压缩或外部数据。"))
        if part.value.get("Type") in ("ObjStm", "XRef"):
            raise Misshapen(say("文件用了对象流，本程序不写这种文件。"))
        together += _size(pdf[slice(*part.stream)], packed=packing is not None)
        if together > LARGEST_TOGETHER:
            raise Misshapen(_too_large())


def _size(content: bytes, *, packed: bool) -> int:
    if not packed:
        return len(content)
    unpacker, size = zlib.decompressobj(), 0
    try:
        while content:
            size += len(unpacker.decompress(content, 1_000_000))
            content = unpacker.unconsumed_tail
            if size > LARGEST_STREAM:
                raise Misshapen(_too_large())
    except zlib.error as trouble:
        raise Misshapen(say("文件中压缩的内容已损坏。"), added=True) from trouble
    if not unpacker.eof or unpacker.unused_data.strip(b"\r\n"):
        raise Misshapen(say("文件中压缩的内容已损坏。"), added=True)
    return size


def _too_large() -> Sentence:
    return say("文件展开后超过{limit}MB，未读取。", limit=LARGEST_STREAM // 1_000_000)


def _of_the_savings(revisions: tuple[Revision, ...]) -> Iterator[Sentence]:
    if len(revisions) > SIGNED:
        yield say("文件在签名之后又保存过{count}次。", count=len(revisions) - SIGNED)
        return
    if len(revisions) < SIGNED:
        yield say("文件没有签名。")
        return
    made, signed = revisions
    known = {"Info", "Root", "Size", "ID"}
    if {*made.trailer} - known or {*signed.trailer} - known - {"Prev"} or signed.trailer.get("Prev") != made.table_at:
        yield say("文件末尾的目录信息不对。")
    if made.trailer.get("Root") != signed.trailer.get("Root"):
        yield say("签名时换掉了文件的内容。")
    told_anew = _told_anew(made, signed)
    for number in made.objects.keys() & signed.objects.keys():
        if number in told_anew:
            yield say("由早期试用版程序生成，本版不能核验；请监测点用现在的版本重新封存。")
        elif not _may_replace(made, signed, number):
            yield say("签名时换掉了文件的内容。")


def _told_anew(made: Revision, signed: Revision) -> set[int]:
    """The objects that early builds let signing write anew: the file's particulars, by their library's name. Refused, but no forgery."""
    info = made.trailer.get("Info")
    if not isinstance(info, Ref) or signed.trailer.get("Info") != info or not {info.number} <= made.objects.keys() & signed.objects.keys():
        return set()
    before, after = made.objects[info.number].value, signed.objects[info.number].value
    if not isinstance(before, dict) or not isinstance(after, dict):
        return set()
    own, theirs = before.get("Producer"), after.get("Producer")
    if not (isinstance(own, bytes) and isinstance(theirs, bytes) and theirs.startswith(own + b"; pyHanko ")):
        return set()
    if {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)} - {"Producer", "ModDate"}:
        return set()
    return {info.number, *(number for number, part in signed.objects.items() if _is_metadata(part))}


def _is_metadata(part: Part) -> bool:
    return isinstance(part.value, dict) and part.value.get("Type") == "Metadata"


def _may_replace(made: Revision, signed: Revision, number: int) -> bool:
    """Signing adds to the catalogue and to one page; no more."""
    before, after = made.objects[number].value, signed.objects[number].value
    if not isinstance(before, dict) or not isinstance(after, dict):
        return False
    added = {key: value for key, value in after.items() if before.get(key) != value}
    allowed = {"Catalog": _ADDED_TO_THE_CATALOGUE, "Page": {"Annots"}}.get(str(after.get("Type")), set())
    return not (before.keys() - after.keys()) and set(added) <= allowed


def _of_the_values(body: Body, revisions: tuple[Revision, ...]) -> Iterator[Sentence]:
    """Every name known, every object reached, nothing referred to that is not there."""
    reached: set[int] = set()
    todo: list[Value] = [dict(revision.trailer) for revision in revisions]
    overwritten = [revision.objects[number].value for revision in revisions[:-1] for number in revision.objects]
    foreign: set[str] = set()
    seen = 0
    while todo or overwritten:
        value = todo.pop() if todo else overwritten.pop()
        seen += 1
        if seen > MOST_VALUES:
            raise Misshapen(say("文件中同一编号的对象不止一个，或对象过多。"))
        if isinstance(value, Ref):
            if value.number not in body.objects:
                yield say("文件引用了不存在的对象。")
            elif value.number not in reached:
                reached.add(value.number)
                todo.append(body.objects[value.number].value)
        elif isinstance(value, dict):
            foreign.update(key for key in value if key not in KNOWN and not FONT_NAME.fullmatch(key))
            foreign.update(str(value[key]) for key in ("Type", "Subtype", "S") if _odd_type(value.get(key)))
            todo.extend(value.values())
        elif isinstance(value, list):
            todo.extend(value)
    if foreign:
        yield say("文件中有月报不该有的内容（{names}）。", names="、".join(f"/{name}" for name in sorted(foreign)[:5]))
    if body.objects.keys() - reached:
        yield say("文件中藏有没有用到的对象。")


def _odd_type(value: Value) -> bool:
    return isinstance(value, Name) and value not in TYPES


def _of_the_attachments(body: Body) -> Iterator[Sentence]:
    root = body.dictionary(body.trailer.get("Root"))
    listed = body.array(root.get("AF"))
    names = body.dictionary(root.get("Names"))
    tree = body.dictionary(names.get("EmbeddedFiles"))
    pairs = body.array(tree.get("Names"))
    by_name = dict(zip(map(_text, pairs[::2]), pairs[1::2], strict=False))
    files = {name: body.dictionary(spec) for name, spec in by_name.items()}
    streams = [part for part in body.objects.values() if isinstance(part.value, dict) and part.value.get("Type") == "EmbeddedFile"]
    specs = [part for part in body.objects.values() if isinstance(part.value, dict) and part.value.get("Type") == "Filespec"]
    sound = (
        set(names) == {"EmbeddedFiles"}
        and set(tree) == {"Names"}
        and len(pairs) == 2 * len(ATTACHED)
        and tuple(by_name) == ATTACHED
        and len(listed) == len(specs) == len(streams) == len(ATTACHED)
        and all(isinstance(one, Ref) for one in listed)
        and {one.number for one in listed if isinstance(one, Ref)}
        == {one.number for one in by_name.values() if isinstance(one, Ref)}
        and all(_names_itself(body, name, spec) for name, spec in files.items())
    )
    if not sound:
        yield say("附件不对：应当只有{names}两个，各列一次。", names="、".join(ATTACHED))


def _names_itself(body: Body, name: str, spec: Mapping[str, Value]) -> bool:
    held = body.dictionary(spec.get("EF"))
    return (
        _text(spec.get("F")) == _text(spec.get("UF")) == name
        and spec.get("AFRelationship") == "Data"
        and set(held) == {"F", "UF"}
        and isinstance(held["F"], Ref)
        and held["F"] == held["UF"]
        and body.dictionary(held["F"]).get("Type") == "EmbeddedFile"
    )


def _text(value: Value) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else ""


def _of_the_form(body: Body) -> Iterator[Sentence]:
    """One field, one annotation, one signature, and they are the same."""
    root = body.dictionary(body.trailer.get("Root"))
    form = body.dictionary(root.get("AcroForm"))
    fields = body.array(form.get("Fields"))
    pages = [part.value for part in body.objects.values() if isinstance(part.value, dict) and part.value.get("Type") == "Page"]
    annotations = [one for page in pages if isinstance(page, dict) for one in body.array(page.get("Annots"))]
    dictionaries = [part.value for part in body.objects.values() if isinstance(part.value, dict)]
    signatures = [value for value in dictionaries if value.get("Type") == "Sig" or "ByteRange" in value]
    if not signatures:
        yield say("文件没有签名。")
        return
    if len(signatures) > 1:
        yield say("文件有{count}个签名，应当只有一个。", count=len(signatures))
    if len(fields) != 1 or set(form) != {"Fields", "SigFlags"}:
        yield say("文件除签名外还有其他表单栏。")
    if annotations != fields or sum(value.get("Type") == "Annot" or "Rect" in value for value in dictionaries) > 1:
        yield say("文件除签名外还有其他批注。")
    if not _is_visible(body.dictionary(fields[0]) if fields else {}):
        yield say("签名在页面上看不见。")
    if sum(value.get("Type") == "Catalog" for value in dictionaries) != 1 or _page_count(body, root) != len(pages):
        yield say("文件中藏有没有用到的页面。")


def _of_the_pages(body: Body, pdf: bytes) -> Iterator[Sentence]:
    """Each with one drawing, at most one picture of a seal, and the signature drawn with our operators."""
    images = 0
    for part in body.objects.values():
        told = part.value if isinstance(part.value, dict) else {}
        if told.get("Type") == "Page":
            contents = told.get("Contents")
            shown = body.objects.get(contents.number) if isinstance(contents, Ref) else None
            if shown is None or shown.stream is None:
                yield say("页面内容的写法与本程序所写的不同。")
        elif told.get("Subtype") == "Form" and part.stream is not None:
            yield from _of_the_drawing(_unpacked(pdf, part))
        images += told.get("Subtype") == "Image" and "SMask" in told
        if told.get("Subtype") == "Image" and part.stream is None:
            images += 2
    if images > 1:
        yield say("页面上除印章外还有别的图片。")


def drawing_faults(body: Body, pdf: bytes) -> Iterator[Sentence]:
    """Whether the pages of a file that was found sound are drawn with our operators alone."""
    for part in body.objects.values():
        contents = part.value.get("Contents") if isinstance(part.value, dict) and part.value.get("Type") == "Page" else None
        if isinstance(contents, Ref):
            yield from _of_the_drawing(_unpacked(pdf, body.objects[contents.number]))


def _of_the_drawing(content: bytes) -> Iterator[Sentence]:
    strange = strange_operators(content)
    if strange:
        yield say("页面上有月报不用的画法（{names}），可能藏有或盖住了内容。", names=" ".join(strange[:5]))


def _unpacked(pdf: bytes, part: Part) -> bytes:
    """The stream's content; its size was looked at before."""
    content = pdf[slice(*part.stream)] if part.stream else b""
    return zlib.decompress(content) if isinstance(part.value, dict) and "Filter" in part.value else content


def _is_visible(field: Mapping[str, Value]) -> bool:
    """A box of some size, drawn by an appearance of its own, neither hidden nor kept from printing."""
    box, flags = field.get("Rect"), field.get("F")
    if not isinstance(box, list) or len(box) != 4 or not all(isinstance(edge, int | float) for edge in box):
        return False
    left, bottom, right, top = (float(edge) for edge in box if isinstance(edge, int | float))
    return right - left > LEAST_BOX and top - bottom > LEAST_BOX and "AP" in field and flags == SEEN_AND_PRINTED


def _page_count(body: Body, root: Mapping[str, Value]) -> int:
    """Leaves of the page tree, each counted as often as it is named; -1 for a tree that never ends."""
    todo: list[Value] = [root.get("Pages")]
    leaves, steps = 0, 0
    while todo:
        steps += 1
        if steps > 2 * len(body.objects) + 2:
            return -1
        node = body.dictionary(todo.pop())
        if node.get("Type") == "Pages":
            todo.extend(body.array(node.get("Kids")))
        else:
            leaves += 1
    return leaves
