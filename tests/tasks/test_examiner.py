"""Strangers' files in boxed processes: whatever a file does to its reader, the next one is still judged."""

import os
import time
from datetime import datetime
from pathlib import Path

import pytest

from burden_desktop.signing.trust import Trust
from burden_desktop.tasks import examiner
from burden_desktop.tasks.examiner import Examiner, judge_file
from burden_desktop.tasks.judging import Judged

from ..conftest import CHINA

AT = datetime(2026, 4, 2, tzinfo=CHINA)


def misbehave(file: Path, trust: Trust, at: datetime) -> Judged:
    """Does what the file's name says."""
    match file.name:
        case "hangs":
            time.sleep(60)
        case "falls":
            os._exit(11)
        case "grows":
            bytearray(3_000_000_000)
    return judge_file(file, trust, at)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    made = [tmp_path / name for name in ("hangs", "plain", "falls", "plain", "grows", "plain")]
    for file in made:
        file.write_bytes(b"hello")
    return made


def test_a_hanging_falling_or_growing_file_is_refused_and_the_next_is_judged(
    files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(examiner, "STARTING", 5.0)
    with Examiner(Trust(), processes=1, seconds=1, work=misbehave) as box:
        told = [" ".join(map(str, judged.verdict.reasons)) for judged in box.judge(files, AT)]
    assert [word for word, reason in zip(("超过", "不是PDF", "意外中止", "不是PDF", "内存", "不是PDF"), told, strict=True) if word not in reason] == []


def test_answers_come_in_the_order_of_the_files_and_name_what_cannot_be_read(tmp_path: Path) -> None:
    folder, gone, empty = tmp_path / "folder", tmp_path / "gone", tmp_path / "empty"
    folder.mkdir()
    empty.touch()
    with Examiner(Trust(), processes=2) as box:
        told = [judged.verdict for judged in box.judge((folder, gone, empty), AT)]
    assert [verdict.file for verdict in told] == ["folder", "gone", "empty"]
    assert [str(verdict.reasons[0])[-9:] for verdict in told] == ["里没有PDF文件。", "（没有这个文件）。", "文件是空的。"]


def test_a_cancelled_examination_ends_early(files: list[Path]) -> None:
    with Examiner(Trust(), processes=1) as box:
        answers = box.judge([files[1]] * 50, AT)
        next(answers)
        box.cancel()
        assert len(list(answers)) < 49


def name_the_process(file: Path, trust: Trust, at: datetime) -> Judged:
    """Says in which process it was judged."""
    return Judged(judge_file(file, trust, at).verdict, sha256=str(os.getpid()))


def test_a_process_is_renewed_after_so_many_files(files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever strangers' files leave behind in a process does not gather."""
    monkeypatch.setattr(examiner, "FILES_A_PROCESS", 2)
    with Examiner(Trust(), processes=1, work=name_the_process) as box:
        served = [judged.sha256 for judged in box.judge([files[1]] * 5, AT)]
    assert [served.count(process) for process in dict.fromkeys(served)] == [2, 2, 1]


def test_a_file_beyond_the_limit_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examiner, "LARGEST_FILE", 4)
    (tmp_path / "a").write_bytes(b"hello")
    assert "超过" in str(judge_file(tmp_path / "a", Trust(), AT).verdict.reasons[0])
