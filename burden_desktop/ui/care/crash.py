"""What nobody foresaw: told in a dialog with the details to copy, and written to standard error as well."""

import sys
import traceback
from types import TracebackType

from ...domain.texts import Texts


class CrashDialog:
    """Stands in for `sys.excepthook` while the window is open; the window stays and keeps what was typed."""

    def __init__(self, t: Texts) -> None:
        self._t = t
        self._open = False

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        if self._open:  # one dialog at a time, or an error while painting would open them without end
            return
        self._open = True
        try:
            self.tell("".join(traceback.format_exception(kind, error, trace)))
        finally:
            self._open = False

    def tell(self, details: str) -> None:
        """Show the dialog; tests replace this."""
        from PySide6.QtCore import Qt  # the start goes without the dialog
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(QMessageBox.Icon.Critical, self._t("程序出错"), "")
        box.setText(self._t("程序遇到没有料到的错误。已保存的记录没有受影响，请把下面的详情交给技术人员。"))
        box.setDetailedText(details)
        box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        box.exec()
