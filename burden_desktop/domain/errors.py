"""Everything that can be refused or go wrong, each with a code and a sentence that names the way out.

Three families: the user can mend it (`Refusal`), the world is in the way (`Trouble`), or the program is at
fault (anything else; it reaches the crash dialog). One class per thing that can go wrong.
"""

from typing import TYPE_CHECKING, ClassVar

from .texts import Sentence, label

if TYPE_CHECKING:
    from .kind import Problem


class BurdenError(Exception):
    """A named error. `code` is stable for machines; `template` is its Chinese sentence."""

    code: ClassVar[str] = ""
    template: ClassVar[str] = ""

    def __init__(self, **values: object) -> None:
        self.sentence = Sentence(self.template, values)
        super().__init__(str(self.sentence))


class Refusal(BurdenError):
    """The user asked for something that cannot be: the sentence says what to do instead."""


class Trouble(BurdenError):
    """The surroundings are in the way: a disk, a file, another window."""


# --- what is entered ---------------------------------------------------------------------------------


class UnknownKind(Refusal):
    code = "unknown-kind"
    template = label("没有“{kind}”这一类。可用的类别：{known}。")


class UnknownField(Refusal):
    code = "unknown-field"
    template = label("“{kind}”没有“{field}”这一栏。可用的栏目：{known}。")


class InvalidRecord(Refusal):
    """Carries `problems`, one `Problem` per field that must be mended; the sentence joins them."""

    code = "invalid-record"
    template = label("还不能保存：{problems}")
    problems: tuple["Problem", ...] = ()


class Classified(Refusal):
    code = "classified"
    template = label("{where}带有密级标志“{mark}”。涉密内容不得进入本程序，未保留其任何内容。请按保密规定办理。")


class UnknownRecord(Refusal):
    code = "unknown-record"
    template = label("找不到记录{number}。它可能已被撤销，请刷新列表后再试。")


class InvalidMonth(Refusal):
    code = "invalid-month"
    template = label("“{text}”不是月份。请写成 2026-03 的样子。")


class InvalidPoint(Refusal):
    code = "invalid-point"
    template = label("监测点代码“{code}”不合要求：只能用字母、数字和连字符，长度1到40。")


class MissingName(Refusal):
    code = "missing-name"
    template = label("请填写监测点名称。")


class NotFieldValue(Refusal):
    code = "not-field-value"
    template = label("“{text}”不是“栏目=内容”的写法，例如 title=关于召开会议的通知。")


# --- months ------------------------------------------------------------------------------------------


class SealedMonth(Refusal):
    code = "sealed-month"
    template = label("{month}已封存，不能修改。如需更正，请先“更正重报”。")


class MonthNotOver(Refusal):
    code = "month-not-over"
    template = label("{month}还没有结束，不能封存。确需提前，请写明理由（--early）。")


class MonthOutOfOrder(Refusal):
    code = "month-out-of-order"
    template = label("请先封存{expected}，再封存{month}：月份须依次封存。")


class MonthNotSealed(Refusal):
    code = "month-not-sealed"
    template = label("{month}没有封存，不需要更正，可以直接修改记录。")


class ReasonMissing(Refusal):
    code = "reason-missing"
    template = label("请写明{action}的理由，理由会印在月报上。")


class MonthChanged(Refusal):
    code = "month-changed"
    template = label("制作月报期间台账有改动，没有封存。请再封存一次。")


class ReportExists(Refusal):
    code = "report-exists"
    template = label("{path} 已经存在，没有覆盖：它可能已经报出。请换一个文件夹，或先把它移走保存。")


class ClockBehind(Refusal):
    code = "clock-behind"
    template = label("电脑时间{now}早于台账最后一条记录的时间{last}。请校准电脑时间后再封存。")


# --- the ledger --------------------------------------------------------------------------------------


class LedgerMissing(Refusal):
    code = "ledger-missing"
    template = label("{path} 处没有台账。请先建立台账（init），或用 --ledger 指明位置。")


class LedgerExists(Refusal):
    code = "ledger-exists"
    template = label("{path} 已经存在，没有覆盖。请换一个位置，或直接打开它。")


class NotALedger(Trouble):
    code = "not-a-ledger"
    template = label("{path} 不是减负监测台账。请核对文件，或从 backups 文件夹恢复备份。")


class NewerLedger(Refusal):
    code = "newer-ledger"
    template = label("{path} 由更新版本的程序建立。请升级本程序后再打开，台账没有改动。")


class DamagedLedger(Trouble):
    code = "damaged-ledger"
    template = label("{path} 已损坏（{detail}）。请不要继续录入，从 backups 文件夹恢复最近的备份。")


class BrokenChain(Trouble):
    code = "broken-chain"
    template = label("台账的历史链在第{seq}条对不上，记录可能在程序之外被改动。请保留现状并联系纪委，或恢复备份。")


class LedgerInUse(Refusal):
    code = "ledger-in-use"
    template = label("{path} 已在另一个窗口中打开。请切换到那个窗口，或先关闭它。")


class CannotWrite(Trouble):
    code = "cannot-write"
    template = label("不能写入 {path}（{detail}）。请检查磁盘空间和文件夹权限，已录入的内容没有改动。")


class CannotRead(Trouble):
    code = "cannot-read"
    template = label("不能读取 {path}（{detail}）。请检查文件是否存在、是否有权限。")


class NotABackup(Refusal):
    code = "not-a-backup"
    template = label("{path} 不是这个监测点的台账备份，没有恢复。")


class OlderBackup(Refusal):
    code = "older-backup"
    template = label("备份早于最后一次封存（{month}）。确需恢复，请写明理由（--reason），下期月报会注明断链。")


# --- files to read -----------------------------------------------------------------------------------


class UnreadableFile(Refusal):
    code = "unreadable-file"
    template = label("{file} 打不开（{detail}）。请核对文件类型，或另存后再试。")


class NoRegister(Refusal):
    code = "no-register"
    template = label("{file} 里没有找到登记表的表头。请确认第一行或前几行写有“标题”“来文单位”等栏目名。")


class FileTooLarge(Refusal):
    code = "file-too-large"
    template = label("{file} 太大（{size}），上限{limit}。请拆分后再试。")


# --- identity and seal -------------------------------------------------------------------------------


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


class TrustFolderMissing(Refusal):
    code = "trust-folder-missing"
    template = label("信任文件夹 {path} 不存在。请放入各监测点的 .cer 文件后再核验。")
