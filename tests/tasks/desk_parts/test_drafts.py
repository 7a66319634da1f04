"""Drafts beside the ledger survive a crash, hold no secrets and leave nothing behind when they are settled."""

import os
from pathlib import Path

import pytest

from burden_desktop.domain.errors.ledger import CannotWrite
from burden_desktop.tasks.desk_parts.drafts import DraftsDesk


@pytest.fixture
def drafts(tmp_path: Path) -> DraftsDesk:
    return DraftsDesk(lambda: tmp_path / "ledger.db")


def test_drafts_are_found_again_by_the_next_run(drafts: DraftsDesk, tmp_path: Path) -> None:
    assert drafts.kept() == {}
    assert drafts.keep({"form.document": [{"written": {"title": "写了一半的标题"}}], "entry": ["粘贴的通知"]})
    assert DraftsDesk(lambda: tmp_path / "ledger.db").kept() == {
        "form.document": [{"written": {"title": "写了一半的标题"}}],
        "entry": ["粘贴的通知"],
    }
    assert os.name == "nt" or drafts.file.stat().st_mode & 0o077 == 0


def test_settled_drafts_leave_no_file(drafts: DraftsDesk) -> None:
    drafts.keep({"entry": ["粘贴的通知"]})
    drafts.keep({"entry": []})
    assert not drafts.file.exists()
    assert list(drafts.file.parent.iterdir()) == []


@pytest.mark.parametrize(
    "secret",
    ["机密★1年\n关于某事的通知", {"written": {"title": "某事", "note": "秘密"}}, ["密级：", "绝密"], {"a": [{"b": "【机密】"}]}],
)
def test_secrets_are_never_written_and_the_rest_is(drafts: DraftsDesk, secret: object) -> None:
    assert not drafts.keep({"entry": ["关于防汛的通知", secret]})
    assert drafts.kept() == {"entry": ["关于防汛的通知"]}
    assert b"\xe5\xaf\x86" not in drafts.file.read_bytes()  # no 密


def test_personal_numbers_never_reach_the_disk(drafts: DraftsDesk) -> None:
    drafts.keep({"document": [{"note": "张某 110101199003074514 13800138000", "parts": ["电话 5550123"], "copies": 2}]})
    written = drafts.file.read_text("utf-8")
    assert not any(number in written for number in ("199003074514", "13800138000", "5550123"))
    assert drafts.kept()["document"][0]["copies"] == 2


def test_draft_that_became_secret_is_taken_out_of_the_file(drafts: DraftsDesk) -> None:
    drafts.keep({"entry": ["某事的通知"]})
    drafts.keep({"entry": ["某事的通知\n机密"]})
    assert not drafts.file.exists()


@pytest.mark.parametrize("rubbish", [b"", b"{", b"[]", b'{"drafts": 3}', b'{"drafts": {"entry": 3}}', b"\xff\xfe"])
def test_file_that_cannot_be_understood_is_put_aside(drafts: DraftsDesk, rubbish: bytes) -> None:
    drafts.keep({"entry": ["通知"]})
    drafts.file.write_bytes(rubbish)
    assert drafts.kept() == {}
    assert drafts.file.with_suffix(".unreadable").read_bytes() == rubbish


def test_disk_that_refuses_is_named(tmp_path: Path) -> None:
    (tmp_path / "drafts").write_text("a file where the folder should be")
    with pytest.raises(CannotWrite):
        DraftsDesk(lambda: tmp_path / "ledger.db").keep({"entry": ["通知"]})
