"""Every setting that a ledger may hold, declared once: what bears on a report is changed only with an entry of the
chain and compared by a check; what only serves one computer, or one person's eyes, is not."""

from dataclasses import dataclass
from typing import Final

from .texts import label

KIND: Final = "setting"
"""The kind of the entries; their number is the key, and public."""
RULE: Final = "rules."
"""Before a rule's id: its own switch and bounds, "" for the pack's."""
SWITCHED_OFF, SWITCHED_ON, CHANGED = "switch_off", "switch_on", "change"


@dataclass(frozen=True, slots=True)
class SettingKey:
    """`key` ends in * where the rest may be anything: a month, a kind, a rule. `bound` is bound by the chain, and then
    `named` is what people call it."""

    key: str
    named: str = ""

    @property
    def bound(self) -> bool:
        return bool(self.named)

    def holds(self, key: str) -> bool:
        return key.startswith(self.key[:-1]) if self.key.endswith("*") else key == self.key


DECLARED: Final = (
    SettingKey("role", label("台账的用途")),
    SettingKey(f"{RULE}*", label("规则")),
    SettingKey("targets", label("压减目标")),
    SettingKey("efforts", label("缺省用时")),
    SettingKey("calendar", label("节假日")),
    SettingKey("texts.*", label("月报文字")),
    SettingKey("remarks.*", label("月报说明")),
    *map(SettingKey, ("language", "font_percent", "theme", "columns.*", "views.*")),
    *map(SettingKey, ("screen_lock.secret", "screen_lock.minutes", "called_meeting", "register.headings", "letters_done", "aliases_asked")),
    *map(SettingKey, ("identity_path", "identity_until", "identity_next", "identity_next_until")),
    *map(SettingKey, ("backup.last", "backup.second_place", "backup.second_last", "backup.second_failed", "backup.restored", "delivery")),
)


def declared(key: str) -> SettingKey | None:
    """The declaration that holds `key`."""
    return next((one for one in DECLARED if one.holds(key)), None)


def is_bound(key: str) -> bool:
    """Whether the chain binds it: then a report may look otherwise when it is changed."""
    found = declared(key)
    return found is not None and found.bound
