"""What stands at a place where something is to be written, told by its content and not by its name."""

import hashlib
import os
from pathlib import Path
from typing import Final

from ..domain.texts import label
from ..regular import open_regular, read_regular
from ..store.files.lock import lock_file
from ..store.files.places import BACKUPS, RECEIVED, REPORTS
from .written_here import written_here

_SQLITE: Final = b"SQLite format 3\x00"
_PDF, _SIGNED, _END = b"%PDF", b"/ByteRange", b"%%EOF"
_OURS: Final = b"/Producer (Burden Desktop)"
_HEAD: Final = 65_536
_LARGEST_EARLIER: Final = 200_000_000
_CHUNK: Final = 1 << 20
_ENCRYPTED_KEY: Final = bytes.fromhex("06092a864886f70d0105")  # PKCS #5, RFC 8018; PKCS #12 schemes begin alike
_ZIP_END, _ZIP_END_BYTES = b"PK\x05\x06", 22
_MARK: Final = b"burden-desktop sha256="
_MARK_BYTES: Final = len(_MARK) + 64

UNMARKED: Final = (".csv",)
"""Plain text, which can bear no mark that its readers would not read."""

LEDGER, KEY, SIGNED = label("一份台账"), label("签名证书的私钥"), label("已签署的月报")
STRANGE, FOLDER = label("管道或设备"), label("一个文件夹")


def never_replaced(path: Path) -> str:
    """What stands at `path` and must never be replaced, "" for anything else. Raises OSError.

    A ledger that may be open is told by its lock and not opened: closing it would drop SQLite's own locks."""
    if not path.exists():
        return ""
    if path.is_dir():
        return FOLDER
    if not path.is_file():
        return STRANGE
    if lock_file(path.resolve()).exists():
        return LEDGER
    with open_regular(path) as file:
        head = file.read(_HEAD)
    if head.startswith(_SQLITE):
        return LEDGER
    if path.suffix.lower() in (".p12", ".pfx") or _is_key(head):
        return KEY
    return SIGNED if head.startswith(_PDF) and _holds(path, _SIGNED) else ""


def in_ledgers_folder(target: Path) -> bool:
    """Whether `target` would lie among the files that a ledger keeps beside itself."""
    folder = target.resolve().parent
    if folder.name not in (BACKUPS, REPORTS, RECEIVED):
        return False
    beside = [*folder.parent.glob("*.db"), *(lock.with_suffix("") for lock in folder.parent.glob("*.lock"))]
    return any(never_replaced(path) == LEDGER for path in beside)


def written_earlier(path: Path) -> bool:
    """Whether the program wrote the file, and nobody changed it since. Raises OSError."""
    if path.stat().st_size > _LARGEST_EARLIER:
        return False
    content = read_regular(path)
    if content.startswith(_PDF):
        # Whoever notes something on a page adds a part with an end of its own.
        return _OURS in content and content.count(_END) == 1 and _SIGNED not in content
    if path.suffix.lower() in UNMARKED:
        return written_here(path, content)
    mark = content[-_MARK_BYTES:]
    plain = content[: -_MARK_BYTES - 2] + bytes(2)
    return mark == _MARK + hashlib.sha256(plain).hexdigest().encode()


def marked(content: bytes) -> bytes:
    """A package (.xlsx, .docx, .zip) with a comment that says how it left the program. Whoever edits it passes no comment on
    (ECMA-376-2, annex on ZIP items): so the mark tells that nobody did."""
    if content[-_ZIP_END_BYTES:][:4] != _ZIP_END or content[-2:] != bytes(2):
        return content
    mark = _MARK + hashlib.sha256(content).hexdigest().encode()
    return content[:-2] + len(mark).to_bytes(2, "little") + mark


def _is_key(head: bytes) -> bool:
    """PEM, PKCS #12, PKCS #8, PKCS #1 or SEC 1: all but a locked PKCS #8 begin with a version, a certificate does not."""
    if b"-----BEGIN" in head and b"PRIVATE KEY" in head:
        return True
    inside = _inside(head)
    return inside.startswith(b"\x02\x01") or (inside[:1] == b"\x30" and _inside(inside).startswith(_ENCRYPTED_KEY))


def _inside(der: bytes) -> bytes:
    """What a DER or BER sequence holds; empty for anything else."""
    if len(der) < 2 or der[0] != 0x30:
        return b""
    return der[2 + (der[1] & 0x7F if der[1] & 0x80 else 0) :]


def _holds(path: Path, word: bytes) -> bool:
    before = b""
    with open_regular(path) as file:
        while chunk := file.read(_CHUNK):
            if word in before + chunk:
                return True
            before = chunk[-len(word) :]
    return False


def stands(path: Path) -> bool:
    """A link that leads nowhere stands there too."""
    return os.path.lexists(path)
