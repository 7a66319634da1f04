"""What happens to a signed month: its file is shown in its folder, or copied to where it is handed in from."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from ...domain.errors.family import BurdenError
from ...domain.handed_in.verdict import Verdict
from ...domain.texts import Texts
from ...regular import read_regular
from .. import asking
from ..desk import Desk
from ..jobs import Jobs
from ..look.banner import Banner
from . import saving


class HandingIn:
    """Tells in `banner` where the signed file lies, and offers to open the folder, to save a copy on a stick and to look at that as the
    commission will."""

    def __init__(self, desk: Desk, t: Texts, parent: QWidget, banner: Banner, jobs: Jobs) -> None:
        self._desk, self._t, self._parent, self._banner, self._jobs = desk, t, parent, banner, jobs

    def tell(self, file: Path) -> None:
        self._say(self._t("本月已封存，签名月报 {file} 可以打印、盖章、报送。", file=file.name), file)

    def _say(self, words: str, file: Path) -> None:
        self._banner.tell(
            "good", words,
            (self._t("打开所在文件夹"), partial(self._open, file.parent)),
            (self._t("另存一份……"), partial(self._copy, file)),
            (self._t("核验一份……"), self._examine),
        )  # fmt: skip

    def _examine(self) -> None:
        """What is on the stick is looked at as the commission will look at it, by the certificates beside the point's own."""
        own, t = self._desk.identities.kept.path, self._t
        if own is None:
            self._banner.tell("error", t("还没有签名证书，无从核验。请先在“设置”里选择签名证书。"))
            return
        file = asking.open_file(self._parent, t("核验月报"), t(saving.PATTERNS[saving.PDF]))
        if file is not None:
            self._banner.tell("info", t("正在核验……"))
            self._jobs.start(partial(self._desk.identities.examine, file, own.parent), partial(self._judge, file), self._fail)

    def _judge(self, file: Path, verdict: Verdict) -> None:
        t = self._t
        if verdict.accepted:
            told = t("{file} 签名完好、内容完整，是{month}第{revision}版。", file=file.name, month=verdict.month, revision=verdict.revision)
            self._banner.tell("good", "\n".join((told, *map(t.of, verdict.notices))))
        else:
            refused = "\n".join(map(t.of, verdict.reasons))
            self._banner.tell("error", t("{file} 不能通过核验：{reasons}", file=file.name, reasons=refused))

    def _fail(self, error: BaseException) -> None:
        if not isinstance(error, BurdenError):
            raise error
        self._banner.tell("error", self._t.of(error.sentence))

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
