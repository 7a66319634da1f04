"""The genuine signature written in another way that holds as well: no key is needed, and the file is another by its hash.

Each of these is valid to whoever only asks whether the signature verifies. Sources: SEC 1, 4.1 (ECDSA: -s serves as well
as s); X.690, 11 (DER has one way, BER many); RFC 5652, 5.1.
"""

from collections.abc import Callable

from asn1crypto import algos, cms, core

from burden_desktop.signing.one_writing import ORDERS

from .bytes_changed import Forge
from .material import Material


def _rewritten(change: Callable[[cms.ContentInfo], bytes]) -> Forge:
    """The container with something changed that the signature does not cover, in the same room."""

    def forge(m: Material) -> bytes:
        start, end = m.gap
        told = cms.ContentInfo.load(bytes.fromhex(m.sealed[start + 1 : end - 1].decode()), strict=False)
        written = change(told).hex().upper().encode()
        room = end - start - 2
        assert len(written) <= room
        return m.sealed[: start + 1] + written.ljust(room, b"0") + m.sealed[end - 1 :]

    return forge


def _signer(told: cms.ContentInfo) -> cms.SignerInfo:
    return told["content"]["signer_infos"][0]


def _lower_case(m: Material) -> bytes:
    start, end = m.gap
    return m.sealed[:start] + m.sealed[start:end].lower() + m.sealed[end:]


def _other_s(told: cms.ContentInfo) -> bytes:
    pair = algos.DSASignature.load(_signer(told)["signature"].native).native
    other = algos.DSASignature({"r": pair["r"], "s": ORDERS["secp256r1"] - pair["s"]})
    _signer(told)["signature"] = other.dump()
    return bytes(told.dump(force=True))


def _no_certificates_revoked(told: cms.ContentInfo) -> bytes:
    told["content"]["crls"] = []
    return bytes(told.dump(force=True))


def _nothing_unsigned(told: cms.ContentInfo) -> bytes:
    _signer(told)["unsigned_attrs"] = []
    return bytes(told.dump(force=True))


def _digest_without_parameters(told: cms.ContentInfo) -> bytes:
    oid = _signer(told)["digest_algorithm"]["algorithm"].dump()
    plain = algos.DigestAlgorithm.load(bytes([0x30, len(oid)]) + oid)
    _signer(told)["digest_algorithm"] = plain
    told["content"]["digest_algorithms"] = [plain]
    return bytes(told.dump(force=True))


def _signature_parameters(told: cms.ContentInfo) -> bytes:
    name = _signer(told)["signature_algorithm"]["algorithm"].native
    oid = _signer(told)["signature_algorithm"]["algorithm"].dump()
    inside = oid + (core.Null().dump() if name.endswith("ecdsa") else b"")
    _signer(told)["signature_algorithm"] = algos.SignedDigestAlgorithm.load(bytes([0x30, len(inside)]) + inside)
    return bytes(told.dump(force=True))


def _attributes_reversed(told: cms.ContentInfo) -> bytes:
    written, attributes = bytes(told.dump()), [bytes(one.dump()) for one in _signer(told)["signed_attrs"]]
    return written.replace(b"".join(attributes), b"".join(reversed(attributes)))


def _long_version(told: cms.ContentInfo) -> bytes:
    """Version 1 in two bytes, every length around it following."""
    return _longer(bytes(told.dump()), b"\x02\x01\x01", b"\x02\x02\x00\x01")


def _longer(written: bytes, short: bytes, long: bytes) -> bytes:
    """The first `short` replaced by `long`, and the lengths of the three items that hold it made to fit."""
    place = written.index(short)
    grown = bytearray(written[:place] + long + written[place + len(short) :])
    added = len(long) - len(short)
    at = 0
    while at < place:
        count = grown[at + 1] & 0x7F if grown[at + 1] & 0x80 else 0
        size = int.from_bytes(grown[at + 2 : at + 2 + count], "big") if count else grown[at + 1]
        if at + 2 + count + size > place and grown[at] & 0x20:
            if count:
                grown[at + 2 : at + 2 + count] = (size + added).to_bytes(count, "big")
            else:
                grown[at + 1] = size + added
            at += 2 + count
        else:
            at += 2 + count + size
    return bytes(grown)


OF_EC: dict[str, tuple[Forge, str]] = {
    "the signature's other s": (_rewritten(_other_s), "夹带"),
}

FORGERIES: dict[str, tuple[Forge, str]] = {
    "hexadecimal in small letters": (_lower_case, "没有覆盖"),
    "an empty list of revocations": (_rewritten(_no_certificates_revoked), "夹带"),
    "empty unsigned attributes": (_rewritten(_nothing_unsigned), "夹带"),
    "the digest's parameters left out": (_rewritten(_digest_without_parameters), "夹带"),
    "the signature's parameters otherwise": (_rewritten(_signature_parameters), "夹带"),
    "signed attributes in another order": (_rewritten(_attributes_reversed), "夹带|改动"),
    "a version in two bytes": (_rewritten(_long_version), "夹带"),
}
