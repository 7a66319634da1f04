"""The text of a PDF, page by page."""

import pypdfium2

from ..domain.errors.reading import FileTooLarge, UnreadableFile


def pdf_text(name: str, content: bytes, *, max_pages: int) -> str:
    """Raises UnreadableFile when the file is encrypted or broken, FileTooLarge beyond `max_pages`."""
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        secret = "password" in str(error).lower()
        raise UnreadableFile(file=name, detail="文件加了密码" if secret else "文件已损坏") from error
    try:
        if len(document) > max_pages:
            raise FileTooLarge(file=name, size=f"{len(document)}页", limit=f"{max_pages}页")
        pages = []
        for index in range(len(document)):
            page = document[index]
            words = page.get_textpage()
            pages.append(words.get_text_bounded())
            words.close()
            page.close()
    except pypdfium2.PdfiumError as error:
        raise UnreadableFile(file=name, detail="文件已损坏") from error
    finally:
        document.close()
    return "\n".join(pages).replace("\r\n", "\n")
