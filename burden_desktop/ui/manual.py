"""The manual inside the program: one Markdown file a chapter, found by itself, in the language of the window."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QSplitter, QTextBrowser, QWidget

from .. import paths
from ..domain.texts import Texts
from .look import appearance
from .look.shortcut_list import as_markdown


@dataclass(frozen=True, slots=True)
class Chapter:
    """`title` is the first heading; `text` is Markdown whose pictures lie in `resources/manual/pictures`."""

    title: str
    text: str


def chapters(t: Texts, folder: Path | None = None) -> tuple[Chapter, ...]:
    """All chapters in the order of their files' names (`10-first-day.md` …); the list of keys comes last."""
    own = (folder or paths.resources() / "manual") / ("zh" if t.language.startswith("zh") else "en")
    texts = [file.read_text("utf-8") for file in sorted(own.glob("*.md"))]
    return tuple(Chapter(_title(text), text) for text in (*texts, as_markdown(t)))


def _title(text: str) -> str:
    return next((line.removeprefix("# ").strip() for line in text.splitlines() if line.startswith("# ")), "")


class Manual(QDialog):
    """Contents at the left, the chapter at the right. It stands beside the window and stays open while one works."""

    def __init__(self, parent: QWidget | None, t: Texts, first: str = "") -> None:
        """`first` begins the title of the chapter that is shown first; empty for the first of all."""
        super().__init__(parent)
        self.setWindowTitle(t("说明"))
        self.chapters = chapters(t)
        self.contents = QListWidget()
        self.contents.setAccessibleName(t("目录"))
        self.contents.setWordWrap(True)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.contents.addItems([chapter.title for chapter in self.chapters])
        self.text = QTextBrowser()
        self.text.setAccessibleName(t("说明正文"))
        self.text.setOpenExternalLinks(False)
        self.text.setOpenLinks(False)
        self.text.setSearchPaths([str(paths.resources() / "manual")])
        self.text.document().setBaseUrl(QUrl.fromLocalFile(str(paths.resources() / "manual") + "/"))
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.addWidget(self.contents)
        split.addWidget(self.text)
        line = appearance.em(self)
        split.setSizes([line * 12, line * 36])
        row = QHBoxLayout(self)
        row.addWidget(split)
        self.resize(line * 48, line * 34)
        self.contents.currentRowChanged.connect(self._show)
        named = (place for place, chapter in enumerate(self.chapters) if first and chapter.title.startswith(first))
        self.contents.setCurrentRow(next(named, 0))
        self.contents.setWordWrap(True)

    def _show(self, row: int) -> None:
        self.text.document().setMarkdown(self.chapters[row].text, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        self._air()
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        self._to_top()
        QTimer.singleShot(0, self, self._to_top)  # once pictures have taken their room

    def _to_top(self) -> None:
        self.text.verticalScrollBar().setValue(0)

    def _air(self) -> None:
        """Lines with room between them: Chinese text stands too close otherwise."""
        cursor = QTextCursor(self.text.document())
        cursor.select(QTextCursor.SelectionType.Document)
        aired = QTextBlockFormat()
        aired.setLineHeight(140, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(aired)
