"""The text of a PDF, page by page; a scanned one has none."""

import pypdfium2

from ...domain.errors.reading import FileTooLarge, UnreadableFile
from ...domain.texts import say

MAX_PAGES = 500


def pdf_text(name: str, content: bytes) -> str:
    """Raises UnreadableFile when the file is encrypted or broken, FileTooLarge beyond MAX_PAGES."""
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        secret = "password" in str(error).lower()
        raise UnreadableFile(file=name, detail=say("文件加了密码") if secret else say("文件已损坏")) from error
    try:
        if len(document) > MAX_PAGES:
            raise FileTooLarge(file=name, size=say("{pages}页", pages=len(document)), limit=say("{pages}页", pages=MAX_PAGES))
        pages = []
        for index in range(len(document)):
            page = document[index]
            words = page.get_textpage()
            pages.append(words.get_text_bounded())
            words.close()
            page.close()
    except pypdfium2.PdfiumError as error:
        raise UnreadableFile(file=name, detail=say("文件已损坏")) from error
    finally:
        document.close()
    return "\n".join(pages).replace("\r\n", "\n")
