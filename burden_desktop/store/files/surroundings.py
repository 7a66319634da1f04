"""Where a ledger lies, and what that place cannot promise: network drives and FAT sticks are warned about."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from ...domain.texts import Sentence, say

_NETWORK: Final = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs", "ceph", "glusterfs", "webdav", "fuse.davfs", "davfs"})
_FAT: Final = frozenset({"vfat", "msdos", "exfat", "fat", "fat32"})
_REMOTE_DRIVE: Final = 4  # GetDriveTypeW: DRIVE_REMOTE

if sys.platform == "win32":
    import ctypes

    def _file_system(path: Path) -> str:
        root = path.resolve().anchor
        if root.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(root) == _REMOTE_DRIVE:
            return "cifs"
        name = ctypes.create_unicode_buffer(64)
        known = ctypes.windll.kernel32.GetVolumeInformationW(root, None, 0, None, None, None, name, len(name))
        return name.value.lower() if known else ""
else:

    def _file_system(path: Path) -> str:
        try:
            return file_system_in(Path("/proc/self/mounts").read_text("utf-8", "surrogateescape"), path.resolve())
        except OSError:
            return ""


def file_system_in(mounts: str, path: Path) -> str:
    """The type of the file system that holds `path`, by lines as in /proc/mounts; the longest mount point wins."""
    best, found = -1, ""
    for line in mounts.splitlines():
        parts = line.split(" ")
        if len(parts) < 3:
            continue
        place = parts[1].replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\")
        if path.is_relative_to(place) and len(place) >= best:
            best, found = len(place), parts[2]
    return found


def warning_of(path: Path, file_system: str | None = None) -> Sentence | None:
    """What the clerk should know of the place of the ledger at `path`; None where nothing is wrong with it."""
    kind = _file_system(path.parent) if file_system is None else file_system
    if kind in _NETWORK:
        return say("台账放在网络盘上（{kind}）：网络中断可能损坏台账。请移到本机硬盘，网络盘只作备份的第二处。", kind=kind)
    if kind in _FAT:
        return say("台账放在U盘或存储卡上（{kind}）：拔出或断电可能损坏台账。请移到本机硬盘，U盘只作备份的第二处。", kind=kind)
    return None
