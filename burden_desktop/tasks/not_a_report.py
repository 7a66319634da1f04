"""What a file is that somebody hands in as a report and that is none: told by its content, with the place where it belongs."""

import zipfile
from pathlib import Path
from typing import BinaryIO, Final

from ..domain.texts import Sentence, say
from ..regular import open_regular, read_regular
from .handover import LIST

_LARGEST: Final = 20_000_000
_SHEET: Final = "签名证书登记表".encode()
_SIGNED: Final = b"/ByteRange"
_LEDGER: Final = b"SQLite format 3\x00"


def what_else(path: Path) -> Sentence | None:
    """None for what may be a report, and for what nobody knows. Nothing is unpacked, and no page is read."""
    try:
        with open_regular(path) as file:
            head = file.read(len(_LEDGER))
            parcel = head.startswith(b"PK") and _is_handover(file)
        sheet = head.startswith(b"%PDF") and path.stat().st_size <= _LARGEST and _is_sheet(read_regular(path, _LARGEST))
    except OSError:
        return None
    if path.suffix.lower() in (".cer", ".crt"):
        return say("这是签名证书，不是月报。请核对指纹后在“监测点”页登记（命令 points enrol）。")
    if sheet:
        return say("这是监测点的证书登记表，不是月报。请与同名的 .cer 放在一起，在“监测点”页登记（命令 points enrol）。")
    if parcel:
        return say("这是台账的移交文件，不是月报。由接手的人在首次运行时选“已有台账”接收（命令 takeover）。")
    if head == _LEDGER:
        return say("这是台账或它的备份，不是月报。请监测点报送已签署的 PDF。")
    return None


def _is_sheet(content: bytes) -> bool:
    return _SHEET in content and _SIGNED not in content


def _is_handover(file: BinaryIO) -> bool:
    try:
        with zipfile.ZipFile(file) as archive:
            return LIST in archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return False
