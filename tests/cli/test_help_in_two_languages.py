"""Help and usage errors speak the language that was asked for, Chinese where none was, on any terminal."""

import gettext
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from burden_desktop.app import texts
from burden_desktop.cli.main import command_line
from burden_desktop.cli.spoken import in_language, language_asked
from burden_desktop.paths import resources

from ..conftest import StandingClock
from .conftest import Console

CHINESE = re.compile(r"[\u3400-\u9fff]")
ENGLISH_SENTENCE = re.compile(r"[A-Za-z]{3,} [a-z]{2,} [a-z]{2,}")
NAMES_IN_ENGLISH_HELP = re.compile("语言|草稿|休")  # the other language's name, words printed on paper or read from a file


def _every(command: click.Command, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    yield path
    if isinstance(command, click.Group):
        for name, below in command.commands.items():
            yield from _every(below, (*path, name))


EVERY_COMMAND = list(_every(command_line))


@pytest.fixture
def speaker(tmp_path: Path, clock: StandingClock, capsys: pytest.CaptureFixture[str]) -> Console:
    """A command line without a ledger: help and usage errors need none."""
    return Console(tmp_path, clock, capsys)


def test_english_help_has_no_chinese_left(speaker: Console) -> None:
    for path in EVERY_COMMAND:
        help = speaker.ok("--language", "en", *path, "--help")
        assert not CHINESE.search(NAMES_IN_ENGLISH_HELP.sub("", help)), help
        assert "Usage:" in help


def test_chinese_help_has_no_english_sentence_left(speaker: Console) -> None:
    for path in EVERY_COMMAND:
        usage, _, help = speaker.ok(*path, "--help").partition("\n")
        assert not ENGLISH_SENTENCE.search(help), help
        assert not re.search(r"\b(?:OPTIONS|COMMAND|ARGS|[A-Z]+(?= |$|\]))(?!-)", usage.replace("burden-desktop", "").replace("YYYY-H1|H2", "")), usage
        assert not re.search(r"  --[a-z-]+ (?!YYYY)[A-Z]{3,}", help), help
        assert "用法：" in usage and "显示这份说明后退出。" in help


def test_no_command_is_told_by_half_a_sentence(speaker: Console) -> None:
    for language in ("zh_CN", "en"):
        assert "..." not in speaker.ok("--language", language, "--help").replace("[ARGS]...", "")


@pytest.mark.parametrize(
    ("words", "chinese", "english"),
    [
        (("nope",), "没有“nope”这个命令。", "No such command 'nope'."),
        (("correct", "2026-03"), "缺少选项 '--reason'", "Missing option '--reason'"),
        (("month",), "缺少参数 '月份'", "Missing argument 'MONTH'"),
        (("month", "2026-03", "x"), "多出了内容：x", "Got unexpected extra argument (x)"),
        (("verify", "--nope"), "没有“--nope”这个选项。", "No such option '--nope'."),
        (("verify", "--trust"), "选项 --trust 后面缺少内容。", "Option '--trust' requires an argument."),
        (("month", "2026-13"), "“2026-13”不是月份", "not a month"),
        (("verify", "a.pdf", "--trust", ".", "--at", "soon"), "“soon”不是时间", "no time"),
        (("identity", "new", "--algorithm", "dsa"), "“dsa”不在可选之列", "'dsa' is not one of 'ec', 'rsa'."),
    ],
)
def test_usage_errors_in_both_languages(speaker: Console, words: tuple[str, ...], chinese: str, english: str) -> None:
    code, out, err = speaker.run(*words)
    assert (code, out) == (2, "") and chinese in err and not ENGLISH_SENTENCE.search(err.replace("burden-desktop", "")), err
    code, out, err = speaker.run("--language=en", *words)
    assert (code, out) == (2, "") and english in err and not CHINESE.search(err), err


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("", "zh_CN"), ("--help", "zh_CN"), ("--language en --help", "en"), ("--help --language en", "en"),
        ("--language=en --help", "en"), ("--language en --language zh_CN check", "zh_CN"), ("--language de check", "zh_CN"),
        ("check --language", "zh_CN"),
    ],
)  # fmt: skip
def test_language_asked_for(words: str, language: str) -> None:
    assert language_asked(words.split()) == language


def test_commands_in_a_language_leave_the_commands_as_they_are() -> None:
    before = command_line.commands["check"].help
    spoken = in_language(command_line, texts("en"))
    assert isinstance(spoken, click.Group)
    assert spoken.commands["check"].help != before == command_line.commands["check"].help


def test_a_call_leaves_gettext_and_environment_as_they_were(speaker: Console) -> None:
    before = gettext.textdomain(), os.environ.get("LANGUAGE")
    speaker.run("--language", "en", "--help")
    assert (gettext.textdomain(), os.environ.get("LANGUAGE")) == before


@pytest.mark.parametrize("setting", [{"LC_ALL": "C"}, {"PYTHONIOENCODING": "cp936"}, {"PYTHONIOENCODING": "ascii", "LANG": "C"}])
def test_help_reaches_any_terminal(tmp_path: Path, setting: dict[str, str]) -> None:
    """Neither a C locale nor a pipe of another code page: what is printed is UTF-8."""
    done = subprocess.run(
        [sys.executable, "-m", "burden_desktop", "--help"],
        env={"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), **setting},
        capture_output=True,
        check=True,
    )
    assert "基层减负监测台账" in done.stdout.decode("utf-8") and done.stderr == b""


def test_every_sentence_of_the_library_is_one_that_it_still_says() -> None:
    said = "".join(file.read_text("utf-8") for file in Path(click.__file__).parent.glob("*.py"))
    with (resources() / "locale" / "zh_CN" / "LC_MESSAGES" / "click.mo").open("rb") as file:
        chinese = gettext.GNUTranslations(file)
    sources = {key if isinstance(key, str) else key[0] for key in chinese._catalog if key}  # type: ignore[attr-defined]
    unknown = {source for source in sources if source.replace("\n", "\\n").replace("\t", "\\t") not in said}
    assert unknown == set() and len(sources) > 30
