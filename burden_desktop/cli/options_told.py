"""Which option of a command does what a refusal speaks of: the refusal's own sentence serves the window too, and names none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..domain.texts import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..domain.errors.family import BurdenError

_OPTIONS: Final = {  # (command, code of the refusal)
    ("add", "sealed-month"): label("补登请加 --late。"),
    ("add", "before-first-sealed"): label("补登请加 --late。"),
    ("close", "month-not-over"): label("理由写在 --early 后面。"),
    ("takeover", "does-not-fit"): label("确需照样接收的，加 --yes；check 会一直指出对不上的内容。"),
    ("restore", "older-backup"): label("理由写在 --reason 后面。"),
}


def option_told(arguments: Sequence[str], refused: BurdenError) -> str:
    """The sentence in Chinese; empty where no option helps."""
    return next((_OPTIONS[word, refused.code] for word in arguments if (word, refused.code) in _OPTIONS), "")
