"""The three families of errors: the user can mend it (`Refusal`), the world is in the way (`Trouble`), or the
program is at fault (anything else; it reaches the crash dialog)."""

from collections.abc import Mapping
from typing import ClassVar

from ..system_words import in_words
from ..texts import Sentence


class BurdenError(Exception):
    """A named error. `code` is stable for machines; `template` is its Chinese sentence; `usual` fills places of it
    that whoever raises the error leaves open. A `detail` from the system is told in our words."""

    code: ClassVar[str] = ""
    template: ClassVar[str] = ""
    usual: ClassVar[Mapping[str, str]] = {}

    def __init__(self, **values: object) -> None:
        if "detail" in values:
            values["detail"] = in_words(values["detail"])
        self.sentence = Sentence(self.template, {**{name: Sentence(text) for name, text in self.usual.items()}, **values})
        super().__init__(str(self.sentence))

    def __reduce__(self) -> tuple[object, ...]:
        """So that an error of a boxed reader reaches the program as what it is."""
        return _again, (type(self), dict(self.sentence.values))


def _again(error: type[BurdenError], values: dict[str, object]) -> BurdenError:
    return error(**values)


class Refusal(BurdenError):
    """The user asked for something that cannot be: the sentence says what to do instead."""


class Trouble(BurdenError):
    """The surroundings are in the way: a disk, a file, another window."""
