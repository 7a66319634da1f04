"""What the pages of a file hold: size, drawing as it stands, and what lies on them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .anatomy import Body
from .letters import unpacked
from .page_shape import leaves
from .syntax import Ref, Value


@dataclass(frozen=True, slots=True)
class WrittenAs:
    """One page as `told` by its dictionary: size in points, and the whole of its drawing."""

    told: Mapping[str, Value]
    width: float
    height: float
    content: bytes


def written_pages(body: Body, pdf: bytes) -> tuple[WrittenAs, ...]:
    """Every page of a file whose build was found sound, in reading order. Raises ValueError for a page without a size."""
    return tuple(_written(body, pdf, page) for page in leaves(body, body.dictionary(body.trailer.get("Root")).get("Pages")))


def _written(body: Body, pdf: bytes, told: Mapping[str, Value]) -> WrittenAs:
    contents = told.get("Contents")
    _, _, width, height = numbers(body.array(told.get("MediaBox")))
    return WrittenAs(told, width, height, unpacked(pdf, body.objects.get(contents.number) if isinstance(contents, Ref) else None))


def boxes_of(body: Body, page: WrittenAs) -> tuple[tuple[float, ...], ...]:
    """The boxes of what lies on it."""
    return tuple(numbers(body.array(body.dictionary(one).get("Rect"))) for one in body.array(page.told.get("Annots")))


def numbers(values: Sequence[Value]) -> tuple[float, ...]:
    return tuple(float(value) for value in values if isinstance(value, int | float))
