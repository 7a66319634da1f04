"""What happens to a signed month: its file is shown in its folder, or copied to where it is handed in from."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from ..domain.errors.family import BurdenError
from ..domain.texts import Texts
from ..regular import read_regular
from . import asking, saving
from .banner import Banner
from .desk import Desk


class HandingIn:
    """Tells in `banner` where the signed file lies, and offers to open the folder and to save a copy on a stick."""

    def __init__(self, desk: Desk, t: Texts, parent: QWidget, banner: Banner) -> None:
        self._desk, self._t, self._parent, self._banner = desk, t, parent, banner

    def tell(self, file: Path) -> None:
        self._say(self._t("本月已封存，签名月报 {file} 可以打印、盖章、报送。", file=file.name), file)

    def _say(self, words: str, file: Path) -> None:
        self._banner.tell(
            "good", words,
            (self._t("打开所在文件夹"), partial(self._open, file.parent)),
            (self._t("另存一份……"), partial(self._copy, file)),
        )  # fmt: skip

    def _open(self, folder: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _copy(self, file: Path) -> None:
        """The very bytes that were signed, under their own name."""
        path = asking.save_file(self._parent, self._t("另存签名月报"), file.name, self._t(saving.PATTERNS[saving.PDF]))
        if path is None:
            return
        try:
            self._desk.reports.write(path, read_regular(file), asked=True)
        except (BurdenError, OSError) as trouble:
            words = (
                self._t.of(trouble.sentence)
                if isinstance(trouble, BurdenError)
                else self._t("读不到 {file}。", file=file)
            )
            self._banner.tell("error", words)
            return
        self._say(self._t("已另存为 {file}。", file=path), file)
