"""A call without a command opens the window; everything else is the command line's."""

from pathlib import Path

import pytest

from burden_desktop.cli.window_call import WindowCall, window_call


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("", WindowCall(None, "")),
        ("--ledger my/ledger.db", WindowCall(Path("my/ledger.db"), "")),
        ("--ledger=my/ledger.db --language=en", WindowCall(Path("my/ledger.db"), "en")),
        ("--language en --language zh_CN", WindowCall(None, "zh_CN")),
    ],
)
def test_call_without_a_command_opens_the_window(words: str, meant: WindowCall) -> None:
    assert window_call(words.split()) == meant


@pytest.mark.parametrize(
    "words", ["check", "--ledger a.db list document", "--language de", "--ledger", "--ledger=", "--help", "--version", "-x"]
)
def test_all_else_is_left_to_the_command_line(words: str) -> None:
    assert window_call(words.split()) is None
