"""Pictures of a commission's pages for people to look at: empty, ordinary, and 60 points by 12 months. They lie in
out/screens/commission/."""

import os
import sys
import tempfile
from datetime import timedelta
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from burden_desktop.app import texts
from burden_desktop.domain.handed_in.receiving import ACCEPTED, NOTICED, REFUSED, Enrolled, Received
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.point import Point
from burden_desktop.domain.role import COMMISSION
from burden_desktop.domain.texts import say
from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks.desk import LedgerDesk
from burden_desktop.ui.look import appearance
from burden_desktop.ui.screenshots import screenshots

from .conftest import StandingClock

OUT = Path(__file__).resolve().parent.parent / "out" / "screens" / "commission"
FIRST = Month(2025, 4)
LONG = "青禾县高标准农田建设示范区管理委员会石桥河流域综合治理联络站"


def filled(folder: Path, points: int, months: int) -> LedgerDesk:
    """So many points, each with so many months; every fifth late, every ninth refused, some missing."""
    clock = StandingClock()
    clock.set(2025, 3, 20, 9, 0)
    ledger = Ledger.create(folder / "ledger.db", Point("青禾县纪委监委", "JW-01"), clock=clock, role=COMMISSION)
    for number in range(points):
        name = f"{LONG}{number}" if number % 7 == 3 else f"青禾县第{number}镇"
        ledger.receiving.enrol(
            Enrolled(f"QH-{number:04d}", name, f"{number:064x}", b"%d" % number, clock().isoformat(timespec="seconds"), "2028-03-20T00:00:00+08:00")
        )
    for step in range(months):
        month = FIRST.plus(step)
        clock.set(month.plus(1).year, month.plus(1).number, 3, 9, 0)
        for number in range(points):
            if (number * 7 + step) % 11 != 0:
                _receive(ledger, clock, number, month, step)
    if points > 2:
        ledger.receiving.suspend("QH-0002", "密钥丢失，联络人来电说明，已请该镇重新制作证书并交登记表")
    clock.set(2026, 4, 8, 9, 0)
    return LedgerDesk(ledger, clock)


def _receive(ledger: Ledger, clock: StandingClock, number: int, month: Month, step: int) -> None:
    clock.now += timedelta(seconds=1)
    refused, noticed = (number + step) % 9 == 0, (number + step) % 5 == 0
    ledger.receiving.add(
        Received(
            sha256=f"{number:032x}{step:032x}", received_at=clock().isoformat(timespec="seconds"),
            file_name=f"QH-{number:04d}-{month}-r1.pdf", outcome=REFUSED if refused else NOTICED if noticed else ACCEPTED,
            code=f"QH-{number:04d}", name=f"青禾县第{number}镇", month=str(month), revision=1,
            signed_at=clock().isoformat(timespec="seconds"), last_seq=step + 1,
            notices=(say("迟报：应于{due}前报送。", due="2026-04-05"),) if noticed and not refused else (),
            reasons=(say("签名与内容不符：文件在签名后被改动过。"), say("签名没有覆盖整个文件：签名之后还有内容，或签名范围不完整。")) if refused else (),
        ),
        b"",
    )  # fmt: skip


def main() -> int:
    shapes = {"empty": (0, 0), "ordinary": (5, 4), "overfull": (60, 12)}
    for name in sys.argv[1:] or shapes:
        with tempfile.TemporaryDirectory(prefix="screens-") as folder:
            desk = filled(Path(folder), *shapes[name])
            try:
                for language, percent, theme in product(["zh_CN", "en"], [100, 200], [appearance.LIGHT, appearance.DARK]):
                    files = screenshots(desk, texts(language), OUT / name / language, kinds=(), theme=theme, percent=percent)
                    print(f"{name} {language} {percent} {theme}: {len(files)} pages", flush=True)
            finally:
                desk.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
