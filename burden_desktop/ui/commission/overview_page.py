"""总览: points by months, the latest first, who has handed in; a cell opens its files, their notices and their records."""

from typing import Any, Final

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QScrollArea, QSplitter, QVBoxLayout, QWidget

from ...domain.errors.family import BurdenError
from ...domain.handed_in.overview import HANDED_IN, MISSING, STATES, WITH_NOTICE, Cell
from ...domain.handed_in.receiving import OUTCOMES, Received
from ...domain.kinds import KINDS
from .. import asking
from ..look import appearance
from ..look.banner import Banner
from ..look.cells import Cells
from ..look.dates import month_in_words
from ..page import Page, Workplace

MONTHS: Final = 12
BESIDE_EMS: Final = 40
_LOOKS: Final = {HANDED_IN: "good", WITH_NOTICE: "warning", MISSING: "error"}
_COUNTED: Final = (HANDED_IN, WITH_NOTICE)


class OverviewPage(Page):
    """Reads on the window's thread."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._t, self._desk = workplace.t, workplace.desk.receiving
        self._files: tuple[Received, ...] = ()
        self._rows: list[tuple[Cell, ...]] = []
        self._names: list[str] = []
        self._build()
        workplace.changes.happened.connect(self._on_change)

    def _build(self) -> None:
        t, space = self._t, appearance.step(self)
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.table = Cells(t("各监测点各月报送情况"), (t("监测点"),), stretch=-1, by_row=False)
        self.table.name_rows()
        self.table.currentCellChanged.connect(self._show_cell)
        self.cell_title = appearance.subheading("")
        self.cell_title.setWordWrap(True)
        self.files = Cells(t("收到的文件"), (t("版次"), t("收到时间"), t("结论"), t("提示")), stretch=3)
        self.files.currentCellChanged.connect(self._show_records)
        self.records = Cells(t("所附记录"), (t("编号"), t("类别"), t("日期"), t("单位"), t("标题")), stretch=4)
        self.open_button = appearance.button("eye", t("打开文件"), self)
        self.open_button.clicked.connect(self.open_file)
        self.files.cellActivated.connect(self.open_file)
        self.save_button = appearance.button("save", t("另存文件……"), self)
        self.save_button.clicked.connect(self.save_file)
        self.deeds = Banner()
        self.banner = Banner()
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, space, 0, 0)
        buttons, self._head = QHBoxLayout(), QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for button in (self.save_button, self.open_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._head.addWidget(self.cell_title, 1)
        self._head.addLayout(buttons)
        column.addLayout(self._head)
        column.addWidget(self.files, 1)
        column.addWidget(self.deeds)
        column.addWidget(self.records, 2)
        column.addWidget(self.banner)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(below)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setSizes([3000, 2000])
        for table, rows in ((self.table, 3), (self.files, 2), (self.records, 2)):
            table.show_at_least(rows)
        whole = QWidget()
        page = QVBoxLayout(whole)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(space)
        page.addWidget(appearance.heading(t("报送总览")))
        page.addWidget(self.told)
        page.addWidget(split, 1)
        scrolled = QScrollArea()  # where letters are large the lists keep rows in sight, and the page is scrolled
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QScrollArea.Shape.NoFrame)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what stands in it has the keyboard
        scrolled.setWidget(whole)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scrolled)

    def fit(self, width: int) -> None:
        """Where letters are large the buttons stand below what they are for."""
        wide = width >= appearance.em(self) * BESIDE_EMS
        self._head.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def open(self) -> None:
        t, seen = self._t, self._desk.overview(MONTHS)
        self._rows, self._names = [row.cells[::-1] for row in seen.rows], [row.name for row in seen.rows]
        self.table.set_headings((t("监测点"), *(f"{month.year}-{month.number:02d}" for month in reversed(seen.months))))
        self.table.setRowCount(len(seen.rows))
        for place, row in enumerate(seen.rows):
            shown = t("{name}（已停用）", name=row.name) if row.suspended else row.name
            self.table.name_row(place, shown, tip=f"{row.name}（{row.code}）")
            for column, cell in enumerate(reversed(row.cells), 1):
                words = t(STATES[cell.state])
                if cell.revision > 1:
                    words = t("{state}，第{revision}版", state=words, revision=cell.revision)
                self.table.put(place, column, words, state=_LOOKS.get(cell.state, "none"), tip=self._tip(cell))
        self.table.fit()
        if not seen.rows:
            self.told.setText(t("还没有登记监测点。请先在“监测点”页登记证书，再到“接收”页接收月报。"))
        else:
            last = seen.last
            self.told.setText(
                t("{month}：共{all}个监测点，已报{handed}个。", month=month_in_words(t, last), all=len(seen.rows), handed=seen.count(last, *_COUNTED))
            )
            self.table.setCurrentCell(0, 1)
        self._show_cell(self.table.currentRow(), self.table.currentColumn())

    def _tip(self, cell: Cell) -> str:
        return "\n".join(self._t.of(notice) for one in cell.files for notice in one.notices)

    def _show_cell(self, row: int, column: int, *_: int) -> None:
        t = self._t
        cell = self._rows[row][column - 1] if 0 <= row < len(self._rows) and column > 0 else None
        self._files = cell.files[::-1] if cell else ()
        title = f"{self._names[row]}　{month_in_words(t, cell.month)}　{t(STATES[cell.state])}" if cell else ""
        self.cell_title.setText(title)
        self.files.setRowCount(len(self._files))
        for place, one in enumerate(self._files):
            look = "warning" if one.notices else "good"
            self.files.put(place, 0, t("第{revision}版", revision=one.revision))
            self.files.put(place, 1, one.received_at[:16].replace("T", " "))
            self.files.put(place, 2, t(OUTCOMES[one.outcome]), state=look)
            self.files.put(place, 3, "\n".join(t.of(notice) for notice in (*filter(None, (cell.replaced(one) if cell else None,)), *one.notices)))
        self.files.fit()
        if self._files:
            self.files.setCurrentCell(0, 0)
        self._show_records(0 if self._files else -1)

    def _show_records(self, row: int, *_: int) -> None:
        rows = self._desk.records(self._files[row].sha256) if 0 <= row < len(self._files) else ()
        kinds = {kind.name: kind for kind in KINDS}
        self.open_button.setEnabled(bool(self._files))
        self.save_button.setEnabled(bool(self._files))
        told = self._desk.deeds(self._files[row].sha256) if 0 <= row < len(self._files) else None
        if told is None:
            self.deeds.clear()
        else:
            self.deeds.tell("info", self._t.of(told))
        self.records.setRowCount(len(rows))
        for place, record in enumerate(rows):
            kind = kinds.get(str(record["kind"]))
            day = record.get(kind.dated_by) if kind else ""
            cells: tuple[Any, ...] = (
                record["number"], self._t(kind.label) if kind else record["kind"], day, record.get("organ"),
                record.get("title") or record.get("fact"),
            )  # fmt: skip
            for column, words in enumerate(cells):
                self.records.put(place, column, str(words or ""))
        self.records.fit()

    def save_file(self) -> None:
        """A copy under the name by which the point handed it in."""
        row = max(self.files.currentRow(), 0)
        if row >= len(self._files):
            return
        one = self._files[row]
        target = asking.save_file(self, self._t("另存文件"), one.file_name, self._t("月报 (*.pdf)"))
        if target is None:
            return
        try:
            self._desk.copy_out(one.sha256, target)
        except BurdenError as refused:
            self.banner.tell("error", self._t.of(refused.sentence))
            return
        self.banner.tell("good", self._t("已存为 {file}。", file=target))

    def open_file(self, *_: int) -> None:
        """Show the chosen file in the system's reader of PDF files."""
        row = max(self.files.currentRow(), 0)
        if row >= len(self._files):
            return
        file = self._desk.kept_file(self._files[row].sha256)
        if not file.is_file() or not QDesktopServices.openUrl(QUrl.fromLocalFile(str(file))):
            self.banner.tell("error", self._t("打不开 {file}。", file=file))

    def _on_change(self, names: frozenset[str]) -> None:
        if "received" in names and self.isVisible():
            self.open()


def make(workplace: Workplace, name: str) -> OverviewPage:
    return OverviewPage(workplace)
