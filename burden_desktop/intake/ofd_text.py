"""The text of an OFD file (GB/T 33190), the format of electronic official papers."""

from pathlib import Path

import ofdkit

from ..domain.errors.reading import UnreadableFile


def ofd_text(path: Path) -> str:
    """Raises UnreadableFile when the file is broken or beyond the reader's limits."""
    try:
        with ofdkit.open(path) as document:
            return str(document.text(page_separator="\n"))
    except ofdkit.OFDError as error:
        raise UnreadableFile(file=path.name, detail="文件已损坏") from error
