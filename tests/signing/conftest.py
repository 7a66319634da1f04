"""Throw-away identities and one sealed month, made once a run."""

from collections.abc import Callable

import pytest

from burden_desktop.signing.identity import Identity, certificate_of
from burden_desktop.signing.verify import examine

from .month_on_paper import NOW, Month, month_file, opened, sealed, trusting

Reasons = Callable[[bytes], str]


@pytest.fixture(scope="session")
def village() -> Identity:
    return opened("青石镇柳湾村", "QS-01")


@pytest.fixture(scope="session")
def other_village() -> Identity:
    return opened("青石镇石桥村", "QS-02")


@pytest.fixture(scope="session")
def rsa_village() -> Identity:
    return opened("青石镇南坡村", "QS-03", "rsa")


@pytest.fixture(scope="session")
def month(village: Identity, tmp_path_factory: pytest.TempPathFactory) -> Month:
    unsigned = month_file()
    trust = trusting(tmp_path_factory.mktemp("trust") / "t", village=certificate_of(village))
    return Month(village, unsigned, sealed(unsigned, village), trust)


@pytest.fixture
def reasons(month: Month) -> Reasons:
    """Refused bytes → the joined reasons; fails if they are accepted or handed on a payload."""

    def of(pdf: bytes) -> str:
        verdict, payload = examine("a.pdf", pdf, month.trust, at=NOW)
        assert not verdict.accepted
        assert payload is None
        assert verdict.reasons
        return "".join(map(str, verdict.reasons))

    return of
