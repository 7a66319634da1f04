"""Citizens' numbers are masked, other numbers are left alone."""

import pytest

from burden_desktop.domain.reading.personal import is_identity, mask_personal

_CHECKS = "10X98765432"
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def _made_up(first: str) -> str:
    """An identity number that nobody has: region 999999."""
    return first + _CHECKS[sum(int(a) * b for a, b in zip(first, _WEIGHTS, strict=True)) % 11]


NOBODY = _made_up("99999919900307001")


def test_identity_numbers_lose_all_but_the_region() -> None:
    assert mask_personal(f"身份证号{NOBODY}。") == "身份证号999999************。"


def test_a_number_with_a_wrong_check_digit_or_day_is_no_identity() -> None:
    wrong = NOBODY[:-1] + ("1" if NOBODY[-1] != "1" else "2")
    assert not is_identity(wrong)
    assert mask_personal(f"流水号{wrong}") == f"流水号{wrong}"
    assert not is_identity(_made_up("99999919901307001"))


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("有事打13900000000", "有事打***********"),
        ("手机 139-0000-0000", "手机 ***-****-****"),
        ("联系电话：0599-5550137。", "联系电话：****-*******。"),
        ("联系人：农水股，电话5550137", "联系人：农水股，电话*******"),
        ("会议号：555 012 888", "会议号：555 012 888"),
        ("预算13900000000元，〔2026〕12345678号", "预算13900000000元，〔2026〕12345678号"),
        ("联系电话见附件，资金5550137元", "联系电话见附件，资金5550137元"),
    ],
)
def test_telephones_are_masked_where_they_are_told_to_be_some(text: str, masked: str) -> None:
    assert mask_personal(text) == masked


@pytest.mark.parametrize("place", range(17))
def test_no_digit_of_an_identity_number_may_be_another(place: int) -> None:
    """The example of GB 11643-1999; each place has a weight of its own."""
    number = "11010519491231002X"
    other = str((int(number[place]) + 1) % 10)
    assert is_identity(number)
    assert not is_identity(number[:place] + other + number[place + 1 :])
