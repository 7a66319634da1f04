"""What the README promises works as written: its commands are run, its files exist, both languages say the same."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = Path(sys.executable).with_name("burden-desktop")
READMES = ("README.md", "README.zh-CN.md")


def _example(name: str) -> str:
    """The block of commands that begins with the alias."""
    blocks = re.findall(r"^```\n(.*?)^```$", (ROOT / name).read_text("utf-8"), re.MULTILINE | re.DOTALL)
    return next(block for block in blocks if block.startswith("alias burden="))


@pytest.mark.parametrize("name", READMES)
def test_first_month_works_as_the_readme_writes_it(name: str, tmp_path: Path) -> None:
    _, _, commands = _example(name).partition("\n")
    script = f'set -eu\nburden() {{ "{PROGRAM}" "$@"; }}\n{commands}'
    done = subprocess.run(
        ["sh", "-c", script],
        cwd=tmp_path,
        env={**os.environ, "XDG_DATA_HOME": str(tmp_path / "home")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "my" / "reports" / "QSZ-01-2026-03-r1.pdf").read_bytes().startswith(b"%PDF-")
    assert not (tmp_path / "home").exists(), "a ledger that is named leaves the user's own folder alone"


def test_both_readmes_show_the_same_commands() -> None:
    english, chinese = (re.sub(r"'.*?'", "''", _example(name)) for name in READMES)
    assert english == chinese


@pytest.mark.parametrize("name", [*READMES, "CONTRIBUTING.md", "CHANGELOG.md"])
def test_files_that_a_document_points_at_exist(name: str) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", (ROOT / name).read_text("utf-8")):
        assert (ROOT / target).exists(), target


def test_the_command_table_names_every_command() -> None:
    done = subprocess.run([PROGRAM, "--language", "en", "--help"], capture_output=True, text=True, check=True)
    _, _, listed = done.stdout.partition("Commands:")
    commands = re.findall(r"^  ([a-z-]+)", listed, re.MULTILINE)
    assert commands
    for name in READMES:
        readme = (ROOT / name).read_text("utf-8")
        assert [command for command in commands if f"`{command}" not in readme] == []
