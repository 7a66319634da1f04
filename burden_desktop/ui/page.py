"""What the window expects of a page, and what it hands to one when it is made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from ..domain.kind import Kind
    from ..domain.texts import Texts
    from .changes import Changes
    from .desk import Desk
    from .entry.keeper import Keeper
    from .jobs import Jobs
    from .place import Place
    from .records.form_pane import FormPane



class Workplace(NamedTuple):
    """All that a page may lean on. `go` leads to another place of the window: no page calls another page.
    `keeper` keeps what is typed and not saved."""

    desk: Desk
    kinds: Sequence[Kind]
    t: Texts
    changes: Changes
    jobs: Jobs
    go: Callable[[Place], None]
    keeper: Keeper


class Page(QWidget):
    """A page of the window. All of these may be left as they are, except `open` where there are rows to load."""

    def open(self) -> None:
        """Called each time the page is shown; loads what it shows the first time."""

    def fit(self, width: int) -> None:
        """Told how many pixels wide the room for the page is, before it is shown and whenever that changes: a page may
        lay itself out otherwise where it is narrow."""

    def show_place(self, place: Place) -> None:
        """Show what `place` names; called after `open`."""

    @property
    def form_pane(self) -> FormPane | None:
        """The form that takes notices of this page's kind, None where there is none."""
        return None

    def show_form(self) -> None:
        """Bring the form to the front: a notice is about to be shown in it."""

    def leave_form(self) -> None:
        """Esc in the form: the cursor goes where it goes then."""

    @property
    def edited(self) -> bool:
        """Whether something typed here would be lost."""
        return False

    def keep(self) -> object:
        """What is typed and chosen here, for the page that takes this one's place when the language changes."""
        return None

    def bring_back(self, kept: object) -> None:
        """Show again what `keep` of the former page gave; called after `open`."""
