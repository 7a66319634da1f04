"""A translation may bend a word to its number; the Chinese never needs to."""

import pytest

from burden_desktop.domain.texts import Texts

ENGLISH = {
    "共{count}条": "{count:record|records} in all",
    "{month}月": "{month:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec}",
    "共{count}条，{name}": "{count:record|records}, {name}",
}


@pytest.mark.parametrize(("count", "said"), [(0, "0 records in all"), (1, "1 record in all"), (2, "2 records in all"), ("1", "1 record in all")])
def test_a_word_follows_its_number(count: object, said: str) -> None:
    assert Texts(ENGLISH.get, "en")("共{count}条", count=count) == said  # type: ignore[arg-type]


def test_months_have_names() -> None:
    t = Texts(ENGLISH.get, "en")  # type: ignore[arg-type]
    assert [t("{month}月", month=month) for month in (1, 12)] == ["Jan", "Dec"]


def test_what_was_typed_may_hold_anything() -> None:
    assert Texts(ENGLISH.get, "en")("共{count}条，{name}", count=1, name="a|b {c}") == "1 record, a|b {c}"  # type: ignore[arg-type]
    assert Texts()("共{count}条，{name}", count=1, name="a|b") == "共1条，a|b"
