"""Saving what a page made: asked where once, then every kind of file beside each other under one name."""

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QWidget

from ...domain.texts import Texts, label
from .. import asking

PDF, WORD = "pdf", "docx"
PATTERNS = {PDF: label("PDF 文件 (*.pdf)"), WORD: label("Word 文件 (*.docx)")}


class Writer(Protocol):
    def write(self, path: Path, content: bytes, *, asked: bool) -> None:
        """`asked` where the user named this very file. Raises CannotWrite and what is refused of files to be written."""
        ...


def ask_where(parent: QWidget, t: Texts, title: str, name: str, ending: str) -> Path | None:
    """Where to save; the name with its ending, None when the question was shut."""
    return asking.save_file(parent, title, f"{name}.{ending}", t(PATTERNS[ending]))


def write_all(writer: Writer, path: Path, made: Mapping[str, bytes]) -> None:
    """`made` by ending, each under the name of `path`. Raises CannotWrite at the first that cannot be written."""
    for ending, content in made.items():
        beside = path.with_suffix(f".{ending}")
        writer.write(beside, content, asked=beside == path)
