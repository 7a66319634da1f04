"""The manual's pictures, taken of the sample ledger in both languages: `make pictures` writes them into resources/manual/pictures."""

import os
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtWidgets import QApplication, QWidget

from burden_desktop.app import texts
from burden_desktop.domain.kinds import KINDS
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.texts import Texts
from burden_desktop.tasks.sample_ledger import make_sample_desk
from burden_desktop.ui.desk import Desk
from burden_desktop.ui.first_run import Wizard
from burden_desktop.ui.jobs import Jobs
from burden_desktop.ui.look import appearance
from burden_desktop.ui.month.month_page import MonthPage
from burden_desktop.ui.records.record_page import RecordPage
from burden_desktop.ui.records.search_page import SearchPage
from burden_desktop.ui.start import application
from burden_desktop.ui.window import Window

OUT = Path(__file__).resolve().parent.parent / "resources" / "manual" / "pictures"
SIZE, WIDE, COLOURS = (1300, 700), 760, 96
IN_THE_README = "document"
PAGES = ("today", "document", "search", "month", "bodies", "backups", "settings")


def take(desk: Desk, t: Texts, folder: Path, month: Month) -> list[Path]:
    """One picture of the first start, one of each page."""
    app = application(t)
    appearance.wear(app, percent=100, theme=appearance.LIGHT, family=appearance.register_fonts())
    folder.mkdir(parents=True, exist_ok=True)
    jobs = Jobs()
    wizard = Wizard(t, lambda *_: desk, Path("ledger.db"), jobs, lambda: desk, lambda _: desk)
    wizard.resize(700, 620)
    wizard.show()
    files = [_save(app, wizard, folder / "wizard.png")]
    wizard.close()
    jobs.stop()
    window = Window(desk, KINDS, t)
    window.resize(*SIZE)
    window.show()
    for name in PAGES:
        window.show_page(name)
        page = window.page(name)
        if isinstance(page, MonthPage):
            page.show_month(month)
            page.preview()
        elif isinstance(page, SearchPage):
            page.box.setText("农村")
            page.search()
        elif isinstance(page, RecordPage):
            page.table.go_to(1)
        while window.jobs.busy:
            app.processEvents()
        files.append(_save(app, window, folder / f"{name}.png"))
        if name == IN_THE_README and t.language == "zh_CN":
            _save(app, window, folder.parent / "window.png", wide=SIZE[0])
    window.close()
    return files


def _save(app: QApplication, widget: QWidget, file: Path, *, wide: int = WIDE) -> Path:
    for _ in range(5):
        app.processEvents()
    widget.grab().save(str(file))
    with Image.open(file) as picture:
        small = picture.convert("RGB").resize((wide, round(picture.height * wide / picture.width)), Image.Resampling.LANCZOS)
    small.quantize(COLOURS).save(file, optimize=True)
    return file


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="pictures-") as folder:
        desk = make_sample_desk(Path(folder), lambda: datetime.now(UTC))
        try:
            month = desk.page("document", limit=1)[0].month
            for language in ("zh_CN", "en"):
                take(desk, texts(language), OUT / language[:2], month)
        finally:
            desk.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
