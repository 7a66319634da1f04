"""The outer lock of a PKCS#12 file, made as slow to try as the inner one.

cryptography 50 takes `kdf_rounds` for the encryption only and leaves the integrity code at 2,048 rounds: whoever
steals the file would guess the passphrase there, 300 times faster. Source: RFC 7292, section 5.1 and appendix B.
"""

import hashlib
import hmac
from typing import Final

from asn1crypto import pkcs12  # type: ignore[import-untyped]

BLOCK: Final = 64
"""Bytes that SHA-256 takes at a time; its result of 32 bytes is as long as the key wanted, so one turn is enough."""
FOR_INTEGRITY: Final = b"\x03"


def with_slow_lock(packed: bytes, passphrase: str, *, salt: bytes, rounds: int) -> bytes:
    """`packed` (PKCS#12) with a new HMAC-SHA256 over its content, derived in `rounds` rounds from `salt`."""
    pfx = pkcs12.Pfx.load(packed)
    key = integrity_key(passphrase, salt, rounds)
    code = hmac.new(key, pfx["auth_safe"]["content"].native, hashlib.sha256).digest()
    pfx["mac_data"] = {
        "mac": {"digest_algorithm": {"algorithm": "sha256", "parameters": None}, "digest": code},
        "mac_salt": salt,
        "iterations": rounds,
    }
    written: bytes = pfx.dump()
    return written


def integrity_key(passphrase: str, salt: bytes, rounds: int) -> bytes:
    """32 bytes (RFC 7292, appendix B.2, with ID 3 and SHA-256)."""
    written = passphrase.encode("utf-16-be") + b"\0\0"
    digest = FOR_INTEGRITY * BLOCK + _filled(salt) + _filled(written)
    for _ in range(rounds):
        digest = hashlib.sha256(digest).digest()
    return digest


def _filled(text: bytes) -> bytes:
    """Repeated up to a whole number of blocks."""
    length = -(-len(text) // BLOCK) * BLOCK
    return (text * (length // len(text) + 1))[:length] if text else b""
