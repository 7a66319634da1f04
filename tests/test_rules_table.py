"""The manual's table of rules is the pack's."""

import importlib.util
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def test_the_manual_tells_the_rules_of_the_pack() -> None:
    spec = importlib.util.spec_from_file_location("rules_table", ROOT / "build" / "rules_table.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.TABLE.read_text("utf-8") == module.table(), "run build/rules_table.py"
