"""What the operating system and SQLite say of a failure, in the words of an office. What is not known stays as it came."""

from typing import Final

from .texts import Sentence, label

UNTOLD: Final = label("系统没有说明原因")
_WORDS: Final = {
    UNTOLD: UNTOLD,
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
    "File exists": label("那里已有同名的文件或文件夹"),
    "Invalid argument": label("名称或位置不合这个磁盘的要求"),
    "Too many levels of symbolic links": label("链接绕成了圈"),
    "Too many open files": label("打开的文件太多"),
    "Cannot allocate memory": label("内存不足"),
    "Directory not empty": label("那里的文件夹不是空的"),
    "Text file busy": label("文件正被占用"),
    "Resource temporarily unavailable": label("文件正被占用"),
    "Resource deadlock avoided": label("文件正被占用"),
    "Connection timed out": label("网络盘没有应答"),
    "Host is down": label("网络盘断开了"),
    "No route to host": label("网络盘断开了"),
    "Remote I/O error": label("磁盘读写出错"),
    "Bad message": label("文件内容已损坏"),
    "Structure needs cleaning": label("磁盘出错，需要检修"),
}
_OF_PAGES: Final = "*** in database"  # how integrity_check begins when pages do not hold together


def in_words(detail: object) -> object:
    """A sentence for a known failure, and for one of which the system says nothing; `detail` itself for any other."""
    if detail is None or detail == "":
        return Sentence(UNTOLD)
    said = str(detail)
    if said.startswith(_OF_PAGES):
        return Sentence(label("文件内容已损坏"))
    words = _WORDS.get(said)
    return Sentence(words) if words else detail
