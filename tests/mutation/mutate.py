"""Breaks the code on purpose, one place at a time, and tells which breaks no test notices.

usage: python -m tests.mutation.mutate [COUNT_A_ROOM [SEED]]. A copy of the project is broken, never the project itself.
Each module is run against the tests named beside it; a seed chooses the places, so that a run can be repeated.
"""

import ast
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
TARGETS: Final = {
    "domain/months/month.py": "tests/domain",
    "domain/months/stock.py": "tests/domain tests/store/test_stock.py",
    "domain/reading/personal.py": "tests/domain/reading/test_personal.py",
    "domain/chain/history.py": "tests/store/test_ledger_history.py tests/domain",
    "store/placing.py": "tests/store/test_ledger_months.py tests/store/test_ledger_records.py tests/store/test_stock.py",
    "store/tallies.py": "tests/store/test_counts.py tests/store/test_stock.py tests/store/test_ledger_months.py",
    "store/closed_months.py": "tests/store/test_ledger_months.py",
    "store/months.py": "tests/store/test_ledger_months.py",
    "analysis/ears.py": "tests/analysis/test_ears.py",
    "analysis/poisson.py": "tests/analysis/test_poisson.py",
    "analysis/workdays.py": "tests/analysis/test_workdays.py",
    "analysis/summarise.py": "tests/analysis/test_summarise.py",
    "report/lines.py": "tests/report/test_lines.py",
    "report/records_csv.py": "tests/report/test_records_csv.py",
    "report/chart.py": "tests/report/test_screen_chart.py tests/report/test_render.py",
    "signing/der.py": "tests/signing/test_der.py",
    "signing/one_writing.py": "tests/signing/test_verify.py tests/signing/test_seal.py",
    "signing/trust.py": "tests/signing/test_trust.py tests/signing/test_verify.py",
}
_TURNED: Final = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
                  ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
                  ast.Add: ast.Sub, ast.Sub: ast.Add, ast.And: ast.Or, ast.Or: ast.And}  # fmt: skip
_SECONDS: Final = 180


def places(tree: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    """What can be broken, in the order of the text: operators turned, whole numbers one too high, truth denied."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare) and type(node.ops[0]) in _TURNED:
            yield node, "compare"
        elif isinstance(node, ast.BinOp | ast.BoolOp) and type(node.op) in _TURNED:
            yield node, "operator"
        elif isinstance(node, ast.Constant) and type(node.value) is int:
            yield node, "number"
        elif isinstance(node, ast.Constant) and type(node.value) is bool:
            yield node, "truth"
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            yield node, "not"


def broken(source: str, which: int) -> tuple[str, str]:
    """The source with its `which`-th place broken, and what was done in words."""
    tree = ast.parse(source)
    node, how = list(places(tree))[which]
    before = ast.unparse(node)
    match node:
        case ast.Compare():
            node.ops[0] = _TURNED[type(node.ops[0])]()  # type: ignore[assignment]
        case ast.BinOp() | ast.BoolOp():
            node.op = _TURNED[type(node.op)]()  # type: ignore[assignment]
        case ast.Constant():
            node.value = (not node.value) if how == "truth" else node.value + 1  # type: ignore[operator]
        case ast.UnaryOp():
            node.op, node.operand = ast.Not(), ast.UnaryOp(ast.Not(), node.operand)
    return ast.unparse(tree), f"line {getattr(node, 'lineno', 0)}: {before} → {ast.unparse(node)}"


def noticed(project: Path, tests: str) -> bool:
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests.split()]
    try:
        # From the copy: its package stands before the installed one.
        done = subprocess.run([*command, f"--rootdir={project}"], cwd=project, capture_output=True, timeout=_SECONDS,
                              env={"PYTHONPATH": str(project), "QT_QPA_PLATFORM": "offscreen", "PATH": "/usr/bin:/bin", "HOME": str(project)})  # fmt: skip
    except subprocess.TimeoutExpired:
        return True
    return done.returncode != 0


def main() -> int:
    count, seed = int((sys.argv[1:] or ["8"])[0]), int((sys.argv[2:] or ["1"])[0])
    survived = tried = 0
    with tempfile.TemporaryDirectory(prefix="mutation-") as folder:
        project = Path(folder)
        for name in ("burden_desktop", "tests", "resources", "pyproject.toml"):
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
            copy(ROOT / name, project / name)
        for tests in dict.fromkeys(TARGETS.values()):
            if noticed(project, tests):
                print(f"red before anything is broken: {tests}")
                return 1
        for room in dict.fromkeys(module.split("/")[0] for module in TARGETS):
            modules = [module for module in TARGETS if module.startswith(room)]
            choices = [(module, n) for module in modules for n, _ in enumerate(places(ast.parse((ROOT / "burden_desktop" / module).read_text())))]
            for module, which in random.Random(f"{seed} {room}").sample(choices, min(count, len(choices))):  # noqa: S311 - a choice of places
                file = project / "burden_desktop" / module
                source = file.read_text()
                text, told = broken(source, which)
                file.write_text(text)
                seen = noticed(project, TARGETS[module])
                file.write_text(source)
                tried, survived = tried + 1, survived + (not seen)
                print(f"{'killed  ' if seen else 'SURVIVED'} {module} {told}", flush=True)
    print(f"{tried} breaks, {tried - survived} noticed, {survived} survived")
    return 0


if __name__ == "__main__":
    sys.exit(main())
