"""A notice's file → its text: .txt, .docx, .pdf and .ofd, within limits; a stranger's file never crashes the program."""

import zipfile
from pathlib import Path
from typing import Final

from ..domain.errors.reading import FileTooLarge, UnreadableFile
from .bounded_file import read_bounded
from .encoding import decode

MAX_BYTES: Final = 50 * 1024 * 1024
MAX_CHARACTERS: Final = 2_000_000
MAX_UNPACKED: Final = 300 * 1024 * 1024  # bytes in a .docx or .ofd, against zip bombs
MAX_PAGES: Final = 500
_READABLE: Final = (".txt", ".docx", ".pdf", ".ofd")


def read_file_text(path: Path) -> str:
    """The text of the file. Raises UnreadableFile and FileTooLarge, which name it."""
    content = read_bounded(path, MAX_BYTES)
    text = _text_of(path, content)
    if len(text) > MAX_CHARACTERS:
        raise FileTooLarge(file=path.name, size=f"{len(text)}字", limit=f"{MAX_CHARACTERS}字")
    if not text.strip():
        raise UnreadableFile(file=path.name, detail="没有文字，可能是扫描件")
    return text


def _text_of(path: Path, content: bytes) -> str:
    ending = path.suffix.lower()
    if content.startswith(b"%PDF-"):
        from .pdf_text import pdf_text  # heavy readers, each only for its own files

        return pdf_text(path.name, content, max_pages=MAX_PAGES)
    if content.startswith(b"PK\x03\x04"):
        names = _entries(path)
        if "word/document.xml" in names:
            from .docx_text import docx_text

            return docx_text(path)
        if "OFD.xml" in names:
            from .ofd_text import ofd_text

            return ofd_text(path)
        raise UnreadableFile(file=path.name, detail="不是文档文件")
    if ending in _READABLE[1:]:
        raise UnreadableFile(file=path.name, detail="文件已损坏或类型不符")
    if ending not in ("", ".txt", ".text", ".md"):
        raise UnreadableFile(file=path.name, detail="只能读取 txt、docx、pdf 和 ofd")
    try:
        text = decode(content)
    except UnicodeDecodeError as error:
        raise UnreadableFile(file=path.name, detail="文字编码无法识别") from error
    if "\x00" in text:
        raise UnreadableFile(file=path.name, detail="不是文字文件")
    return text


def _entries(path: Path) -> frozenset[str]:
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, OSError, NotImplementedError) as error:
        raise UnreadableFile(file=path.name, detail="文件已损坏") from error
    if sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise FileTooLarge(file=path.name, size="解压后过大", limit=f"{MAX_UNPACKED // 1_048_576} MB")
    return frozenset(entry.filename for entry in entries)
