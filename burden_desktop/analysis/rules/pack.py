"""The pack of rules as a readable file, and the point's own changes to it."""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ...domain.months.rules import Parameter, Rule, RulePack, Severity


def read_pack(text: str) -> RulePack:
    """The pack that `resources/rules/rules.toml` holds. Raises KeyError or ValueError: the file is the program's own."""
    held = tomllib.loads(text)
    return RulePack(held["version"], tuple(_rule(entry) for entry in held["rule"]))


def _rule(entry: Mapping[str, Any]) -> Rule:
    return Rule(
        id=entry["id"],
        title=entry["title"],
        severity=Severity(entry["severity"]),
        words=entry["words"],
        exact=entry["exact"],
        source=entry["source"],
        published=entry["published"],
        on=entry["on"],
        parameters={name: _parameter(value) for name, value in entry.get("parameters", {}).items()},
        labels=entry.get("labels", {}),
        local=entry.get("local", False),
    )


def _parameter(value: Any) -> Parameter:
    return tuple(map(str, value)) if isinstance(value, list) else value


def changed_pack(pack: RulePack, held: Mapping[str, Mapping[str, Any]]) -> RulePack:
    """The pack with the point's changes, as `write_changes` gives them; what does not fit the pack is left out."""
    rules = tuple(_changed(rule, held.get(rule.id, {})) for rule in pack.rules)
    differing = tuple(new.id for old, new in zip(pack.rules, rules, strict=True) if new != old)
    return RulePack(pack.version, rules, differing)


def _changed(rule: Rule, change: Mapping[str, Any]) -> Rule:
    told = {
        name: _parameter(value)
        for name, value in change.get("parameters", {}).items()
        if name in rule.parameters and type(_parameter(value)) is type(rule.parameters[name])
    }
    return replace(rule, on=bool(change.get("on", rule.on)), parameters={**rule.parameters, **told})


def write_changes(pack: RulePack, changed: RulePack) -> dict[str, dict[str, Any]]:
    """Only what differs from the pack, by rule."""
    told = {}
    for old, new in zip(pack.rules, changed.rules, strict=True):
        parameters = {name: value for name, value in new.parameters.items() if value != old.parameters[name]}
        change: dict[str, Any] = {"parameters": parameters} if parameters else {}
        if new.on != old.on:
            change["on"] = new.on
        if change:
            told[old.id] = change
    return told
