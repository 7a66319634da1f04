"""What is fuzzed: each target takes bytes and must end, soon, with an answer or an error of the house.

The bytes are first turned into what gets deep: words of offices for the text and date readers, tags for the XML of .docx and .ofd. A first
byte of 0 hands the rest on as it is.
"""

import zipfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Final

from reportlab.pdfgen.canvas import Canvas

from burden_desktop.domain.errors.family import BurdenError
from burden_desktop.intake.files.docx_text import docx_text
from burden_desktop.intake.files.markup_text import html_file_text, mail_text
from burden_desktop.intake.files.ofd_text import ofd_text
from burden_desktop.intake.files.pdf_text import pdf_text
from burden_desktop.intake.notices.notice import read_notice
from burden_desktop.intake.notices.spoken_date import hours, in_digits, moments

DAY: Final = date(2026, 2, 28)
WORDS: Final = ["关于", "召开", "检查", "的通知", "报送", "填报", "县水利局", "白杨镇人民政府", "、", "各村：", "各乡镇人民政府：", "请", "于", "前", "之前", "时间：", "地点：", "三楼会议室", "参会人员：", "书记", "分管负责同志", "会期半天", "收到后", "3个工作日内", "印发之日起", "10日内", "每月25日前", "本周五", "下班前", "明天", "今晚", "下周一", "8点半", "上午9:00", "下午", "2:30", "三时", "—", "至", "3月19日", "2月30日", "二〇二六年", "三月", "十二日", "2026.3.5", "（星期四）", "（", "）", "《", "》", "〔2026〕8号", "梅水发", "第", "号", "附件：", "抄送：", "取消", "改为", "原定", "推迟至", "不需", "台账", "照片", "方案", "秘密", "机密★1年", "密级：", "标题：", "文号：", "来文单位：", "自查", "实地", "考核组", "视频", "主会场", "分会场设在", "电话", "13900000000", "发〔", "半", "十", "一", "两", "０", "９", "O", "l", "|", "每", "从", "起", "底", "个", "日", "月", "年", "时", "分", "点", "周", "今日（9月3日）", "同志", "员", "会", "局", "委", "办", "的", "。", "；", "，", "：", "！", "@所有人", "【镇安办】", "各县（市、区）", "每日17时前", "每周五", "地点由", "调整为", "改到", "不变（", "发电", "一行3人", "待办", "办理时限：2026-11-28", "3.25前报", "电话记录", "会  址：", "📍", "\u200b", "\u202e", "\n", " ", "\t", "\u3000", "\n　　"]
WORD: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DOCX_TAGS: Final = ["<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>", "</w:t>", "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>", "<w:tab/>", "<w:br/>", "<w:txbxContent>", "</w:txbxContent>", "<w:del>", "</w:del>", "<w:sdt>", "</w:sdt>", "<w:pPr/>", "字", "&amp;", "&#0;", "&x;", "<![CDATA[", "]]>", "<!--", "-->", "<x:y>", "<w:p/>"]
OFD: Final = 'xmlns:ofd="http://www.ofdspec.org/2016"'
OFD_TAGS: Final = ['<ofd:Content>', '</ofd:Content>', '<ofd:Layer>', '</ofd:Layer>', '<ofd:TextObject|ID="1"|Boundary="0|0|9|9"|Size="3">', '</ofd:TextObject>', '<ofd:TextCode|X="0"|Y="0"|DeltaX="g|3|1">', '</ofd:TextCode>', '<ofd:PageBlock>', '</ofd:PageBlock>', '<ofd:Template|TemplateID="1"/>', '<ofd:Area>', '</ofd:Area>', '<ofd:PhysicalBox>0|0|210|297</ofd:PhysicalBox>', '<ofd:TextObject|Size="x"|Boundary="1e999">', '<ofd:CGTransform|CodePosition="0"/>', '<ofd:TextCode|X="nan"|Y="-1">', '字', '1', '-1', '1e308', '&x;', '<ofd:Annot/>']


def _in(pieces: list[str], content: bytes) -> str:
    if content[:1] == b"\0":
        return content[1:].decode("utf-8", "ignore")
    return "".join(pieces[byte % len(pieces)] for byte in content)


def _packed(parts: dict[str, str]) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return held.getvalue()


def text(content: bytes) -> None:
    try:
        reading = read_notice(_in(WORDS, content), received_on=DAY)
    except BurdenError:
        return
    for value in (reading.issued_on, reading.deadline, reading.starts_at, reading.ends_at):
        assert value is None or date.fromisoformat(value[:10])
    assert reading.duration_minutes is None or reading.duration_minutes > 0


def dates(content: bytes) -> None:
    words = in_digits(_in(WORDS, content))
    for found in (*moments(words, DAY), *hours(words)):
        assert found.clock is None or found.clock < "24:00"
        assert 0 <= found.start < found.stop <= len(words)


def docx(content: bytes) -> None:
    body = content[1:] if content[:1] == b"\0" else _docx(_in(DOCX_TAGS, content))
    _named(lambda: docx_text("通知.docx", body))


def _docx(body: str) -> bytes:
    return _packed({"word/document.xml": f"<w:document {WORD}><w:body>{body}</w:body></w:document>"})


def ofd(content: bytes) -> None:
    body = content[1:] if content[:1] == b"\0" else _ofd(_in([tag.replace("|", " ") for tag in OFD_TAGS], content))
    _named(lambda: ofd_text("通知.ofd", body))


def _ofd(page: str) -> bytes:
    return _packed(
        {
            "OFD.xml": f"<ofd:OFD {OFD}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
            "Doc_0/Document.xml": f'<ofd:Document {OFD}><ofd:CommonData><ofd:PageArea/></ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages></ofd:Document>',
            "Doc_0/Pages/Page_0/Content.xml": f"<ofd:Page {OFD}>{page}</ofd:Page>",
        }
    )


def pdf(content: bytes) -> None:
    _named(lambda: pdf_text("通知.pdf", content))


def markup(content: bytes) -> None:
    for read in (html_file_text, mail_text):
        with suppress(BurdenError):
            read("通知.html", content)


def _named(read: Callable[[], object]) -> None:
    with suppress(BurdenError):
        read()


def _small_pdf() -> bytes:
    held = BytesIO()
    page = Canvas(held, invariant=True, pageCompression=0)
    page.drawString(72, 720, "Notice 2026")
    page.showPage()
    page.save()
    return held.getvalue()


@dataclass(frozen=True)
class Target:
    """`seeds` are what mutation starts from; `long` is how many cases the long run takes."""

    run: Callable[[bytes], None]
    seeds: tuple[bytes, ...]
    long: int


TARGETS: Final = {
    "text": Target(text, (bytes(range(0, 120, 3)), b"\0" + "关于召开会议的通知\n各村：\n定于3月5日上午9:00在镇政府召开。\n白杨镇人民政府\n2026年3月1日".encode()), 200_000),
    "dates": Target(dates, (bytes(range(40, 90)), b"\0" + "二〇二六年三月九日下午2:30—4:00".encode()), 400_000),
    "docx": Target(docx, (bytes([0 + 1, 2, 3, 4, 1]), b"\0" + _docx("<w:p><w:r><w:t>x</w:t></w:r></w:p>")), 200_000),
    "ofd": Target(ofd, (bytes([1, 2, 4, 6, 7, 5, 3]), b"\0" + _ofd("<ofd:Content/>")), 120_000),
    "pdf": Target(pdf, (_small_pdf(),), 60_000),
    "markup": Target(markup, (b"<html><td>1</td><script>", b"Subject: x\nContent-Type: text/html\n\n<p>1"), 60_000),
}
