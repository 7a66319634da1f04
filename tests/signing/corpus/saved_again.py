"""Forgeries without the point's key, by a further saving: incremental saving attacks, shadows, certification attacks.

Sources: Mainka et al., "Shadow Attacks" (NDSS 2021); Rohlmann et al., "Breaking the Specification: PDF Certification"
(S&P 2021).
"""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, append_signature_field
from pyhanko.sign.validation.dss import DocumentSecurityStore

from .bytes_changed import NOT_WHOLE, Forge
from .material import Material, sign


def _again(pdf: bytes, change: Callable[[IncrementalPdfFileWriter], Any]) -> bytes:
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    change(writer)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _saved(change: Callable[[IncrementalPdfFileWriter], Any]) -> Forge:
    return lambda m: _again(m.sealed, change)


def _page(writer: IncrementalPdfFileWriter) -> None:
    writer.add_stream_to_page(0, writer.add_object(generic.StreamObject(stream_data=b"1 g 0 0 600 900 re f")))


def _note(writer: IncrementalPdfFileWriter) -> None:
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    note = generic.DictionaryObject(
        {
            pdf_name("/Type"): pdf_name("/Annot"),
            pdf_name("/Subtype"): pdf_name("/FreeText"),
            pdf_name("/Rect"): generic.ArrayObject(map(generic.NumberObject, (50, 50, 500, 800))),
            pdf_name("/Contents"): generic.TextStringObject("0"),
        }
    )
    page[pdf_name("/Annots")] = generic.ArrayObject([writer.add_object(note)])
    writer.update_container(page)


def _form_field(writer: IncrementalPdfFileWriter) -> None:
    append_signature_field(writer, SigFieldSpec("Second", on_page=0, box=(10, 10, 90, 60)))


def _dss(writer: IncrementalPdfFileWriter) -> None:
    DocumentSecurityStore.supply_dss_in_writer(writer, None)
    writer.root[pdf_name("/DSS")] = generic.DictionaryObject({pdf_name("/Type"): pdf_name("/DSS")})
    writer.update_root()


def _metadata(writer: IncrementalPdfFileWriter) -> None:
    writer.set_info(generic.DictionaryObject({pdf_name("/Title"): generic.TextStringObject("x")}))


def _orphan(writer: IncrementalPdfFileWriter) -> None:
    writer.add_object(generic.DictionaryObject({pdf_name("/Note"): generic.TextStringObject("x")}))


def _attachment(writer: IncrementalPdfFileWriter) -> None:
    spec = writer.root["/Names"]["/EmbeddedFiles"]["/Names"][3]
    stream = spec["/EF"]["/F"]
    stream._data, stream._encoded_data = b"{}", None
    writer.update_container(stream)


def _seal_picture(writer: IncrementalPdfFileWriter) -> None:
    """Shadow, replace: the appearance of the signature is drawn anew."""
    field = writer.root["/AcroForm"]["/Fields"][0].get_object()
    picture = field["/AP"]["/N"]
    picture._data, picture._encoded_data = b"", None
    writer.update_container(picture)


def _cover(pdf: pikepdf.Pdf) -> None:
    """Prepared before signing: a white sheet over the first page, to be taken away later."""
    pdf.pages[0].contents_add(pdf.make_stream(b"q 1 g 0 0 600 900 re f Q"))


def _uncover(writer: IncrementalPdfFileWriter) -> None:
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    page[pdf_name("/Contents")] = page["/Contents"].raw_get(0) if len(page["/Contents"]) else page["/Contents"]
    writer.update_container(page)


def _second_set(pdf: pikepdf.Pdf) -> None:
    """Prepared before signing: another set of pages that nothing points at yet."""
    hidden = pikepdf.Dictionary(Type=pikepdf.Name.Pages, Kids=pikepdf.Array([]), Count=0)
    pdf.Root.Pages.PieceInfo = pikepdf.Dictionary(Shadow=pdf.make_indirect(hidden))


def _swap_sets(writer: IncrementalPdfFileWriter) -> None:
    writer.root[pdf_name("/Pages")] = writer.root["/Pages"]["/PieceInfo"].raw_get("/Shadow")
    writer.update_root()


def _evil_annotation(m: Material) -> bytes:
    return _again(m.signed(permission=MDPPerm.ANNOTATE), _note)


def _sneaky_signature(m: Material) -> bytes:
    certified = m.signed(permission=MDPPerm.FILL_FORMS)
    return sign(certified, m.other, page=0, box=(60, 300, 560, 700), permission=None, field="Sneaky")


FORGERIES: dict[str, tuple[Forge, str]] = {
    "saved again: page covered": (_saved(_page), NOT_WHOLE),
    "saved again: note": (_saved(_note), NOT_WHOLE),
    "saved again: form field": (_saved(_form_field), NOT_WHOLE),
    "saved again: DSS": (_saved(_dss), NOT_WHOLE),
    "saved again: particulars": (_saved(_metadata), NOT_WHOLE),
    "saved again: orphan object": (_saved(_orphan), NOT_WHOLE),
    "saved again: attachment replaced": (_saved(_attachment), NOT_WHOLE),
    "shadow: the seal's picture replaced": (_saved(_seal_picture), NOT_WHOLE),
    "shadow: a sheet taken away": (lambda m: _again(m.signed(change=_cover), _uncover), NOT_WHOLE),
    "shadow: another set of pages, prepared": (lambda m: m.signed(change=_second_set), "不该有"),
    "shadow: another set of pages, shown": (lambda m: _again(m.signed(change=_second_set), _swap_sets), NOT_WHOLE),
    "certified with P=3, then a note": (_evil_annotation, NOT_WHOLE),
    "certified with P=3, untouched": (lambda m: m.signed(permission=MDPPerm.ANNOTATE), "禁止更改"),
    "certified with P=2, untouched": (lambda m: m.signed(permission=MDPPerm.FILL_FORMS), "禁止更改"),
    "certified with P=2, then a sneaky signature": (_sneaky_signature, NOT_WHOLE),
    "two signatures of the point": (
        lambda m: sign(m.signed(permission=MDPPerm.FILL_FORMS), m.identity, page=0, box=(9, 9, 90, 60), permission=None, field="B"),
        "2个签名",
    ),
    "approval instead of certification": (lambda m: m.signed(permission=None), "禁止更改"),
}  # fmt: skip
