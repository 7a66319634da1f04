"""How a secrecy mark looks, and how words that are none look."""

import pytest

from burden_desktop.domain.reading.secrecy import is_open_level, secrecy_mark


@pytest.mark.parametrize("line", ["秘密★1年", "机 密 ★ 半年", "秘密1年", "机密级★10年", "绝密（永久）", "密级及保密期限：秘密1年", "涉密等级：秘密", "000027 机密★5年", "【秘密】关于某事的通知", "机\u200b密", "机密文件", "秘密 特急 No.000012", "特急　机密★1年　第000003号"])
def test_marks_are_seen(line: str) -> None:
    assert secrecy_mark(f"某县文件\n{line}\n正文。")


@pytest.mark.parametrize("line", ["学习宣传《保守国家秘密法》。", "对企业商业秘密要按规定保密。", "密级：公开", "严守党的秘密", "机密文件管理工作由办公室负责"])
def test_words_in_a_sentence_are_no_marks(line: str) -> None:
    assert secrecy_mark(line) is None


@pytest.mark.parametrize(("cell", "is_open"), [("公开", True), ("", True), ("非涉密", True), ("秘密", False), ("机密★", False)])
def test_a_level_column_says_open_or_not(cell: str, is_open: bool) -> None:
    assert is_open_level(cell) is is_open


def test_a_long_row_of_digits_behind_the_word_is_read_at_once() -> None:
    # Found by fuzzing: the digits could be cut in more ways than the run would live.
    assert secrecy_mark("秘密" + "９" * 60 + "的") is None
