"""The text of an OFD file (GB/T 33190), the format of electronic official papers."""

import ofdkit

from ..domain.errors.reading import UnreadableFile
from ..domain.texts import say


def ofd_text(name: str, content: bytes) -> str:
    """Raises UnreadableFile when the file is broken or beyond the reader's limits."""
    try:
        with ofdkit.open(content) as document:
            return str(document.text(page_separator="\n"))
    except (ofdkit.OFDError, ValueError, KeyError) as error:
        raise UnreadableFile(file=name, detail=say("文件已损坏")) from error
