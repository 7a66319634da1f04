"""Text whose found parts are marked: bold on a tinted ground, underlined too where the row is selected; never by colour alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPalette, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ...domain.finding import Span

MARKS_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 7
"""Where an item keeps the parts of its text that are to be marked."""
_SHOWN_BEFORE = 4
_TINT = 60
_BOLD_ROOM = 0.96  # bold letters take a little more


def brought_near(text: str, spans: Sequence[Span], room: int) -> tuple[str, tuple[Span, ...]]:
    """The text from shortly before its first mark, where that mark would lie beyond `room` characters."""
    if not spans or spans[0][1] <= room:
        return text, tuple(spans)
    cut = max(0, spans[0][0] - _SHOWN_BEFORE)
    return "…" + text[cut:], tuple((start - cut + 1, end - cut + 1) for start, end in spans)


def draw_marked(painter: QPainter, option: QStyleOptionViewItem, text: str, spans: Sequence[Span], room: QRectF) -> None:
    """Draw `text` into `room` in as many lines as fit, the last one cut off; `option` tells font, colours and state."""
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    palette: QPalette = option.palette
    if room.height() < option.fontMetrics.height() * 2:
        text = option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, int(room.width() * _BOLD_ROOM))
    spans = [(start, min(end, len(text))) for start, end in spans if start < len(text)]
    layout = QTextLayout(text, option.font)
    ordered = QTextOption(option.displayAlignment & Qt.AlignmentFlag.AlignHorizontal_Mask)
    ordered.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(ordered)
    layout.setFormats([_mark(start, end, palette, selected=selected) for start, end in spans])
    height = _break_lines(layout, room)
    painter.save()
    painter.setClipRect(room)
    painter.setPen(palette.color(QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text))
    layout.draw(painter, QPointF(room.left(), room.top() + max(0.0, (room.height() - height) / 2)))
    painter.restore()


def _break_lines(layout: QTextLayout, room: QRectF) -> float:
    """Break into lines that fit → their height together; always one."""
    height = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room.width())
        if height and height + line.height() > room.height():
            line.setPosition(QPointF(0, room.height() * 2))  # out of sight
            break
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return height


def _mark(start: int, end: int, palette: QPalette, *, selected: bool) -> QTextLayout.FormatRange:
    made = QTextCharFormat()
    made.setFontWeight(QFont.Weight.Bold)
    made.setFontUnderline(True)
    if not selected:
        tint = palette.color(QPalette.ColorRole.Link)
        tint.setAlpha(_TINT)
        made.setBackground(tint)
    marked = QTextLayout.FormatRange()
    marked.start, marked.length, marked.format = start, end - start, made
    return marked


class MarkedDelegate(QStyledItemDelegate):
    """Draws items that keep marks under MARKS_ROLE; all others as usual. Rows have air between them."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        spans = self.marks_of(index)
        if not spans:
            super().paint(painter, option, index)
            return
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        text, shown.text = shown.text, ""
        style = shown.widget.style() if shown.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, shown.widget)
        shown.text = text
        room = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, shown, shown.widget)
        margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, shown.widget) + 1
        inside = QRectF(room.adjusted(margin, 0, -margin, 0))
        characters = int(inside.width() * self.lines_in(inside, shown) / max(1, shown.fontMetrics.height()) * 1.2)
        draw_marked(painter, shown, *brought_near(text, spans, characters), inside)

    def marks_of(self, index: QModelIndex | QPersistentModelIndex) -> Sequence[Span]:
        return index.data(MARKS_ROLE) or ()

    @staticmethod
    def lines_in(room: QRectF, option: QStyleOptionViewItem) -> int:
        return max(1, int(room.height() // option.fontMetrics.height()))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802 - Qt's name
        hint = super().sizeHint(option, index)
        return hint.expandedTo(QSize(0, round(option.fontMetrics.height() * 1.8)))
