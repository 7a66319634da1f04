"""The short run of the fuzzers: seeded, so that it is the same every time; `make fuzz` is the long one."""

import pytest

from ..fuzz.run import by_mutation, mutated
from ..fuzz.targets import TARGETS, Target


@pytest.mark.parametrize("name", TARGETS)
def test_no_reader_raises_what_has_no_name(name: str) -> None:
    assert by_mutation(TARGETS[name], 250, seed=7) == 250


def test_a_failing_case_is_seen_and_kept(tmp_path: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(str(tmp_path))

    def broken(content: bytes) -> None:
        raise LookupError

    with pytest.raises(LookupError):
        by_mutation(Target(broken, (b"1",), 1), 1, seed=3)


def test_the_same_seed_gives_the_same_cases() -> None:
    assert list(mutated((b"abc",), 20, 1)) == list(mutated((b"abc",), 20, 1)) != list(mutated((b"abc",), 20, 2))
