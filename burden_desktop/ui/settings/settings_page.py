"""设置: sections in plain words, declared in their order; a new section is a module of its own and one line here."""

from functools import partial
from importlib import import_module
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ..look import appearance
from ..page import Page, Workplace
from ..pages import everybody, points
from ..place import Place
from .settings_section import SettingsSection

SECTIONS: Final = {
    "point_section": everybody,
    "identity_section": points,
    "seal_section": points,
    "target_section": points,
    "effort_section": points,
    "past_figures_section": points,
    "calendar_section": points,
    "display_section": everybody,
    "screen_lock_section": everybody,
    "notices_section": points,
    "taught_headings": points,
    "taught_bodies": points,
}
"""Modules of this package, and which ledgers show them; each offers `make(workplace)`, which gives a
`SettingsSection`."""


class SettingsPage(Page):
    """What is chosen here is kept at once; only the point's particulars wait for their button."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.sections: dict[str, SettingsSection] = {
            name: import_module(f".{name}", __package__).make(workplace) for name, wanted in SECTIONS.items() if wanted(workplace.desk)
        }
        inside = QWidget()
        inside.setMaximumWidth(appearance.em(self) * 40)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, appearance.step(self), 0)
        column.setSpacing(appearance.step(self) * 2)
        for section in self.sections.values():
            column.addWidget(section)
        column.addStretch(1)
        scrolled = self._scrolled = QScrollArea()
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QScrollArea.Shape.NoFrame)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what stands in it has the keyboard
        scrolled.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled)

    def open(self) -> None:
        for section in self.sections.values():
            section.open()

    def show_place(self, place: Place) -> None:
        section = self.sections.get(place.part)
        if section is not None:
            self._scrolled.ensureWidgetVisible(section)
            section.setFocus()
            section.focusNextChild()

    def keep(self) -> object:
        return self._scrolled.verticalScrollBar().value(), {name: section.keep() for name, section in self.sections.items()}

    def bring_back(self, kept: object) -> None:
        if isinstance(kept, tuple):
            height, sections = kept
            for name, section in self.sections.items():
                section.bring_back(sections.get(name))
            QTimer.singleShot(0, self, partial(self._scrolled.verticalScrollBar().setValue, height))  # once it is laid out


def make(workplace: Workplace, name: str) -> SettingsPage:
    return SettingsPage(workplace)
