"""What the settings page expects of a section: a titled box with its own editors, which keeps what is chosen in it."""

from PySide6.QtWidgets import QGroupBox, QVBoxLayout

from ..look import appearance


class SettingsSection(QGroupBox):
    """Editors go into `column`. What is typed and not kept yet is given by `keep`."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.column = QVBoxLayout(self)
        self.column.setSpacing(appearance.step(self))

    def open(self) -> None:
        """The page is shown: show what holds now."""

    def keep(self) -> object:
        return None

    def bring_back(self, kept: object) -> None:
        """Show again what `keep` gave before the page was built anew."""
