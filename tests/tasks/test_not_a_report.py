"""What a commission gets that is no report is named as what it is."""

from pathlib import Path

import pytest

from burden_desktop.domain.handed_in.receiving import REFUSED
from burden_desktop.domain.point import Point
from burden_desktop.domain.role import COMMISSION
from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks.handover import hand_over
from burden_desktop.tasks.identity import write_sheet
from burden_desktop.tasks.not_a_report import what_else

from ..a_point import SECRET, APoint, received_here
from ..conftest import StandingClock


@pytest.fixture
def point(tmp_path: Path, clock: StandingClock) -> APoint:
    return APoint(tmp_path / "p", clock)


def test_files_that_are_no_report_are_named_with_the_place_where_they_belong(
    tmp_path: Path, clock: StandingClock, point: APoint
) -> None:
    sheet, certificate = write_sheet(point.p12, SECRET, tmp_path / "out", commission="", now=clock())
    parcel = tmp_path / "移交.zip"
    with point.open() as ledger:
        hand_over(ledger, parcel, identity=None, now=clock())
        backup = ledger.backups.make()
    for file, said in ((sheet, "points enrol"), (certificate, "points enrol"), (parcel, "takeover"), (backup, "它的备份")):
        assert said in str(what_else(file)), file.name
    with Ledger.create(tmp_path / "c.db", Point("青禾县纪委监委", "JW-01"), clock=clock, role=COMMISSION) as commission:
        for one in received_here(commission, (sheet, parcel), clock()):
            assert one.outcome == REFUSED and len(one.reasons) == 1 and "不是月报" in str(one.reasons[0])


def test_a_report_and_what_nobody_knows_are_judged_as_ever(tmp_path: Path, point: APoint) -> None:
    point.add("2026-03-05", "一件事")
    report = point.close("2026-03")
    (strange := tmp_path / "x.pdf").write_bytes(b"%PDF-1.7 nothing")
    (broken := tmp_path / "x.zip").write_bytes(b"PK nothing")
    assert [what_else(file) for file in (report, strange, broken, tmp_path / "none.pdf")] == [None] * 4
    (tmp_path / "forged.pdf").write_bytes(report.read_bytes() + "签名证书登记表".encode())
    assert what_else(tmp_path / "forged.pdf") is None, "what bears a signature is judged by it"
