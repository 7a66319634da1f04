"""The screen lock's passphrase is kept as a salted slow hash only."""

import pytest

from burden_desktop.domain.screen_secret import opens, secret_of


def test_only_the_passphrase_opens() -> None:
    secret = secret_of("春眠不觉晓", bytes(16))
    assert opens("春眠不觉晓", secret)
    assert not opens("春眠不觉", secret) and not opens("", secret)
    assert "春" not in secret and secret != secret_of("春眠不觉晓", bytes([1]) * 16)


@pytest.mark.parametrize("secret", ["", ":", "xx:yy", "00", "00:", "zz"])
def test_what_is_no_secret_opens_for_nobody(secret: str) -> None:
    assert not opens("", secret) and not opens("a", secret)
