"""A stranger's file read whole, but never more of it than the limit allows."""

from pathlib import Path

from ..domain.errors.reading import FileTooLarge, UnreadableFile

_MEGABYTE = 1_048_576


def read_bounded(path: Path, limit: int) -> bytes:
    """The bytes of the file, at most `limit`. Raises UnreadableFile and FileTooLarge, which name it."""
    try:
        size = path.stat().st_size
        if size > limit:
            raise FileTooLarge(file=path.name, size=f"{size // _MEGABYTE} MB", limit=f"{limit // _MEGABYTE} MB")
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFile(file=path.name, detail=error.strerror or "读取失败") from error
