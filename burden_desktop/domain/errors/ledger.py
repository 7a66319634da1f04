"""What can be wrong with a ledger, its place and its backups."""

from collections.abc import Mapping
from typing import ClassVar

from ..texts import label
from .family import Refusal, Trouble


class LedgerMissing(Refusal):
    code = "ledger-missing"
    template = label("{path} 处没有台账。请先建立台账（init），或用 --ledger 指明位置。")


class LedgerExists(Refusal):
    code = "ledger-exists"
    template = label("{path} 已经存在，没有覆盖。请换一个位置，或直接打开它。")


class NotALedger(Trouble):
    """`offer` is a sentence on what can be done with this very file, such as the last good backup."""

    code = "not-a-ledger"
    template = label("{path} 不是减负监测台账。{offer}")
    usual: ClassVar[Mapping[str, str]] = {"offer": label("请核对文件，或从 backups 文件夹恢复备份。")}


class PathTooLong(Refusal):
    code = "path-too-long"
    template = label("{path} 的路径太长：{length}字节，上限{limit}字节（一个汉字占3字节）。请把台账放到层次较浅、名称较短的文件夹。")


class NewerLedger(Refusal):
    code = "newer-ledger"
    template = label("{path} 由更新版本的程序建立。请升级本程序后再打开，台账没有改动。")


class DamagedLedger(Trouble):
    """`offer` as in NotALedger."""

    code = "damaged-ledger"
    template = label("{path} 已损坏（{detail}）。请不要继续录入。{offer}")
    usual: ClassVar[Mapping[str, str]] = {"offer": label("请从 backups 文件夹恢复最近的备份。")}


class BrokenChain(Trouble):
    code = "broken-chain"
    template = label("台账的历史链在第{seq}条对不上，记录可能在程序之外被改动。请保留现状并联系纪委，或恢复备份。")


class BreakNoted(Refusal):
    """Of a closing: the break was found only now. Closed once more, the month tells it."""

    code = "break-noted"
    template = label(
        "台账在第{seq}条对不上，记录可能在程序之外被改动，没有封存。这一断链已记入台账：请先核对、联系纪委或恢复备份；再次封存，月报将注明断链。"
    )


class ReadOnlyLedger(Refusal):
    code = "read-only-ledger"
    template = label("历史链在第{seq}条对不上，台账只能查看，不能录入、修改或封存。请保留现状并联系纪委，或恢复备份。")


class FrozenMonth(Refusal):
    code = "frozen-month"
    template = label(
        "历史链从第{seq}条起对不上，{month}的记录涉及其中，在下期月报说明断链之前只能查看。请保留现状并联系纪委，或恢复备份。"
    )


class FrozenRecord(Refusal):
    code = "frozen-record"
    template = label(
        "历史链从第{seq}条起对不上，{number}涉及其中，在下期月报说明断链之前只能查看。请保留现状并联系纪委，或恢复备份。"
    )


class LedgerInUse(Refusal):
    """`holder` is a sentence on who has it open, where that is known."""

    code = "ledger-in-use"
    template = label("{path} {holder}")
    usual: ClassVar[Mapping[str, str]] = {"holder": label("已在另一个窗口中打开。请切换到那个窗口，或先关闭它。")}


class CannotWrite(Trouble):
    code = "cannot-write"
    template = label("不能写入 {path}（{detail}）。请检查磁盘空间和文件夹权限，已录入的内容没有改动。")


class OnlyLooked(CannotWrite):
    code = "only-looked"
    template = label("{path} 正在另一个窗口中打开，或在只读的位置：可以查看、导出和检查，不能改动。")


class CannotRead(Trouble):
    code = "cannot-read"
    template = label("不能读取 {path}（{detail}）。请检查文件是否存在、是否有权限。")


class NoSuchPlace(Refusal):
    code = "no-such-place"
    template = label("{path} 处没有文件夹，没有改动备份的第二处。请接上移动硬盘或先建好文件夹。")


class NotABackup(Refusal):
    code = "not-a-backup"
    template = label("{path} 不是台账备份，没有恢复。备份是 .db 文件，在台账旁的 backups 文件夹里；移交文件（.zip）请在建立台账的向导里接收（命令行用 takeover）。")


class BackupOfAnother(NotABackup):
    code = "backup-of-another"
    template = label("{path} 是另一个监测点（{code}）的台账备份，没有恢复。")


class OlderBackup(Refusal):
    code = "older-backup"
    template = label("备份早于最后一次封存（{month}）。确需恢复，请写明理由，下期月报会注明断链。")
