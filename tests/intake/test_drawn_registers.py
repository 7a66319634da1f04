"""Registers drawn by other hands than the rules' are read as a careful clerk reads them."""

from pathlib import Path

import pytest

from .registers.drawn import Register
from .registers.scored import ALL, can_be_read, differences

READABLE = [register for register in ALL if can_be_read(register)]


@pytest.mark.parametrize("register", READABLE, ids=[register.file for register in READABLE])
def test_drawn_register_is_read_as_its_truth_says(register: Register, tmp_path: Path) -> None:
    assert differences(register, tmp_path) == []
