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


class WrongValue(DamagedLedger):
    """`place` is a table with the name of its row and column, as `check` names it."""

    code = "wrong-value"
    template = label("台账里 {place} 的“{value}”不是本程序写的，台账可能在程序之外被改动。请不要继续录入，用 check 查看全部问题。{offer}")


class NothingToRescue(Trouble):
    code = "nothing-to-rescue"
    template = label("{path} 里没有读出台账的内容，也没有可用的备份，没有生成新台账。")


class PointUnread(Trouble):
    code = "point-unread"
    template = label("{path} 里读出了{count}条记录，但没有读出是哪个监测点的台账。请用 rescue 的 --name 和 --code 写明名称和代码再抢救。")
