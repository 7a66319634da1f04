"""A repeat count inside an f-string becomes a pair of figures: `{1,8}` is then read as the words (1, 8) and the rule is dead."""

import importlib
import pkgutil
import re
from collections.abc import Iterator

from burden_desktop import intake


def _patterns() -> Iterator[tuple[str, str]]:
    for module in pkgutil.walk_packages(intake.__path__, f"{intake.__name__}."):
        for name, value in vars(importlib.import_module(module.name)).items():
            for one in value if isinstance(value, tuple) else (value,):
                if isinstance(one, re.Pattern) and isinstance(one.pattern, str):
                    yield f"{module.name}.{name}", one.pattern


def test_no_count_was_lost_in_an_f_string() -> None:
    found = dict(_patterns())
    assert len(found) > 100
    assert [name for name, pattern in found.items() if re.search(r"\(\d+, \d+\)", pattern)] == []
