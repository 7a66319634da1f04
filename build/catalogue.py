"""The gettext catalogue: Chinese source sentences out of the code, English ones beside them.

What the library of the command line says has its Chinese in a catalogue of its own (`zh_CN/LC_MESSAGES/click.po`).

`update` collects the sources anew and merges them into the English catalogue, which alone is committed; `compile`
writes the .mo that the program loads (setup and bundle call it, a current one is left alone).
"""

import ast
import sys
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from burden_desktop.domain.kinds import KINDS

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "burden_desktop"
DOMAIN = "burden_desktop"
LOCALE = ROOT / "resources" / "locale"
LIBRARY = LOCALE / "zh_CN" / "LC_MESSAGES" / "click.po"
RULES = ROOT / "resources" / "rules" / "rules.toml"
MARKS = ("label", "say", "t", "_t", "texts", "_texts")
BEGAN = datetime(2026, 1, 1, tzinfo=UTC)


def english(suffix: str) -> Path:
    """The English catalogue, `suffix` being po or mo."""
    return LOCALE / "en" / "LC_MESSAGES" / f"{DOMAIN}.{suffix}"


def called(call: ast.Call) -> str:
    """The last word of what is called: `label`, `self._t` → `_t`."""
    return getattr(call.func, "id", None) or getattr(call.func, "attr", "")


def marked_calls(path: Path) -> Iterator[tuple[int, ast.expr]]:
    """Line and first argument of every call of a marking function in the file."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and called(node) in MARKS and node.args:
            yield node.lineno, node.args[0]


def sources() -> dict[str, list[tuple[str, int]]]:
    """Every source sentence → the places (file relative to the root, line) where it stands."""
    found: dict[str, list[tuple[str, int]]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        for line, argument in sorted(marked_calls(path), key=lambda call: call[0]):
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str) and argument.value:
                found.setdefault(argument.value, []).append((path.relative_to(ROOT).as_posix(), line))
    for kind in KINDS:  # choices are data, kept in Chinese, and shown in the user's language
        place = (f"burden_desktop/domain/kinds/{kind.name}.py", 0)
        for choice in (choice for field in kind.fields for choice in field.choices):
            found.setdefault(choice, []).append(place)
    for rule in tomllib.loads(RULES.read_text("utf-8"))["rule"]:  # so are the titles of rules and the names of their bounds
        for text in (rule["title"], *rule.get("labels", {}).values()):
            found.setdefault(text, []).append((RULES.relative_to(ROOT).as_posix(), 0))
    return found


def _empty(locale: str | None = None) -> Catalog:
    header = "# Sentences of Burden Desktop (基层减负监测台账), Apache-2.0. Made by build/catalogue.py.\n#"
    return Catalog(
        locale=locale,
        project="Burden Desktop",
        version="",
        header_comment=header,
        # Fixed, for the dates go into the compiled file: the same sentences must give the same bytes.
        creation_date=BEGAN,
        revision_date=BEGAN,
        fuzzy=False,
    )


def _template() -> Catalog:
    catalogue = _empty()
    for text, places in sources().items():
        # Only the file is named: line numbers would change the catalogue with every edit of the code.
        catalogue.add(text, locations=[(name, None) for name in dict.fromkeys(place[0] for place in places)])
    return catalogue


def read_english() -> Catalog:
    """The English catalogue as committed; an empty one when there is none yet."""
    path = english("po")
    if not path.exists():
        return _empty("en")
    with path.open("rb") as file:
        read = read_po(file, locale="en")
    catalogue = _empty("en")
    for message in read:
        if message.id:
            catalogue.add(message.id, message.string, locations=message.locations)
    return catalogue


def read_library() -> Catalog:
    """The Chinese of what the library of the command line says."""
    with LIBRARY.open("rb") as file:
        return read_po(file, locale="zh_CN")


def compiled(catalogue: Catalog) -> bytes:
    """The catalogue as the bytes of a .mo file."""
    buffer = BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def untranslated(catalogue: Catalog) -> list[str]:
    """Source sentences that have no English yet."""
    return [str(message.id) for message in catalogue if message.id and not message.string]


def _write(path: Path, catalogue: Catalog) -> None:
    buffer = BytesIO()
    write_po(buffer, catalogue, width=110, sort_output=False, omit_header=False, include_lineno=False)
    # A date of creation or a version of the tool would make every run a change.
    left_out = (b"-Date: ", b"Last-Translator", b"Language-Team", b"Report-Msgid", b"Generated-By", b"python-brace-format")
    lines = [line for line in buffer.getvalue().splitlines(keepends=True) if not any(word in line for word in left_out)]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"".join(lines))


def update() -> int:
    """Collect sources, merge them into the English catalogue, compile it; returns how many lack English."""
    catalogue = read_english()
    catalogue.update(_template(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    _write(english("po"), catalogue)
    compile_catalogue()
    missing = untranslated(catalogue)
    print(f"{len(catalogue)} sentences, {len(missing)} without English")
    for text in missing:
        print(f"  {text}")
    return len(missing)


def compile_catalogue() -> None:
    """Write each .mo from its .po as it stands; untouched when it is current already."""
    for path, fresh in ((english("mo"), compiled(read_english())), (LIBRARY.with_suffix(".mo"), compiled(read_library()))):
        if not path.exists() or path.read_bytes() != fresh:
            path.write_bytes(fresh)


if __name__ == "__main__":
    verb = sys.argv[1] if len(sys.argv) == 2 else ""
    if verb == "update":
        update()
    elif verb == "compile":
        compile_catalogue()
    else:
        sys.exit("usage: build/catalogue.py update|compile")
