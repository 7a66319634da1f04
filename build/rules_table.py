"""Writes the manual's table of rules from the pack. usage: rules_table.py"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from burden_desktop.analysis.rules.pack import read_pack  # noqa: E402
from burden_desktop.domain.months.rules import SEVERITY_LABELS, Rule  # noqa: E402

PACK = ROOT / "resources" / "rules" / "rules.toml"
TABLE = ROOT / "resources" / "manual" / "rules.md"


def _parameters(rule: Rule) -> str:
    told = []
    for name, value in rule.parameters.items():
        shown = "、".join(value) if isinstance(value, tuple) else str(value)
        told.append(f"{rule.labels[name]}：{shown}")
    return "；".join(told) or "—"


def table() -> str:
    """The table as Markdown."""
    pack = read_pack(PACK.read_text("utf-8"))
    lines = [
        f"# 规则表（规则包版本 {pack.version}）",
        "",
        "程序只把登记的事实同下列公开规定和数字对照，提示“疑似”或“提示”，不作判断；认定由纪检监察机关作出。界限都可以在“规则”页修改，"
        "改动会写进月报的口径说明。带引号的是原文，其余是要点。",
        "",
        "| 规则 | 标识 | 性质 | 规定 | 出处 | 界限 | 默认 |",
        "|---|---|---|---|---|---|---|",
    ]
    for rule in pack.rules:
        words = f"“{rule.words}”" if rule.exact else rule.words
        lines.append(
            f"| {rule.title} | `{rule.id}` | {SEVERITY_LABELS[rule.severity]} | {words} | {rule.source}，{rule.published}"
            f" | {_parameters(rule)} | {'启用' if rule.on else '关闭'} |"
        )
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    TABLE.write_text(table(), "utf-8")
