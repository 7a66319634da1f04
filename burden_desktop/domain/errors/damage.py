"""What can be wrong with a damaged ledger beyond the plain damage, and with its rescue."""

from ..texts import label
from .family import Trouble
from .ledger import DamagedLedger, NotALedger


class EmptyLedger(NotALedger):
    code = "empty-ledger"
    template = label("{path} 是空文件，里面没有台账。{offer}")


class ZeroedLedger(NotALedger):
    code = "zeroed-ledger"
    template = label("{path} 的开头全是零，多半是断电或磁盘故障所致。{offer}")


class HalfCopied(DamagedLedger):
    code = "half-copied"
    template = label("{path} 不完整：应有{expected}字节，只有{length}字节，多半没有复制完。请重新复制。{offer}")


class NothingToRescue(Trouble):
    code = "nothing-to-rescue"
    template = label("{path} 里没有读出台账的内容，也没有可用的备份，没有生成新台账。")
