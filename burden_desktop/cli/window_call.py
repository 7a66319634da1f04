"""The call without a command, which opens the window: read without the command line's library, for the start's sake.

Anything else than `--ledger` and `--language` with sound values is left to the command line, which knows the rest.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

LANGUAGES: Final = ("zh_CN", "en")


class WindowCall(NamedTuple):
    """`ledger` is the file or folder named, None for the user's own; `language` is empty when none was named."""

    ledger: Path | None
    language: str


def _options(arguments: Sequence[str]) -> dict[str, str] | None:
    """Option → value, written `--name value` or `--name=value`, the last one counting; None for anything else."""
    found: dict[str, str] = {}
    waiting = ""
    for word in arguments:
        if waiting:
            found[waiting], waiting = word, ""
            continue
        name, equals, value = word.partition("=")
        if name not in ("--ledger", "--language"):
            return None
        if equals:
            found[name] = value
        else:
            waiting = name
    return None if waiting else found


def window_call(arguments: Sequence[str]) -> WindowCall | None:
    """What a call without a command asks for; None when it has a command or is not sound."""
    options = _options(arguments)
    if options is None or options.get("--language", LANGUAGES[0]) not in LANGUAGES or options.get("--ledger") == "":
        return None
    ledger = options.get("--ledger")
    return WindowCall(Path(ledger) if ledger else None, options.get("--language", ""))
