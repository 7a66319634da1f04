"""Every key under which the program keeps a setting is declared: as bound by the chain, or as one computer's own."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import burden_desktop
from burden_desktop.domain.setting_keys import DECLARED, declared

ROOT = Path(burden_desktop.__file__).parent
DOORS = {"setting", "set_setting"}
SETTINGS = {"settings", "_settings"}
TAKES = {"get", "set", "read"}


def _constants(tree: ast.Module) -> dict[str, str]:
    """Names that a module gives to texts, also several at once."""
    found: dict[str, str] = {}
    for node in ast.walk(tree):
        target = node.targets[0] if isinstance(node, ast.Assign) else node.target if isinstance(node, ast.AnnAssign) else None
        value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
        names = target.elts if isinstance(target, ast.Tuple) else [target]
        values = value.elts if isinstance(value, ast.Tuple) else [value]
        for name, text in zip(names, values, strict=False):
            if isinstance(name, ast.Name | ast.Attribute) and (told := _text(text, found)):
                found[name.id if isinstance(name, ast.Name) else name.attr] = told
    return found


def _text(node: ast.AST | None, known: dict[str, str]) -> str:
    """What a key's expression says as far as it is written out; empty where it is handed in."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value.replace("{month}", "2026-03")
    if isinstance(node, ast.JoinedStr):
        return "".join(_text(part.value if isinstance(part, ast.FormattedValue) else part, known) or "x" for part in node.values)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format":
        return _text(node.func.value, known)
    if isinstance(node, ast.Name | ast.Attribute):
        return known.get(node.id if isinstance(node, ast.Name) else node.attr, "")
    return ""


def _keys() -> Iterator[tuple[str, str]]:
    trees = {path: ast.parse(path.read_text("utf-8")) for path in ROOT.rglob("*.py")}
    everywhere: dict[str, str] = {}
    for tree in trees.values():
        everywhere |= {name: text for name, text in _constants(tree).items() if name in ("FONT_PERCENT", "THEME", "LANGUAGE", "RULE")}
    for path, tree in trees.items():
        known = {**everywhere, **_constants(tree)}
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
            assert isinstance(call.func, ast.Attribute)
            owner = call.func.value.attr if isinstance(call.func.value, ast.Attribute) else getattr(call.func.value, "id", "")
            if call.func.attr in DOORS or (owner in SETTINGS and call.func.attr in TAKES):
                yield f"{path.relative_to(ROOT)}:{call.lineno}", _text(call.args[0], known)


def test_every_key_is_declared() -> None:
    keys = list(_keys())
    strange = [(place, key) for place, key in keys if key and declared(key) is None]
    assert strange == []
    assert len([key for _, key in keys if key]) > 30, "keys are found at all"


@pytest.mark.parametrize("one", DECLARED, ids=lambda one: one.key)
def test_every_declared_key_is_used(one: object) -> None:
    """What nobody keeps any more is not declared either."""
    key = str(getattr(one, "key", ""))
    if key in ("role", "font_percent", "theme"):
        assert any(f'"{key}"' in path.read_text("utf-8") for path in ROOT.rglob("*.py"))
        return
    written = "".join(path.read_text("utf-8") for path in ROOT.rglob("*.py") if path.name != "setting_keys.py")
    assert key.rstrip("*") in written or key == "rules.*"
