"""A stranger's PDF opened within limits, and its one signature found."""

from dataclasses import dataclass
from io import BytesIO
from typing import Final

from cryptography import x509
from pyhanko.pdf_utils.decode_limits import DecodeLimits, StreamDecodeLimits
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from ..domain.texts import Sentence, say

LARGEST_STREAM: Final = 50_000_000
"""Bytes that one stream of the file may unfold to."""


class Unsound(Exception):
    """The file cannot be judged further; `sentences` say why, the gravest first."""

    def __init__(self, *sentences: Sentence) -> None:
        self.sentences = sentences
        super().__init__(" ".join(map(str, sentences)))


@dataclass(frozen=True, slots=True)
class Opened:
    """The bytes, their reader, the only signature and the certificate embedded in it."""

    pdf: bytes
    reader: PdfFileReader
    signature: EmbeddedPdfSignature
    certificate: x509.Certificate
    certificate_der: bytes


def open_signed(pdf: bytes) -> Opened:
    """Raises Unsound unless the file is an unencrypted PDF with exactly one form field, a filled signature."""
    if not pdf.startswith(b"%PDF-"):
        raise Unsound(say("不是PDF文件。"))
    limits = DecodeLimits(per_stream=StreamDecodeLimits(max_output_size=LARGEST_STREAM))
    try:
        reader = PdfFileReader(BytesIO(pdf), strict=True, decode_limits=limits)
    except PdfError as trouble:
        raise Unsound(say("PDF已损坏，读不出来。")) from trouble
    if reader.encrypted:
        raise Unsound(say("文件加了密，不能核验。"))
    signature = _only_signature(reader)
    der = signature.signer_cert.dump()
    return Opened(pdf, reader, signature, x509.load_der_x509_certificate(der), der)


def _only_signature(reader: PdfFileReader) -> EmbeddedPdfSignature:
    fields = list(enumerate_sig_fields(reader))
    filled = [field for field in fields if field[1] is not None]
    if not filled:
        raise Unsound(say("文件没有签名。"))
    if len(filled) > 1:
        raise Unsound(say("文件有{count}个签名，应当只有一个。", count=len(filled)))
    if len(fields) > 1 or len(reader.root["/AcroForm"]["/Fields"]) != 1:
        raise Unsound(say("文件除签名外还有其他表单栏。"))
    name, _, field = filled[0]
    try:
        return EmbeddedPdfSignature(reader, field, name)
    except ValueError as trouble:  # asn1crypto's word for a container that is none
        raise Unsound(say("签名数据读不出来。")) from trouble
