"""The bundle as a package for UOS, Kylin and Debian: `python build/installer/debian.py BUNDLE OUT` writes one .deb.

The files lie as UOS asks (`/opt/apps/NAME/{info,entries,files}`); Kylin and Debian look for menu entry and icon under
`/usr/share`. No script runs at installing, so that nothing of the system is changed; ledgers are never touched.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Final

NAME: Final = "burden-desktop"
HERE: Final = Path(__file__).resolve().parent
ROOT: Final = HERE.parent.parent
ICON: Final = ROOT / "resources" / "icons" / "program" / "burden-desktop.svg"
_NOT_IN_BUNDLE: Final = (
    "libegl1",
    "libgl1",
    "libxcb1",
    "fontconfig-config",
)  # what the bundle's own libraries ask for besides the C library
_GLIBC: Final = re.compile(r"GLIBC_(\d+)\.(\d+)")


def project(root: Path = ROOT) -> dict[str, str]:
    """Version and description as `pyproject.toml` tells them."""
    told: dict[str, str] = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    return told


def glibc_of(bundle: Path) -> str:
    """The oldest C library that every binary of the bundle can work with, such as 2.28."""
    binaries = [str(file) for file in sorted(bundle.rglob("*")) if file.is_file() and _is_elf(file)]
    told = subprocess.run(["objdump", "-p", *binaries], capture_output=True, text=True, check=True).stdout
    versions = {(int(major), int(minor)) for major, minor in _GLIBC.findall(told)}
    return ".".join(map(str, max(versions)))


def _is_elf(file: Path) -> bool:
    with file.open("rb") as opened:
        return opened.read(4) == b"\x7fELF"


def lay_out(bundle: Path, tree: Path, architecture: str, glibc: str) -> None:
    """Write under `tree` what the package puts into the system, and its control files."""
    told = project()
    app = tree / "opt" / "apps" / NAME
    shutil.copytree(bundle, app / "files", symlinks=True)
    for folder in (app / "entries", tree / "usr" / "share"):
        _put(HERE / "burden-desktop.desktop", folder / "applications" / "burden-desktop.desktop")
        _put(ICON, folder / "icons" / "hicolor" / "scalable" / "apps" / "burden-desktop.svg")
    (app / "info").write_text(_info(told["version"], architecture), "utf-8")
    command = tree / "usr" / "bin" / NAME
    command.parent.mkdir(parents=True)
    command.symlink_to(f"/opt/apps/{NAME}/files/{NAME}")
    _put(ROOT / "build" / "installer" / "copyright", tree / "usr" / "share" / "doc" / NAME / "copyright")
    size = sum(file.stat().st_size for file in tree.rglob("*") if file.is_file() and not file.is_symlink()) // 1024
    control = tree / "DEBIAN" / "control"
    control.parent.mkdir()
    control.write_text(_control(told, architecture, glibc, size), "utf-8")
    for path in (tree, *tree.rglob("*")):
        if not path.is_symlink():  # whatever mask the builder works under
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)


def _put(file: Path, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, place)


def _info(version: str, architecture: str) -> str:
    """What the store of UOS reads; it counts versions in four numbers."""
    told = {
        "appid": NAME,
        "name": "基层减负监测台账",
        "version": f"{version}.0",
        "arch": [architecture],
        "permissions": {"autostart": False, "notification": True, "trayicon": True, "clipboard": True},
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _control(told: dict[str, str], architecture: str, glibc: str, kilobytes: int) -> str:
    needed = ", ".join((f"libc6 (>= {glibc})", *_NOT_IN_BUNDLE))
    return f"""\
Package: {NAME}
Version: {told["version"]}
Architecture: {architecture}
Maintainer: Burden Desktop contributors <noreply@burden-desktop.invalid>
Installed-Size: {kilobytes}
Depends: {needed}
Section: misc
Priority: optional
Description: register of the burden on grass-roots units, with a signed monthly report
 基层减负监测台账：登记来文、会议、检查等，按月汇总、比对、提示，生成可核验的签名月报。
 Works offline on one computer. Removing the package leaves every ledger where it is.
"""


def pack(bundle: Path, out: Path) -> Path:
    """The .deb of `bundle` in the folder `out`, whole or not at all. Raises CalledProcessError."""
    architecture = subprocess.run(
        ["dpkg", "--print-architecture"], capture_output=True, text=True, check=True
    ).stdout.strip()
    out.mkdir(parents=True, exist_ok=True)
    tree = out / "tree"
    shutil.rmtree(tree, ignore_errors=True)
    lay_out(bundle, tree, architecture, glibc_of(bundle))
    made = out / f"{NAME}_{project()['version']}_{architecture}.deb"
    unfinished = made.with_suffix(".part")
    # xz, since the dpkg of UOS 20 and Kylin V10 knows no zstd.
    subprocess.run(["dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--build", str(tree), str(unfinished)], check=True)
    unfinished.replace(made)
    shutil.rmtree(tree)
    return made


if __name__ == "__main__":
    print(pack(Path(sys.argv[1]), Path(sys.argv[2])))
