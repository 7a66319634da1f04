"""What has changed, told once to every open page; each page decides whether it cares."""

from PySide6.QtCore import QObject, Signal


class Changes(QObject):
    """`happened` carries a set of names: kinds ("document" …), "month", "point", "identity",
    "break" (the chain may have been found broken), "examined" (the opening check is over), "dress" (language, size or colours)."""

    happened = Signal(frozenset)

    def tell(self, *names: str) -> None:
        self.happened.emit(frozenset(names))
