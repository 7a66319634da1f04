"""Whether the visible signature says what it should: drawn again from its lines and compared to the last outline.

Nothing else in the file vouches for its words: they are drawn by a font of their own, beside the pages.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from ..domain.texts import Sentence, say
from .anatomy import Body
from .glyphs import subset
from .letters import our_font, stream_of
from .stamp import FONTS, drawing, first_fitting
from .syntax import Value


def stamp_faults(body: Body, pdf: bytes, lines: Sequence[str], fonts: Path) -> tuple[Sentence, ...]:
    """Empty where the one annotation of `body`, whose build was found sound, shows `lines` as our writer draws them."""
    root = body.dictionary(body.trailer.get("Root"))
    (field,) = body.array(body.dictionary(root.get("AcroForm")).get("Fields"))
    box = [float(edge) for edge in body.array(body.dictionary(field).get("Rect")) if isinstance(edge, int | float)]
    width, height = box[2] - box[0], box[3] - box[1]
    shown = body.dictionary(body.dictionary(field).get("AP"))
    wanted = drawing(lines, first_fitting(lines, (our_font(fonts, name) for name in FONTS)), width, height)
    form = shown.get("N")
    told = body.dictionary(form)
    sound = (
        set(shown) == {"N"}
        and body.array(told.get("BBox")) == [0, height, width, 0]
        and "Matrix" not in told
        and stream_of(body, pdf, form) == wanted.content
        and _font(body, pdf, told) == (subset(wanted.font, wanted.order), wanted.unicode_table, [0, wanted.advances])
    )
    return () if sound else (say("可见签名的文字与所附数据、签名时间不一致。"),)


def _font(body: Body, pdf: bytes, form: Mapping[str, Value]) -> tuple[bytes, bytes, list[Value]]:
    """The form's one font: its file, its table of characters, and its widths."""
    named = body.dictionary(body.dictionary(form.get("Resources")).get("Font"))
    whole = body.dictionary(named.get("F1"))
    (under,) = body.array(whole.get("DescendantFonts")) or [None]
    told = body.dictionary(under)
    widths = [body.array(one) if isinstance(one, list) else one for one in body.array(told.get("W"))]
    file = body.dictionary(told.get("FontDescriptor")).get("FontFile2")
    plain = set(named) == {"F1"} and whole.get("Encoding") == "Identity-H" and told.get("CIDToGIDMap") == "Identity"
    return stream_of(body, pdf, file), stream_of(body, pdf, whole.get("ToUnicode")) if plain else b"", widths
