"""What is refused of a commission's register of points."""

from ..texts import label
from .family import Refusal


class NotACommission(Refusal):
    code = "not-a-commission"
    template = label("这个台账不是纪委的收件台账。请打开纪委的收件台账（命令行用 --ledger 指明，或用 init --role commission 建立）。")


class NotAPoint(Refusal):
    code = "not-a-point"
    template = label("这个台账是纪委的收件台账，不登记记录，也不编月报。请打开监测点自己的台账（命令行用 --ledger 指明，或用 init 建立）。")


class NotACertificate(Refusal):
    code = "not-a-certificate"
    template = label("{path} 不是可以登记的证书（{detail}）。请让监测点重新导出证书。")


class FingerprintDiffers(Refusal):
    code = "fingerprint-differs"
    template = label("证书指纹与登记表上的不一致，没有登记。证书的指纹是 {found}，请与监测点当面或电话核对。")


class AlreadyEnrolled(Refusal):
    code = "already-enrolled"
    template = label("这份证书已经登记在“{code}”名下。")


class PointHasCertificate(Refusal):
    code = "point-has-certificate"
    template = label("“{code}”已有登记的证书。换发请写明 --renew（两份都认），密钥丢失或泄露请写明 --replace（旧证书立即停用）。")


class NotEnrolled(Refusal):
    code = "not-enrolled"
    template = label("没有登记过“{code}”的证书，或已全部停用。")
