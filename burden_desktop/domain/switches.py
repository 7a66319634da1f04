"""What public entries tell of rules and settings that bear on a report: which were switched or changed since the last one.

The value stays with the point; that a rule was off for a while, and when, is public.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .chain.history import Entry
from .setting_keys import CHANGED, KIND, RULE, SWITCHED_OFF, SWITCHED_ON, declared
from .texts import Sentence, say

_SWITCHED = frozenset({SWITCHED_OFF, SWITCHED_ON})


@dataclass(frozen=True, slots=True)
class Switches:
    """Rules by id: `there_and_back` were switched both ways, so that the report shows nothing of it; `rules` were switched
    once or got other bounds. `settings` are what others are called, each once."""

    there_and_back: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()

    def named(self, titles: Mapping[str, str]) -> "Switches":
        """With titles in the place of ids, where they are known."""
        return Switches(
            tuple(titles.get(rule, rule) for rule in self.there_and_back),
            tuple(titles.get(rule, rule) for rule in self.rules),
            self.settings,
        )

    @property
    def notice(self) -> Sentence | None:
        """What the reader of a report must be told; None where no rule went there and back."""
        if not self.there_and_back:
            return None
        return say(
            "自上一份月报以来，下列规则关闭后又打开，或打开后又关闭：{rules}。其间的提示请核实。", rules="、".join(self.there_and_back)
        )


def switches(entries: Iterable[Entry]) -> Switches:
    """What `entries` tell."""
    acts: dict[str, set[str]] = {}
    settings: dict[str, None] = {}
    for entry in entries:
        if entry.kind != KIND or entry.action not in (*_SWITCHED, CHANGED):
            continue
        if entry.number.startswith(RULE):
            acts.setdefault(entry.number.removeprefix(RULE), set()).add(entry.action)
        elif found := declared(entry.number):
            settings[str(found.named)] = None
    both = [rule for rule, done in acts.items() if done >= _SWITCHED]
    return Switches(tuple(both), tuple(rule for rule in acts if rule not in both), tuple(settings))
