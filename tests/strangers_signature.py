"""What other people's tools say of a sealed file: poppler's pdfsig, OpenSSL, mutool. Tests only.

pdfsig still says "valid" after an appended page edit: it is no witness for "nothing was added".
"""

import re
import subprocess
from pathlib import Path


def pdfsig(pdf: Path, certificate: Path, database: Path) -> str:
    """pdfsig's report, with `certificate` (DER) trusted in a fresh NSS database in the folder `database`."""
    database.mkdir(exist_ok=True)
    where = f"sql:{database}"
    _run("certutil", "-N", "-d", where, "--empty-password")
    _run("certutil", "-A", "-d", where, "-n", "point", "-t", "CP,CP,CP", "-i", str(certificate))
    return _run("pdfsig", "-nssdir", where, "-no-ocsp", str(pdf))


def openssl_cms(pdf: bytes, certificate_pem: Path, folder: Path) -> str:
    """`openssl cms -verify` on the container and the two signed stretches; raises CalledProcessError if it fails."""
    stretches = re.search(rb"/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]", pdf)
    assert stretches is not None
    start, first, second, length = (int(number) for number in stretches.groups())
    signed, container = folder / "signed.bin", folder / "container.der"
    signed.write_bytes(pdf[start : start + first] + pdf[second : second + length])
    padded = bytes.fromhex(pdf[first + 1 : second - 1].decode())
    container.write_bytes(padded[: 4 + int.from_bytes(padded[2:4], "big")])
    return _run(
        *("openssl", "cms", "-verify", "-inform", "DER", "-binary", "-in", str(container), "-content", str(signed)),
        *("-CAfile", str(certificate_pem), "-purpose", "any", "-out", str(folder / "out.bin")),
    )


def mutool_sign(pdf: Path) -> str:
    """`mutool sign -v`: it knows no pinned certificates but says whether the bytes changed."""
    return _run("mutool", "sign", "-v", str(pdf))


def _run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, check=True, timeout=60)
    return (done.stdout + done.stderr).decode("utf-8", "replace")
