"""The words of a notice beside its draft: what each field was read from is underlined, that of the field in hand is bold on a tinted
ground besides; a click on such words leads to their field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFont, QMouseEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QSplitter, QVBoxLayout, QWidget

from ..look import appearance

if TYPE_CHECKING:
    from ...domain.reading.draft import Draft, Evidence
    from ...domain.texts import Texts
    from ..records.form_pane import FormPane
    from ..records.record_form import RecordForm

MOST: Final = 100_000  # characters shown
_TINT: Final = 70


class NoticeSource(QWidget):
    """Shown only while a form holds a notice that was read in this run: its text is kept nowhere."""

    def __init__(self, pane: FormPane, t: Texts) -> None:
        super().__init__()
        self._form: RecordForm = pane.form
        self._evidence: tuple[Evidence, ...] = ()
        self._text = ""
        self.pointed = ""
        heading = QLabel(t("原文（划线处是各栏的出处）"))
        self.words = QPlainTextEdit()
        self.words.setReadOnly(True)
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(t("通知原文"))
        self.words.setMinimumHeight(appearance.em(self) * 3)
        self.words.viewport().installEventFilter(self)
        heading.setBuddy(self.words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, appearance.step(self), 0)
        column.setSpacing(appearance.step(self) // 2)
        column.addWidget(heading)
        column.addWidget(self.words, 1)
        self.hide()
        pane.notice_shown.connect(self.show_notice)
        for editor in self._form.editors.values():
            editor.installEventFilter(self)
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]

    def stand_in(self, side: QSplitter) -> None:
        """Above what stands there already; that alone while there is no text."""
        side.insertWidget(0, self)
        side.setSizes([1000, 1000])

    def show_notice(self, draft: Draft | None) -> None:
        self._text = draft.source if draft is not None and len(draft.source) <= MOST else ""
        self._evidence = draft.evidence if draft is not None and self._text else ()
        self.pointed = ""
        if self._text != self.words.toPlainText():
            self.words.setPlainText(self._text)
        self.setVisible(bool(self._text))
        self._mark()
        self.point_at(self._field_in_hand())

    def point_at(self, name: str) -> None:
        """Bring out the words from which that field was read."""
        if name == self.pointed or not self._text:
            return
        self.pointed = name
        self._mark()
        own = [mark for mark in self._evidence if mark.field == name]
        if own:
            cursor = self._cursor(own[0])
            cursor.setPosition(own[0].start)
            self.words.setTextCursor(cursor)
            self.words.ensureCursorVisible()

    def _mark(self) -> None:
        whole = QTextCursor(self.words.document())
        whole.select(QTextCursor.SelectionType.Document)
        whole.setCharFormat(QTextCharFormat())
        for mark in sorted(self._evidence, key=lambda mark: mark.field == self.pointed):
            self._cursor(mark).mergeCharFormat(self._look(pointed=mark.field == self.pointed))

    def _look(self, *, pointed: bool) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline if pointed else QTextCharFormat.UnderlineStyle.DashUnderline)
        if pointed:
            made.setFontWeight(QFont.Weight.Bold)
            tint = self.palette().highlight().color()
            tint.setAlpha(_TINT)
            made.setBackground(tint)
        return made

    def _cursor(self, mark: Evidence) -> QTextCursor:
        cursor = QTextCursor(self.words.document())
        cursor.setPosition(self._units(mark.start))
        cursor.setPosition(self._units(mark.stop), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _units(self, place: int) -> int:
        """Qt counts UTF-16 units, and of a line's end as two characters one."""
        before = self._text[:place].replace("\r\n", "\n")
        return len(before.encode("utf-16-le")) // 2

    # --- which field is in hand

    def _field_of(self, widget: QObject | None) -> str:
        while widget is not None and widget is not self._form:
            for name, editor in self._form.editors.items():
                if editor is widget:
                    return name
            widget = widget.parent()
        return ""

    def _field_in_hand(self) -> str:
        return self._field_of(QApplication.focusWidget())

    def _on_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        name = self._field_of(now)
        if name:
            self.point_at(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Enter:
            self.point_at(self._field_of(watched) or self._field_in_hand())
        elif event.type() == QEvent.Type.Leave:
            self.point_at(self._field_in_hand())
        elif event.type() == QEvent.Type.MouseButtonRelease and watched is self.words.viewport() and isinstance(event, QMouseEvent):
            self._lead(self.words.cursorForPosition(event.position().toPoint()).position())
        return super().eventFilter(watched, event)

    def _lead(self, place: int) -> None:
        if self.words.textCursor().hasSelection():
            return
        here = [mark for mark in self._evidence if self._units(mark.start) <= place <= self._units(mark.stop)]
        if here:
            self._form.go_to(min(here, key=lambda mark: mark.stop - mark.start).field)
