"""A stranger's file read whole, but never more of it than the limit allows; why the system refuses it, in our words."""

from pathlib import Path

from ...domain.errors.reading import FileTooLarge, MissingFile, UnreadableFile
from ...domain.texts import say
from ...regular import open_regular

_MEGABYTE = 1_048_576


def read_bounded(path: Path, limit: int) -> bytes:
    """The bytes of the file, at most `limit`. Raises MissingFile, UnreadableFile and FileTooLarge, which name it."""
    try:
        size = path.stat().st_size
        if size > limit:
            raise FileTooLarge(file=path.name, size=f"{size // _MEGABYTE} MB", limit=f"{limit // _MEGABYTE} MB")
        if not path.is_file() and not path.is_dir():  # a device or a pipe may never end
            raise UnreadableFile(file=path.name, detail=say("它不是普通文件"))
        with open_regular(path) as stream:
            content = stream.read(limit + 1)  # it may have grown meanwhile
    except FileNotFoundError as error:
        raise MissingFile(file=path.name) from error
    except PermissionError as error:
        raise UnreadableFile(file=path.name, detail=say("没有读取它的权限，或正被别的程序占用")) from error
    except IsADirectoryError as error:
        raise UnreadableFile(file=path.name, detail=say("这是文件夹")) from error
    except OSError as error:
        raise UnreadableFile(file=path.name, detail=say("读取失败")) from error
    if len(content) > limit:
        raise FileTooLarge(file=path.name, size=f"{limit // _MEGABYTE} MB", limit=f"{limit // _MEGABYTE} MB")
    return content
