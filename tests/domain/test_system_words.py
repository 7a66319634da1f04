"""A clerk reads no English inside a Chinese sentence when a disk fails."""

import errno
import os
import sqlite3

import pytest

from burden_desktop.domain.errors.ledger import CannotWrite, DamagedLedger


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EPERM, errno.ENOENT, errno.EIO, errno.ENAMETOOLONG, errno.ENOTDIR, errno.EBUSY])
def test_what_the_system_says_is_told_in_chinese(code: int) -> None:
    assert str(CannotWrite(path="a.db", detail=os.strerror(code))).isascii() is False
    assert os.strerror(code) not in str(CannotWrite(path="a.db", detail=os.strerror(code)))


def test_what_sqlite_says_is_too_and_the_unknown_stays() -> None:
    assert "磁盘已满" in str(CannotWrite(path="a.db", detail=sqlite3.OperationalError("database or disk is full")))
    assert "（文件内容已损坏）" in str(DamagedLedger(path="a.db", detail="*** in database main ***\nPage 21: never used"))
    assert "（head）" in str(DamagedLedger(path="a.db", detail="head"))
