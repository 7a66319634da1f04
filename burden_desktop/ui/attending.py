"""What accompanies the work once the window stands: reminders at its foot, the time spent on the ledger, and first
letters for records of before there were any, the pages that may be opened next, and an edge around what has the keyboard."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ..domain.texts import Texts
from .active_time import ActiveTime
from .ahead import DAILY, PARTS, LoadAhead, load
from .care.screen_lock import ScreenLock
from .look.dress import wear_icon
from .look.focus_ring import FocusRing
from .pages import RECORD_PAGES
from .records.old_letters import OldLetters
from .reminding import Reminding

if TYPE_CHECKING:
    from collections.abc import Callable

    from .desk import Desk
    from .window import Window


def attend(window: Window, desk: Desk, t: Texts) -> tuple[Reminding, ActiveTime]:
    """Both live as long as the window."""
    wear_icon()
    reminding = Reminding(desk, t, window.go, window)
    # The foot of the window outlives a change of language, which builds the middle anew.
    foot = window.statusBar()
    foot.setSizeGripEnabled(False)
    foot.addWidget(reminding.bar, 1)
    reminding.shown.connect(foot.setVisible)
    window.changes.happened.connect(reminding.look)
    spent = ActiveTime(lambda seconds: desk.reports.spend(desk.today(), seconds), window)
    spent.watch()
    window.closing.connect(spent.keep)
    # What a notice needs is there a second after the start; the rest follows while nobody waits.
    first = DAILY[0]
    modules = [entry.module for entry in window.entries]
    others: list[Callable[[], object]] = [partial(load, module) for module in dict.fromkeys(modules) if module != RECORD_PAGES]
    parts = [partial(getattr, desk, name) for name in PARTS]
    pages = [partial(window.build_ahead, entry.name) for entry in window.entries if entry.name in DAILY]
    shown = [page for page in pages if page.args == (first,)]
    ahead = LoadAhead([RECORD_PAGES, "entry.draft_flow"], window, steps=[*shown, *others, *parts, *pages], may=lambda: desk.ready)
    window.closing.connect(ahead.stop)
    letters = OldLetters(desk, window.changes, window)
    window.closing.connect(letters.stop)
    letters.look()
    FocusRing(window)
    lock = window.findChild(ScreenLock) or ScreenLock(window, desk, t)
    reminding.is_locked = lambda: lock.locked
    reminding.look()
    return reminding, spent
