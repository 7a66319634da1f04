"""The picture of an official seal: a transparent PNG, drawn at its true size of 42 mm where the wet seal would stand."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final

from reportlab.lib.utils import ImageReader

from ..domain.errors.signing import UnsuitableSealPicture
from ..domain.texts import say
from .sheet import MM

SIDE: Final = 42 * MM
"""Points; the diameter of the seal of a county or township body."""
NAME: Final = "Im0"
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_LARGEST: Final = 3_000_000
_PIXELS: Final = (240, 2_000)  # a side: 145 to 1,210 dots an inch


@dataclass(frozen=True, slots=True)
class SealPicture:
    """`side` pixels a side; `rgb` and `alpha` row by row from the top."""

    side: int
    rgb: bytes
    alpha: bytes


def read_seal_picture(png: bytes) -> SealPicture:
    """Raises UnsuitableSealPicture unless it is a square PNG with a transparent ground."""
    if not png.startswith(_PNG) or len(png) > _LARGEST:
        raise UnsuitableSealPicture(detail=say("须为不超过3MB的PNG"))
    width, height = (int.from_bytes(png[place : place + 4], "big") for place in (16, 20))
    if width != height or not _PIXELS[0] <= width <= _PIXELS[1]:
        raise UnsuitableSealPicture(detail=say("须为正方形，边长{least}到{most}像素", least=_PIXELS[0], most=_PIXELS[1]))
    try:
        image: Any = ImageReader(BytesIO(png))._image.convert("RGBA")
    except (OSError, ValueError, SyntaxError) as trouble:  # what Pillow says of a broken PNG
        raise UnsuitableSealPicture(detail=say("图片已损坏")) from trouble
    alpha = image.getchannel("A").tobytes()
    if alpha.count(0) < len(alpha) // 10:
        raise UnsuitableSealPicture(detail=say("底色不透明，会遮住文字"))
    return SealPicture(width, image.convert("RGB").tobytes(), alpha)
