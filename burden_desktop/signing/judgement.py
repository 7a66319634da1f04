"""All the questions put to one file, and what their answers add up to.

Imported only where a file is judged, since it brings pyHanko with it.
"""

import logging
from collections.abc import Iterator
from datetime import datetime

from cryptography import x509
from cryptography.x509.oid import NameOID

from ..domain.texts import Sentence, say
from ..domain.verdict import Verdict
from . import questions
from .attachment import attached_submission
from .identity import subject_part
from .opened import Opened, Unsound, open_signed
from .suitable import weakness
from .trust import Trust
from .verify import as_written

__all__ = ["Unsound", "judge"]

# A refused file is told in words by the verdict; the library's own traceback would only frighten.
logging.getLogger("pyhanko").addHandler(logging.NullHandler())


def judge(file_name: str, pdf: bytes, trust: Trust, at: datetime) -> tuple[Verdict, bytes | None]:
    """Raises Unsound, and whatever a parser raises for broken bytes."""
    opened = open_signed(pdf)
    status = questions.status_of(opened, at)
    intact = bool(status.intact and status.valid)
    whole_file = questions.covers_every_byte(opened) and questions.ends_at_the_end(opened)
    pin = trust.pins.get(opened.certificate_der)
    reasons = [
        *_of_the_signature(opened, intact, whole_file, questions.unchanged_since(status)),
        *_of_the_certificate(opened, trust, at),
    ]
    payload: bytes | None = None
    if not reasons:
        try:
            payload = attached_submission(opened)
        except Unsound as refusal:
            reasons.append(refusal.sentence)
    verdict = Verdict(
        file=file_name,
        accepted=not reasons,
        intact=intact,
        whole_file=whole_file,
        trusted=pin is not None,
        signer=subject_part(opened.certificate, NameOID.COMMON_NAME) or None,
        point=subject_part(opened.certificate, NameOID.SERIAL_NUMBER) or None,
        signed_at=as_written(opened.signature.self_reported_timestamp),
        reasons=tuple(reasons),
    )
    return verdict, payload


def _of_the_signature(opened: Opened, intact: bool, whole_file: bool, unchanged: bool) -> Iterator[Sentence]:
    if not intact:
        yield say("签名与内容不符：文件在签名后被改动过。")
    if not whole_file:
        yield say("签名没有覆盖整个文件：签名之后还有内容，或签名范围不完整。")
    elif not unchanged:
        yield say("签名之后文件又有更改。")
    if not questions.container_is_plain(opened):
        yield say("签名数据中夹带了未经签名的内容。")
    if not questions.allows_no_change(opened):
        yield say("签名不是“禁止更改”的认证签名。")
    if not questions.form_is_pades(opened):
        yield say("签名格式不是PAdES（ETSI.CAdES.detached）。")
    if not questions.digest_is_strong(opened):
        yield say("签名所用的摘要算法太弱，须为SHA-256以上。")


def _of_the_certificate(opened: Opened, trust: Trust, at: datetime) -> Iterator[Sentence]:
    certificate: x509.Certificate = opened.certificate
    barred = trust.refused_certificates.get(opened.certificate_der)
    if barred is not None:
        yield barred
    elif opened.certificate_der not in trust.pins:
        yield say("签名证书没有登记在信任文件夹中。")
    if at > certificate.not_valid_after_utc:
        yield say("收到文件时签名证书已过期（{until}）。", until=certificate.not_valid_after_utc.date().isoformat())
    if at < certificate.not_valid_before_utc:
        yield say("收到文件时签名证书尚未生效（{since}）。", since=certificate.not_valid_before_utc.date().isoformat())
    fault = weakness(certificate)
    if fault is not None:
        yield say("签名证书不合要求：{detail}。", detail=fault)
