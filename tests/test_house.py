"""The rules of the house that no single room can prove: sizes, names, errors and their sentences."""

import ast
import importlib
import pkgutil
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from burden_desktop.domain import errors
from burden_desktop.domain.errors.family import BurdenError, Refusal, Trouble
from burden_desktop.domain.field import FieldType
from burden_desktop.domain.kinds import KINDS

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "burden_desktop"
MODULES = sorted(PACKAGE.rglob("*.py"))
LINE_LIMIT = 400
EMPTY_NAMES = {"utils", "util", "common", "helper", "helpers", "manager", "managers", "base", "misc"}


def _error_classes(parent: type[BurdenError] = BurdenError) -> list[type[BurdenError]]:
    children = parent.__subclasses__()
    return children + [grandchild for child in children for grandchild in _error_classes(child)]


# A class is only known when its module was imported.
for module in pkgutil.iter_modules(errors.__path__):
    importlib.import_module(f"{errors.__name__}.{module.name}")
NAMED_ERRORS = [error for error in _error_classes() if error not in (Refusal, Trouble)]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_file_stays_small(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LINE_LIMIT


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_file_opens_with_a_sentence_on_what_it_is_for(path: Path) -> None:
    assert re.match(r'"""\S.*', path.read_text("utf-8")), "a module docstring comes first"


def test_no_file_or_folder_has_an_empty_name() -> None:
    words = {path: set(re.split(r"[_.]", path.stem)) for path in [*MODULES, *(p.parent for p in MODULES)]}
    assert [path.name for path, parts in words.items() if parts & EMPTY_NAMES] == []


@pytest.mark.parametrize("error", NAMED_ERRORS, ids=lambda error: error.__name__)
def test_error_has_a_code_and_a_sentence(error: type[BurdenError]) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", error.code)
    assert error.template.endswith(("。", "}"))
    assert not re.search(r"[一-鿿][,;:?!()]|[,;:?!()][一-鿿。]", error.template), "Chinese takes full-width punctuation"


def test_no_sentence_is_made_of_an_exception() -> None:
    """The name of its class is no word for the user: `in_words` says what the system means."""
    told = [
        f"{path.relative_to(PACKAGE)}:{node.lineno}"
        for path in MODULES
        for handler in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(handler, ast.ExceptHandler)
        for node in ast.walk(handler)
        if isinstance(node, ast.Attribute) and node.attr in ("__name__", "__qualname__", "__class__")
    ]
    assert told == []


def test_error_codes_are_unique() -> None:
    twice = [code for code, times in Counter(error.code for error in NAMED_ERRORS).items() if times > 1]
    assert twice == []


def test_errors_are_declared_in_the_domain_only() -> None:
    assert {error.__module__.rpartition(".")[0] for error in NAMED_ERRORS} == {errors.__name__}


def test_declarations_stay_within_their_fences() -> None:
    assert len(FieldType) <= 8
    for kind in KINDS:
        names = [field.name for field in kind.fields]
        assert len(set(names)) == len(names)
        assert kind.field(kind.dated_by).required or kind.stock
        assert kind.field(kind.dated_by).type is FieldType.DATE


def test_kinds_have_names_labels_and_marks_of_their_own() -> None:
    for what in ("name", "label", "mark"):
        values = [getattr(kind, what) for kind in KINDS]
        assert len(set(values)) == len(values)


def test_contracts_between_rooms_hold() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter, "--no-logo"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_contracts_go_red_when_a_room_is_broken_into(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text("utf-8"), "utf-8")
    for path in MODULES:
        copy = tmp_path / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    (tmp_path / "burden_desktop" / "analysis" / "wrong.py").write_text("import reportlab\nfrom ..store import ledger\n")
    (tmp_path / "burden_desktop" / "stray").mkdir()
    (tmp_path / "burden_desktop" / "stray" / "__init__.py").write_text("")
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [linter, "--no-logo", "--no-cache"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    for broken in ("The house: .*", "reportlab lives in report"):
        assert re.search(broken + r"\s+BROKEN", done.stdout), done.stdout
    for intruder in ("stray", "analysis.wrong -> reportlab", "analysis.wrong -> burden_desktop.store"):
        assert intruder in done.stdout
