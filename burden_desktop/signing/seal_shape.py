"""Whether the signature's own dictionaries tell nothing but what ours tell: no name, reason or place beside the certificate,
no hint in the field, no other font or picture in the visible box.

Readers show a /Name or /Reason of a signature as if the certificate had said it.
"""

from collections.abc import Mapping
from typing import Final

from ..domain.texts import Sentence, say
from .anatomy import Body
from .syntax import Name, Ref, Value

_SIGNATURE: Final = {"ByteRange", "Contents", "Filter", "M", "Reference", "SubFilter", "Type"}
_FIELD: Final = {"AP", "F", "FT", "P", "Rect", "Subtype", "T", "Type", "V"}
_FORM: Final = {"BBox", "Resources", "Subtype", "Type"}
_WHOLE: Final = {"BaseFont", "DescendantFonts", "Encoding", "Subtype", "ToUnicode", "Type"}
_UNDER: Final = {"BaseFont", "CIDSystemInfo", "CIDToGIDMap", "DW", "FontDescriptor", "Subtype", "Type", "W"}
_DESCRIBED: Final = {
    "Ascent", "CapHeight", "Descent", "Flags", "FontBBox", "FontFile2", "FontName", "ItalicAngle", "StemV", "Type",
}  # fmt: skip
_IDENTITY: Final = {"Registry": b"Adobe", "Ordering": b"Identity", "Supplement": 0}
_CERTIFIED: Final = [
    {
        "Type": Name("SigRef"),
        "TransformMethod": Name("DocMDP"),
        "TransformParams": {"Type": Name("TransformParams"), "V": Name("1.2"), "P": 1},
    }
]
_NAME: Final = b"Seal"
_OF_RSA: Final = {"ESIC": {"Type": Name("DeveloperExtensions"), "BaseVersion": Name("1.7"), "ExtensionLevel": 1}}
_OF_EC: Final = {
    **_OF_RSA,
    "ISO_": [
        {
            "Type": Name("DeveloperExtensions"),
            "BaseVersion": Name("2.0"),
            "ExtensionLevel": 32002,
            "URL": b"https://www.iso.org/standard/45875.html",
            "ExtensionRevision": b":2022",
        }
    ],
}
"""What signing adds to the catalogue: the forms of signature and digest in use (ETSI EN 319 142-1, ISO/TS 32002)."""


def seal_faults(body: Body) -> tuple[Sentence, ...]:
    """Empty where the one signature of `body`, whose build was found sound, is told as ours are."""
    root = body.dictionary(body.trailer.get("Root"))
    form = body.dictionary(root.get("AcroForm"))
    (held,) = body.array(form.get("Fields")) or [None]
    field = body.dictionary(held)
    signed = body.dictionary(field.get("V"))
    page = body.dictionary(field.get("P"))
    sound = (
        form.get("SigFlags") == 3
        and field.keys() == _FIELD
        and (field["T"], field["FT"], field["Subtype"]) == (_NAME, "Sig", "Widget")
        and body.array(page.get("Annots")) == [held]
        and signed.keys() == _SIGNATURE
        and signed["Filter"] == Name("Adobe.PPKLite")
        and signed["Reference"] == _CERTIFIED
        and body.of(root.get("Perms")) == {"DocMDP": field["V"]}
        and (root.get("Version"), body.of(root.get("Extensions"))) in ((Name("1.7"), _OF_RSA), (Name("2.0"), _OF_EC))
        and _draws_only_letters(body, body.dictionary(field["AP"]).get("N"))
    )
    return () if sound else (say("签名栏里有本程序不写的内容，可能冒充签名人或藏有内容。"),)


def _draws_only_letters(body: Body, drawn: Value) -> bool:
    """Whether the visible box holds one font, found by the order of its glyphs alone."""
    told = body.dictionary(drawn)
    fonts = body.dictionary(told.get("Resources"))
    whole = body.dictionary(body.dictionary(fonts.get("Font")).get("F1"))
    (under,) = body.array(whole.get("DescendantFonts")) or [None]
    font = body.dictionary(under)
    return (
        isinstance(drawn, Ref)
        and told.keys() - {"Length", "Filter"} == _FORM
        and fonts.keys() == {"Font"}
        and whole.keys() == _WHOLE
        and whole["Subtype"] == Name("Type0")
        and font.keys() == _UNDER
        and font["Subtype"] == Name("CIDFontType2")
        and font["DW"] == 1000
        and body.of(font["CIDSystemInfo"]) == _IDENTITY
        and _is_described(body.dictionary(font["FontDescriptor"]), font, whole)
    )


def _is_described(described: Mapping[str, Value], font: Mapping[str, Value], whole: Mapping[str, Value]) -> bool:
    return (
        described.keys() == _DESCRIBED
        and described["FontName"] == font["BaseFont"] == whole["BaseFont"]
        and described["Flags"] == 4
    )
