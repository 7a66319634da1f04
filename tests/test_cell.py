"""A process beside the program: whatever is done in it, the next call is answered."""

import os
import time

import pytest

from burden_desktop.cell import Cell, Fell, OutOfMemory, OutOfTime


def work(given: str, deed: str) -> tuple[str, int]:
    """Does what it is told."""
    match deed:
        case "hang":
            time.sleep(60)
        case "fall":
            os._exit(11)
        case "raise":
            raise LookupError(deed)
        case "grow":
            bytearray(900_000_000)
    return given, os.getpid()


def test_each_end_has_its_name_and_the_next_call_is_answered() -> None:
    cell = Cell(work, "given", memory=300_000_000)
    try:
        first, held = cell.call("work", seconds=20), cell.call("work", seconds=20)
        assert first == held and first[0] == "given" and cell.served == 2
        with pytest.raises(OutOfMemory):
            cell.call("grow", seconds=20)
        assert cell.call("work", seconds=20) == first  # the process lives on
        for deed, end, seconds in (("hang", OutOfTime, 0.5), ("fall", Fell, 20), ("raise", Fell, 20)):
            with pytest.raises(end):
                cell.call(deed, seconds=seconds)
            assert cell.call("work", seconds=20)[0] == "given"
        assert cell.call("work", seconds=20) != first
    finally:
        cell.close()
