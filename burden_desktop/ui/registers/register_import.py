"""A register that exists as a spreadsheet, or as copied cells, becomes records: read in a job, looked at, stored."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from ...domain.errors.family import BurdenError
from ...domain.kinds import KINDS
from .. import asking
from ..look import appearance

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...domain.kind import Kind
    from ...domain.reading.draft import RegisterReading
    from ...domain.reading.import_outcome import ImportOutcome
    from ...domain.texts import Texts
    from ..changes import Changes
    from ..desk import Desk
    from ..jobs import Jobs
    from ..look.banner import Banner
    from .import_dialog import ImportDialog

ENDINGS = (".xlsx", ".xls", ".ods", ".csv", ".xlsm", ".xlsb", ".et")


class RegisterImport(QWidget):
    """A button; what is told goes to the banner handed in. `read` takes a file or the text of copied cells; `taken`
    says that the cells were read."""

    taken = Signal()

    def __init__(self, desk: Desk, t: Texts, changes: Changes, jobs: Jobs, banner: Banner) -> None:
        super().__init__()
        self._desk, self._t, self._changes, self._jobs, self._banner = desk, t, changes, jobs, banner
        self._waiting: list[Path | str] = []
        self._reading = False
        self.button = appearance.button("import", t("导入"), self)
        self.button.setAccessibleName(t("导入登记表"))
        self.button.setToolTip(t("导入已有的登记表（xlsx、xls、ods、csv）"))
        self.button.clicked.connect(self.ask)
        self.more = appearance.button("file-input", t("登记表"), self)
        self.more.setAccessibleName(t("空白登记表和导出"))
        self.more.setToolTip(t("给同事的空白登记表、导出已有登记"))
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.more.setMenu(self.menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        row.addWidget(self.more)

    def _fill_menu(self) -> None:
        from .register_out import save_register, save_template  # the start goes without it

        self.menu.clear()
        for words, act in ((self._t("空白登记表"), save_template), (self._t("导出"), save_register)):
            below = self.menu.addMenu(words)
            for kind in KINDS:
                below.addAction(self._t(kind.label), partial(self._write, act, kind))

    def _write(self, act: Callable[[QWidget, Desk, Texts, Kind], tuple[str, str] | None], kind: Kind) -> None:
        told = act(self, self._desk, self._t, kind)
        if told:
            self._banner.tell(*told)

    def ask(self) -> None:
        t = self._t
        path = asking.open_file(self, t("导入登记表"), t("登记表 (*.xlsx *.xls *.ods *.csv *.txt)"))
        if path is not None:
            self.read(path)

    def read(self, *sources: Path | str) -> None:
        """One dialog at a time: the others wait until it is answered."""
        self._waiting.extend(sources)
        if not self._reading:
            self._read_next()

    def _read_next(self) -> None:
        self._reading = bool(self._waiting)
        self.button.setEnabled(not self._reading)
        if self._reading:
            self._read(self._waiting.pop(0))

    def _read(self, source: Path | str) -> None:
        from ...domain.reading.draft import RegisterChoices  # the start goes without it

        told = source.name if isinstance(source, Path) else self._t("粘贴的表格")
        self._banner.tell("info", self._t("正在读取{file}……", file=told))
        work = partial(self._desk.registers.preview, source, RegisterChoices())
        self._jobs.start(work, partial(self._look, source), self._fail)

    def _look(self, source: Path | str, reading: RegisterReading) -> None:
        from .import_dialog import ImportDialog  # the start goes without it

        self._banner.clear()
        if isinstance(source, str):
            self.taken.emit()
        dialog = ImportDialog(self.window(), self._desk, KINDS, self._t, self._jobs, source, reading)
        dialog.finished.connect(partial(self._tell, dialog))
        dialog.open()

    def _tell(self, dialog: ImportDialog, _: int) -> None:
        outcome = dialog.outcome
        dialog.deleteLater()
        if outcome is not None:
            self._tell_stored(outcome)
        self._read_next()

    def _tell_stored(self, outcome: ImportOutcome) -> None:
        self._changes.tell(*{record.kind for record in outcome.records})
        told = self._t("已登记{count}条，台账里原有{known}条未重复登记。按 Ctrl+Z 可以整批撤回。",
                       count=len(outcome.records), known=len(outcome.standing.known))  # fmt: skip
        self._banner.tell("good", told)

    def _fail(self, error: BaseException) -> None:
        """Told above the next one's dialog, which is opened all the same."""
        waiting, self._reading = bool(self._waiting), False
        if not isinstance(error, BurdenError):
            self._banner.clear()
            self._read_next()
            raise error
        if waiting:
            asking.tell(self.window(), self._t("导入登记表"), self._t.of(error.sentence))
        else:
            self._banner.tell("error", self._t.of(error.sentence))
        self._read_next()
