"""A notice's file → its text: .txt, .docx, .pdf, .ofd, .html, .eml, within limits; a stranger's file never crashes the program.

What a file is, its first bytes say; its ending only where they do not. Whatever a library parses is parsed in a `Box`.
"""

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Final

from ...domain.errors.reading import FileTooLarge, UnreadableFile
from ...domain.texts import Sentence, say
from .bounded_file import read_bounded
from .encoding import decode
from .sandbox import Box

Told = Callable[[int, int], None]
MAX_BYTES: Final = 50 * 1024 * 1024
MAX_CHARACTERS: Final = 2_000_000
MAX_UNPACKED: Final = 300 * 1024 * 1024  # bytes in a .docx or .ofd, against zip bombs
MAX_ENTRIES: Final = 20_000
_READABLE: Final = (".docx", ".pdf", ".ofd")
_TEXT: Final = ("", ".txt", ".text", ".md", ".log")
_PAGES: Final = (".html", ".htm", ".xhtml")
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_REPORT: Final = (b"/ByteRange", b"(submission.json)")
_LEDGER: Final = b"SQLite format 3\x00"
_PICTURES: Final = (b"\xff\xd8\xff", b"\x89PNG\r\n", b"BM", b"II*\x00", b"MM\x00*", b"GIF8")


def read_file_text(path: Path, box: Box | None = None, told: Told | None = None) -> str:
    """The text of the file; `box` serves several files; `told` hears which page of a scan is being recognised, and of how many.

    Raises MissingFile, UnreadableFile, FileTooLarge and RecognitionMissing, which name it.
    """
    content = read_bounded(path, MAX_BYTES)
    if box is not None:
        return read_content_text(path.name, content, box, told)
    with Box() as own:
        return read_content_text(path.name, content, own, told)


def read_content_text(name: str, content: bytes, box: Box, told: Told | None = None) -> str:
    """As `read_file_text`, of what never was a file: a picture from the clipboard. `name` tells people what it is."""
    if len(content) > MAX_BYTES:
        raise FileTooLarge(file=name, size=f"{len(content) // 1_048_576} MB", limit=f"{MAX_BYTES // 1_048_576} MB")
    text = _text_of(name, content, box, told)
    if len(text) > MAX_CHARACTERS:
        raise FileTooLarge(file=name, size=say("{count}字", count=len(text)), limit=say("{count}字", count=MAX_CHARACTERS))
    if not any(map(str.isalnum, text)):
        raise UnreadableFile(file=name, detail=say("里面没有文字"))
    return text


def _text_of(name: str, content: bytes, box: Box, told: Told | None) -> str:
    ending = Path(name).suffix.lower()
    if b"%PDF-" in content[:1024]:
        if all(mark in content for mark in _REPORT):
            raise UnreadableFile(file=name, detail=say("这是签名的月报，不是来文"))
        from .pdf_text import pdf_text  # heavy readers, each only for its own files

        return box.run(pdf_text, name, content, file=name).strip() or _scanned(name, content, box, told)
    if content.startswith(b"PK\x03\x04"):
        return _packed(name, content, box)
    if content.startswith(_OLD_OFFICE):
        raise UnreadableFile(file=name, detail=_old_office(ending))
    if content.startswith(_LEDGER):
        raise UnreadableFile(file=name, detail=say("这是台账或它的备份，不是来文；恢复备份请到“备份”页"))
    if content.startswith(_PICTURES) and ending not in _TEXT:
        return _picture(name, content, box)
    if ending in (*_READABLE, ".doc", ".wps"):
        raise UnreadableFile(file=name, detail=say("文件已损坏或类型不符"))
    if ending in (*_PAGES, ".eml"):
        from .markup_text import html_file_text, mail_text

        return box.run(html_file_text if ending in _PAGES else mail_text, name, content, file=name)
    return _plain(name, ending, content)


def _plain(name: str, ending: str, content: bytes) -> str:
    if ending not in _TEXT:
        raise UnreadableFile(file=name, detail=say("只能读取 txt、docx、pdf、ofd、html 和 eml"))
    try:
        text = decode(content)
    except UnicodeDecodeError as error:
        raise UnreadableFile(file=name, detail=say("文字编码无法识别")) from error
    if "\x00" in text:
        raise UnreadableFile(file=name, detail=say("不是文字文件"))
    return text


def _packed(name: str, content: bytes, box: Box) -> str:
    entries = _entries(name, content)
    if "word/document.xml" in entries:
        from .docx_text import docx_text

        return box.run(docx_text, name, content, file=name)
    if "OFD.xml" in entries:
        from .ofd_text import ofd_text

        return box.run(ofd_text, name, content, file=name)
    if any(entry.startswith("xl/") for entry in entries):
        raise UnreadableFile(file=name, detail=say("这是表格，请用“导入登记表”打开"))
    raise UnreadableFile(file=name, detail=say("压缩包里没有公文，请先解压"))


def _entries(name: str, content: bytes) -> frozenset[str]:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, OSError, NotImplementedError, ValueError) as error:
        raise UnreadableFile(file=name, detail=say("文件已损坏")) from error
    if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise FileTooLarge(file=name, size=say("解压后过大"), limit=f"{MAX_UNPACKED // 1_048_576} MB")
    if any(entry.flag_bits & 1 for entry in entries):
        raise UnreadableFile(file=name, detail=say("文件加了密码"))
    return frozenset(entry.filename for entry in entries)


def _old_office(ending: str) -> Sentence:
    if ending in (".docx", ".xlsx"):
        return say("文件加了密码")  # Office wraps an encrypted document in the old container
    if ending in (".xls", ".et"):
        return say("这是表格，请用“导入登记表”打开")
    return say("旧版 Word 或 WPS 格式，请另存为 docx 或 pdf 后再读")


def _picture(name: str, content: bytes, box: Box) -> str:
    from .ocr_text import OCR_MEMORY, OCR_SECONDS, picture_text

    with box.apart(seconds=OCR_SECONDS, memory=OCR_MEMORY) as own:
        return own.run(picture_text, name, content, file=name)


def _scanned(name: str, content: bytes, box: Box, told: Told | None) -> str:
    from .ocr_text import OCR_MEMORY, OCR_SECONDS, scanned_pages, scanned_text

    with box.apart(seconds=OCR_SECONDS, memory=OCR_MEMORY) as own:
        count = own.run(scanned_pages, name, content, file=name)
        words = []
        for page in range(count):
            if told:
                told(page + 1, count)
            words.append(own.run(scanned_text, name, content, page, file=name))
    return "\n".join(words)
