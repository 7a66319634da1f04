"""Regular expressions that are compiled when they are first used: a start of the program uses few of them."""

import re
from typing import Any, cast


class _Waiting:
    """Becomes, attribute by attribute, what `re.compile` would have given."""

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self._source, self._flags), name)  # re keeps what it has compiled
        setattr(self, name, found)
        return found


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """Like `re.compile`, later. A faulty expression is told at its first use, so a test must use it."""
    return cast("re.Pattern[str]", _Waiting(source, flags))
