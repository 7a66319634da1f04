"""Whatever stands in a register, it is read to an end and no row of it is lost."""

import random

from .registers.anyhow import tried


def test_any_grid_and_any_pasted_text_is_read_to_an_end() -> None:
    for seed in range(2_000):
        tried(random.Random(seed))  # noqa: S311 - no secret
