"""What the report's tests lean on."""

from collections.abc import Callable

import pytest

from burden_desktop.domain.record import Record

from .invented_month import record


@pytest.fixture
def month() -> Callable[[int], list[Record]]:
    """`month(n)`: n records, mostly documents."""
    names = ("document", "document", "document", "meeting", "inspection")
    return lambda count: [record(place, names[place % 5]) for place in range(count)]
