"""The text of an OFD file (GB/T 33190), the format of electronic official papers."""

import zlib
from typing import Final
from zipfile import BadZipFile

import ofdkit

from ...domain.errors.reading import UnreadableFile
from ...domain.texts import say

# What the library and the unpacking below it let through on damaged files; found by fuzzing.
_DAMAGE: Final = (ofdkit.OFDError, BadZipFile, zlib.error, ValueError, LookupError, ArithmeticError, EOFError, RuntimeError)


def ofd_text(name: str, content: bytes) -> str:
    """Raises UnreadableFile when the file is broken or beyond the reader's limits."""
    try:
        with ofdkit.open(content) as document:
            return str(document.text(page_separator="\n"))
    except _DAMAGE as error:
        raise UnreadableFile(file=name, detail=say("文件已损坏")) from error
