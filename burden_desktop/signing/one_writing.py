"""One signature, one writing: whoever has a file must not be able to write its signature in another way that holds too.

For every ECDSA signature (r, s) the pair (r, n - s) is one as well, and anybody can compute it: the file would be another
one by its hash, and be taken for it. We write the smaller s, and take no other. The hexadecimal is written in
capitals, as pyHanko does.
"""

from typing import Final

from asn1crypto import algos, cms, core, keys  # type: ignore[import-untyped]
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from pyhanko.sign.signers import SimpleSigner

ORDERS: Final = {
    "secp256r1": 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551,
    "secp384r1": 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFC7634D81F4372DDF581A0DB248B0A77AECEC196ACCC52973,
}
"""How many points the curve's base generates (FIPS 186-4, D.1.2)."""


class OneWaySigner(SimpleSigner):
    """Signs as its parent does, with the smaller s."""

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:
        signature = await super().async_sign_raw(data, digest_algorithm, dry_run)
        key: keys.PrivateKeyInfo = self.signing_key
        return signature if dry_run or key.algorithm != "ec" or key.curve[1] not in ORDERS else lower(signature, key.curve[1])


def lower(signature: bytes, curve: str) -> bytes:
    """The same signature with the smaller s."""
    pair = algos.DSASignature.load(signature).native
    least = min(pair["s"], ORDERS[curve] - pair["s"])
    return bytes(algos.DSASignature({"r": pair["r"], "s": least}).dump())


def is_lower(signature: bytes, certificate: x509.Certificate) -> bool:
    """Whether it is written in the one way; RSA has but one."""
    key = certificate.public_key()
    if not isinstance(key, ec.EllipticCurvePublicKey):
        return True
    return key.curve.name in ORDERS and lower(signature, key.curve.name) == signature


def container(signed: cms.SignedData) -> bytes:
    """The one way in which a container of ours holds this signature: every part that the signature does not cover is
    written anew, so that another tag, number, parameter or order cannot pass for it."""
    signer, certificate = signed["signer_infos"][0], signed["certificates"][0].chosen
    digest = algos.DigestAlgorithm.load(_with_null(signer["digest_algorithm"]["algorithm"]))
    name = {"issuer": certificate.issuer, "serial_number": certificate.serial_number}
    attributes = sorted((attribute.dump() for attribute in signer["signed_attrs"]), key=bytes)
    anew = cms.SignerInfo(
        {
            "version": "v1",
            "sid": cms.SignerIdentifier({"issuer_and_serial_number": cms.IssuerAndSerialNumber(name)}),
            "digest_algorithm": digest,
            "signed_attrs": [cms.CMSAttribute.load(attribute) for attribute in attributes],
            "signature_algorithm": _algorithm(signer["signature_algorithm"]),
            "signature": signer["signature"].native,
        }
    )
    data = {
        "version": "v1",
        "digest_algorithms": [digest],
        "encap_content_info": {"content_type": "data"},
        "certificates": [certificate],
        "signer_infos": [anew],
    }
    return bytes(cms.ContentInfo({"content_type": "signed_data", "content": cms.SignedData(data)}).dump())


def _algorithm(written: algos.SignedDigestAlgorithm) -> algos.SignedDigestAlgorithm:
    """ECDSA has no parameters, RSA NULL (RFC 5754); what PSS says is compared with what is signed elsewhere."""
    name = written["algorithm"].native
    if name == "rsassa_pss":
        return written
    if name.endswith("_ecdsa"):
        return algos.SignedDigestAlgorithm({"algorithm": name})
    return algos.SignedDigestAlgorithm.load(_with_null(written["algorithm"]))


def _with_null(algorithm: core.ObjectIdentifier) -> bytes:
    """SEQUENCE { algorithm, NULL }."""
    inside = bytes(algorithm.dump() + core.Null().dump())
    return bytes([0x30, len(inside)]) + inside
