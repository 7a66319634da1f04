"""What `app.spec` needs to know of others' work: which system libraries the bundle needs, and under which licences.

`python build/bundle_parts.py FOLDER` examines a finished bundle: nothing under the GPL alone, and a licence for each part.
"""

from __future__ import annotations

import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement

HERE = Path(__file__).resolve().parent
TEXTS = HERE / "licences"  # of packages that bring no text of their own
_A_TEXT = re.compile(r"(^|/)(licen[cs]es?/|[^/]*(licen[cs]e|copying|notice))", re.IGNORECASE)
_OF_THE_SYSTEM = ("/lib/", "/lib64/", "/usr/lib/")
_GPL_ALONE = re.compile(r"readline|DarkGarden", re.IGNORECASE)
LGPL_OF_QT = ("LGPL-3.0.txt", "GPL-3.0.txt")  # the first is written as permissions on top of the second
_OWN_TEXTS = {"pyside6-essentials": LGPL_OF_QT, "shiboken6": LGPL_OF_QT, "chinesecalendar": ("chinesecalendar.txt",)}

Entry = tuple[str, str, str]  # PyInstaller's: place in the bundle, source, type


def shipped(root: str = "burden-desktop") -> tuple[Distribution, ...]:
    """The packages that the program needs at run time, itself left out, in order of name."""
    found: dict[str, Distribution] = {}
    waiting = [root]
    while waiting:
        name = waiting.pop().lower().replace("_", "-")
        if name in found:
            continue
        found[name] = distribution(name)
        needed = (Requirement(text) for text in found[name].requires or ())
        waiting += [need.name for need in needed if need.marker is None or need.marker.evaluate({"extra": ""})]
    del found[root]
    return tuple(found[name] for name in sorted(found))


def texts_of(package: Distribution) -> tuple[Path, ...]:
    """The licence texts that a package brings, else those kept for it beside this file."""
    own = [file for file in package.files or () if ".dist-info/" in str(file) and _A_TEXT.search(str(file))]
    name = package.metadata["Name"].lower().replace("_", "-")
    return tuple(Path(str(package.locate_file(file))) for file in own) or tuple(
        TEXTS / file for file in _OWN_TEXTS.get(name, ())
    )


def licences(binaries: Iterable[Entry]) -> list[tuple[str, str]]:
    """(file, folder in the bundle) of every licence text: Python's, each package's, each system library's."""
    python = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    found = [(str(python), "licenses/python")] if python.exists() else []
    for package in shipped():
        name = package.metadata["Name"]
        found += [
            (str(text), f"licenses/{name}/{number}" if number else f"licenses/{name}")
            for number, text in enumerate(texts_of(package))
        ]
    packages = sorted({package for _, source, _ in binaries if of_the_system(source) for package in _owners(source)})
    for package in packages:
        terms = Path("/usr/share/doc") / package / "copyright"
        if terms.exists():
            found.append((str(terms), f"licenses/system/{package}"))
    return found


def of_the_system(source: str) -> bool:
    return source.startswith(_OF_THE_SYSTEM)


def _owners(source: str) -> Iterator[str]:
    """The Debian packages that a library of this system comes from; none elsewhere."""
    try:
        told = subprocess.run(
            ["dpkg", "-S", source, str(Path(source).resolve())], capture_output=True, text=True, check=False
        )
    except FileNotFoundError:
        return
    for line in told.stdout.splitlines():
        if not line.startswith("diversion"):
            yield from (name.split(":")[0].strip() for name in line.rsplit(": ", 1)[0].split(","))


def needed(binaries: Sequence[Entry]) -> list[Entry]:
    """Without the system's libraries that nothing else in the bundle asks for: a plugin that was left out drew them in."""
    from PyInstaller.depend.bindepend import get_imports

    by_name = {Path(place).name: source for place, source, _ in binaries}
    waiting = [source for _, source, _ in binaries if not of_the_system(source)]
    seen = set(waiting)
    while waiting:
        for name, _ in get_imports(waiting.pop()):
            source = by_name.get(Path(name).name)
            if source is not None and source not in seen:
                seen.add(source)
                waiting.append(source)
    return [entry for entry in binaries if entry[1] in seen]


def faults(bundle: Path) -> list[str]:
    """What a finished bundle must not hold or must not lack."""
    inside = bundle / "_internal"
    found = [
        f"under the GPL alone: {file.relative_to(bundle)}" for file in inside.rglob("*") if _GPL_ALONE.search(file.name)
    ]
    for package in shipped():
        name = package.metadata["Name"]
        if not any((inside / "licenses" / name).rglob("*")):
            found.append(f"no licence text: {name}")
    return found


if __name__ == "__main__":
    told = faults(Path(sys.argv[1]))
    print("\n".join(told) or "licences: a text for every part, nothing under the GPL alone")
    sys.exit(bool(told))
