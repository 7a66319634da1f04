"""What is attached to the signed revision: each file once, named in both places where PDF/A-3 names attachments."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.misc import PdfDecodeLimitError

from ..domain.handed_in.payload import CSV_NAME, FILE_NAME
from ..domain.texts import Sentence, say
from .anatomy import Body
from .opened import LARGEST_STREAM, Opened, Unsound

DEEPEST: Final = 16
"""Levels of a name tree; ours has one."""


@dataclass(frozen=True, slots=True)
class Attached:
    """The bytes of `submission.json` and of `records.csv`; `body` are the objects of the file that holds them, where they
    are at hand."""

    submission: bytes
    records: bytes
    body: Body | None = None


def attached_files(opened: Opened) -> Attached:
    """Raises Unsound unless each is there exactly once, in both lists."""
    return Attached(_attached(opened, FILE_NAME), _attached(opened, CSV_NAME))


def _attached(opened: Opened, file: str) -> bytes:
    root = opened.reader.root
    tree = _entry(_entry(root, "/Names"), "/EmbeddedFiles")
    named = [spec for name, spec in _leaves(tree, 0) if file in (name, *_names(spec))]
    associated = [spec for spec in _raw(_entry(root, "/AF")) if file in _names(spec)]
    if not named or not associated:
        raise Unsound(say("文件中没有月报数据（{name}）。", name=file))
    if len(named) > 1 or len(associated) > 1 or not _same(named[0], associated[0]):
        raise Unsound(say("文件中的月报数据（{name}）不止一份。", name=file))
    files = named[0].get_object()["/EF"]
    stream = files["/F"]
    if "/UF" in files and files["/UF"] is not stream:
        raise Unsound(say("文件中的月报数据（{name}）不止一份。", name=file))
    try:
        content = bytes(stream.data)
    except PdfDecodeLimitError as trouble:
        raise Unsound(_too_large()) from trouble
    if len(content) > LARGEST_STREAM:  # an unfiltered stream is not decoded, so its limit is ours to keep
        raise Unsound(_too_large())
    return content


def _too_large() -> Sentence:
    return say("月报数据超过{limit}MB，未读取。", limit=LARGEST_STREAM // 1_000_000)


def _leaves(tree: Any, depth: int) -> Iterator[tuple[str, Any]]:
    """Pairs of a PDF name tree."""
    if tree is None:
        return
    if depth > DEEPEST:
        raise Unsound(say("附件目录层次过深。"))
    names = list(_raw(_entry(tree, "/Names")))
    for name, spec in zip(names[::2], names[1::2], strict=True):
        yield str(name.get_object()), spec
    for branch in _raw(_entry(tree, "/Kids")):
        yield from _leaves(branch.get_object(), depth + 1)


def _entry(dictionary: Any, key: str) -> Any:
    """What stands under `key`, references followed, or None."""
    return dictionary[key] if dictionary is not None and key in dictionary else None


def _raw(array: Any) -> Iterator[Any]:
    """The items as they stand: references stay references."""
    return (array.raw_get(index) for index in range(len(array or ())))


def _names(spec: Any) -> tuple[str, ...]:
    described = spec.get_object()
    return tuple(str(described[key]) for key in ("/F", "/UF") if key in described)


def _same(one: Any, other: Any) -> bool:
    if not isinstance(one, generic.IndirectObject) or not isinstance(other, generic.IndirectObject):
        return False
    return bool(one.reference == other.reference)
