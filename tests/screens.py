"""Pictures of every page for people to look at: `make screens` leaves them in out/screens/.

Ordinary, empty and overfull ledgers; Chinese and English; 100 and 200 percent; light and dark.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from burden_desktop.app import texts
from burden_desktop.domain.kinds import KINDS
from burden_desktop.store import Ledger
from burden_desktop.tasks.demo import SAMPLE_POINT
from burden_desktop.tasks.desk import LedgerDesk
from burden_desktop.tasks.sample_ledger import make_sample_desk, standing_clock
from burden_desktop.ui.look import appearance
from burden_desktop.ui.screenshots import screenshots

OUT = Path(__file__).resolve().parent.parent / "out" / "screens"
LONG = "关于转发《青禾县人民政府办公室关于进一步做好二〇二六年度农村人居环境整治提升和高标准农田建设以及防汛抗旱各项准备工作的通知》并认真抓好贯彻落实有关事项的通知"


def now() -> datetime:
    return datetime.now(UTC)


def ordinary(folder: Path) -> LedgerDesk:
    return make_sample_desk(folder, now)


def empty(folder: Path) -> LedgerDesk:
    clock = standing_clock(now)
    return LedgerDesk(Ledger.create(folder / "ledger.db", SAMPLE_POINT, clock=clock), clock)


def overfull(folder: Path) -> LedgerDesk:
    """Every kind full of titles of 82 characters, issued by three bodies at once, and due these days."""
    desk = make_sample_desk(folder, now)
    for number in range(150):
        day = f"2026-03-{number % 28 + 1:02d}"
        for kind in KINDS:
            written: dict[str, object] = {}
            for field in kind.fields:
                if field.name in (kind.dated_by, "deadline") or (field.required and field.type.value == "date"):
                    written[field.name] = "2026-04-03" if field.name == "deadline" else day
                elif field.type.value == "organ":
                    written[field.name] = "中共青禾县委农村工作领导小组办公室、青禾县农业农村局、青禾县自然资源和规划局"
                elif field.required or field.type.value == "long_text":
                    written[field.name] = f"{LONG}{number}"
            if kind.field(kind.dated_by).required:
                desk.add(kind.name, written)
    return desk


def main() -> int:
    ledgers: dict[str, Callable[[Path], LedgerDesk]] = {"ordinary": ordinary, "empty": empty, "overfull": overfull}
    wanted = sys.argv[1:] or list(ledgers)
    for name in wanted:
        with tempfile.TemporaryDirectory(prefix="screens-") as folder:
            desk = ledgers[name](Path(folder))
            try:
                dresses = product(["zh_CN", "en"], [100, 200], [appearance.LIGHT, appearance.DARK])
                for language, percent, theme in dresses if name == "ordinary" else [("zh_CN", 100, appearance.LIGHT), ("en", 200, appearance.DARK)]:
                    files = screenshots(desk, texts(language), OUT / name / language, theme=theme, percent=percent)
                    print(f"{name} {language} {percent} {theme}: {len(files)} pages", flush=True)
            finally:
                desk.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
