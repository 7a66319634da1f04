"""A register before it is stored: every decision can be changed, every row looked at, refused rows mended in place."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ...domain.errors.family import BurdenError
from ...domain.kind import Kind
from ...domain.reading.draft import PassedRow, RegisterChoices, RegisterReading
from ...domain.reading.import_outcome import ImportOutcome, Standing
from ...domain.texts import Texts
from .. import asking
from ..desk import Desk
from ..jobs import Job, Jobs
from ..look import appearance
from ..look.banner import Banner
from ..look.table_of import TableOf
from .import_decisions import ImportDecisions
from .import_words import counts_beside, ignored_rows, record_rows, rejected_rows, unread_cells

_FIRST_OPEN = 2  # in the table of refused rows: behind the row's number and the reason


class ImportDialog(QDialog):
    """`outcome` is what was stored, None while nothing was. Reading and storing are jobs; the window stays alive."""

    def __init__(self, parent: QWidget, desk: Desk, kinds: Sequence[Kind], t: Texts, jobs: Jobs, source: Path | str, reading: RegisterReading) -> None:
        super().__init__(parent)
        self._desk, self._kinds, self._t, self._jobs = desk, {kind.name: kind for kind in kinds}, t, jobs
        self._source, self.reading = source, reading
        self.standing = Standing(reading)
        self.outcome: ImportOutcome | None = None
        self._job: Job | None = None
        self._enter_stores = True
        self.setWindowTitle(t("导入登记表：{file}", file=reading.file))
        screen = self.screen().availableSize() * 0.9
        self.resize(min(appearance.em(self) * 62, screen.width()), min(appearance.em(self) * 36, screen.height()))
        self._build(kinds)
        self._stand()

    def _build(self, kinds: Sequence[Kind]) -> None:
        t, space = self._t, appearance.step(self)
        self.decisions = ImportDecisions(kinds, t)
        self.decisions.decided.connect(self._on_decided)
        self.decisions.taught.connect(self._on_taught)
        self.decisions.sheet_shown.connect(self._show_tables)
        self.tabs = QTabWidget()
        self._views: list[QTableView] = []
        self.mendable = TableOf(self, first_open=_FIRST_OPEN, written=self._on_mended)
        self.tables: dict[str, tuple[TableOf, str]] = {
            "new": (TableOf(self), t("要登记的")), "known": (TableOf(self), t("台账里已有")),
            "rejected": (self.mendable, t("需核对")), "unread": (TableOf(self), t("没读懂的格")), "ignored": (TableOf(self), t("略过的")),
        }  # fmt: skip
        for model, name in self.tables.values():
            self._views.append(self._view(model, name))
            self.tabs.addTab(self._views[-1], name)
        self.banner = Banner()
        self.late = QCheckBox(t("属于已封存月份的，作补登"))
        self.late.toggled.connect(self._stand)
        self.again = QCheckBox(t("可能是已清除的，也登记"))
        self.again.toggled.connect(self._stand)
        self.save_rejected = appearance.button("save", t("保存未导入的行……"), self)
        self.save_rejected.clicked.connect(self._save_rejected)
        self.store = appearance.button("import", t("登记"), self)
        self.store.setDefault(True)
        self.store.clicked.connect(self.commit)
        self.leave = QPushButton(t("取消"))
        self.leave.clicked.connect(self.reject)
        for button in (self.save_rejected, self.leave):
            button.setAutoDefault(False)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self.decisions)
        split.addWidget(self.tabs)
        split.setSizes([appearance.em(self) * 20, appearance.em(self) * 42])
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.save_rejected, self.leave, self.store):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setSpacing(space)
        column.addWidget(self.banner)
        column.addWidget(split, 1)
        for choice in (self.late, self.again):  # beside the buttons they would outgrow a screen of large letters
            column.addWidget(choice)
        column.addLayout(buttons)

    def _view(self, model: TableOf, name: str) -> QTableView:
        view = QTableView()
        view.setModel(model)
        view.setAccessibleName(name)
        view.setTabKeyNavigation(False)  # Tab leads on to the buttons
        view.setAlternatingRowColors(True)
        view.setWordWrap(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(round(appearance.em(self) * 1.8))
        view.horizontalHeader().setResizeContentsPrecision(50)
        view.horizontalHeader().setMaximumSectionSize(appearance.em(self) * 18)
        view.horizontalHeader().setStretchLastSection(True)
        return view

    # --- reading

    def _on_decided(self, choices: RegisterChoices) -> None:
        self._start(partial(self._desk.registers.preview, self._source, choices), self._on_read)

    def _on_read(self, reading: RegisterReading) -> None:
        self.reading = reading
        self._stand()

    def _stand(self) -> None:
        self._desk.registers.lend()
        self._start(partial(self._desk.registers.standing, self.reading, late=self.late.isChecked(), again=self.again.isChecked()), self._show)

    def _start(self, work: object, done: object) -> None:
        # While nobody has begun to decide, Enter stores; a button that is switched off would lose the cursor.
        self._enter_stores = self.focusWidget() in (None, self.decisions.sheet, self.store)
        self.store.setEnabled(False)
        self.banner.tell("info", self._t("正在核对……"))
        self._job = self._jobs.start(work, done, self._fail)  # type: ignore[arg-type]

    def _on_taught(self, kind: str, heading: str, field: str) -> None:
        if kind:
            self._desk.registers.teach(kind, heading, field or None)

    # --- showing

    def _show(self, standing: Standing) -> None:
        self.standing = standing
        reading, t = standing.reading, self._t
        self.decisions.show_reading(reading, counts_beside(standing, t))
        self._show_tables()
        self._tell_counts()
        done = self.outcome is not None and not standing.new
        self.store.setText(t("已登记{count}行", count=len(self.outcome.records)) if done and self.outcome else t("登记{count}行", count=len(standing.new)))
        self.store.setEnabled(bool(standing.new))
        if self._enter_stores:
            self.store.setFocus()
        self.save_rejected.setVisible(bool(reading.rejected))
        for choice, reason in ((self.late, "sealed_month"), (self.again, "possibly_purged")):
            choice.setVisible(choice.isChecked() or any(row.reason == reason for row in reading.rejected))

    def _tell_counts(self) -> None:
        standing, reading, t = self.standing, self.standing.reading, self._t
        if self.outcome is not None:
            told = t("已登记{count}行，还有{rejected}行需核对。", count=len(self.outcome.records), rejected=len(reading.rejected))
        else:
            told = t("要登记{new}行，台账里已有{known}行，需核对{rejected}行，略过{ignored}行。", new=len(standing.new), known=len(standing.known),
                     rejected=len(reading.rejected), ignored=len(reading.ignored))  # fmt: skip
        mendable = any(row.cells for row in reading.rejected)
        self.banner.tell("warning" if reading.rejected else "info", told + (t("在“需核对”里双击格子可以改正。") if mendable else ""))

    def _show_tables(self) -> None:
        sheet, reading, t = self.decisions.shown_sheet, self.standing.reading, self._t
        shown = {
            "new": record_rows(self.standing, sheet, self._kinds, t, known=False),
            "known": record_rows(self.standing, sheet, self._kinds, t, known=True),
            "rejected": rejected_rows(reading, sheet, t),
            "unread": unread_cells(reading, sheet, self._kinds, t),
            "ignored": ignored_rows(reading, sheet, t),
        }
        for place, (name, (headings, rows)) in enumerate(shown.items()):
            model, words = self.tables[name]
            model.show(headings, rows)
            self._views[place].resizeColumnsToContents()
            self.tabs.setTabText(place, f"{words}（{len(rows)}）")

    # --- mending

    def _on_mended(self, row: int, column: int, text: str) -> None:
        refused = [one for one in self.standing.reading.rejected if one.sheet == self.decisions.shown_sheet][row]
        if not refused.cells:  # nothing of a classified row is kept, so there is nothing to mend
            return
        heading = str(self.mendable.headerData(column, Qt.Orientation.Horizontal))
        cells = tuple({**dict(refused.cells), heading: text}.items())
        self.reading = self._desk.registers.mend(self._with_rejected(refused), refused, cells)
        self._stand()

    def _with_rejected(self, refused: PassedRow) -> RegisterReading:
        """The reading before it was held against the ledger, with a row that only then was refused among the rejected."""
        if refused in self.reading.rejected:
            return self.reading
        rows = tuple(row for row in self.reading.rows if (row.sheet, row.row, row.kind) != (refused.sheet, refused.row, refused.kind))
        return replace(self.reading, rows=rows, rejected=(*self.reading.rejected, refused), duplicates=())

    def _save_rejected(self) -> None:
        target = asking.save_file(self, self._t("保存未导入的行"), self._t("未导入的行.xlsx"), self._t("表格 (*.xlsx)"))
        if target is None:
            return
        try:
            self._desk.registers.save_rejected(self.standing.reading, target, self._t)
        except BurdenError as refused:
            self._fail(refused)
            return
        self.banner.tell("good", self._t("已保存到{file}，改好后可以再导入。", file=target.name))

    # --- storing

    def commit(self) -> None:
        """Store what is new; the dialog stays only where rows are left to be mended or saved."""
        self._desk.registers.lend()
        self._start(partial(self._desk.registers.commit, self.reading, late=self.late.isChecked(), again=self.again.isChecked()), self._on_stored)
        self.leave.setEnabled(False)

    def _on_stored(self, outcome: ImportOutcome) -> None:
        before = self.outcome.records if self.outcome else ()
        self.outcome = replace(outcome, records=(*before, *outcome.records))
        self.leave.setEnabled(True)
        if not outcome.reading.rejected:
            self.accept()
            return
        self._stand()
        self.leave.setText(self._t("关闭"))

    def reject(self) -> None:
        """Leave; what was stored meanwhile is told by `outcome`."""
        if not self.leave.isEnabled():
            return
        super().reject()

    def _fail(self, error: BaseException) -> None:
        self.leave.setEnabled(True)
        if not isinstance(error, BurdenError):
            raise error
        self.banner.tell("error", self._t.of(error.sentence))
