"""What became of files that were dropped: their drafts, and those that could not be read; and how far the reading is."""

from dataclasses import dataclass

from ..texts import Sentence
from .draft import Draft


@dataclass(frozen=True, slots=True)
class FilesRead:
    """`left_out` is what became no draft: the talk in a chat."""

    drafts: tuple[Draft, ...]
    refused: tuple[Sentence, ...]
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """`number` of `count` files, from 1; `page` of `pages` where its pages are recognised, else 0."""

    name: str
    number: int
    count: int
    page: int = 0
    pages: int = 0
