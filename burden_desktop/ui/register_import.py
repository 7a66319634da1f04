"""A register that exists as a spreadsheet becomes records: read in a job, looked at, then saved in one go."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ..domain.draft import RegisterReading
from ..domain.errors.family import BurdenError
from ..domain.texts import Texts
from . import appearance, asking
from .banner import Banner
from .changes import Changes
from .desk import Desk
from .jobs import Jobs

TOLD_ROWS = 8  # rejected rows named in the question; the rest is counted


class RegisterImport(QWidget):
    """A button; what is told goes to the banner handed in."""

    def __init__(self, desk: Desk, t: Texts, changes: Changes, jobs: Jobs, banner: Banner) -> None:
        super().__init__()
        self._desk, self._t, self._changes, self._jobs, self._banner = desk, t, changes, jobs, banner
        self.button = appearance.button("import", t("导入"), self)
        self.button.setAccessibleName(t("导入登记表"))
        self.button.setToolTip(t("导入已有的登记表（xlsx、xls、ods、csv）"))
        self.button.clicked.connect(self.ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)

    def ask(self) -> None:
        t = self._t
        path = asking.open_file(self, t("导入登记表"), t("登记表 (*.xlsx *.xls *.ods *.csv)"))
        if path is None:
            return
        self._banner.tell("info", t("正在读取{file}……", file=path.name))
        self.button.setEnabled(False)
        self._jobs.start(partial(self._desk.import_preview, path, None), self._look, self._fail)

    def _question(self, reading: RegisterReading) -> str:
        t = self._t
        lines = [t("{file}：可登记{rows}行，重复嫌疑{duplicates}对，需要核对{rejected}行，略过{ignored}行。",
                   file=reading.file, rows=len(reading.rows), duplicates=len(reading.duplicates),
                   rejected=len(reading.rejected), ignored=len(reading.ignored))]  # fmt: skip
        lines += [
            t("{sheet}第{row}行未读入：{reason}", sheet=row.sheet, row=row.row, reason=row.reason)
            for row in reading.rejected[:TOLD_ROWS]
        ]
        return "\n".join([*lines, t("要登记这{rows}行吗？", rows=len(reading.rows))])

    def _look(self, reading: RegisterReading) -> None:
        self.button.setEnabled(True)
        self._banner.clear()
        if not asking.yes(self, self._t, self._question(reading), action=self._t("登记")):
            return
        try:
            saved = self._desk.import_commit(reading)
        except BurdenError as refused:
            self._fail(refused)
            return
        self._changes.tell(*{row.kind for row in reading.rows})
        self._banner.tell("good", self._t("已登记{count}条。", count=saved))

    def _fail(self, error: BaseException) -> None:
        self.button.setEnabled(True)
        if not isinstance(error, BurdenError):
            self._banner.clear()
            raise error
        self._banner.tell("error", self._t.of(error.sentence))
