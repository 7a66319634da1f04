"""The text of a PDF's pages as a reader would copy it, one string a page; nothing is drawn."""

import pypdfium2

from ...domain.errors.reading import UnreadableFile
from ...domain.texts import say


def pages_text(name: str, content: bytes) -> tuple[str, ...]:
    """Lines end in a line feed. Raises UnreadableFile."""
    try:
        document = pypdfium2.PdfDocument(content)
        try:
            pages = []
            for index in range(len(document)):
                page = document[index]
                words = page.get_textpage()
                pages.append(words.get_text_range().replace("\r\n", "\n"))
                words.close()
                page.close()
            return tuple(pages)
        finally:
            document.close()
    except pypdfium2.PdfiumError as error:
        raise UnreadableFile(file=name, detail=say("文件已损坏")) from error
