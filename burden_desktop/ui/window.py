"""The window: the left rail, the quick-entry bar and one page at a time, built when first shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from ..domain.errors.family import BurdenError
from . import asking
from .care.backup_timer import BackupTimer
from .changes import Changes
from .entry.entry_bar import EntryBar, files_in
from .entry.keeper import Keeper
from .jobs import Jobs
from .look import appearance
from .look.banner import Banner
from .look.dress import speak_qt, wear_settings
from .look.rail import Rail
from .look.room import Column, Room, Stack
from .page import Page, Workplace
from .pages import page_entries
from .place import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..domain.kind import Kind
    from ..domain.reading.draft import Draft
    from ..domain.texts import Sentence, Texts
    from .desk import Desk
    from .entry.draft_flow import DraftFlow

WIDEST_EDGE = 20  # pixels: large letters need the room themselves
SHORTCUT_PAGES = 9  # Ctrl+1 … Ctrl+9


class Window(QMainWindow):
    """Pages by name, as `pages` declares them. Ctrl+1 … Ctrl+9 go to the first nine that have no key of their own,
    Ctrl+PgUp and Ctrl+PgDown to the neighbours, Ctrl+L to the entry bar."""

    first_painted = Signal()
    closing = Signal()

    def __init__(
        self, desk: Desk, kinds: Sequence[Kind], t: Texts, speak: Callable[[str], Texts] | None = None, *, sample: bool = False
    ) -> None:
        """`speak` gives the texts of another language; without it the language is changed at the next start. A window
        on the sample ledger says so above every page, and `left_sample` tells that it was left for the real one."""
        super().__init__()
        self._desk, self._kinds, self._t, self._speak = desk, kinds, t, speak
        self._sample, self.left_sample = sample, False
        self._painted = False
        self.setAcceptDrops(True)
        self._known: Sentence | None = None
        self._broken: Sentence | None = None
        self.unsound: BurdenError | None = None
        self.offers_way_out = False
        self.changes, self.jobs = Changes(self), Jobs(self)
        self.entries = page_entries(kinds, desk)
        self._names = [entry.name for entry in self.entries]
        self.keeper = Keeper(desk.drafts, self)
        self.backup_timer = BackupTimer(desk.care, self.jobs, self._tell_of_backups, self)
        self._build()
        line, screen = appearance.em(self), self.screen().availableSize()
        # The frame is only known once the window stands: a title bar is less than two lines high.
        self.resize(min(line * 76, screen.width() - line), min(line * 46, screen.height() - line * 2))
        self.changes.happened.connect(self._on_change)
        self.show_page(self._names[0])

    def _build(self) -> None:
        """Everything inside the frame; built anew when language, size or colours change."""
        self.pages: dict[str, Page] = {}
        self._unasked: set[str] = set()  # pages built ahead that nobody has asked for yet
        self._places: dict[str, QVBoxLayout] = {}
        self._shown = ""
        self.rail = Rail(self.entries, self._t)
        self.stack = Stack()
        for name in self._names:
            place = QWidget()
            self._places[name] = QVBoxLayout(place)
            self._places[name].setContentsMargins(0, 0, 0, 0)
            self.stack.addWidget(place)
        self.notice = Banner()  # above every page: what the clerk must know of the ledger itself
        self.entry = EntryBar(self._desk, self._t, self.jobs, self.changes, self.keeper)
        self.closing.connect(self.entry.stop_reading)
        self.entry.drafted.connect(self._take_drafts)
        self._drafts: DraftFlow | None = None  # made with the first draft
        self._show_known()
        if self._desk.receiving.is_commission:
            self.entry.hide()  # a commission records nothing of its own
        self._show_title()
        self._bind_keys(self._lay_out())
        self.rail.chosen.connect(self.show_page)

    def _bind_keys(self, owner: QWidget) -> None:
        """The window's own keys, as `shortcuts` lists them."""
        numbered = [entry.name for entry in self.entries if not entry.key]
        for number, name in enumerate(numbered[:SHORTCUT_PAGES], 1):
            QShortcut(QKeySequence(f"Ctrl+{number}"), owner, partial(self.show_page, name))
        for entry in self.entries:
            if entry.key:
                QShortcut(QKeySequence(entry.key), owner, partial(self.go, Place(entry.name)))
        for keys, rows in (("Ctrl+PgUp", -1), ("Ctrl+PgDown", 1)):
            QShortcut(QKeySequence(keys), owner, partial(self._show_neighbour, rows))
        QShortcut(QKeySequence("Ctrl+L"), owner, self.entry.notice.setFocus)
        QShortcut(QKeySequence("F1"), owner, self.show_manual)

    def show_manual(self) -> None:
        """Beside the window, which goes on working."""
        from .manual import Manual  # seldom opened: a start goes without

        opened = Manual(self, self._t, self._t("纪委收件") if self._desk.receiving.is_commission else "")
        opened.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        opened.show()

    # --- dressing anew

    def _dress_soon(self) -> None:
        """After the handler that asked for it has ended, and not while a job would come home to a page that is gone."""
        if self.jobs.busy:
            self.jobs.busy_changed.connect(self._dress_when_idle)
        else:
            QTimer.singleShot(0, self.dress_anew)

    def _dress_when_idle(self, busy: bool) -> None:
        if not busy:
            self.jobs.busy_changed.disconnect(self._dress_when_idle)
            QTimer.singleShot(0, self.dress_anew)

    def dress_anew(self) -> None:
        """Show everything in the language, size and colours that are set now; nothing typed is lost."""
        self.keeper.flush()
        shown, kept = self._shown, {name: page.keep() for name, page in self._asked.items()}
        notice, place = self.entry.notice.toPlainText(), self.entry.notice.textCursor().position()
        wear_settings(self._desk)
        language = self._desk.setting("language", self._t.language)
        if self._speak is not None and language != self._t.language:
            self._t = self._speak(language)
            speak_qt(self._t.language)
        before = self.takeCentralWidget()
        self._build()
        if before is not None:
            before.deleteLater()
        self.entry.notice.setPlainText(notice)
        cursor = self.entry.notice.textCursor()
        cursor.setPosition(place)
        self.entry.notice.setTextCursor(cursor)
        for name in (*(name for name in kept if name != shown), shown):
            self.show_page(name)
            self.pages[name].bring_back(kept[name])

    def examine_ledger(self) -> None:
        """The opening check, once the first rows are on the screen."""
        if not self.jobs.stopped and self._desk.lend_for_examination():
            self.jobs.start(self._desk.examine, self._is_sound, self._is_unsound)
        if not self.jobs.stopped and not self.entry.isHidden():
            self.entry.warm_up()

    def offer_drafts(self) -> None:
        """What an earlier run left unsaved, offered once the window stands."""
        if not self.keeper.left_behind:
            return
        from .entry import draft_offer  # only after a crash

        pages = [place.partition(".")[2] for place in draft_offer.offer(self, self._t, self.keeper)]
        for page in [page for page in pages if page in self._names][:1]:
            self.show_page(page)  # what stands in the entry bar is seen on every page

    def _is_sound(self, known: Sentence | None) -> None:
        """Ordinarily there is nothing to say; else it stays above every page. What waited may be read now."""
        self._known, self._broken = known, self._desk.care.broken()
        self._show_known()
        self.changes.tell("examined")

    def _tell_of_backups(self, told: Sentence | None) -> None:
        """A broken chain is graver than a missing second place."""
        if self._known is None and told is not None:
            self.notice.tell("warning", self._t.of(told))
        elif self._known is None:
            self.notice.clear()

    def _show_known(self) -> None:
        if self._known is not None:
            self.notice.tell("error", self._t.of(self._known))

    def _look_for_break(self) -> None:
        """A break that a closing found is told from then on; one that a signed month tells is over."""
        broken = self._desk.care.broken() if self._desk.ready else self._broken
        if broken != self._broken:
            self._known = self._broken = broken
            self.notice.clear()
            self._show_known()

    def _is_unsound(self, error: BaseException) -> None:
        if not isinstance(error, BurdenError):
            raise error
        self.unsound = error
        if not self.offers_way_out:
            asking.tell(self, self._t("台账不能继续使用"), self._t.of(error.sentence))
        self.setEnabled(False)
        self.close()

    def _lay_out(self) -> QWidget:
        space = appearance.step(self)
        right = QWidget()
        column = Column(right)
        edge = min(space * 2, WIDEST_EDGE)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(edge)
        if self._sample:
            column.addWidget(self._sample_bar())
        column.addWidget(self.notice)
        column.addWidget(self.entry)
        column.addWidget(self.stack, 1)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        beside = QVBoxLayout()
        beside.setContentsMargins(space, edge, 0, edge)
        beside.addWidget(self.rail)
        row.addLayout(beside)
        self.room = Room(right, column)
        self.room.resized.connect(self._fit_page)
        row.addWidget(self.room, 1)
        self.setCentralWidget(middle)
        middle.show()  # Qt would show it later, and what is hidden takes no focus
        return middle

    def _fit_page(self, width: int) -> None:
        if self._shown:
            self.page(self._shown).fit(width)

    def _sample_bar(self) -> QWidget:
        told = Banner()
        told.tell("warning", self._t("这是样例台账，单位和来文都是虚构的，与您的台账分开存放，每次打开都重新生成。"))
        leave = appearance.button("log-out", self._t("离开样例"), self)
        leave.setAccessibleName(leave.text())
        leave.clicked.connect(self._leave_sample)
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(told, 1)
        row.addWidget(leave)
        return bar

    def _leave_sample(self) -> None:
        self.left_sample = True
        self.close()

    def _show_title(self) -> None:
        self.setWindowTitle(self._t("{point} · 基层减负监测台账", point=self._desk.point.name))

    def _on_change(self, names: frozenset[str]) -> None:
        if "point" in names:
            self._show_title()
        if names & {kind.name for kind in self._kinds}:
            self.entry.forget()
        if "dress" in names:
            self._dress_soon()
        if names & {"month", "break"}:
            self._look_for_break()

    def show_page(self, name: str) -> None:
        if name != self._shown:
            page = self.page(name)
            self._shown = name
            self.entry.forget()
            page.fit(self.room.width_inside)
            self.stack.setCurrentIndex(self._names.index(name))
            self.rail.show_name(name)
            page.open()
            self._look_for_break()

    def _show_neighbour(self, rows: int) -> None:
        self.show_page(self._names[(self._names.index(self._shown) + rows) % len(self._names)])

    def go(self, place: Place) -> None:
        """Lead to a place: its page is shown and shows what the place names."""
        if place.page in self._names:
            self.show_page(place.page)
            self.page(place.page).show_place(place)

    def page(self, name: str) -> Page:
        """The page of that name, built when first asked for."""
        self._unasked.discard(name)
        if name not in self.pages:
            entry = self.entries[self._names.index(name)]
            workplace = Workplace(self._desk, self._kinds, self._t, self.changes, self.jobs, self.go, self.keeper)
            self.pages[name] = made = entry.make(workplace)
            self._places[name].addWidget(made)
            if self._drafts is not None:
                self._drafts.listen(made)
        return self.pages[name]

    def build_ahead(self, name: str) -> None:
        """Build a page that will be asked for, while nobody waits; what it shows is read when it is opened."""
        if name not in self.pages:
            self.page(name)
            self._unasked.add(name)

    @property
    def _asked(self) -> dict[str, Page]:
        """The pages in which something may have been typed or chosen."""
        return {name: page for name, page in self.pages.items() if name not in self._unasked}

    def _take_drafts(self, drafts: Sequence[Draft], pasted: bool) -> None:
        """What the entry bar read, on its way into the forms."""
        if self._drafts is None:
            from .entry.draft_flow import DraftFlow  # the start goes without it

            self._drafts = DraftFlow(self, self._desk, self._t, self.entry, self.page, self.show_page)
            for page in self.pages.values():
                self._drafts.listen(page)
        self._drafts.begin(drafts, pasted)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if not self.entry.isHidden() and files_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """A file may be let go anywhere in the window."""
        event.acceptProposedAction()
        self.entry.read_files(files_in(event.mimeData()))

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        for page in self._asked.values():
            page.keep()
        # What is kept as a draft is offered at the next start: nobody need be asked now.
        if not self.keeper.flush() and not asking.yes(
            self, self._t, self._t("还有内容没有保存，也不能暂存为草稿，要退出吗？"), action=self._t("不保存，退出")
        ):
            event.ignore()
            return
        self.closing.emit()
        self.jobs.stop()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.first_painted.emit()
