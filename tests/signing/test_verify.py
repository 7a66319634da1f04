"""Verification: an untouched file from a pinned point is accepted, everything else is refused with a reason."""

import re
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from burden_desktop.domain.handed_in.verdict import Verdict
from burden_desktop.signing import attachment, verify
from burden_desktop.signing.identity import Identity, certificate_of
from burden_desktop.signing.trust import Trust
from burden_desktop.signing.verify import examine

from .conftest import Reasons
from .month_on_paper import ATTACHED, NOW, SUBMISSION, Month, month_file, opened, sealed, trusting


def gap(pdf: bytes) -> tuple[int, int]:
    """Where the signature's hexadecimal stands, angle brackets included."""
    found = re.search(rb"/ByteRange\s*\[\s*0 (\d+) (\d+) (\d+)", pdf)
    assert found is not None
    return int(found[1]), int(found[2])


def flipped(pdf: bytes, place: int, bits: int = 1) -> bytes:
    return pdf[:place] + bytes([pdf[place] ^ bits]) + pdf[place + 1 :]


def said(verdict: Verdict) -> str:
    return "".join(map(str, verdict.reasons))


def test_untouched_file_of_a_pinned_point_is_accepted(month: Month) -> None:
    verdict, payload = examine("三月.pdf", month.sealed, month.trust, at=NOW)
    assert verdict == Verdict(
        file="三月.pdf",
        accepted=True,
        intact=True,
        whole_file=True,
        trusted=True,
        signer="青石镇柳湾村",
        point="QS-01",
        signed_at="2026-04-02T01:30:00+00:00",
    )
    assert payload and payload.submission == SUBMISSION


def test_rsa_seal_is_accepted(rsa_village: Identity, tmp_path: Path) -> None:
    trust = trusting(tmp_path / "t", rsa=certificate_of(rsa_village))
    verdict, payload = examine("a.pdf", sealed(month_file(), rsa_village), trust, at=NOW)
    assert verdict.accepted, said(verdict)
    assert payload and payload.submission == SUBMISSION


def test_file_from_an_object_stream_writer_is_refused(reasons: Reasons, village: Identity) -> None:
    out = BytesIO()
    with pikepdf.open(BytesIO(month_file())) as pdf:
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert "所写的不同" in reasons(sealed(out.getvalue(), village))


@settings(max_examples=60)
@given(st.data())
def test_no_byte_can_be_changed(month: Month, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(month.sealed) - 1))
    changed = flipped(month.sealed, place, data.draw(st.integers(1, 255)))
    verdict, payload = examine("a.pdf", changed, month.trust, at=NOW)
    assert not verdict.accepted
    assert payload is None
    assert verdict.reasons


def test_no_byte_of_the_signature_can_be_changed(month: Month) -> None:
    start, _ = gap(month.sealed)
    for place in [*range(start, start + 240, 3), *range(start + 240, start + 2400, 37)]:
        for bits in (0x01, 0x20):
            verdict, _ = examine("a.pdf", flipped(month.sealed, place, bits), month.trust, at=NOW)
            assert not verdict.accepted, f"byte {place - start} of the signature, {bits:#x}"


def test_change_in_the_content_is_not_intact(month: Month) -> None:
    place = month.sealed.index(b"stream\n") + 20
    verdict, _ = examine("a.pdf", flipped(month.sealed, place), month.trust, at=NOW)
    assert (verdict.intact, verdict.whole_file, verdict.trusted) == (False, True, True)
    assert "改动" in said(verdict)


@pytest.mark.parametrize("junk", [b"x", b"\n", b"\n\n%%EOF\n", b"\0" * 9, b"%PDF-1.7 junk %%EOF"])
def test_junk_after_the_end_is_refused(month: Month, reasons: Reasons, junk: bytes) -> None:
    assert reasons(month.sealed + junk)


def test_one_byte_after_the_end_leaves_the_signature_intact_but_not_whole(month: Month) -> None:
    verdict, _ = examine("a.pdf", month.sealed + b"x", month.trust, at=NOW)
    assert (verdict.intact, verdict.whole_file, verdict.trusted) == (True, False, True)
    assert "没有覆盖整个文件" in said(verdict)


def test_orphan_object_added_afterwards_is_refused(month: Month, reasons: Reasons) -> None:
    writer = IncrementalPdfFileWriter(BytesIO(month.sealed))
    writer.add_object(generic.DictionaryObject({pdf_name("/Note"): generic.TextStringObject("x")}))
    out = BytesIO()
    writer.write(out)
    assert "没有覆盖整个文件" in reasons(out.getvalue())


def test_page_replaced_in_a_later_revision_is_refused(month: Month, reasons: Reasons) -> None:
    writer = IncrementalPdfFileWriter(BytesIO(month.sealed))
    stream = writer.add_object(generic.StreamObject(stream_data=b"0 0 99 99 re f"))
    writer.add_stream_to_page(0, stream)
    out = BytesIO()
    writer.write(out)
    assert "没有覆盖整个文件" in reasons(out.getvalue())


def test_attachment_replaced_in_a_later_revision_is_refused(month: Month, reasons: Reasons) -> None:
    writer = IncrementalPdfFileWriter(BytesIO(month.sealed))
    spec = writer.root["/Names"]["/EmbeddedFiles"]["/Names"][1]
    stream = spec["/EF"]["/F"]
    stream._data, stream._encoded_data = b"{}", None
    writer.update_container(stream)
    out = BytesIO()
    writer.write(out)
    assert "没有覆盖整个文件" in reasons(out.getvalue())


def test_file_rewritten_by_another_program_is_refused(month: Month, reasons: Reasons) -> None:
    out = BytesIO()
    with pikepdf.open(BytesIO(month.sealed)) as pdf:
        pdf.save(out)
    assert reasons(out.getvalue())


def test_range_that_leaves_bytes_out_is_refused(month: Month, reasons: Reasons) -> None:
    start, end = gap(month.sealed)
    nothing = re.sub(rb"/ByteRange\s*\[[^]]*\]", lambda m: b"/ByteRange [0 0 0 0]".ljust(len(m[0])), month.sealed)
    assert len(nothing) == len(month.sealed)
    assert reasons(nothing)
    short = month.sealed.replace(b"[0 %d" % start, b"[0 %d" % (start - 1))
    assert reasons(short)
    three = re.sub(rb"/ByteRange\s*\[[^]]*\]", lambda m: b"/ByteRange [0 9 9]".ljust(len(m[0])), month.sealed)
    assert reasons(three)
    assert end > start


def test_bytes_pushed_in_after_the_signature_are_refused(month: Month, reasons: Reasons) -> None:
    _, end = gap(month.sealed)
    moved = month.sealed.replace(b" %d " % end, b" %d " % (end + 4), 1)
    assert reasons(moved[:end] + b"%ab\n" + moved[end:])


def test_signature_of_zeros_is_refused(month: Month, reasons: Reasons) -> None:
    start, end = gap(month.sealed)
    assert reasons(month.sealed[: start + 1] + b"0" * (end - start - 2) + month.sealed[end - 1 :])


def test_words_hidden_in_the_padding_are_refused(month: Month, reasons: Reasons) -> None:
    _, end = gap(month.sealed)
    assert "夹带" in reasons(month.sealed[: end - 9] + b"deadbeef" + month.sealed[end - 1 :])


@pytest.mark.parametrize("keep", [0.1, 0.5, 0.9, 0.99])
def test_truncated_file_is_refused(month: Month, reasons: Reasons, keep: float) -> None:
    assert reasons(month.sealed[: int(len(month.sealed) * keep)])


def test_unsigned_file_is_refused(month: Month, reasons: Reasons) -> None:
    assert "没有签名" in reasons(month.unsigned)


def test_empty_file_is_refused(reasons: Reasons) -> None:
    assert "空" in reasons(b"")


@pytest.mark.parametrize("content", [b"hello", b"\0" * 4096, b"PK\x03\x04", " 月报".encode()])
def test_what_is_not_a_pdf_is_refused(reasons: Reasons, content: bytes) -> None:
    assert "不是PDF" in reasons(content)


def test_words_before_the_header_are_refused(month: Month, reasons: Reasons) -> None:
    assert reasons(b"\n" + month.sealed)


@settings(max_examples=40)
@given(st.binary(max_size=400))
def test_arbitrary_bytes_never_raise(month: Month, content: bytes) -> None:
    for pdf in (content, b"%PDF-1.7\n" + content, month.sealed[:3000] + content + month.sealed[3000:]):
        verdict, payload = examine("a.pdf", pdf, month.trust, at=NOW)
        assert payload is None or content == b""
        assert verdict.accepted == (payload is not None)


def test_encrypted_file_is_refused(reasons: Reasons) -> None:
    out = BytesIO()
    with pikepdf.open(BytesIO(month_file())) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="o", user=""))
    assert "加了密" in reasons(out.getvalue())


def test_file_beyond_the_limit_is_not_looked_at(
    month: Month, reasons: Reasons, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verify, "LARGEST_FILE", len(month.sealed) - 1)
    assert "超过" in reasons(month.sealed)


@pytest.mark.parametrize("trouble", [RecursionError, MemoryError, AssertionError, KeyError])
def test_whatever_breaks_inside_a_parser_is_a_refusal(
    month: Month, reasons: Reasons, monkeypatch: pytest.MonkeyPatch, trouble: type[Exception]
) -> None:
    def break_down(_: object) -> bytes:
        raise trouble

    monkeypatch.setattr("burden_desktop.signing.judgement.attached_files", break_down)
    told = reasons(month.sealed)
    assert "读不出来" in told and trouble.__name__ not in told


# --- whom to believe -------------------------------------------------------------------------------------


def test_certificate_not_pinned_is_refused(month: Month) -> None:
    verdict, payload = examine("a.pdf", month.sealed, Trust(), at=NOW)
    assert (verdict.accepted, verdict.intact, verdict.whole_file, verdict.trusted) == (False, True, True, False)
    assert payload is None
    assert "没有登记" in said(verdict)


def test_another_points_certificate_does_not_help(month: Month, other_village: Identity, tmp_path: Path) -> None:
    trust = trusting(tmp_path / "t", other=certificate_of(other_village))
    verdict, _ = examine("a.pdf", month.sealed, trust, at=NOW)
    assert not verdict.accepted
    assert not verdict.trusted


def test_impostor_with_the_same_name_and_code_is_refused(month: Month) -> None:
    verdict, _ = examine("a.pdf", sealed(month_file(), opened("青石镇柳湾村", "QS-01")), month.trust, at=NOW)
    assert (verdict.point, verdict.trusted, verdict.accepted) == ("QS-01", False, False)


def test_certificate_expired_on_receipt_is_refused(month: Month, village: Identity) -> None:
    late, _ = examine("a.pdf", month.sealed, month.trust, at=village.not_after + timedelta(seconds=1))
    assert not late.accepted
    assert "过期" in said(late)
    just, _ = examine("a.pdf", month.sealed, month.trust, at=village.not_after)
    assert just.accepted, said(just)


def test_certificate_not_yet_valid_on_receipt_is_refused(month: Month, village: Identity) -> None:
    verdict, _ = examine("a.pdf", month.sealed, month.trust, at=village.not_before - timedelta(seconds=1))
    assert not verdict.accepted
    assert "尚未生效" in said(verdict)


# --- what is attached ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("attachments", "associated"), [({}, True), ({"other.json": b"{}"}, True), (None, False)]
)
def test_file_without_payload_in_both_lists_is_refused(
    reasons: Reasons, village: Identity, attachments: dict[str, bytes] | None, associated: bool
) -> None:
    assert "没有月报数据" in reasons(sealed(month_file(attachments, associated=associated), village))


def rearranged(change: object) -> bytes:
    return month_file(change=change)  # type: ignore[arg-type]


def listed(pdf: pikepdf.Pdf) -> pikepdf.Object:
    (spec,) = [spec for spec in pdf.Root.AF if str(spec.F) == "submission.json"]
    return spec


def name_twice(pdf: pikepdf.Pdf) -> None:
    for spec in pdf.Root.AF:
        spec.F = pikepdf.String("submission.json")


def list_another(pdf: pikepdf.Pdf) -> None:
    copy = pdf.make_indirect(pikepdf.Dictionary(listed(pdf)))
    pdf.Root.AF = pikepdf.Array([copy])


def write_out_the_listed(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AF = pikepdf.Array([pikepdf.Dictionary(listed(pdf))])


def hide_a_second_stream(pdf: pikepdf.Pdf) -> None:
    listed(pdf).EF.UF = pdf.make_stream(b"[]")


@pytest.mark.parametrize("change", [name_twice, list_another, write_out_the_listed, hide_a_second_stream])
def test_payload_that_is_not_one_and_the_same_is_refused(reasons: Reasons, village: Identity, change: object) -> None:
    assert "不止一份" in reasons(sealed(rearranged(change), village))


def branch(pdf: pikepdf.Pdf, levels: int = 2) -> None:
    node = pikepdf.Dictionary(Names=pdf.Root.Names.EmbeddedFiles.Names)
    for _ in range(levels):
        node = pikepdf.Dictionary(Kids=pikepdf.Array([pdf.make_indirect(node)]))
    pdf.Root.Names.EmbeddedFiles = pdf.make_indirect(node)


def test_branched_list_of_attachments_is_refused(reasons: Reasons, village: Identity) -> None:
    assert "附件不对" in reasons(sealed(rearranged(branch), village))


def test_list_of_attachments_that_never_ends_is_refused(reasons: Reasons, village: Identity) -> None:
    assert "层次过深" in reasons(sealed(rearranged(lambda pdf: branch(pdf, 20)), village))


@pytest.mark.parametrize("content", [b"0" * 3_000_000, bytes(range(256)) * 12_000])
def test_payload_beyond_the_limit_is_refused(
    reasons: Reasons, village: Identity, monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    pdf = sealed(month_file({**ATTACHED, "submission.json": content}), village)
    monkeypatch.setattr("burden_desktop.signing.opened.LARGEST_STREAM", 2_000_000)
    assert "超过" in reasons(pdf)


def test_plain_stream_beyond_the_limit_is_refused(
    reasons: Reasons, village: Identity, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attachment, "LARGEST_STREAM", 1)
    assert "超过" in reasons(sealed(month_file(), village))
