"""Only regular files are read, and nobody in the house reads a named file by another door."""

import ast
import os
import sys
from pathlib import Path

import pytest

from burden_desktop.regular import open_regular, read_regular

from .conftest import ROOT

_OWN = {
    "cli/answers.py": "what the caller's shell has opened",
    "signing/letters.py": "our fonts", "signing/stamp.py": "our fonts", "report/archive.py": "our colours", "tasks/page_redraw.py": "our colours",
    "tasks/rules.py": "our rules", "intake/pinyin.py": "our letters",
    "ui/look/icons.py": "our icons", "ui/manual.py": "our manual",
    "store/files/lock.py": "the lock, opened without waiting",
    "store/files/surroundings.py": "the system's mounts",
}  # fmt: skip
"""Files that read by themselves, and what: nothing that somebody else named."""


def _reads(tree: ast.AST) -> bool:
    """Whether a file is opened or read anywhere in it."""
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        words = [word.value for word in call.args if isinstance(word, ast.Constant)]
        if isinstance(call.func, ast.Attribute):
            if call.func.attr == "read_bytes" or (call.func.attr == "read_text" and str(words[:1]).startswith("['utf")):
                return True
            if call.func.attr == "open" and words[:1] in (["r"], ["rb"]):
                return True
        elif isinstance(call.func, ast.Name) and call.func.id == "open":
            return True
    return False


def test_files_that_are_named_are_read_by_the_one_door() -> None:
    package = ROOT / "burden_desktop"
    files = {file.relative_to(package).as_posix(): file for file in package.rglob("*.py")}
    reading = {name for name, file in files.items() if _reads(ast.parse(file.read_text("utf-8")))}
    assert reading == set(_OWN)


def test_a_limit_is_kept(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"12345")
    assert read_regular(tmp_path / "a", 5) == read_regular(tmp_path / "a") == b"12345"
    with pytest.raises(OSError, match="File too large"):
        read_regular(tmp_path / "a", 4)


def test_a_folder_is_named_as_one(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        open_regular(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")
def test_a_pipe_put_in_place_after_the_look_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    os.mkfifo(tmp_path / "pipe")
    looked = (tmp_path / "file").stat()
    monkeypatch.setattr(Path, "stat", lambda self, **_: looked)
    with pytest.raises(OSError, match="Not a regular file"):
        open_regular(tmp_path / "pipe")
