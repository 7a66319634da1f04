"""What is refused of keys, certificates and trust."""

from ..texts import label
from .family import Refusal


class IdentityExists(Refusal):
    code = "identity-exists"
    template = label("{path} 已经存在，没有覆盖。覆盖会使旧密钥永远丢失，请换一个文件名。")


class WrongPassphrase(Refusal):
    code = "wrong-passphrase"
    template = label("口令不对，或 {path} 不是签名证书文件。请核对口令和文件。")


class WeakPassphrase(Refusal):
    code = "weak-passphrase"
    template = label("口令太短：至少{least}个字符。口令丢失后无法找回，请妥善保管。")


class UnsuitableIdentity(Refusal):
    code = "unsuitable-identity"
    template = label("签名证书不能用于签名：{detail}。请更换证书。")


class CertificateExpired(Refusal):
    code = "certificate-expired"
    template = label("签名证书已于{until}过期。请换发新证书，并交纪委重新登记。")


class CertificateNotYetValid(Refusal):
    code = "certificate-not-yet-valid"
    template = label("签名证书自{since}起才有效。请核对电脑时间，或更换证书。")


class KeyDoesNotFit(Refusal):
    code = "key-does-not-fit"
    template = label("私钥与证书不是一对，不能签名。请重新导入签名证书。")


class CodesDisagree(Refusal):
    code = "codes-disagree"
    template = label("签名证书属于“{certificate}”，台账属于“{ledger}”，两者代码不一致。请换用本监测点的证书。")


class UnsuitableSealPicture(Refusal):
    code = "unsuitable-seal-picture"
    template = label("印章图片不能用：{detail}。请换一张透明底的PNG，或不用图片、盖实物章。")


class TrustFolderMissing(Refusal):
    code = "trust-folder-missing"
    template = label("信任文件夹 {path} 不存在。请放入各监测点的 .cer 文件后再核验。")
