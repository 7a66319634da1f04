"""A place in the window that a line, a bar or a message can lead to: a page, and what it shall show there."""

from typing import NamedTuple

from ..domain.months.month import Month


class Place(NamedTuple):
    """`page` by name. `month`, `level` and `organ` filter a kind's records; `numbers` are the records meant; `record`
    is the id of one that is to be shown among all the others; `part` is a section of the page.

    A page shows what it knows of these and ignores the rest.
    """

    page: str
    month: Month | None = None
    level: str = ""
    organ: str = ""
    numbers: tuple[str, ...] = ()
    record: int | None = None
    part: str = ""
