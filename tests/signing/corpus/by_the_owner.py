"""Forgeries with the point's own key: a lying clerk, or whoever stole key and passphrase. The signature is genuine."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from typing import Any

import pikepdf

from burden_desktop.domain.handed_in.payload import CSV_NAME, FILE_NAME, encode
from burden_desktop.domain.handed_in.submission import read_submission
from burden_desktop.tasks import close_month

from .bytes_changed import Forge
from .material import AT, Change, Material


def _built(change: Change) -> Forge:
    """A file of another build, sealed."""
    return lambda m: m.signed(change=change)


def _payload(change: Callable[[dict[str, Any]], None]) -> Forge:
    """Another payload under the true pages, whose printed content hash follows."""

    def forge(m: Material) -> bytes:
        told = m.submission()
        change(told)
        return m.signed(m.made(submission=encode(told)))

    return forge


def _spec(pdf: pikepdf.Pdf, name: str = FILE_NAME) -> pikepdf.Object:
    (spec,) = [spec for spec in pdf.Root.AF if str(spec.F) == name]
    return spec


def _double(pdf: pikepdf.Pdf) -> None:
    second = pdf.make_indirect(pikepdf.Dictionary(_spec(pdf)))
    pdf.Root.AF.append(second)
    pdf.Root.Names.EmbeddedFiles.Names.extend([pikepdf.String(FILE_NAME), second])


def _rename(pdf: pikepdf.Pdf) -> None:
    spec = _spec(pdf)
    spec.F = spec.UF = pikepdf.String("payload.json")


def _rename_in_list(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Names.EmbeddedFiles.Names[2] = pikepdf.String("payload.json")


def _names_only(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AF = pikepdf.Array([_spec(pdf, CSV_NAME)])


def _af_only(pdf: pikepdf.Pdf) -> None:
    names = pdf.Root.Names.EmbeddedFiles.Names
    pdf.Root.Names.EmbeddedFiles.Names = pikepdf.Array([names[0], names[1]])


def _third(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["read-me.txt"] = pikepdf.AttachedFileSpec(pdf, b"x", filename="read-me.txt")


def _two_faces(pdf: pikepdf.Pdf) -> None:
    _spec(pdf).EF.UF = pdf.make_stream(b"[]")


def _script(pdf: pikepdf.Pdf) -> None:
    action = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
    pdf.Root.Names.JavaScript = pikepdf.Dictionary(Names=pikepdf.Array([pikepdf.String("a"), action]))


def _open_action(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String("http://127.0.0.1/"))


def _launch(pdf: pikepdf.Pdf) -> None:
    action = pikepdf.Dictionary(S=pikepdf.Name.Launch, F=pikepdf.String("calc.exe"))
    link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 600, 900], A=action)
    pdf.pages[0].Annots = pikepdf.Array([pdf.make_indirect(link)])


def _plain_note(pdf: pikepdf.Pdf) -> None:
    note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Square, Rect=[0, 0, 600, 900], F=132)
    pdf.pages[0].Annots = pikepdf.Array([pdf.make_indirect(note)])


def _outside(pdf: pikepdf.Pdf) -> None:
    stream = pdf.make_stream(b"x", F=pikepdf.Dictionary(Type=pikepdf.Name.Filespec, F=pikepdf.String("/etc/hosts")))
    pdf.pages[0].contents_add(stream)


def _drawn(words: bytes) -> Forge:
    """The first page drawn with something more."""

    def change(pdf: pikepdf.Pdf) -> None:
        contents = pdf.pages[0].Contents
        contents.write(contents.read_bytes() + words)

    return _built(change)


def _layers(pdf: pikepdf.Pdf) -> None:
    layer = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name=pikepdf.String("a")))
    pdf.Root.OCProperties = pikepdf.Dictionary(OCGs=pikepdf.Array([layer]), D=pikepdf.Dictionary(OFF=pikepdf.Array([layer])))


def _xfa(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([]), XFA=pdf.make_stream(b"<xdp/>"))


def _another_month(m: Material) -> bytes:
    """April's pages over March's payload."""
    april = replace(m.closing, material=replace(m.closing.material, month=close_month.Month(2026, 4)))
    return m.signed(m.made(closing=april))


def _other_table(m: Material) -> bytes:
    """The pages show three papers fewer than the payload."""
    records = {kind: rows[:5] for kind, rows in m.closing.material.records.items()}
    return m.signed(m.made(closing=replace(m.closing, material=replace(m.closing.material, records=records))))


def _other_title(m: Material) -> bytes:
    rows = m.closing.material.records["document"]
    told = (replace(rows[0], values={**rows[0].values, "title": "无关紧要的事"}), *rows[1:])
    records = {**m.closing.material.records, "document": told}
    return m.signed(m.made(closing=replace(m.closing, material=replace(m.closing.material, records=records))))


def _figure(told: dict[str, Any]) -> None:
    told["figures"]["document"]["month"] -= 1


def _base(told: dict[str, Any]) -> None:
    told["figures"]["document"]["previous"] = 99


def _as_told(change: Callable[[dict[str, Any]], None]) -> Forge:
    """A payload unlike its records, and pages that say just what it says."""

    def forge(m: Material) -> bytes:
        told = m.submission()
        change(told)
        summary = read_submission(encode(told)).summary()
        return m.signed(m.made(submission=encode(told), summary=summary))

    return forge


def _bodies(told: dict[str, Any]) -> None:
    told["detail"]["bodies"]["document"] = [["青禾县委办公室", 8]]


def _hidden(told: dict[str, Any]) -> None:
    told["detail"]["groups"]["document"]["hidden"] = [["藏在里面的话", 1]]


def _record_gone(told: dict[str, Any]) -> None:
    told["records"].pop()


def _version(told: dict[str, Any]) -> None:
    told["version"] = 99


def _no_reason(told: dict[str, Any]) -> None:
    told["issue"]["revision"] = 2


def _broken_chain(told: dict[str, Any]) -> None:
    del told["chain"]["entries"][2]


def _rebuilt_tail(told: dict[str, Any]) -> None:
    told["chain"]["entries"][-1]["digest"] = "0" * 64


def _other_code(told: dict[str, Any]) -> None:
    told["point"]["code"] = "LW-02"


def _deep(m: Material) -> bytes:
    return m.signed(m.made(submission=b"[" * 200_000 + b"]" * 200_000))


def _odd_table(m: Material) -> bytes:
    return m.signed(m.made(table=b"number\r\n"))


FORGERIES: dict[str, tuple[Forge, str]] = {
    "attachment doubled": (_built(_double), "不止一份|附件不对"),
    "attachment renamed": (_built(_rename), "附件不对|没有月报数据"),
    "attachment renamed in the list": (_built(_rename_in_list), "附件不对"),
    "attachment in /Names but not in /AF": (_built(_names_only), "附件不对|没有月报数据"),
    "attachment in /AF but not in /Names": (_built(_af_only), "附件不对|没有月报数据"),
    "a third attachment": (_built(_third), "附件不对"),
    "two contents under one name": (_built(_two_faces), "不止一份|附件不对"),
    "script": (_built(_script), "JavaScript"),
    "action on opening": (_built(_open_action), "OpenAction"),
    "link that starts a program": (_built(_launch), "批注"),
    "a note on the page": (_built(_plain_note), "批注"),
    "content outside the file": (_built(_outside), "外部数据"),
    "invisible text": (_drawn(b"\nBT 3 Tr /F1+0 9 Tf 9 9 Td <30> Tj ET"), "画法"),
    "a page clipped away": (_drawn(b"\n0 0 1 1 re W n"), "画法"),
    "an inline picture": (_drawn(b"\nBI /W 1 /H 1 /BPC 8 /CS /G ID x EI"), "画法"),
    "optional layers": (_built(_layers), "不该有"),
    "XFA form": (_built(_xfa), "不该有|表单栏"),
    "payload of another month": (_another_month, "月份"),
    "page table unlike the payload": (_other_table, "页面"),
    "a title on the page unlike the payload": (_other_title, "页面所附记录"),
    "payload's figure unlike its records": (_payload(_figure), "与所附记录不符"),
    "payload's base unlike the page": (_payload(_base), "页面表格"),
    "bodies unlike the records, pages alike": (_as_told(_bodies), r"与所附记录不符（detail\.bodies\.document）"),
    "words hidden among the groups, pages alike": (_as_told(_hidden), r"本程序不写的内容（detail\.groups\.document\.hidden）"),
    "record taken out of the payload": (_payload(_record_gone), "与所附记录不符|记录"),
    "unknown payload version": (_payload(_version), "版本"),
    "revision 2 without reason": (_payload(_no_reason), "没有写明理由"),
    "entry taken out of the chain": (_payload(_broken_chain), "前后不接"),
    "tail of the chain rebuilt": (_payload(_rebuilt_tail), "前后不接"),
    "another point's code in the payload": (_payload(_other_code), "不一致"),
    "table of records unlike the payload": (_odd_table, "记录表"),
    "content hash of another payload": (
        lambda m: m.signed(m.made(content_hash=sha256(b"").hexdigest())), "内容摘要"),
    "payload that is no JSON": (lambda m: m.signed(m.made(submission=b"hello")), "读不出来"),
    "payload nested without end": (_deep, "读不出来"),
    "payload of another format": (lambda m: m.signed(m.made(submission=json.dumps([1]).encode())), "读不出来"),
    "signed after it was received": (lambda m: m.signed(at=AT + timedelta(days=2)), "晚于收到时间"),
    "signed before the month began": (lambda m: m.signed(at=AT - timedelta(days=200)), "有效期|开始之前"),
}  # fmt: skip
