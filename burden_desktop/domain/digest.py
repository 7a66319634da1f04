"""SHA-256 in hex. Its library is large and a start digests nothing: it is loaded with the first digest."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import hashlib
    from collections.abc import Callable


@cache
def _sha256() -> Callable[[bytes], hashlib._Hash]:
    import hashlib

    return hashlib.sha256


def sha256_hex(content: bytes) -> str:
    """64 hex digits."""
    return _sha256()(content).hexdigest()
