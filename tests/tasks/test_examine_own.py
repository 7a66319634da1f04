"""A point looks at its own signed file as the commission will."""

from pathlib import Path

from burden_desktop.tasks.desk import LedgerDesk

from ..a_point import APoint
from ..conftest import StandingClock


def test_the_points_own_file_passes_and_a_touched_copy_does_not(tmp_path: Path, clock: StandingClock) -> None:
    clock.set(2026, 3, 20, 9, 0)
    point = APoint(tmp_path / "point", clock)
    point.add("2026-03-05")
    clock.set(2026, 4, 2, 9, 0)
    file = point.close("2026-03")
    touched = tmp_path / "touched.pdf"
    touched.write_bytes(file.read_bytes() + b"\n%")
    desk = LedgerDesk(point.open(), clock)
    try:
        said = [desk.identities.examine(one, point.p12.parent) for one in (file, touched)]
    finally:
        desk.close()
    assert [verdict.accepted for verdict in said] == [True, False]
    assert said[0].month == "2026-03" and said[1].reasons
