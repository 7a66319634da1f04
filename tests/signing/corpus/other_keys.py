"""Forgeries with another key, or with a certificate that must not sign: each brings the trust folder it needs."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import cache

from asn1crypto import cms
from asn1crypto import x509 as plain
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from pyhanko.sign.fields import SigSeedSubFilter

from burden_desktop.signing.identity import Identity, certificate_of

from .material import AT, BEGAN, Material, gap_of, odd_identity

Pinned = Mapping[str, bytes]


@cache
def _issuing() -> Identity:
    return odd_identity(ca=True, name="青禾县纪委监委", code="JW-01")


@cache
def _weak() -> Identity:
    return odd_identity(key=rsa.generate_private_key(65537, 1024))  # noqa: S505 - weak on purpose


def _by(identity: Callable[[], Identity]) -> Callable[[Material], tuple[bytes, Pinned]]:
    """Signed by an identity whose certificate is pinned."""

    def forge(m: Material) -> tuple[bytes, Pinned]:
        one = identity()
        return m.signed(identity=one), {"point": certificate_of(one)}

    return forge


def _name_under_another_key(m: Material) -> tuple[bytes, Pinned]:
    return m.signed(identity=odd_identity()), {"point": certificate_of(m.identity)}


def _other_point(m: Material) -> tuple[bytes, Pinned]:
    return m.signed(identity=m.other), {"point": certificate_of(m.identity), "other": certificate_of(m.other)}


def _leaf_of_a_pinned_issuer(m: Material) -> tuple[bytes, Pinned]:
    leaf = odd_identity(issuer=_issuing())
    return m.signed(identity=leaf), {"issuer": certificate_of(_issuing())}


def _swapped(m: Material) -> tuple[bytes, Pinned]:
    """The pinned certificate put into a container that another key signed."""
    stranger = odd_identity(key=ec.generate_private_key(ec.SECP256R1()))
    pdf = m.signed(identity=stranger)
    start, end = gap_of(pdf)
    info = cms.ContentInfo.load(bytes.fromhex(pdf[start + 1 : end - 1].decode()), strict=False)
    genuine = plain.Certificate.load(certificate_of(m.identity))
    info["content"]["certificates"] = [genuine]
    sid = cms.IssuerAndSerialNumber({"issuer": genuine.issuer, "serial_number": genuine.serial_number})
    info["content"]["signer_infos"][0]["sid"] = cms.SignerIdentifier({"issuer_and_serial_number": sid})
    written = info.dump(force=True).hex().encode()
    room = end - start - 2
    return pdf[: start + 1] + written.ljust(room, b"0")[:room] + pdf[end - 1 :], {"point": certificate_of(m.identity)}


def _sha1(m: Material) -> tuple[bytes, Pinned]:
    return m.signed(digest="sha1"), {"point": certificate_of(m.identity)}


def _adobe(m: Material) -> tuple[bytes, Pinned]:
    return m.signed(subfilter=SigSeedSubFilter.ADOBE_PKCS7_DETACHED), {"point": certificate_of(m.identity)}


def _nobody(m: Material) -> tuple[bytes, Pinned]:
    return m.sealed, {}


FORGERIES: dict[str, tuple[Callable[[Material], tuple[bytes, Pinned]], str]] = {
    "nobody is trusted": (_nobody, "没有登记"),
    "the point's name and code under another key": (_name_under_another_key, "没有登记"),
    "another enrolled point signs for this one": (_other_point, "不一致"),
    "a pinned issuing certificate issues a leaf": (_leaf_of_a_pinned_issuer, "没有登记"),
    "a pinned issuing certificate signs itself": (_by(_issuing), "CA"),
    "expired": (_by(lambda: odd_identity(begins=BEGAN - timedelta(days=900), ends=AT - timedelta(days=1))), "过期"),
    "not yet valid": (_by(lambda: odd_identity(begins=AT + timedelta(days=1))), "尚未生效"),
    "without the usage nonRepudiation": (_by(lambda: odd_identity(intent=False)), "不可否认"),
    "RSA of 1024 bits": (_by(_weak), "RSA 2048"),
    "curve P-521": (_by(lambda: odd_identity(key=ec.generate_private_key(ec.SECP521R1()))), "P-384"),
    "SHA-1": (_sha1, "SHA-256"),
    "another format of signature": (_adobe, "PAdES"),
    "certificate swapped inside the container": (_swapped, "改动|签名数据|读不出|夹带"),
}
