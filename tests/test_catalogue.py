"""Every sentence of the program has its English, with the same places, in a catalogue that is current."""

import ast
import gettext
import importlib.util
import re
import string
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent


def _catalogue_script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("catalogue_script", ROOT / "build" / "catalogue.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


catalogue = _catalogue_script()


def _places(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def test_every_source_sentence_stands_in_the_english_catalogue() -> None:
    wanted = set(catalogue.sources())
    english = {message.id for message in catalogue.read_english() if message.id}
    assert wanted - english == set(), "run `make catalogue`"
    assert english - wanted == set(), "the catalogue holds sentences that the code no longer says"


def test_every_source_sentence_has_an_english_translation() -> None:
    assert catalogue.untranslated(catalogue.read_english()) == []


def test_translations_keep_the_named_places() -> None:
    for message in catalogue.read_english():
        if message.string:
            assert _places(message.string) == _places(message.id), message.id


def test_compiled_catalogue_is_current() -> None:
    with catalogue.english("mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    for message in catalogue.read_english():
        if message.string:
            assert compiled.gettext(message.id) == message.string


def test_gettext_finds_the_english_catalogue_in_the_resources() -> None:
    english = gettext.translation("burden_desktop", catalogue.LOCALE, languages=["en"])
    assert english.gettext("收文") == "Documents"


@pytest.mark.parametrize("path", sorted(catalogue.PACKAGE.rglob("*.py")), ids=lambda path: path.stem)
def test_source_sentences_are_never_put_together(path: Path) -> None:
    for line, argument in catalogue.marked_calls(path):
        put_together = isinstance(argument, ast.JoinedStr | ast.BinOp)
        assert not put_together, f"{path.name}:{line}: a sentence with {{places}}, not a composed string"


@pytest.mark.parametrize("path", sorted((catalogue.PACKAGE / "ui").rglob("*.py")), ids=lambda path: path.stem)
def test_every_chinese_word_of_the_window_can_be_translated(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    marked = {id(part) for call in ast.walk(tree) if _marks(call) for part in ast.walk(call)}
    marked |= {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}  # docstrings
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in marked:
            # A language is named in its own words, whatever the language of the window.
            assert node.value == "简体中文" or not re.search("[一-鿿]", node.value), f"{path.name}:{node.lineno}: {node.value}"


def _marks(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and catalogue.called(node) in catalogue.MARKS


def test_a_composed_sentence_would_be_found(tmp_path: Path) -> None:
    source = tmp_path / "wrong.py"
    source.write_text('label("件" + "数")\nself.t(f"{1}件")\n', "utf-8")
    assert [type(argument) for _, argument in catalogue.marked_calls(source)] == [ast.BinOp, ast.JoinedStr]
