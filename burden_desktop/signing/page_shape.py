"""Whether pages are built as ours: upright paper of a known size, nothing inherited, cut off, turned or laid on them.

What a page does not say itself it takes from the nodes above it, so these may say nothing but who stands below.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from ..domain.texts import Sentence, say
from .anatomy import Body
from .letters import stream_of
from .syntax import Name, Ref, Value

_NODE: Final = {"Count", "Kids", "Type"}
_LEAF: Final = {"Contents", "MediaBox", "Parent", "Resources", "Rotate", "Trans", "Type"}
_DRAWN: Final = ["PDF", "Text", "ImageB", "ImageC", "ImageI"]
_SIDES: Final = (595.2756, 841.8898)
_PIXELS: Final = range(240, 2001)
_CLEAR: Final = 10
"""At least one in so many points of a seal's picture is clear, as where it is made."""


def shape_faults(body: Body, pdf: bytes) -> tuple[Sentence, ...]:
    """Where the tree of pages, a page or the picture on it is built otherwise; empty when none is."""
    root = body.dictionary(body.trailer.get("Root")).get("Pages")
    found = [*_of_the_tree(body, root)]
    for page in leaves(body, root):
        if not _is_upright(body, page):
            found.append(say("页面的大小或方向与本程序所写的不同，可能藏有内容。"))
        if not _holds_only_ours(body, pdf, page):
            found.append(say("页面上除印章外还有别的图片。"))
    return tuple({str(sentence): sentence for sentence in found}.values())


def leaves(body: Body, node: Value) -> Iterator[Mapping[str, Value]]:
    """Every page in reading order."""
    told = body.dictionary(node)
    if told.get("Type") == "Pages":
        for kid in body.array(told.get("Kids")):
            yield from leaves(body, kid)
    else:
        yield told


def _of_the_tree(body: Body, node: Value) -> Iterator[Sentence]:
    told = body.dictionary(node)
    if told.get("Type") != "Pages":
        return
    if told.keys() - {"Parent"} != _NODE or told["Count"] != len(list(leaves(body, node))):
        yield say("页面目录的写法与本程序所写的不同，可能藏有内容。")
    for kid in body.array(told["Kids"]):
        if body.dictionary(kid).get("Parent") != node:
            yield say("页面目录的写法与本程序所写的不同，可能藏有内容。")
        yield from _of_the_tree(body, kid)


def _is_upright(body: Body, page: Mapping[str, Value]) -> bool:
    box = body.array(page.get("MediaBox"))
    sides = sorted(float(edge) for edge in box[2:] if isinstance(edge, int | float))
    return (
        page.keys() - {"Annots"} == _LEAF
        and page["Rotate"] == 0
        and page["Trans"] == {}
        and len(box) == 4
        and box[:2] == [0, 0]
        and len(sides) == 2
        and all(abs(one - other) < 0.01 for one, other in zip(sides, _SIDES, strict=True))
    )


def _holds_only_ours(body: Body, pdf: bytes, page: Mapping[str, Value]) -> bool:
    """Fonts, and the one picture of a seal."""
    held = body.dictionary(page["Resources"]) if "Resources" in page else {}
    pictures = body.dictionary(held.get("XObject"))
    if body.of(held.get("ProcSet")) != _DRAWN or held.keys() - {"XObject"} != {"Font", "ProcSet"} or pictures.keys() - {"Im0"} or ("XObject" in held) != bool(pictures):
        return False
    return all(_is_seal(body, pdf, picture) for picture in pictures.values())


def holds_picture(body: Body, page: Mapping[str, Value]) -> bool:
    """Whether a page keeps the picture of a seal."""
    return bool(body.dictionary(body.dictionary(page.get("Resources")).get("XObject")))


def _is_seal(body: Body, pdf: bytes, picture: Value) -> bool:
    """A square of colours with a clear ground, nothing masked, keyed or decoded otherwise."""
    told, mask = body.dictionary(picture), body.dictionary(picture).get("SMask")
    side = told.get("Width")
    if type(side) is not int or side not in _PIXELS:
        return False
    clear = stream_of(body, pdf, mask)
    return (
        _is_picture(told, side, "DeviceRGB", {"SMask"})
        and _is_picture(body.dictionary(mask), side, "DeviceGray", set())
        and len(stream_of(body, pdf, picture)) == 3 * side * side
        and len(clear) == side * side
        and clear.count(0) >= len(clear) // _CLEAR
    )


def _is_picture(told: Mapping[str, Value], side: int, colours: str, more: set[str]) -> bool:
    wanted = {"Type": Name("XObject"), "Subtype": Name("Image"), "Width": side, "Height": side, "BitsPerComponent": 8, "ColorSpace": Name(colours)}
    return all(told.get(key) == value for key, value in wanted.items()) and told.keys() - wanted.keys() - {"Length", "Filter"} == more


def page_number(body: Body) -> Mapping[int, int]:
    """Object → page, from 0."""
    found: dict[int, int] = {}
    todo: list[Value] = [body.dictionary(body.trailer.get("Root")).get("Pages")]
    while todo:
        node = todo.pop(0)
        if body.dictionary(node).get("Type") == "Pages":
            todo[:0] = body.array(body.dictionary(node).get("Kids"))
        elif isinstance(node, Ref):
            found[node.number] = len(found)
    return found
