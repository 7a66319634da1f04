"""The passphrase of the screen lock, kept only as a salted slow hash. It keeps passers-by from the screen, and encrypts nothing."""

import hashlib
import hmac
from typing import Final

SALT_BYTES: Final = 16
SHORTEST: Final = 4
_COST: Final = {"n": 2**14, "r": 8, "p": 1}
"""scrypt (RFC 7914): 16 MB and some 50 ms for each try."""


def secret_of(passphrase: str, salt: bytes) -> str:
    """What is kept: salt and hash in hexadecimal."""
    return f"{salt.hex()}:{_hash(passphrase, salt).hex()}"


def opens(passphrase: str, secret: str) -> bool:
    """Whether the passphrase is the one that `secret` was made of; never for what is no such secret."""
    salt, _, told = secret.partition(":")
    try:
        return hmac.compare_digest(_hash(passphrase, bytes.fromhex(salt)), bytes.fromhex(told))
    except ValueError:
        return False


def _hash(passphrase: str, salt: bytes) -> bytes:
    return hashlib.scrypt(passphrase.encode(), salt=salt, **_COST)
