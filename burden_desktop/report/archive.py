"""Making a PDF fit for the archive: PDF/A-3u with attachments, same input, same bytes.

Sources: ISO 19005-3:2012 (PDF/A-3), ISO 32000-1:2008, 7.11 (file specifications) and 9.10.3 (ToUnicode).
"""

import hashlib
import io
import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Final
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from .seal_picture import NAME as SEAL_NAME
from .seal_picture import SealPicture

PRODUCER: Final = "Burden Desktop"
_MEDIA_TYPES: Final = {".json": "application/json", ".csv": "text/csv"}
_BEYOND_BMP = re.compile(rb"<([0-9A-Fa-f]{5,6})>")

_XMP: Final = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
   <dc:format>application/pdf</dc:format>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
   <dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
   <dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>
   <xmp:CreateDate>{moment}</xmp:CreateDate>
   <xmp:ModifyDate>{moment}</xmp:ModifyDate>
   <pdf:Producer>{producer}</pdf:Producer>
   <pdfaid:part>3</pdfaid:part>
   <pdfaid:conformance>U</pdfaid:conformance>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def archive(
    pdf: bytes,
    *,
    title: str,
    author: str,
    made_at: datetime,
    attachments: Mapping[str, bytes],
    colours: Path,
    seal: SealPicture | None = None,
    seal_page: int = -1,
) -> bytes:
    """`pdf` as PDF/A-3u. `made_at` must know its offset; `colours` is an sRGB profile (ICC). `seal` is the picture
    that the page `seal_page` draws."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        _mend_unicode(document)
        if seal is not None:
            document.pages[seal_page].Resources.XObject = Dictionary({f"/{SEAL_NAME}": _image(document, seal)})
        root = document.Root
        root.Lang = String("zh-CN")
        root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        root.PageMode = Name.UseOutlines
        profile = document.make_stream(colours.read_bytes(), N=3)
        root.OutputIntents = Array(
            [
                Dictionary(
                    Type=Name.OutputIntent,
                    S=Name.GTS_PDFA1,
                    OutputConditionIdentifier=String("sRGB IEC61966-2.1"),
                    Info=String("sRGB IEC61966-2.1"),
                    DestOutputProfile=profile,
                )
            ]
        )
        files = [_attach(document, name, held, made_at) for name, held in attachments.items()]
        if files:
            root.AF = Array(files)
            named = [part for file in sorted(files, key=lambda file: str(file.UF)) for part in (String(str(file.UF)), file)]
            root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array(named)))
        xmp = _XMP.format(
            title=escape(title), author=escape(author), producer=PRODUCER, moment=made_at.isoformat(timespec="seconds")
        )
        root.Metadata = document.make_stream(xmp.encode(), Type=Name.Metadata, Subtype=Name.XML)
        document.trailer.Info = document.make_indirect(
            Dictionary(
                Title=String(title),
                Author=String(author),
                Producer=String(PRODUCER),
                CreationDate=String(pdf_date(made_at)),
                ModDate=String(pdf_date(made_at)),
            )
        )
        written = io.BytesIO()
        document.save(written, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return written.getvalue()


def pdf_date(moment: datetime) -> str:
    """`D:20260405093000+08'00'`."""
    offset = moment.strftime("%z")
    return f"D:{moment:%Y%m%d%H%M%S}{offset[:3]}'{offset[3:5]}'"


def _image(document: pikepdf.Pdf, seal: SealPicture) -> Any:
    """An image with its transparency beside it (ISO 32000-1, 11.6.5.3)."""
    shape = {"Type": Name.XObject, "Subtype": Name.Image, "Width": seal.side, "Height": seal.side, "BitsPerComponent": 8}
    mask = document.make_stream(seal.alpha, **shape, ColorSpace=Name.DeviceGray)
    return document.make_stream(seal.rgb, **shape, ColorSpace=Name.DeviceRGB, SMask=mask)


def _attach(document: pikepdf.Pdf, name: str, held: bytes, made_at: datetime) -> Any:
    media = _MEDIA_TYPES.get(Path(name).suffix, "application/octet-stream")
    stream = document.make_stream(
        held,
        Type=Name.EmbeddedFile,
        Subtype=Name("/" + media),
        Params=Dictionary(
            Size=len(held),
            CheckSum=String(hashlib.md5(held, usedforsecurity=False).digest()),
            ModDate=String(pdf_date(made_at)),
        ),
    )
    return document.make_indirect(
        Dictionary(
            Type=Name.Filespec,
            F=String(name),
            UF=String(name),
            Desc=String(name),
            AFRelationship=Name.Data,
            EF=Dictionary(F=stream, UF=stream),
        )
    )


def _mend_unicode(document: pikepdf.Pdf) -> None:
    """reportlab names characters above U+FFFF by their number; a reader expects UTF-16BE."""
    for held in document.objects:
        if isinstance(held, pikepdf.Dictionary) and held.get("/Type") == Name.Font and "/ToUnicode" in held:
            stream: Any = held.ToUnicode
            told = stream.read_bytes()
            mended = _BEYOND_BMP.sub(_as_utf16, told)
            if mended != told:
                stream.write(mended)


def _as_utf16(number: re.Match[bytes]) -> bytes:
    return b"<" + chr(int(number[1], 16)).encode("utf-16-be").hex().upper().encode() + b">"
