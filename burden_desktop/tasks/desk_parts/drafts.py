"""Drafts beside the ledger: typed text that no record holds yet. Whole or not at all, only the owner may read it.

Secrets never enter: a draft that bears a secrecy mark is left out, whatever else is kept; citizens' numbers are masked before they
reach the disk.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from ...domain.reading.personal import mask_personal
from ...domain.reading.secrecy import secrecy_mark
from ...regular import read_regular

if TYPE_CHECKING:
    from pathlib import Path

FOLDER: Final = "drafts"
_VERSION: Final = 1


class DraftsDesk:
    """Keeps the promise of `ui.desk_parts.drafts`. `ledger_path` says beside which ledger."""

    def __init__(self, ledger_path: Callable[[], Path]) -> None:
        self._ledger_path = ledger_path

    @property
    def file(self) -> Path:
        ledger = self._ledger_path()
        return ledger.parent / FOLDER / f"{ledger.stem}.json"

    def kept(self) -> dict[str, list[Any]]:
        """What an earlier run left. A file that cannot be understood is put aside, not deleted."""
        try:
            content = json.loads(read_regular(self.file))
            return {str(place): list(drafts) for place, drafts in content["drafts"].items()}
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            self.file.replace(self.file.with_suffix(".unreadable"))
            return {}

    def keep(self, drafts: Mapping[str, Sequence[Any]]) -> bool:
        """Whether every draft was kept. Raises CannotWrite."""
        harmless = {place: [_masked(draft) for draft in those if not _marked(draft)] for place, those in drafts.items()}
        content = {place: those for place, those in harmless.items() if those}
        if content:
            from ..write_file import write_file  # a start writes nothing

            encoded = json.dumps({"version": _VERSION, "drafts": content}, ensure_ascii=False).encode()
            write_file(self.file, encoded, private=True)
        else:
            self.file.unlink(missing_ok=True)
        return sum(map(len, harmless.values())) == sum(map(len, drafts.values()))

    def forget(self, words: Collection[str]) -> None:
        """Drop every draft in which one of the words stands; one that cannot be read goes too. Raises CannotWrite."""
        kept = self.kept()
        for place, drafts in kept.items():
            kept[place] = [draft for draft in drafts if not any(word in text for word in words for text in _texts(draft))]
        self.keep(kept)
        self.file.with_suffix(".unreadable").unlink(missing_ok=True)


def _marked(draft: Any) -> bool:
    """Whether any text of a draft bears a mark, alone or with what stands before and behind it."""
    texts = tuple(_texts(draft))
    return any(secrecy_mark(text) for text in texts) or secrecy_mark("".join(texts)) is not None


def _masked(draft: Any) -> Any:
    """The same draft with the digits of personal numbers hidden in every text."""
    if isinstance(draft, str):
        return mask_personal(draft)
    if isinstance(draft, Mapping):
        return {name: _masked(value) for name, value in draft.items()}
    return [_masked(value) for value in draft] if isinstance(draft, Sequence) else draft


def _texts(draft: Any) -> Iterator[str]:
    if isinstance(draft, str):
        yield draft
    elif isinstance(draft, Mapping):
        for value in draft.values():
            yield from _texts(value)
    elif isinstance(draft, Sequence):
        for value in draft:
            yield from _texts(value)
