"""What a user installs: the package for UOS, Kylin and Debian, the installer for Windows, and the program's icon."""

import importlib.util
import json
import struct
import subprocess
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from .conftest import ROOT

INSTALLER = ROOT / "build" / "installer"


@pytest.fixture(scope="module")
def debian() -> ModuleType:
    spec = importlib.util.spec_from_file_location("debian_package", INSTALLER / "debian.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """As a bundle lies: a program that can be run, and a file that nobody but its builder may read."""
    folder = tmp_path / "bundle"
    (folder / "_internal").mkdir(parents=True)
    program = folder / "burden-desktop"
    program.write_bytes(Path("/bin/true").read_bytes())
    program.chmod(0o700)
    (folder / "_internal" / "text").write_text("文", "utf-8")
    (folder / "_internal" / "text").chmod(0o600)
    return folder


def test_the_package_puts_program_menu_entry_and_icon_where_desktops_look(
    debian: ModuleType, bundle: Path, tmp_path: Path, needs: Callable[[str], str]
) -> None:
    needs("dpkg-deb")
    needs("objdump")
    made = debian.pack(bundle, tmp_path / "out")
    assert [file.name for file in (tmp_path / "out").iterdir()] == [made.name], "nothing half made is left"
    root = tmp_path / "root"
    subprocess.run(["dpkg-deb", "--extract", str(made), str(root)], check=True)
    app = root / "opt" / "apps" / "burden-desktop"
    for folder in (root / "usr" / "share", app / "entries"):
        entry = (folder / "applications" / "burden-desktop.desktop").read_text("utf-8")
        icon = folder / "icons" / "hicolor" / "scalable" / "apps" / "burden-desktop.svg"
        assert icon.read_bytes() == debian.ICON.read_bytes()
    started = entry.partition("Exec=")[2].splitlines()[0]
    assert (root / started.lstrip("/")).read_bytes() == (bundle / "burden-desktop").read_bytes()
    assert str((root / "usr" / "bin" / "burden-desktop").readlink()) == started
    assert {oct(file.stat().st_mode & 0o777) for file in (app / "files" / "_internal").iterdir()} == {"0o644"}
    assert (app / "files" / "burden-desktop").stat().st_mode & 0o777 == 0o755, "every user of the computer may start it"
    told = json.loads((app / "info").read_text("utf-8"))
    assert told["appid"] == "burden-desktop" and len(told["version"].split(".")) == 4


def test_the_package_asks_for_the_c_library_that_its_binaries_need_and_runs_no_script(
    debian: ModuleType, bundle: Path, tmp_path: Path, needs: Callable[[str], str]
) -> None:
    needs("dpkg-deb")
    needs("objdump")
    made = debian.pack(bundle, tmp_path / "out")
    fields = subprocess.run(["dpkg-deb", "--field", str(made)], capture_output=True, text=True, check=True).stdout
    assert f"libc6 (>= {debian.glibc_of(bundle)})" in fields
    assert f"Version: {debian.project()['version']}" in fields
    control = tmp_path / "control"
    subprocess.run(["dpkg-deb", "--control", str(made), str(control)], check=True)
    assert [file.name for file in control.iterdir()] == ["control"]


def test_the_windows_installer_compiles_for_a_bundle(bundle: Path, tmp_path: Path, needs: Callable[[str], str]) -> None:
    makensis = needs("makensis")
    given = [f"-DBUNDLE={bundle}", f"-DOUT={tmp_path}", "-DVERSION=1.2.3"]
    done = subprocess.run(
        [makensis, "-NOCD", "-WX", *given, "build/installer/windows.nsi"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "burden-desktop-1.2.3-windows-x64-setup.exe").read_bytes().startswith(b"MZ")


def test_setup_for_windows_deletes_only_the_programs_own_folder_of_libraries() -> None:
    lines = [line.strip() for line in (INSTALLER / "windows.nsi").read_text("utf-8").splitlines()]
    gone = {line for line in lines if line.startswith("RMDir /r")}
    assert gone == {'RMDir /r "$INSTDIR\\_internal.old"'}, "whole folders go only where nobody else's files can lie"


def test_the_icon_of_windows_holds_every_size_from_task_bar_to_desktop() -> None:
    data = (INSTALLER / "burden-desktop.ico").read_bytes()
    _, kind, count = struct.unpack_from("<HHH", data)
    sizes = {data[6 + 16 * index] or 256 for index in range(count)}
    assert kind == 1 and sizes == {16, 24, 32, 48, 64, 128, 256}
