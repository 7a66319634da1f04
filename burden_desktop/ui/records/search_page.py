"""查找: all kinds at once, as one types; what was found is marked, and Enter opens the record in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout

from ...domain.finding import NUMBER, Hit, Span
from ..composing import LineEdit
from ..look import appearance, icons
from ..look.marked_text import MARKS_ROLE, MarkedDelegate
from ..look.shortcut import keys_here
from ..page import Page, Workplace
from ..pages import icon_of_kind
from ..place import Place

if TYPE_CHECKING:
    from ...domain.kind import Kind

LIMIT: Final = 100
_TYPING_MS: Final = 60
_BODY_EMS: Final = 44
_DATE_EMS: Final = 30
_PLACE: Final = int(Qt.ItemDataRole.UserRole)


class SearchBox(LineEdit):
    """Down leads into the list."""

    def __init__(self, found: QTreeWidget) -> None:
        super().__init__()
        self._found = found

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Down and self._found.topLevelItemCount():
            self._found.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        super().keyPressEvent(event)


class FoundList(QTreeWidget):
    """A record a line; Enter opens it as a double click does, letters go on in the box."""

    def __init__(self, headings: tuple[str, ...], name: str) -> None:
        super().__init__()
        self.setItemDelegate(MarkedDelegate(self))
        self.setAccessibleName(name)
        self.setHeaderLabels(list(headings))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        line = appearance.em(self)
        self.setIconSize(QSize(line, line))
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(1, header.ResizeMode.Stretch)
        for column, wide in ((0, 8.2), (2, 10), (3, 6), (4, 11)):
            header.resizeSection(column, round(line * wide))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Where letters are large, body and then date give way to the title."""
        wide = self.width() / appearance.em(self)
        for column, least in ((2, _BODY_EMS), (3, _DATE_EMS)):
            self.setColumnHidden(column, wide < least)
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        item = self.currentItem()
        if item is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.itemActivated.emit(item, 0)
            return
        super().keyPressEvent(event)


class SearchPage(Page):
    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._t, self._desk, self._go = workplace.t, workplace.desk, workplace.go
        self._kinds = {kind.name: kind for kind in workplace.kinds}
        self._stale = False
        t, space = self._t, appearance.step(self)
        self.found = FoundList((t("编号"), t("标题"), t("单位"), t("日期"), t("其他处")), t("找到的记录"))
        self.box = SearchBox(self.found)
        self.box.setPlaceholderText(t("标题、单位、文号、备注中的任何几个字，或拼音首字母，例如 xfjc"))
        self.box.setAccessibleName(t("在全部记录中查找"))
        self.box.setClearButtonEnabled(True)
        self.box.addAction(appearance.icon("search", self), QLineEdit.ActionPosition.LeadingPosition)
        self.told = QLabel()
        self.told.setWordWrap(True)
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._pause.timeout.connect(self.search)
        self.box.textChanged.connect(self._pause.start)
        self.box.returnPressed.connect(self._open_first)
        self.found.itemActivated.connect(self._open)
        keys_here(self.found, "Esc", self._to_box)
        top = QHBoxLayout()
        top.addWidget(appearance.heading(t("查找")))
        top.addWidget(self.box, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(space)
        page.addLayout(top)
        page.addWidget(self.told)
        page.addWidget(self.found, 1000)
        page.addStretch(1)
        workplace.changes.happened.connect(self._on_change)
        self.search()

    # --- what the window asks

    def open(self) -> None:
        if self._stale:
            self.search()

    def show_place(self, place: Place) -> None:
        self._to_box()

    def keep(self) -> object:
        return self.box.text()

    def bring_back(self, kept: object) -> None:
        self.box.setText(str(kept or ""))
        self.search()

    def _on_change(self, names: frozenset[str]) -> None:
        if names & {"organ", *self._kinds}:
            self._stale = True
            if self.isVisible():
                self.search()

    def _to_box(self) -> None:
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    # --- searching

    def search(self) -> None:
        """Show what the words in the box find now."""
        self._pause.stop()
        self._stale = False
        words = self.box.text().strip()
        hits = self._desk.searching.find(words, LIMIT) if words else ()
        self.found.clear()
        self.found.addTopLevelItems([self._line(hit) for hit in hits])
        first = self.found.topLevelItem(0)
        if first is not None:
            self.found.setCurrentItem(first)
        self.found.setVisible(bool(hits))
        self.told.setText(self._told(words, len(hits)))

    def _told(self, words: str, count: int) -> str:
        t = self._t
        if not words:
            return t("在所有类别的记录中查找，边键入边显示。按 F3 随时到这里，按 ↓ 到列表，按回车打开记录。")
        if not count:
            return t("没有找到。换一个词，或只键入其中几个字。")
        if count == LIMIT:
            return t("只列出最近登记的{count}条，多键入几个字可以缩小范围。", count=count)
        return t("找到{count}条。", count=count)

    def _line(self, hit: Hit) -> QTreeWidgetItem:
        record, kind = hit.record, self._kinds[hit.record.kind]
        title, organ = (str(record.values.get(name) or "") for name in (kind.titled_by, "organ"))
        elsewhere, marks = self._elsewhere(kind, hit)
        on = str(record.values[kind.dated_by] or record.created_at[:10])
        cells: tuple[tuple[str, tuple[Span, ...]], ...] = (
            (record.number, hit.spans.get(NUMBER, ())), (title, hit.spans.get(kind.titled_by, ())),
            (organ, hit.spans.get("organ", ())), (on, ()), (elsewhere, marks),
        )  # fmt: skip
        item = QTreeWidgetItem([text for text, _ in cells])
        item.setIcon(0, icons.icon(icon_of_kind(kind.name)))
        item.setToolTip(0, self._t(kind.label))
        item.setData(0, int(Qt.ItemDataRole.AccessibleTextRole), f"{self._t(kind.label)} {record.number}")
        item.setData(0, _PLACE, Place(record.kind, record=record.id))
        for column, (text, spans) in enumerate(cells):
            if spans:
                item.setData(column, MARKS_ROLE, spans)
            if column:
                item.setToolTip(column, text)
        return item

    def _elsewhere(self, kind: Kind, hit: Hit) -> tuple[str, tuple[Span, ...]]:
        """The first other field in which the words stand, behind its name."""
        shown = (NUMBER, kind.titled_by, "organ")
        name = next((name for name in hit.spans if name not in shown), "")
        if not name:
            return "", ()
        before = f"{self._t(kind.field(name).label)}　"
        text = str(hit.record.values[name]).replace("\n", " ")
        return before + text, tuple((start + len(before), end + len(before)) for start, end in hit.spans[name])

    def _open_first(self) -> None:
        """Enter in the box: at once, without waiting for the pause of typing."""
        if self._pause.isActive():
            self.search()
        if (item := self.found.currentItem()) is not None:
            self._open(item)

    def _open(self, item: QTreeWidgetItem, column: int = 0) -> None:
        self._go(item.data(0, _PLACE))


def make(workplace: Workplace, name: str) -> SearchPage:
    return SearchPage(workplace)
