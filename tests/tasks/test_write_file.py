"""Files are written whole, or not at all."""

import os
from pathlib import Path

import pytest

from burden_desktop.domain.errors.files import NotAFolder
from burden_desktop.domain.errors.ledger import CannotWrite
from burden_desktop.tasks.make_folder import make_folder
from burden_desktop.tasks.write_file import write_file


def test_a_file_replaces_the_one_before_and_leaves_no_scratch(tmp_path: Path) -> None:
    target = tmp_path / "新 文件夹" / "a.txt"
    write_file(target, b"one")
    write_file(target, b"two")
    assert target.read_bytes() == b"two" and [path.name for path in target.parent.iterdir()] == ["a.txt"]


def test_a_folder_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x", "utf-8")
    for folder in ("a", "a/in"):
        with pytest.raises(NotAFolder, match="a 是文件，不是文件夹"):
            write_file(tmp_path / folder / "b.pdf", b"x")
        with pytest.raises(NotAFolder, match="a 是文件，不是文件夹"):
            make_folder(tmp_path / folder)


def test_what_stood_there_stays_when_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.txt"
    write_file(target, b"old")

    def refuse(self: Path, other: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(CannotWrite):
        write_file(target, b"new")
    assert target.read_bytes() == b"old" and len(list(tmp_path.iterdir())) == 1


def test_a_write_that_the_system_cuts_short_leaves_nothing(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource", reason="this system has no limit on a file's size")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4_096, hard))
    try:
        with pytest.raises(CannotWrite, match="不容许这么大"):
            write_file(tmp_path / "a.pdf", b"x" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert list(tmp_path.iterdir()) == []


def test_a_private_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    if os.name == "nt":
        pytest.skip("Windows keeps rights in access lists, not in mode bits")
    write_file(tmp_path / "id.p12", b"key", private=True)
    assert (tmp_path / "id.p12").stat().st_mode & 0o077 == 0
