"""All the questions put to one file, and what their answers add up to.

Imported only where a file is judged, since it brings pyHanko with it.
"""

import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from cryptography import x509
from cryptography.x509.oid import NameOID

from ..domain.handed_in.verdict import Verdict
from ..domain.texts import Sentence, say
from . import questions
from .anatomy import taken_apart
from .attachment import Attached, attached_files
from .identity import subject_part
from .opened import Opened, Unsound, open_signed
from .revisions import Misshapen
from .suitable import weakness
from .trust import Trust
from .verify import as_written

__all__ = ["Unsound", "judge"]

# A refused file is told in words by the verdict; the library's own traceback would only frighten.
logging.getLogger("pyhanko").addHandler(logging.NullHandler())


LEEWAY: Final = timedelta(minutes=5)
"""A signature may seem this much younger than its receipt: the clocks of two offices differ."""


def judge(file_name: str, pdf: bytes, trust: Trust, at: datetime) -> tuple[Verdict, Attached | None]:
    """First how the file is built, then what its signature says. Raises Unsound."""
    body = None
    try:
        body, faults = taken_apart(pdf)
    except Misshapen as odd:
        if not odd.added:
            raise Unsound(odd.sentence) from odd
        faults = (odd.sentence,)
    try:
        verdict, attached = _judge(file_name, pdf, trust, at, faults)
        return verdict, replace(attached, body=body) if attached else None
    except Unsound as refusal:
        raise Unsound(*faults, *refusal.sentences) from refusal
    except Exception as trouble:
        # The file's structure was sound: what breaks now is the signature's own container or its range.
        told = say("签名数据或签名范围的写法不对，读不出来。")
        raise Unsound(*faults, told) from trouble


def _judge(
    file_name: str, pdf: bytes, trust: Trust, at: datetime, faults: tuple[Sentence, ...]
) -> tuple[Verdict, Attached | None]:
    opened = open_signed(pdf)
    status = questions.status_of(opened, at)
    intact = bool(status.intact and status.valid)
    whole_file = questions.covers_every_byte(opened) and questions.ends_at_the_end(opened)
    pin = trust.pins.get(opened.certificate_der)
    of_the_signing = [
        *_of_the_signature(opened, intact, whole_file, questions.unchanged_since(status)),
        *_of_the_certificate(opened, trust, at),
        *_of_the_time(opened, at),
    ]
    attached: Attached | None = None
    of_the_attachments: tuple[Sentence, ...] = ()
    if not of_the_signing:
        try:
            attached = attached_files(opened)
        except Unsound as refusal:
            of_the_attachments = refusal.sentences
    reasons = (*of_the_signing, *of_the_attachments, *faults)
    verdict = Verdict(
        file=file_name,
        accepted=not reasons,
        intact=intact,
        whole_file=whole_file,
        trusted=pin is not None,
        signer=subject_part(opened.certificate, NameOID.COMMON_NAME) or None,
        point=subject_part(opened.certificate, NameOID.SERIAL_NUMBER) or None,
        signed_at=as_written(opened.signature.self_reported_timestamp),
        reasons=reasons,
    )
    return verdict, None if reasons else attached


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


def _of_the_time(opened: Opened, at: datetime) -> Iterator[Sentence]:
    signed_at = opened.signature.self_reported_timestamp
    if signed_at is None:
        yield say("签名没有写明时间。")
        return
    if signed_at > at + LEEWAY:
        yield say("签名时间（{signed}）晚于收到时间（{received}）。", signed=_on_the_clock(signed_at, at), received=_on_the_clock(at, at))
    certificate = opened.certificate
    if not certificate.not_valid_before_utc <= signed_at <= certificate.not_valid_after_utc:
        yield say("签名时间（{signed}）不在证书有效期内。", signed=_on_the_clock(signed_at, at))


def _on_the_clock(moment: datetime, at: datetime) -> str:
    """As the clock of whoever received the file shows it."""
    return f"{moment.astimezone(at.tzinfo):%Y-%m-%d %H:%M}"


def _of_the_certificate(opened: Opened, trust: Trust, at: datetime) -> Iterator[Sentence]:
    certificate: x509.Certificate = opened.certificate
    barred = trust.refused_certificates.get(opened.certificate_der)
    if barred is not None:
        yield barred
    elif opened.certificate_der not in trust.pins:
        code = subject_part(certificate, NameOID.SERIAL_NUMBER)
        yield say("“{code}”的这份签名证书没有登记。请先与监测点核对证书指纹，再登记（核验单份文件时，放进信任文件夹）。", code=code)
    if at > certificate.not_valid_after_utc:
        yield say("收到文件时签名证书已过期（{until}）。", until=certificate.not_valid_after_utc.date().isoformat())
    if at < certificate.not_valid_before_utc:
        yield say("收到文件时签名证书尚未生效（{since}）。", since=certificate.not_valid_before_utc.date().isoformat())
    fault = weakness(certificate)
    if fault is not None:
        yield say("签名证书不合要求：{detail}。", detail=fault)
