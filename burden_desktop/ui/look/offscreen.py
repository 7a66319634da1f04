"""Pages drawn without a display: Qt's plugin for that tells of each window that it cannot pass on size hints, which
nobody needs there. That alone is left out; whatever else Qt has to say goes to standard error as ever."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QMessageLogContext, QtMsgType, qFormatLogMessage, qInstallMessageHandler

NEEDLESS: Final = "This plugin does not support propagateSizeHints()"


def _pass_on(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    if message != NEEDLESS and sys.stderr is not None:
        sys.stderr.write(qFormatLogMessage(kind, context, message) + "\n")


@contextmanager
def without_needless_words() -> Iterator[None]:
    """Inside, Qt's messages go through us; afterwards as before."""
    before = qInstallMessageHandler(_pass_on)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
