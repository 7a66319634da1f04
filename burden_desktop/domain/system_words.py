"""What the operating system and SQLite say of a failure, in the words of an office. What is not known stays as it came."""

from typing import Final

from .texts import Sentence, label

_WORDS: Final = {
    "No space left on device": label("磁盘已满"),
    "database or disk is full": label("磁盘已满"),
    "Disk quota exceeded": label("磁盘配额已用完"),
    "Read-only file system": label("磁盘或U盘是只读的"),
    "attempt to write a readonly database": label("台账文件是只读的"),
    "Permission denied": label("没有权限"),
    "Operation not permitted": label("没有权限"),
    "No such file or directory": label("文件或文件夹不在"),
    "Not a directory": label("路径中有一级不是文件夹"),
    "Is a directory": label("那里是文件夹，不是文件"),
    "Not a regular file": label("它不是普通文件"),
    "No such device or address": label("它不是普通文件"),
    "File too large": label("文件太大，或磁盘不容许这么大的文件"),
    "Input/output error": label("磁盘读写出错"),
    "disk I/O error": label("磁盘读写出错"),
    "unable to open database file": label("打不开台账文件"),
    "database disk image is malformed": label("文件内容已损坏"),
    "file is not a database": label("不是台账文件"),
    "File name too long": label("名称太长"),
    "Device or resource busy": label("文件正被占用"),
    "No such device": label("设备不在"),
    "Transport endpoint is not connected": label("网络盘断开了"),
    "Stale file handle": label("网络盘断开了"),
}
_OF_PAGES: Final = "*** in database"  # how integrity_check begins when pages do not hold together


def in_words(detail: object) -> object:
    """A sentence for a known failure, `detail` itself for any other."""
    said = str(detail)
    if said.startswith(_OF_PAGES):
        return Sentence(label("文件内容已损坏"))
    words = _WORDS.get(said)
    return Sentence(words) if words else detail
