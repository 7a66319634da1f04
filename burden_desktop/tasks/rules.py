"""The rules of this ledger: the pack that ships, with the point's own switches and bounds."""

import json
from functools import cache

from ..analysis.rules.pack import changed_pack, read_pack, write_changes
from ..domain.months.rules import RulePack
from ..domain.setting_keys import CHANGED, RULE, SWITCHED_OFF, SWITCHED_ON
from ..paths import resources
from ..store.door import taken
from ..store.ledger import Ledger


@cache
def shipped_pack() -> RulePack:
    """The pack as it ships, which does not change while the program runs."""
    return read_pack((resources() / "rules" / "rules.toml").read_text("utf-8"))


def rule_titles() -> dict[str, str]:
    """Rule → what it is called."""
    return {rule.id: rule.title for rule in shipped_pack().rules}


def pack_of(ledger: Ledger) -> RulePack:
    """The rules as this point has set them."""
    shipped = shipped_pack()
    held = ledger.settings.beginning(RULE, json.loads)
    changes = {key.removeprefix(RULE): told for key, told in held.items()}
    return taken("setting rules", changes, lambda changes: changed_pack(shipped, changes))


def set_pack(ledger: Ledger, pack: RulePack) -> None:
    """Keep switches and bounds, an entry for each rule that is changed; only what differs from the pack that ships is
    stored. Raises CannotWrite."""
    before, told = pack_of(ledger), write_changes(shipped_pack(), pack)
    with ledger.one_step():
        for was, now in zip(before.rules, pack.rules, strict=True):
            if was == now:
                continue
            action = CHANGED if was.on == now.on else SWITCHED_ON if now.on else SWITCHED_OFF
            change = told.get(now.id)
            value = json.dumps(change, ensure_ascii=False, sort_keys=True) if change else ""
            ledger.settings.set(f"{RULE}{now.id}", value, action=action)
