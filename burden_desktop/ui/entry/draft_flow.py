"""Notices on their way from the entry bar into the forms, one after the other, whichever page each belongs to."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from ...domain.errors.family import BurdenError
from ...domain.kinds import kind_named
from ...domain.reading.called_event import ASK, BOTH, EVENT_ONLY, PAPER_ONLY, naming, notices
from ...domain.texts import label
from .. import asking
from .draft_queue import DraftQueue, Waiting

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from ...domain.reading.draft import Draft
    from ...domain.record import Record
    from ...domain.texts import Texts
    from ..desk import Desk
    from ..page import Page
    from ..records.form_pane import FormPane
    from .entry_bar import EntryBar

CHOICES: Final = ((BOTH, label("收文和会议（检查）都登记")), (EVENT_ONLY, label("只登记会议（检查）")), (PAPER_ONLY, label("只登记收文")))
"""What may become of a paper that calls a meeting or announces a visit."""


class DraftFlow(QObject):
    """`page` gives the page of a name, `show_page` brings it to the front."""

    def __init__(self, parent: QWidget, desk: Desk, t: Texts, entry: EntryBar, page: Callable[[str], Page], show_page: Callable[[str], None]) -> None:
        super().__init__(parent)
        self._window, self._desk, self._t, self._entry = parent, desk, t, entry
        self._page, self._show_page = page, show_page
        self._queue = DraftQueue()
        self._record: Record | None = None

    def listen(self, page: Page) -> None:
        """To a page that was just made."""
        pane = page.form_pane
        if pane is not None:
            pane.saved.connect(self._on_record)
            pane.read_saved.connect(self._on_saved)
            pane.returned.connect(self._on_returned)
            pane.dropped.connect(self._on_dropped)
            pane.turned.connect(self._turn)
            pane.recast.connect(self._recast)

    def begin(self, drafts: Sequence[Draft], pasted: bool) -> None:
        """Each goes to the page of its kind, and the first is shown."""
        read = notices(self._desk.bodies.as_remembered(drafts))
        choice = self._choice() if any(one.both for one in read) else BOTH
        taken = self._queue.take([one.wished(choice) for one in read], pasted=pasted)
        for kind in dict.fromkeys(one.draft.kind for one in taken):
            pane = self._pane(kind)
            if pane is not None:
                pane.hold([one for one in taken if one.draft.kind == kind])
        if taken:
            self._show(taken[0])

    def _choice(self) -> str:
        """What the clerk chose once; asked where he has not. Whoever shuts the question gets both, and is asked again."""
        chosen = self._desk.notices.called_meeting
        if chosen != ASK:
            return chosen
        t = self._t
        question = t("这份公文通知了会议或检查。以后遇到这样的公文，怎样登记？选定后不再询问，可在“设置”中更改。")
        answer = asking.one_of(self._window, t, question, actions=[t(words) for _, words in CHOICES])
        if answer is None:
            return BOTH
        self._desk.notices.choose(CHOICES[answer][0])
        return CHOICES[answer][0]

    def _pane(self, kind: str) -> FormPane | None:
        page = self._page(kind)
        page.open()
        return page.form_pane

    def _show(self, one: Waiting) -> None:
        self._show_page(one.draft.kind)
        page = self._page(one.draft.kind)
        page.show_form()
        if page.form_pane is not None:
            page.form_pane.show_notice(one, *self._queue.place(one))

    def _on_record(self, record: Record) -> None:
        self._record = record  # `read_saved` of the same record follows

    def _ask_for_name(self, one: Waiting, number: str) -> None:
        """Once, beside the form: whether the name that was read means the body that the clerk wrote instead."""
        pane, record = self._page(one.draft.kind).form_pane, self._record
        read, kept = str(one.draft.values.get("organ") or ""), str(record.values.get("organ") or "") if record else ""
        if pane is None or pane.edited or not read or not kept or read == kept or not self._desk.bodies.is_other_name(read, kept):
            return
        question = self._t("已保存{number}。“{read}”就是“{kept}”吗？记住后，以后读到前者就登记为后者。", number=number, read=read, kept=kept)
        pane.banner.tell("good", question, (self._t("记住"), partial(self._remember, pane, read, kept)))

    def _remember(self, pane: FormPane, read: str, kept: str) -> None:
        try:
            self._desk.bodies.remember(read, kept)
        except BurdenError as refused:
            pane.banner.tell("error", self._t.of(refused.sentence))
            return
        pane.banner.tell("good", self._t("已记住“{read}”，在“设置”中可以查看和取消。", read=read))

    def _go_on(self, one: Waiting) -> None:
        """The next one that is open; when the last of a paste is done, its text has done its work."""
        if one.pasted and not any(other.open for other in self._queue.pasted):
            self._entry.settled()
        following = self._queue.beside(one, 1)
        if following is not None:
            self._show(following)

    def _on_saved(self, one: Waiting, number: str) -> None:
        one.number = number
        for other in self._queue.called_by(one):
            pane = self._pane(other.draft.kind)
            if pane is not None:
                pane.set_field(other, *naming(kind_named(other.draft.kind), number))
        self._go_on(one)
        self._ask_for_name(one, number)

    def _on_dropped(self, one: Waiting) -> None:
        one.gone = True
        self._go_on(one)

    def _on_returned(self, one: Waiting) -> None:
        """Esc: back to the text, if it stands in the bar and nothing of it is saved yet; else to the list, and the draft waits."""
        pasted = self._queue.pasted
        page = self._page(one.draft.kind)
        if not one.pasted or any(other.number for other in pasted):
            page.leave_form()
            return
        for other in pasted:
            pane = self._page(other.draft.kind).form_pane
            if other.open and pane is not None:
                other.gone = True
                pane.take_away(other)
        self._entry.take_back()

    def _turn(self, one: Waiting, step: int) -> None:
        other = self._queue.beside(one, step)
        if other is not None:
            self._show(other)

    def _recast(self, one: Waiting, kind: str) -> None:
        """The same notice as another kind of record."""
        from ...domain.reading.recast import recast  # seldom needed: a start goes without it

        pane, goal = self._page(one.draft.kind).form_pane, self._pane(kind)
        if pane is None or goal is None:
            return
        old, told = one.draft, self._desk.notices.as_kind(one.draft, kind)
        written = pane.take_away(one)
        was = kind_named(old.kind)
        one.draft, left = recast(told, was, kind_named(kind), shown=pane.form.as_written(old.values), written=written)
        goal.hold([one])
        self._show(one)
        if left:
            words = "；".join(f"{self._t(was.field(name).label)} {text}" for name, text in left.items())
            goal.banner.tell("warning", self._t("这一类没有相应的栏目，没有带过来的是：{words}", words=words))
