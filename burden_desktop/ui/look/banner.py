"""A line that tells a state: icon, sentence and colour together, never colour alone."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from . import appearance

_ICONS = {"error": "circle-alert", "warning": "triangle-alert", "good": "circle-check", "info": "info"}


class Banner(QWidget):
    """Hidden while it has nothing to say. `tell(state, sentence)`: state is error, warning, good or info."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._label = QLabel(), QLabel()
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.offers: list[QPushButton] = []
        self.state = ""
        row = QHBoxLayout()
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._label, 1)
        self._row = QHBoxLayout()  # below: beside each other, words and buttons outgrow a screen of large letters
        self._row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addLayout(self._row)
        self.hide()

    @property
    def text(self) -> str:
        return self._label.text()

    def tell(self, state: str, sentence: str, *offers: tuple[str, Callable[[], object]]) -> None:
        """`offers` are buttons after the sentence: what they say and what they do."""
        self._take_offers_away()
        for words, act in offers:
            button = QPushButton(words)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _, act=act: act())
            self._row.insertWidget(len(self.offers), button)
            self.offers.append(button)
        colour = self.palette().windowText().color() if state == "info" else appearance.state_colour(self, state)
        size, self.state = appearance.em(self), state
        self._icon.setPixmap(appearance.picture(_ICONS[state], colour, size))
        self._label.setStyleSheet("" if state == "info" else f"color: {colour.name()}")
        self._label.setText(sentence)
        self._label.setAccessibleName(sentence)
        self.show()

    def _take_offers_away(self) -> None:
        while self.offers:
            button = self.offers.pop()
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()

    def clear(self) -> None:
        self._take_offers_away()
        self._label.setText("")
        self.state = ""
        self.hide()
