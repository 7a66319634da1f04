"""The language of a call, known before the call is read: help and usage errors speak it as everything else does.

Our own words are those of the one catalogue; those of the command line's library come by gettext, as the library
offers, from `resources/locale/zh_CN/LC_MESSAGES/click.po`.
"""

from __future__ import annotations

import copy
import gettext
import os
from contextlib import contextmanager
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import click

from ..paths import resources
from .window_call import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..domain.texts import Texts

CHINESE: Final = LANGUAGES[0]
_DOMAIN: Final = "click"
_PLACES: Final = {
    "TEXT": "文字", "PATH": "路径", "INTEGER RANGE": "整数", "LEVEL": "层级", "REASON": "理由", "TIME": "时间", "KIND": "类别",
    "MONTH": "月份", "FILE": "文件", "FILES": "文件", "PATHS": "文件", "CODE": "代码", "NUMBER": "编号", "OLD": "旧月报", "NEW": "新月报",
    "OUT": "位置", "FIELD=VALUE…": "栏目=内容…", "KIND=N…": "类别=数量…",
}  # fmt: skip
"""What stands for a value in the help, where the library has English words alone."""


def language_asked(arguments: Sequence[str]) -> str:
    """What `--language` says, wherever it stands and however it is written, the last one counting; Chinese where it says
    nothing that we speak."""
    said = [word.partition("=")[2] for word in arguments if word.startswith("--language=")]
    said += [value for name, value in pairwise(arguments) if name == "--language"]
    return next((language for language in reversed(said) if language in LANGUAGES), CHINESE)


@contextmanager
def library_speaks(language: str) -> Iterator[None]:
    """Inside, the library of the command line says its own words in `language`."""
    before, domain = os.environ.get("LANGUAGE"), gettext.textdomain()
    gettext.bindtextdomain(_DOMAIN, str(resources() / "locale"))
    gettext.textdomain(_DOMAIN)
    os.environ["LANGUAGE"] = language
    try:
        yield
    finally:
        gettext.textdomain(domain)
        if before is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = before


def in_language(command: click.Command, t: Texts) -> click.Command:
    """The same command with its help said by `t`, and all that lie below it; the command handed in stays as it is."""
    spoken = copy.copy(command)
    spoken.help = t(command.help or "")
    spoken.short_help = _first_sentence(spoken.help)
    spoken.params = [_parameter(parameter, command, t) for parameter in command.params]
    if t.language == CHINESE:
        spoken.options_metavar = "[选项]"
    if isinstance(command, click.Group) and isinstance(spoken, click.Group):
        spoken.subcommand_metavar = "命令 [参数]…" if t.language == CHINESE else command.subcommand_metavar
        spoken.commands = {name: in_language(below, t) for name, below in command.commands.items()}
    return spoken


def _parameter(parameter: click.Parameter, command: click.Command, t: Texts) -> click.Parameter:
    spoken = copy.copy(parameter)
    if t.language == CHINESE:
        shown = parameter.make_metavar(click.Context(command))
        name = shown.strip("[].")
        if name in _PLACES:
            spoken.metavar = shown.replace(name, _PLACES[name]).replace("...", "…")
    if isinstance(spoken, click.Option) and spoken.help:
        spoken.help = t(spoken.help)
    return spoken


def _first_sentence(words: str) -> str:
    """What stands beside a command's name; told whole, for a cut sentence tells nothing."""
    for end in ("。", ". "):
        before, found, _ = words.partition(end)
        if found:
            return before + end.strip()
    return words
