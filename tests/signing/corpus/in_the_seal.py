"""Forgeries with the point's own key in what signing itself adds: the signature's dictionary, its field, its visible box, the
catalogue, and what is signed beside the file."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from asn1crypto import cms
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from burden_desktop.signing.pades import SealingWriter

from .bytes_changed import Forge
from .material import AT

Place = Callable[[SealingWriter], Any]
SOMEBODY = generic.TextStringObject("青禾县纪委")


def _by_the_library(writer: SealingWriter) -> None:
    IncrementalPdfFileWriter._update_meta(writer)


def _field(writer: SealingWriter) -> Any:
    return writer.root["/AcroForm"]["/Fields"][0]


def _signature(writer: SealingWriter) -> Any:
    return _field(writer)["/V"]


def _box(writer: SealingWriter) -> Any:
    return _field(writer)["/AP"]["/N"]


def _font(writer: SealingWriter) -> Any:
    return _box(writer)["/Resources"]["/Font"]["/F1"]


def _set(place: Place, key: str, value: object) -> Forge:
    def change(writer: SealingWriter) -> None:
        place(writer)[pdf_name(key)] = value

    return lambda m: m.signed(meanwhile=change)


def _catalogue(key: str, value: object) -> Forge:
    def change(writer: SealingWriter) -> None:
        writer.root[pdf_name(key)] = value
        writer.update_root()

    return lambda m: m.signed(meanwhile=change)


def _pressed(writer: SealingWriter) -> None:
    states = _field(writer)["/AP"]
    states[pdf_name("/D")] = states.raw_get("/N")


def _second(writer: SealingWriter) -> None:
    box = generic.ArrayObject([generic.NumberObject(edge) for edge in (0, 0, 600, 800)])
    note = {"/Type": pdf_name("/Annot"), "/Subtype": pdf_name("/Widget"), "/Rect": box, "/F": generic.NumberObject(132)}
    listed = _field(writer)["/P"]["/Annots"]
    listed.append(writer.add_object(generic.DictionaryObject({pdf_name(key): value for key, value in note.items()})))
    writer.update_container(listed)


def _particulars(writer: SealingWriter) -> None:
    told = writer._info.get_object()
    told[pdf_name("/Title")] = SOMEBODY
    writer.mark_update(writer._info)


def _empty() -> generic.DictionaryObject:
    return generic.DictionaryObject()


def _told(name: str, value: object) -> Forge:
    return lambda m: m.signed(attributes=((name, value),))


FORGERIES: dict[str, tuple[Forge, str]] = {
    "the signature names somebody else": (_set(_signature, "/Name", SOMEBODY), "签名栏"),
    "the signature gives a reason": (_set(_signature, "/Reason", SOMEBODY), "不该有"),
    "the signature is made by another handler": (_set(_signature, "/Filter", pdf_name("/Adobe.PPKMS")), "签名栏"),
    "the field names somebody else": (_set(_field, "/T", SOMEBODY), "签名栏"),
    "the field has a title": (_set(_field, "/Title", SOMEBODY), "签名栏"),
    "the field has a hint": (_set(_field, "/TU", SOMEBODY), "不该有"),
    "the field shows another box when pressed": (lambda m: m.signed(meanwhile=_pressed), "可见签名|不该有"),
    "a form that redraws itself": (
        _set(lambda writer: writer.root["/AcroForm"], "/NeedAppearances", generic.BooleanObject(True)), "其他表单栏|不该有"),
    "a form that says it is not signed": (
        _set(lambda writer: writer.root["/AcroForm"], "/SigFlags", generic.NumberObject(1)), "签名栏"),
    "the visible box holds a picture": (_set(lambda writer: _box(writer)["/Resources"], "/XObject", _empty()), "签名栏"),
    "the visible box is turned": (
        _set(_box, "/Matrix", generic.ArrayObject([generic.NumberObject(part) for part in (-1, 0, 0, -1, 0, 0)])), "可见签名"),
    "the visible box in a font of other widths": (
        _set(lambda writer: _font(writer)["/DescendantFonts"][0], "/DW", generic.NumberObject(9)), "签名栏"),
    "the visible box in a font of another kind": (
        _set(lambda writer: _font(writer)["/DescendantFonts"][0]["/FontDescriptor"], "/Flags", generic.NumberObject(32)), "签名栏"),
    "a catalogue of another version": (_catalogue("/Version", pdf_name("/1.3")), "签名栏|换掉"),
    "words in the extensions": (_catalogue("/Extensions", generic.DictionaryObject({pdf_name("/ISO_"): SOMEBODY})), "签名栏"),
    "an action added by signing": (_catalogue("/OpenAction", _empty()), "换掉|不该有"),
    "particulars told by the library, as early builds did": (lambda m: m.signed(meanwhile=_by_the_library), "早期试用版"),
    "a title added by signing": (lambda m: m.signed(meanwhile=_particulars), "换掉|文件属性"),
    "a note added by signing": (lambda m: m.signed(meanwhile=_second), "批注"),
    "another time signed beside the file": (_told("signing_time", cms.Time({"utc_time": AT - timedelta(days=9)})), "夹带"),
}  # fmt: skip
